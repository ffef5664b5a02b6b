// Generated from the contract by main/build/generate-providers.ts.
import { decimal, flag, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** build counts and times per machine */
export const reportBuildsByModeler = resource({
  path: '/report-builds-by-modeler/',
  about: 'build counts and times per machine',
  calls: { list: '/report-builds-by-modeler/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    builds_count: integer('l'),
    builds_estimated_time: integer('l'),
    builds_estimation_error: integer('l'),
    builds_status_backlogged: integer('l'),
    builds_status_cancelled: integer('l'),
    builds_status_complete: integer('l'),
    builds_status_error: integer('l'),
    builds_status_failed: integer('l'),
    builds_status_machine_error: integer('l'),
    builds_status_new: integer('l'),
    builds_status_part_exceeds_boundaries: integer('l'),
    builds_status_paused: integer('l'),
    builds_status_preheat: integer('l'),
    builds_status_processing: integer('l'),
    builds_status_suspended: integer('l'),
    builds_status_unknown: integer('l'),
    builds_status_user_abort: integer('l'),
    builds_status_waiting_for_resolution: integer('l'),
    builds_time: integer('l'),
    modeler: text('l'),
    modeler_name: text('l'),
  },
})

/** role of a user in a bureau; writes need a CSRF token */
export const role = resource({
  path: '/role/',
  about: 'role of a user in a bureau; writes need a CSRF token',
  calls: { list: '/role/', get: '/role/{uuid}/', create: '/role/' },
  isCreateClosed: false,
  verbs: ['PUT', 'DELETE'],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    csrf_token: text('Cgl'),
    emails: series('Cgl'),
    hide_info: words('cgl', 'financial'),
    highest_only: flag('Cgl'),
    location: link('cgl'),
    name: text('Cgl'),
    role: words(
      'Cgl',
      'manager',
      'location-manager',
      'global-user',
      'standard-user',
      'location-user',
      'restricted',
      'unknown',
      'self-registered-guest',
    ),
    uri: link('Cgl'),
    user: link('Cgl'),
    username: text('Cgl'),
  },
})

/** material use measured in a printing run */
export const runActualsAdditive = resource({
  path: '/run-actuals-additive/',
  about: 'material use measured in a printing run',
  calls: { list: '/run-actuals-additive/', get: '/run-actuals-additive/{uuid}/', create: '/run-actuals-additive/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    base_material_used: decimal('cgl'),
    material_batch: link('cgl'),
    run_actual: link('Cgl'),
    support_material_used: decimal('cgl'),
    uri: link('Cgl'),
  },
})

/** measured times and cost of a run; created by the system */
export const runActuals = resource({
  path: '/run-actuals/',
  about: 'measured times and cost of a run; created by the system',
  calls: { list: '/run-actuals/', get: '/run-actuals/{uuid}/', create: '/run-actuals/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: {
    additive: record('Cgl'),
    by_line_item: link('Cgl'),
    by_order: link('Cgl'),
    consumable_cost: decimal('cgl'),
    created: moment('Cgl'),
    edited_by: link('cgl'),
    end_in_progress_time: moment('cgl'),
    machine_cost: decimal('cgl'),
    powder: record('Cgl'),
    previous: link('cgl'),
    run: link('cgl'),
    start_in_progress_time: moment('Cgl'),
    system_notes: text('cgl'),
    total_cost: decimal('cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    user: link('cgl'),
    workstation_cost: decimal('cgl'),
  },
})

/** material quantity of a printing run; read only */
export const runMaterial = resource({
  path: '/run-material/',
  about: 'material quantity of a printing run; read only',
  calls: { list: '/run-material/', get: '/run-material/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    actual_base_material_used: decimal('gl'),
    estimate_base_material_used: decimal('gl'),
    materials: series('gl'),
    run: link('gl'),
  },
})

/** moves a run in its workstation queue; POST only */
export const runQueue = resource({
  path: '/run-queue/',
  about: 'moves a run in its workstation queue; POST only',
  calls: { create: '/run-queue/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { position: words('c', 'before', 'after'), relative_to: link('C'), run: link('C') },
})

// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, link, moment, record, resource, seconds, series, text, words } from '../resource.ts'

/** queues an HTTP call: method, url, body */
export const job = resource({
  path: '/job/',
  about: 'queues an HTTP call: method, url, body',
  calls: { create: '/job/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { body: text('C'), method: words('C', 'GET', 'PUT', 'POST'), url: text('C') },
})

/** attaches a label to one resource */
export const labelRelationship = resource({
  path: '/label-relationship/',
  about: 'attaches a label to one resource',
  calls: { list: '/label-relationship/', get: '/label-relationship/{uuid}/', create: '/label-relationship/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { bureau: link('Cgl'), label: link('Cgl'), target_uri: address('Cgl'), uri: link('cgl') },
})

/** coloured tag definition */
export const label = resource({
  path: '/label/',
  about: 'coloured tag definition',
  calls: { list: '/label/', get: '/label/{uuid}/', create: '/label/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    color: text('Cgl'),
    description: text('Cgl'),
    editable: flag('Cgl'),
    items: series('cgl'),
    name: text('Cgl'),
    uri: link('cgl'),
  },
})

/** labour time needed to operate a workstation type */
export const labor = resource({
  path: '/labor/',
  about: 'labour time needed to operate a workstation type',
  calls: { list: '/labor/', get: '/labor/{uuid}/', create: '/labor/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    duration: seconds('Cgl'),
    post_processor_type: link('Cgl'),
    printer_type: link('Cgl'),
    type: words('Cgl', 'labor_to_start', 'labor_to_run'),
    uri: link('Cgl'),
  },
})

/** asynchronous packing of models into a build area, result by callback or polling */
export const layout = resource({
  path: '/layout/',
  about: 'asynchronous packing of models into a build area, result by callback or polling',
  calls: { get: '/layout/{uuid}/', create: '/layout/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    build: record('Cg'),
    callback: record('cg'),
    do_build_volume_check: flag('cg'),
    error: text('cg'),
    fill_percentage: decimal('cg'),
    min_packing_distance: decimal('Cg'),
    models: series('Cg'),
    positions: series('cg'),
    status: words('cg', 'queued, processing, complete, error'),
    uri: link('Cg'),
  },
})

/** named collection of reusable models and build files, matched by owner */
export const library = resource({
  path: '/library/',
  about: 'named collection of reusable models and build files, matched by owner',
  calls: { list: '/library/', get: '/library/{uuid}/', create: '/library/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { bureau: link('Cgl'), name: text('Cgl'), owner: address('Cgl'), uri: link('Cgl') },
})

/** measured cost and time of a line item; created by the system */
export const lineItemActuals = resource({
  path: '/line-item-actuals/',
  about: 'measured cost and time of a line item; created by the system',
  calls: { list: '/line-item-actuals/', get: '/line-item-actuals/{uuid}/', create: '/line-item-actuals/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: {
    additional_costs: series('Cgl'),
    created: moment('Cgl'),
    end_in_progress_time: moment('Cgl'),
    has_custom_actuals: flag('Cgl'),
    line_item: link('Cgl'),
    per_step_details: series('Cgl'),
    start_in_progress_time: moment('Cgl'),
    total_cost: decimal('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

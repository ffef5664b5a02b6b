// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, link, moment, record, resource, series, text, words } from '../resource.ts'

/** file used by test commands to a machine */
export const machineJobFile = resource({
  path: '/machine-job-file/',
  about: 'file used by test commands to a machine',
  calls: { list: '/machine-job-file/', get: '/machine-job-file/{uuid}/', create: '/machine-job-file/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { bureau: link('Cgl'), content: address('Cgl'), uri: link('Cgl') },
})

/** maker of printers and materials */
export const manufacturer = resource({
  path: '/manufacturer/',
  about: 'maker of printers and materials',
  calls: { list: '/manufacturer/', get: '/manufacturer/{uuid}/', create: '/manufacturer/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    address: text('Cgl'),
    base_template: link('Cgl'),
    contact: record('Cgl'),
    custom_field_values: series('cgl'),
    is_template: flag('Cgl'),
    name: text('Cgl'),
    notes: text('Cgl'),
    support: record('Cgl'),
    uri: link('cgl'),
  },
})

/** deferred material movement waiting for an outside build */
export const materialBatchActionTransaction = resource({
  path: '/material-batch-action-transaction/',
  about: 'deferred material movement waiting for an outside build',
  calls: {
    list: '/material-batch-action-transaction/',
    get: '/material-batch-action-transaction/{uuid}/',
    create: '/material-batch-action-transaction/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    container: link('Cgl'),
    container_type: words('Cgl', 'disposable', 'permanent', 'dose', 'overflow', 'build', 'cyclone'),
    external_build_id: text('Cgl'),
    initial_quantity_available: decimal('Cgl'),
    initial_reconciled_time: moment('Cgl'),
    is_complete: flag('Cgl'),
    is_editable: flag('Cgl'),
    material_batch: link('Cgl'),
    material_batch_action: link('Cgl'),
    parent_batch_action: link('Cgl'),
    parent_transaction: link('Cgl'),
    quantity: decimal('Cgl'),
    reconciled_at: link('Cgl'),
    uri: link('cgl'),
  },
})

/** logged action on a material batch (load, sift, unload); POST, GET and LIST only */
export const materialBatchAction = resource({
  path: '/material-batch-action/',
  about: 'logged action on a material batch (load, sift, unload); POST, GET and LIST only',
  calls: { list: '/material-batch-action/', get: '/material-batch-action/{uuid}/', create: '/material-batch-action/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    action_type: words(
      'Cgl',
      'blend_batches',
      'create_initial_batch',
      'machine_unload_chamber',
      'machine_unload_hopper',
      'split_batch',
      'add_container',
      'containerize_batch',
      'edit_batch_quantity',
      'edit_lot_details',
      'machine_load',
      'machine_top_off',
      'scrap_batch',
      'sieve',
      'test',
      'relocate',
      'edit_batch_details',
      'dock_dose_module',
      'undock_dose_module',
      'defer_modular_build',
    ),
    created: moment('Cgl'),
    from_container_action: link('Cgl'),
    metadata: record('cgl'),
    notes: text('Cgl'),
    previous_action: link('Cgl'),
    quantity: decimal('cgl'),
    source_batch: link('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
  },
})

/** parent and child edge between material batches; side effect of batch actions */
export const materialBatchLinking = resource({
  path: '/material-batch-linking/',
  about: 'parent and child edge between material batches; side effect of batch actions',
  calls: { list: '/material-batch-linking/', get: '/material-batch-linking/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    action: link('gl'),
    containers: series('gl'),
    destination_batch: link('gl'),
    quantity: decimal('gl'),
    source_batch: link('gl'),
    uri: link('gl'),
  },
})

/** printable history of a material batch */
export const materialBatchTraceabilityReport = resource({
  path: '/material-batch-traceability-report/',
  about: 'printable history of a material batch',
  calls: {
    list: '/material-batch-traceability-report/',
    get: '/material-batch-traceability-report/{uuid}/',
    create: '/material-batch-traceability-report/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('cgl'),
    content: address('Cgl'),
    created: moment('Cgl'),
    material_batch: link('Cgl'),
    status: words('Cgl', 'pending', 'processing', 'complete', 'error'),
    uri: link('cgl'),
    user: link('Cgl'),
  },
})

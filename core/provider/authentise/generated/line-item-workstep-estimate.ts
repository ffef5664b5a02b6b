// Generated from the contract by main/build/generate-providers.ts.
import { address, flag, integer, link, moment, record, resource, seconds, series, text, words } from '../resource.ts'

/** estimated labour and machine time of one line item at one workstation */
export const lineItemWorkstepEstimate = resource({
  path: '/line-item-workstep-estimate/',
  about: 'estimated labour and machine time of one line item at one workstation',
  calls: { list: '/line-item-workstep-estimate/', get: '/line-item-workstep-estimate/{uuid}/', create: '/line-item-workstep-estimate/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    labor_duration: seconds('Cgl'),
    line_item: link('Cgl'),
    process_step: link('Cgl'),
    updated: moment('cgl'),
    updated_by: link('Cgl'),
    uri: link('Cgl'),
    workstation_duration: seconds('Cgl'),
  },
})

/** request to make a quantity of one model with given materials and workflow; child of an order */
export const lineItem = resource({
  path: '/line-item/',
  about: 'request to make a quantity of one model with given materials and workflow; child of an order',
  calls: { list: '/line-item/', get: '/line-item/{uuid}/', create: '/line-item/' },
  isCreateClosed: false,
  verbs: ['PUT', 'DELETE'],
  extras: {
    clone: { method: 'POST', path: '/line-item/{uuid}/clone/', takes: ['quantity'], gives: [] },
    estimateCallback: {
      method: 'POST',
      path: '/line-item/{uuid}/estimate-callback/',
      takes: ['error', 'slice_time_ms', 'slicing_uri', 'status'],
      gives: [],
    },
  },
  fields: {
    additional_costs: series('Cgl'),
    additive: record('cgl'),
    assigned_user: link('cgl'),
    autorun: flag('cgl'),
    bureau: link('Cgl'),
    completed_quantity: integer('Cgl'),
    created: moment('cgl'),
    custom_field_values: series('cgl'),
    customer_id: text('cgl'),
    design_time: seconds('cgl'),
    error: text('cgl'),
    estimates: record('cgl'),
    estimates_additive: record('cgl'),
    estimates_powder: record('cgl'),
    is_relevant_estimation: flag('cgl'),
    name: text('cgl'),
    notes: text('cgl'),
    order: link('Cgl'),
    piece_count: integer('Cgl'),
    powder: record('cgl'),
    prep_workflow: link('cgl'),
    priority: integer('cgl'),
    product: link('Cgl'),
    quantity: integer('Cgl'),
    status: words(
      'cgl',
      'new',
      'calculating_estimates',
      'pending',
      'in-preparation',
      'confirmed',
      'printing',
      'post-processing',
      'shipping',
      'error',
      'cancelled',
      'complete',
    ),
    type: words('cgl', 'product', 'specimen', 'waste', 'tooling'),
    uri: link('cgl'),
    workflow: link('cgl'),
    workflow_type: words('cgl', 'additive_manufacturing', 'specimen', 'preparative', 'powder_manufacturing'),
    slice_time_ms: integer(''),
    slicing_uri: address(''),
  },
})

/** line items in a run with piece counts; read-only helper */
export const lineItemsByRun = resource({
  path: '/line-items-by-run/',
  about: 'line items in a run with piece counts; read-only helper',
  calls: { list: '/line-items-by-run/', get: '/line-items-by-run/{uuid}/', create: '/line-items-by-run/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: { line_item: link('Cgl'), original_piece_quantity: integer('Cgl'), run: link('Cgl'), total_piece_quantity: integer('Cgl') },
})

/** notification and completion settings of a location */
export const locationSettings = resource({
  path: '/location-settings/',
  about: 'notification and completion settings of a location',
  calls: { list: '/location-settings/', get: '/location-settings/{uuid}/', create: '/location-settings/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    location: link('Cgl'),
    notification_line_items_confirmed: flag('cgl'),
    notification_order_completed: flag('cgl'),
    notification_order_created: flag('cgl'),
    notification_order_owner: flag('cgl'),
    notification_order_scheduled: flag('cgl'),
    notification_order_shipped: flag('cgl'),
    notification_order_started_printing: flag('cgl'),
    notification_print_error: flag('cgl'),
    uri: link('Cgl'),
  },
})

/** site of a bureau: production, stock or dispatch */
export const location = resource({
  path: '/location/',
  about: 'site of a bureau: production, stock or dispatch',
  calls: { list: '/location/', get: '/location/{uuid}/', create: '/location/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    address: text('Cgl'),
    admin_group: link('cgl'),
    bureau: link('Cgl'),
    contact: link('cgl'),
    countries_served: series('cgl'),
    name: text('Cgl'),
    order_completion_note: text('cgl'),
    phone: text('cgl'),
    standard_group: link('cgl'),
    uri: link('cgl'),
  },
})

/** log sink of the Echo desktop app */
export const logs = resource({
  path: '/logs/',
  about: 'log sink of the Echo desktop app',
  calls: { get: '/logs/{uuid}/', create: '/logs/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { echo_version: text('cg'), logs: series('Cg'), workstation_name: text('cg') },
})

// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, integer, link, moment, record, resource, seconds, series, text, words } from '../resource.ts'

/** line items that still have unplanned pieces; read only */
export const lineItemAvailableForRun = resource({
  path: '/line-item-available-for-run/',
  about: 'line items that still have unplanned pieces; read only',
  calls: { list: '/line-item-available-for-run/', get: '/line-item-available-for-run/{uuid}/', create: '/line-item-available-for-run/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: {
    additive: record('cgl'),
    available_for_printer: link('Cgl'),
    available_quantity: integer('Cgl'),
    created: moment('Cgl'),
    dimensions: record('Cgl'),
    estimates: record('Cgl'),
    estimates_additive: record('cgl'),
    estimates_powder: record('cgl'),
    location: link('Cgl'),
    material: link('Cgl'),
    material_name: text('Cgl'),
    name: text('Cgl'),
    order: link('Cgl'),
    order_due_date: text('Cgl'),
    order_name: text('Cgl'),
    powder: record('cgl'),
    priority: integer('cgl'),
    quantity: integer('Cgl'),
    size: decimal('Cgl'),
    status: words(
      'Cgl',
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
    type: words('Cgl', 'product'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    workflow: link('Cgl'),
    workflow_type: words('cgl', 'additive_manufacturing', 'specimen', 'preparative', 'powder_manufacturing'),
  },
})

/** summed labour and workstation time of a line item; debugging view */
export const lineItemEstimate = resource({
  path: '/line-item-estimate/',
  about: 'summed labour and workstation time of a line item; debugging view',
  calls: { list: '/line-item-estimate/', get: '/line-item-estimate/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { labor_duration: seconds('gl'), line_item: link('gl'), uri: link('gl'), workstation_duration: seconds('gl') },
})

/** Netfabb cloud session of a line item */
export const lineItemNetfabb = resource({
  path: '/line-item-netfabb/',
  about: 'Netfabb cloud session of a line item',
  calls: { list: '/line-item-netfabb/', get: '/line-item-netfabb/{uuid}/', create: '/line-item-netfabb/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    action: words('Cgl', 'upload', 'download'),
    forge_folder_id: text('Cgl'),
    forge_project_id: text('Cgl'),
    last_action: words('Cgl', 'upload', 'download'),
    last_action_finished_at: moment('Cgl'),
    last_action_started_at: moment('Cgl'),
    last_action_status: words('Cgl', 'in_progress', 'complete', 'error'),
    line_item: link('Cgl'),
    netfabb_project_id: text('Cgl'),
    order: link('cgl'),
    uri: link('cgl'),
  },
})

/** customer price of one line item with per-step details; created by the system, prices editable */
export const lineItemQuote = resource({
  path: '/line-item-quote/',
  about: 'customer price of one line item with per-step details; created by the system, prices editable',
  calls: { list: '/line-item-quote/', get: '/line-item-quote/{uuid}/' },
  isCreateClosed: false,
  verbs: ['PUT'],
  extras: {},
  fields: {
    line_item: link('gl'),
    manual_price_per: decimal('gl'),
    public_notes: text('gl'),
    total_price_per: decimal('gl'),
    uri: link('gl'),
    work_steps_quote_details: series('gl'),
    workflow: link('gl'),
  },
})

/** exported list of line items for a period */
export const lineItemReport = resource({
  path: '/line-item-report/',
  about: 'exported list of line items for a period',
  calls: { list: '/line-item-report/', get: '/line-item-report/{uuid}/', create: '/line-item-report/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('cgl'),
    content: address('cgl'),
    created: moment('cgl'),
    end: moment('Cgl'),
    start: moment('Cgl'),
    status: words('cgl', 'pending', 'processing', 'complete', 'error'),
    uri: link('cgl'),
    user: link('cgl'),
  },
})

/** estimated cost of one line item at one workstation */
export const lineItemWorkstepCostEstimate = resource({
  path: '/line-item-workstep-cost-estimate/',
  about: 'estimated cost of one line item at one workstation',
  calls: {
    list: '/line-item-workstep-cost-estimate/',
    get: '/line-item-workstep-cost-estimate/{uuid}/',
    create: '/line-item-workstep-cost-estimate/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    line_item: link('Cgl'),
    number_of_runs: integer('Cgl'),
    overhead_cost_per_piece_in_run: decimal('Cgl'),
    overhead_cost_per_run: decimal('Cgl'),
    process_step: link('Cgl'),
    updated: moment('cgl'),
    updated_by: link('Cgl'),
    uri: link('Cgl'),
  },
})

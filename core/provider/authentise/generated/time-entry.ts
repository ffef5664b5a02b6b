// Generated from the contract by main/build/generate-providers.ts.
import { address, flag, identifier, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** logged labour or machine time on a run or preparation task */
export const timeEntry = resource({
  path: '/time-entry/',
  about: 'logged labour or machine time on a run or preparation task',
  calls: { list: '/time-entry/', get: '/time-entry/{uuid}/', create: '/time-entry/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    category: words('Cgl', 'attending', 'machine-running', 'in-progress', 'on-hold'),
    completed_by: link('cgl'),
    created: moment('cgl'),
    created_by: link('Cgl'),
    end_time: moment('Cgl'),
    notes: text('cgl'),
    related_table_name: words('Cgl', 'run', 'prep_task_record'),
    related_uuid: identifier('Cgl'),
    start_time: moment('Cgl'),
    updated: moment('cgl'),
    uri: link('Cgl'),
  },
})

/** tool used in a run; LIST with filters only */
export const toolLink = resource({
  path: '/tool-link/',
  about: 'tool used in a run; LIST with filters only',
  calls: { list: '/tool-link/', get: '/tool-link/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { active: flag('gl'), created: moment('gl'), run: link('gl'), tool: link('gl'), type: link('gl'), uri: link('gl') },
})

/** logged action on a tool; POST, GET and LIST only */
export const toolingStockAction = resource({
  path: '/tooling-stock-action/',
  about: 'logged action on a tool; POST, GET and LIST only',
  calls: { list: '/tooling-stock-action/', get: '/tooling-stock-action/{uuid}/', create: '/tooling-stock-action/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    action_type: words(
      'Cgl',
      'relocate',
      'record_tests',
      'make_ready_for_use',
      'put_into_use',
      'complete_use',
      'mark_needs_refurbish',
      'send_to_refurbish',
      'complete_refurbish',
      'discard',
    ),
    created: moment('Cgl'),
    metadata: record('cgl'),
    notes: text('Cgl'),
    service_provider: link('Cgl'),
    tooling_stock: link('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
  },
})

/** tracked durable tool such as a build plate */
export const toolingStock = resource({
  path: '/tooling-stock/',
  about: 'tracked durable tool such as a build plate',
  calls: { list: '/tooling-stock/', get: '/tooling-stock/{uuid}/', create: '/tooling-stock/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    archive: flag('Cgl'),
    archived: moment('Cgl'),
    bureau: link('Cgl'),
    include_archived: flag('Cgl'),
    lifetime_use_count: integer('Cgl'),
    location: link('Cgl'),
    name: text('Cgl'),
    notes: text('Cgl'),
    run: link('Cgl'),
    status: words('Cgl', 'new', 'idle', 'in-use', 'needs-refurbishment', 'doing-refurbishment', 'refurbished', 'archived'),
    sub_location: link('Cgl'),
    type: link('Cgl'),
    uri: link('Cgl'),
    use_count: integer('Cgl'),
  },
})

/** class of durable tools */
export const toolingType = resource({
  path: '/tooling-type/',
  about: 'class of durable tools',
  calls: { list: '/tooling-type/', get: '/tooling-type/{uuid}/', create: '/tooling-type/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    archive: flag('Cgl'),
    archived: moment('Cgl'),
    bureau: link('Cgl'),
    description: text('Cgl'),
    include_archived: flag('Cgl'),
    name: text('Cgl'),
    refurbish_after: integer('cgl'),
    refurbish_required_info: text('Cgl'),
    service_provider: link('Cgl'),
    uri: link('Cgl'),
  },
})

/** printable production history of a piece */
export const traceabilityReport = resource({
  path: '/traceability-report/',
  about: 'printable production history of a piece',
  calls: { list: '/traceability-report/', get: '/traceability-report/{uuid}/', create: '/traceability-report/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('cgl'),
    content: address('cgl'),
    created: moment('cgl'),
    filters: series('Cgl'),
    piece: link('Cgl'),
    status: words('cgl', 'pending', 'processing', 'complete', 'error'),
    uri: link('cgl'),
    user: link('cgl'),
  },
})

// Generated from the contract by main/build/generate-providers.ts.
import { flag, integer, link, moment, resource, series, text, words } from '../resource.ts'

/** single field to read in a parser template */
export const documentParserInstruction = resource({
  path: '/document-parser-instruction/',
  about: 'single field to read in a parser template',
  calls: { list: '/document-parser-instruction/', get: '/document-parser-instruction/{uuid}/', create: '/document-parser-instruction/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { name: text('Cgl'), parser_template: link('Cgl'), position: integer('Cgl'), uri: link('Cgl') },
})

/** named set of parser instructions for a kind of document */
export const documentParserTemplate = resource({
  path: '/document-parser-template/',
  about: 'named set of parser instructions for a kind of document',
  calls: { list: '/document-parser-template/', get: '/document-parser-template/{uuid}/', create: '/document-parser-template/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    description: text('Cgl'),
    document: link('Cgl'),
    name: text('Cgl'),
    parent_parser_template: link('Cgl'),
    uri: link('Cgl'),
  },
})

/** file attached to another resource through related_table_name and related_uuid */
export const document = resource({
  path: '/document/',
  about: 'file attached to another resource through related_table_name and related_uuid',
  calls: { list: '/document/', get: '/document/{uuid}/', create: '/document/' },
  isCreateClosed: false,
  verbs: [],
  extras: { replace: { method: 'POST', path: '/document/{uuid}/replace/', takes: ['name'], gives: [] } },
  fields: {
    archived: moment('Cgl'),
    auto_parse: flag('cgl'),
    content: text('Cgl'),
    created: moment('cgl'),
    document_parser_reports: series('cgl'),
    name: text('Cgl'),
    parser_template: link('Cgl'),
    previous_document: link('Cgl'),
    previous_documents: series('cgl'),
    related_resources: series('Cgl'),
    related_table_name: words(
      'Cgl',
      'bureau_branding',
      'line_item',
      'order',
      'run',
      'work_instruction_report',
      'material',
      'model_library',
      'order_packing_slip',
      'material_batch',
      'material_batch_action',
      'material_lot',
      'shipment',
      'material_test_instruction_report',
      'jeni_cluster',
      'tooling_type',
      'tooling_stock',
    ),
    related_uuid: series('Cgl'),
    snapshot: text('cgl'),
    snapshot_content: text('cgl'),
    upload_location: text('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
    virus_scan: words('cgl', 'unscanned', 'passed', 'quarantined'),
  },
})

/** rendered preview image of a document */
export const documentSnapshot = resource({
  path: '/document/{uuid}/snapshot/',
  about: 'rendered preview image of a document',
  calls: { list: '/document/{uuid}/snapshot/', get: '/document/{uuid}/snapshot/{uuid}/', create: '/document/{uuid}/snapshot/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    content: text('cgl'),
    created: moment('cgl'),
    document: link('cgl'),
    height: integer('cgl'),
    status: words(
      'cgl',
      'not-uploaded',
      'document-error',
      'document-external-process',
      'snapshot-in-queue',
      'snapshot-rendering',
      'snapshot-error',
      'processing',
      'complete',
      'skipped',
    ),
    uri: link('cgl'),
    width: integer('cgl'),
  },
})

/** planned or running outage of a printer, post processor or shipping station */
export const downtime = resource({
  path: '/downtime/',
  about: 'planned or running outage of a printer, post processor or shipping station',
  calls: { list: '/downtime/', get: '/downtime/{uuid}/', create: '/downtime/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    assigned_user: link('cgl'),
    bureau: link('Cgl'),
    custom_field_values: series('cgl'),
    description: text('Cgl'),
    finish: moment('Cgl'),
    post_processor: link('cgl'),
    printer: link('cgl'),
    shipping: link('cgl'),
    start: moment('Cgl'),
    status: words('cgl', 'scheduled', 'in_progress', 'complete'),
    uri: link('cgl'),
  },
})

/** registered Echo desktop collector that links machines to the service */
export const ecco = resource({
  path: '/ecco/',
  about: 'registered Echo desktop collector that links machines to the service',
  calls: { list: '/ecco/', get: '/ecco/{uuid}/', create: '/ecco/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    enabled: flag('cgl'),
    health: words('cgl', 'healthy', 'unreachable', 'degraded', 'unknown'),
    health_check_on: moment('Cgl'),
    os_architecture: text('Cgl'),
    os_name: text('Cgl'),
    os_version: text('Cgl'),
    uri: link('Cgl'),
    uuid: text('Cgl'),
    version: text('Cgl'),
  },
})

// Generated from the contract by main/build/generate-providers.ts.
import { flag, integer, link, manyWords, moment, record, resource, series, text, words } from '../resource.ts'

/** definition of an extra field for orders, line items and others; read only over the API */
export const customField = resource({
  path: '/custom_field/',
  about: 'definition of an extra field for orders, line items and others; read only over the API',
  calls: { list: '/custom_field/', get: '/custom_field/{uuid}/', create: '/custom_field/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: {
    default_value: text('cgl'),
    description: text('cgl'),
    edited_by: link('Cgl'),
    enabled: flag('cgl'),
    field_id: text('Cgl'),
    field_name: text('Cgl'),
    format: words('Cgl', 'currency'),
    is_smart: flag('Cgl'),
    is_visible_for_restricted: flag('cgl'),
    meta: record('cgl'),
    options: series('Cgl'),
    position: integer('Cgl'),
    related_table_name: text('Cgl'),
    required: flag('cgl'),
    rights: series('Cgl'),
    type: words('Cgl', 'text', 'textarea', 'table', 'integer', 'float', 'array', 'date', 'checkbox', 'url'),
    uri: link('Cgl'),
    use_count: integer('Cgl'),
  },
})

/** uploaded customer design file that is virus-scanned and unpacked into models */
export const designFile = resource({
  path: '/design-file/',
  about: 'uploaded customer design file that is virus-scanned and unpacked into models',
  calls: { list: '/design-file/', get: '/design-file/{uuid}/', create: '/design-file/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    content: text('Cgl'),
    created: moment('Cgl'),
    file_size: integer('Cgl'),
    format: manyWords(
      'Cgl',
      '3dm|3dpdf|3mf|amf|asm|catpart|catproduct|dae|iam|iges|igs|ipt|jt|j_t|model|obj|pdf|png|prt|sat|skp|sldasm|sldprt|' +
        'step|stp|stl|tif|tiff|x_t|xt',
    ),
    name: text('Cgl'),
    notes: text('Cgl'),
    product: link('Cgl'),
    status: words('Cgl', 'new', 'processing', 'processed', 'error'),
    type: words('Cgl', 'single-mesh'),
    updated: moment('Cgl'),
    upload_location: text('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
    virus_scan: words('cgl', 'unscanned', 'passed', 'quarantined'),
  },
})

/** credentials of a Digifabster order import */
export const digifabsterManagedIntegration = resource({
  path: '/digifabster-managed-integration/',
  about: 'credentials of a Digifabster order import',
  calls: {
    list: '/digifabster-managed-integration/',
    get: '/digifabster-managed-integration/{uuid}/',
    create: '/digifabster-managed-integration/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { api_token: text('Cgl'), bureau: link('Cgl'), name: text('Cgl'), uri: link('Cgl'), user: link('Cgl') },
})

/** join between a document and the resource it belongs to */
export const documentLinking = resource({
  path: '/document-linking/',
  about: 'join between a document and the resource it belongs to',
  calls: { list: '/document-linking/', get: '/document-linking/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    document: link('gl'),
    related_table_name: words(
      'gl',
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
    related_uuid: text('gl'),
    uri: link('gl'),
  },
})

/** value read by one parser instruction from one document */
export const documentParserInstructionReport = resource({
  path: '/document-parser-instruction-report/',
  about: 'value read by one parser instruction from one document',
  calls: {
    list: '/document-parser-instruction-report/',
    get: '/document-parser-instruction-report/{uuid}/',
    create: '/document-parser-instruction-report/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    auto_parsing_job: link('Cgl'),
    document: link('Cgl'),
    parser_instruction: link('Cgl'),
    unit: text('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
    value: text('Cgl'),
  },
})

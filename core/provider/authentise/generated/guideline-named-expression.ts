// Generated from the contract by main/build/generate-providers.ts.
import { flag, link, moment, record, resource, series, text, words } from '../resource.ts'

/** named data value usable in guideline tests; read only */
export const guidelineNamedExpression = resource({
  path: '/guideline/named-expression/',
  about: 'named data value usable in guideline tests; read only',
  calls: { list: '/guideline/named-expression/', get: '/guideline/named-expression/{uuid}/', create: '/guideline/named-expression/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    comparators: series('cgl'),
    disabled: flag('Cgl'),
    input_type: words('cgl', 'date', 'string', 'number'),
    name: text('cgl'),
    named_expression_options: series('Cgl'),
    type: words('cgl', 'order', 'line-item', 'process-step'),
    uri: link('cgl'),
  },
})

/** name list of infill strategies */
export const infillStrategy = resource({
  path: '/infill-strategy/',
  about: 'name list of infill strategies',
  calls: { list: '/infill-strategy/', get: '/infill-strategy/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { name: text('gl'), uri: link('gl') },
})

/** downloadable desktop clients per platform and architecture */
export const installer = resource({
  path: '/installer/',
  about: 'downloadable desktop clients per platform and architecture',
  calls: { read: '/installer/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    architecture: words('g', 'x86', 'amd64'),
    download: text('g'),
    installer: words('g', 'AuthentiseUpdate', 'CatalystSlicer', 'Echo', 'StreamicsConnector'),
    platform: words('g', 'mac', 'windows'),
    type: words('g', 'exe', 'msi'),
    version: text('g'),
  },
})

/** third-party integrations available to the bureau; read only */
export const integration = resource({
  path: '/integration/',
  about: 'third-party integrations available to the bureau; read only',
  calls: { list: '/integration/', get: '/integration/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('gl'),
    context: record('gl'),
    enabled: flag('gl'),
    name: words(
      'gl',
      'castor3d',
      'pathfindr',
      'stripe',
      'basic_model_conversion',
      'premium_model_conversion',
      'threads_comments_in_flows',
      'mailgun',
      'autodesk_fusion',
      'paperless_parts',
      'digifabster',
      'auto_document_parsing',
      'three_d_spark',
    ),
    test_date: moment('gl'),
    test_status: words('gl', 'ok', 'warning', 'error', 'queued', 'running', 'unknown'),
  },
})

/** robotic workstation grouping printing and post-processing beds */
export const jeniCluster = resource({
  path: '/jeni-cluster/',
  about: 'robotic workstation grouping printing and post-processing beds',
  calls: { list: '/jeni-cluster/', get: '/jeni-cluster/{uuid}/', create: '/jeni-cluster/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    ip_address: text('cgl'),
    jeni_post_processor_types: series('Cgl'),
    jeni_printer_types: series('Cgl'),
    location: link('Cgl'),
    modeler: link('Cgl'),
    name: text('Cgl'),
    status: words(
      'Cgl',
      'not_connected',
      'error',
      'idle',
      'offline',
      'printing',
      'maintenance',
      'print_finished',
      'ready_to_print',
      'unknown',
    ),
    sub_location: link('Cgl'),
    uri: link('Cgl'),
    workflow: link('Cgl'),
  },
})

/** placeholder so that URIs can be built */
export const jeniPostProcessorType = resource({
  path: '/jeni-post-processor-type/',
  about: 'placeholder so that URIs can be built',
  calls: { list: '/jeni-post-processor-type/', get: '/jeni-post-processor-type/{uuid}/', create: '/jeni-post-processor-type/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

/** placeholder so that URIs can be built */
export const jeniPrinterType = resource({
  path: '/jeni-printer-type/',
  about: 'placeholder so that URIs can be built',
  calls: { list: '/jeni-printer-type/', get: '/jeni-printer-type/{uuid}/', create: '/jeni-printer-type/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

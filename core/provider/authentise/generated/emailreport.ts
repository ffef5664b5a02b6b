// Generated from the contract by main/build/generate-providers.ts.
import { address, anything, decimal, flag, integer, link, manyWords, moment, record, resource, text, words } from '../resource.ts'

/** triggers an e-mailed report; no fields documented */
export const emailreport = resource({
  path: '/emailreport/',
  about: 'triggers an e-mailed report; no fields documented',
  calls: { create: '/emailreport/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

/** change log entry: resource, field, old and new value, user; never expires */
export const event = resource({
  path: '/event/',
  about: 'change log entry: resource, field, old and new value, user; never expires',
  calls: { list: '/event/', get: '/event/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('gl'),
    created: moment('gl'),
    current_value: anything('gl'),
    key: text('gl'),
    previous_value: anything('gl'),
    reference: address('gl'),
    uri: link('gl'),
    user: link('gl'),
  },
})

/** manual conversion of a drawing into a mesh by a specialist */
export const expertConversion = resource({
  path: '/expert-conversion/',
  about: 'manual conversion of a drawing into a mesh by a specialist',
  calls: { list: '/expert-conversion/', get: '/expert-conversion/{uuid}/', create: '/expert-conversion/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    created: moment('Cgl'),
    filename: text('Cgl'),
    model: link('Cgl'),
    notes: text('Cgl'),
    status: words('Cgl', 'new', 'pending', 'submitted', 'complete', 'error'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** build identifier from a foreign MES, for customers using only material management */
export const externalBuild = resource({
  path: '/external-build/',
  about: 'build identifier from a foreign MES, for customers using only material management',
  calls: { list: '/external-build/', get: '/external-build/{uuid}/', create: '/external-build/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { external_build_id: text('Cgl'), material_batch: link('cgl'), printer: link('Cgl'), quantity: decimal('cgl'), uri: link('Cgl') },
})

/** material and time estimate request for a print */
export const externalEstimate = resource({
  path: '/external-estimate/',
  about: 'material and time estimate request for a print',
  calls: { get: '/external-estimate/{uuid}/', create: '/external-estimate/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    base_material_usage: decimal('cg'),
    callback: record('cg'),
    error: text('cg'),
    layer_change_speed: decimal('cg'),
    model: link('Cg'),
    print_time: integer('cg'),
    status: words('cg', 'complete'),
    support_material_usage: decimal('cg'),
    uri: link('cg'),
    volume_per_second: decimal('cg'),
  },
})

/** link between an imported order and its outside quoting system */
export const externalOrderImportSource = resource({
  path: '/external-order-import-source/',
  about: 'link between an imported order and its outside quoting system',
  calls: { list: '/external-order-import-source/', get: '/external-order-import-source/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    external_order_link: address('gl'),
    external_provider: words('gl', 'paperless-parts', 'digifabster'),
    external_provider_id: text('gl'),
    order: link('gl'),
    uri: link('gl'),
  },
})

/** feature flag of a bureau; ordinary users may only read */
export const feature = resource({
  path: '/feature/',
  about: 'feature flag of a bureau; ordinary users may only read',
  calls: { list: '/feature/', get: '/feature/{uuid}/', create: '/feature/' },
  isCreateClosed: false,
  verbs: ['PUT', 'DELETE'],
  extras: {},
  fields: {
    bureau: link('cgl'),
    description: text('cgl'),
    enabled: flag('Cgl'),
    name: manyWords(
      'Cgl',
      'ip-sensitivity|no_model_upload|order-customer-po|order-quote-number|order-sales-representative|order-order-owner|' +
        'order-documents|eos-order-fields|fastradius-order-fields|henkel-order-fields|voestalpine-order-fields|' +
        'sintavia-order-fields|design-cost|netfabb|traveler|quoting|order-business-segment|order-order-type|' +
        'service-providers|self-registration-allowed|manufacturing-execution-system|machine-analytics|' +
        'external_production_estimate|recalculation_trigger|qr-prints-traveler|order-quote|user-can-update-estimates|' +
        'model-unit-default-mm|specimen-library|model-library|auto-schedule-runs|use_100_infill|autorun|autologout|' +
        'external-material-db|restricted-user-upload-from-model-library-only|merck-order-fields|line-item-extended-details|' +
        'boeing-order-fields|3M-main-bureau-order-fields|3M-aqua-order-fields|order-packing-slip|oerlikon-order-fields|' +
        'line-item-work-step-quote-details|order-quote-available-for-restricted|material-management|priority|' +
        'user-run-time-tracking|run-time-tracking|service-provider-at-steps|gkn-powderbed-order-fields|order-location|' +
        'prep-workflow|order-due-date|ricoh-reason-code|hawking-deployment|beehive3d-order-fields|' +
        'native-cad-to-stl-conversion|anatomical-model|group-qualifications|shipment-for-order|shipment-packing-slip|' +
        'integration-zverse|general-mfg-language|xerox-3dp-production-order-fields|authentise-pdm|nebumind|mesh-healing|' +
        '3dpc-order-fields|stanley-x-deployment|threads-integration|rules-engine|certified-builds|build-file-library|' +
        'work-schedule|workstep-estimate|material-test-panel|wip-matrix|digital-design-warehouse|pack3d-premium|' +
        'additive-workflow|powder-workflow|carpenter-powder|msnav-importer|roboze-ddw|amazon-order-fields|sensors|' +
        'payment-system|jeni-cluster|slicing|export-control-by-piece|itar-control-by-piece|press-to-print|experiment-alpha|' +
        'experiment-beta|experiment-gamma|eaton-order-fields|trimech-order-fields|enforce-use-of-containers|' +
        'integration-castor|integration-stripe|the-poc-uk-order-fields|secure-file-checkout|restricted-user-order-documents|' +
        'roboze-gigafactory-bureau-order-fields|integration-basic-model-conversion|tooling-stock|vendor-service-provider|' +
        'threads-comments-in-flows|design-conversion-by-expert|addiguru|external-build-id|autodesk-fusion|' +
        'zip-files-accepted-docs|ge-aerospace-customizations|paperless-parts|thepoc-automatic-naming|auto-document-parsing|' +
        '3dspark|digifabster-quote|workstation-capacity-tracking',
    ),
    uri: link('cgl'),
  },
})

// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, link, manyWords, moment, record, resource, seconds, series, text, words } from '../resource.ts'

/** outsourcing agreement for a finishing step with a service provider */
export const processProvider = resource({
  path: '/process-provider/',
  about: 'outsourcing agreement for a finishing step with a service provider',
  calls: { list: '/process-provider/', get: '/process-provider/{uuid}/', create: '/process-provider/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    cost: decimal('Cgl'),
    created: moment('Cgl'),
    currency: manyWords(
      'Cgl',
      'AED|AFN|ALL|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|' +
        'CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|' +
        'GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|' +
        'LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|' +
        'PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SLL|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|' +
        'TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XDR|XOF|XPD|XPF|XPT|XSU|' +
        'XTS|XUA|XXX|YER|ZAR|ZMW|ZWL',
    ),
    duration: seconds('Cgl'),
    post_processor: link('Cgl'),
    service_provider: link('Cgl'),
    status: words('Cgl', 'pending', 'active', 'inactive'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
  },
})

/** step of a workflow bound to a workstation type */
export const processStep = resource({
  path: '/process-step/',
  about: 'step of a workflow bound to a workstation type',
  calls: { list: '/process-step/', get: '/process-step/{uuid}/', create: '/process-step/' },
  isCreateClosed: false,
  verbs: ['DELETE'],
  extras: {},
  fields: {
    additive: record('Cgl'),
    bureau: link('Cgl'),
    flow_time: seconds('Cgl'),
    flow_time_queued: seconds('Cgl'),
    is_service: flag('cgl'),
    name: text('cgl'),
    notes: words('Cgl', 'optional', 'required', 'hidden'),
    shipping_direction: words('cgl', 'bureau_to_customer', 'bureau_to_service_provider', 'service_provider_to_bureau'),
    source_process_step: link('Cgl'),
    step_positions: series('Cgl'),
    success: words('Cgl', 'optional', 'required', 'hidden'),
    tracking_id: words('Cgl', 'optional', 'required', 'hidden'),
    upload: words('Cgl', 'optional', 'required', 'hidden'),
    uri: link('cgl'),
    workflows: series('Cgl'),
    workstation: address('cgl'),
    workstation_type_uri: address('Cgl'),
  },
})

/** design part of an order that owns one or more line items */
export const product = resource({
  path: '/product/',
  about: 'design part of an order that owns one or more line items',
  calls: { list: '/product/', get: '/product/{uuid}/', create: '/product/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    created: moment('Cgl'),
    model_library: link('cgl'),
    no_model_upload: flag('cgl'),
    order: link('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
  },
})

/** material and printer pair known to an estimator */
export const prosperMaterialPrinter = resource({
  path: '/prosper-material-printer/',
  about: 'material and printer pair known to an estimator',
  calls: { list: '/prosper-material-printer/', get: '/prosper-material-printer/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { material_name: text('gl'), printer_name: text('gl'), uri: link('gl') },
})

/** connection to the Prosper estimation service */
export const prosper = resource({
  path: '/prosper/',
  about: 'connection to the Prosper estimation service',
  calls: { list: '/prosper/', get: '/prosper/{uuid}/', create: '/prosper/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { created: moment('cgl'), service_url: address('Cgl'), uri: link('cgl'), x_p3d_token: text('Cgl'), x_p3d_user: text('Cgl') },
})

/** computed price of a model in a material at a bureau; only reads documented */
export const quote = resource({
  path: '/quote/',
  about: 'computed price of a model in a material at a bureau; only reads documented',
  calls: { list: '/quote/', get: '/quote/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    actual_cost: decimal('gl'),
    bureau: words('gl', 'shapeways'),
    callback: record('gl'),
    created: moment('gl'),
    currency: words('gl', 'USD'),
    edited_by: address('gl'),
    error: text('gl'),
    material: link('gl'),
    model: link('gl'),
    model_statistics: record('gl'),
    price: decimal('gl'),
    process: words('gl', 'FDM', 'SLA', 'DLP', 'EBM', 'SDL', 'Binder Jet'),
    status: text('gl'),
    uri: link('gl'),
  },
})

// Generated from the contract by main/build/generate-providers.ts.
import { decimal, integer, link, manyWords, moment, record, resource, series, text, words } from '../resource.ts'

/** bid and progress of outsourced work for a line item or step */
export const serviceProviderJob = resource({
  path: '/service-provider-job/',
  about: 'bid and progress of outsourced work for a line item or step',
  calls: { list: '/service-provider-job/', get: '/service-provider-job/{uuid}/', create: '/service-provider-job/' },
  isCreateClosed: false,
  verbs: ['PUT'],
  extras: {},
  fields: {
    changes_history: series('Cgl'),
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
    due_at: moment('Cgl'),
    job_rating: integer('Cgl'),
    last_editor_role: words('Cgl', 'bureau_user', 'service_provider_user'),
    line_item: link('Cgl'),
    line_item_name: text('Cgl'),
    order: link('Cgl'),
    order_line_items: series('Cgl'),
    order_name: text('Cgl'),
    process_step: link('Cgl'),
    provider_notes: text('Cgl'),
    requesting_bureau_name: text('Cgl'),
    run: link('Cgl'),
    service_provider: link('Cgl'),
    shipping_tracking: text('Cgl'),
    status: words(
      'Cgl',
      'bid_requested',
      'bid_updated',
      'bid_negotiated',
      'shipping_to',
      'in_progress',
      'shipping_from',
      'completed',
      'declined',
      'cancelled',
    ),
    target: text('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    workstation_name: text('Cgl'),
  },
})

/** outside company that makes parts (work) or refurbishes tooling (vendor) */
export const serviceProvider = resource({
  path: '/service-provider/',
  about: 'outside company that makes parts (work) or refurbishes tooling (vendor)',
  calls: { list: '/service-provider/', get: '/service-provider/{uuid}/', create: '/service-provider/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    account_status: words('Cgl', 'invited', 'active', 'provider_declined', 'rejected'),
    address: text('cgl'),
    bureau: link('Cgl'),
    custom_field_values: series('cgl'),
    email: text('Cgl'),
    group: link('Cgl'),
    name: text('Cgl'),
    phone_number: text('cgl'),
    service_provider_type: words('cgl', 'work', 'vendor'),
    source_bureau: link('Cgl'),
    source_bureau_name: text('Cgl'),
    source_service_provider: link('Cgl'),
    uri: link('cgl'),
    website: text('cgl'),
  },
})

/** reduced line item for provider users */
export const serviceProviderV1LineItem = resource({
  path: '/service-provider/v1/line-item/',
  about: 'reduced line item for provider users',
  calls: {
    list: '/service-provider/v1/line-item/',
    get: '/service-provider/v1/line-item/{uuid}/',
    create: '/service-provider/v1/line-item/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: record('Cgl'),
    layer_thickness: decimal('cgl'),
    materials: record('Cgl'),
    model: record('Cgl'),
    model_unit: words('Cgl', 'in', 'mm'),
    notes: text('Cgl'),
    order: link('Cgl'),
    quantity: integer('Cgl'),
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
    uri: link('Cgl'),
    workflow: record('Cgl'),
  },
})

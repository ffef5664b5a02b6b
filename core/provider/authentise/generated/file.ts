// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, identifier, integer, link, manyWords, moment, resource, series, text, words } from '../resource.ts'

/** internal binary store entry */
export const file = resource({
  path: '/file/',
  about: 'internal binary store entry',
  calls: { list: '/file/', get: '/file/{uuid}/', create: '/file/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bucket: text('Cgl'),
    content: text('Cgl'),
    description: text('cgl'),
    key: text('Cgl'),
    mimetype: text('Cgl'),
    name: text('cgl'),
    'upload-location': text('Cgl'),
    uploaded: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** denormalised line-item row for reporting connectors */
export const flatLineItem = resource({
  path: '/flat-line-item/',
  about: 'denormalised line-item row for reporting connectors',
  calls: { list: '/flat-line-item/', get: '/flat-line-item/{uuid}/', create: '/flat-line-item/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: {
    additional_costs: series('Cgl'),
    anatomy_element: text('cgl'),
    anatomy_family: text('cgl'),
    anatomy_property: text('cgl'),
    application_type: text('Cgl'),
    base_material_name: text('Cgl'),
    base_material_used: decimal('Cgl'),
    bureau_custom_cost: decimal('Cgl'),
    business_location: text('cgl'),
    business_segment: text('cgl'),
    business_unit: text('cgl'),
    completed_date: moment('Cgl'),
    confirmed_date: text('Cgl'),
    cost_center: text('cgl'),
    cpt_code: text('cgl'),
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
    custom_field_values: series('cgl'),
    customer_email: text('Cgl'),
    customer_name: text('Cgl'),
    customer_requested_delivery: text('Cgl'),
    customer_target_price: text('Cgl'),
    department_number: text('Cgl'),
    design_time: integer('Cgl'),
    division_name: text('Cgl'),
    due_date: moment('Cgl'),
    ip_sensitivity: words('Cgl', 'high', 'medium', 'low'),
    ipt: text('Cgl'),
    layer_thickness: decimal('Cgl'),
    location: text('Cgl'),
    manufacturing_process: text('Cgl'),
    material_cost: decimal('Cgl'),
    model: address('Cgl'),
    model_name: text('Cgl'),
    model_render: address('Cgl'),
    model_surface_area: decimal('Cgl'),
    model_updated: moment('Cgl'),
    model_volume: decimal('Cgl'),
    month: integer('cgl'),
    notes: text('Cgl'),
    offered_service_provider_cost: decimal('Cgl'),
    offered_service_provider_currency: manyWords(
      'Cgl',
      'AED|AFN|ALL|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|' +
        'CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|' +
        'GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|' +
        'LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|' +
        'PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SLL|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|' +
        'TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XDR|XOF|XPD|XPF|XPT|XSU|' +
        'XTS|XUA|XXX|YER|ZAR|ZMW|ZWL',
    ),
    offered_service_provider_name: text('Cgl'),
    offered_service_provider_uuid: identifier('Cgl'),
    order: identifier('Cgl'),
    order_created_by: text('Cgl'),
    order_customer_id: text('Cgl'),
    order_date: moment('Cgl'),
    part_intended_use: text('cgl'),
    post_processing_cost: decimal('Cgl'),
    print_bounding_box: decimal('cgl'),
    printer_type_name: text('Cgl'),
    prints_quantity: integer('Cgl'),
    priority_type: text('Cgl'),
    production_type: text('Cgl'),
    request_type: text('Cgl'),
    revision: text('cgl'),
    status: text('Cgl'),
    support_material_name: text('Cgl'),
    support_material_used: decimal('Cgl'),
    uri: link('Cgl'),
    uuid: identifier('Cgl'),
    workflow_name: text('Cgl'),
    year: integer('cgl'),
  },
})

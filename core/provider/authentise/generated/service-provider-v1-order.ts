// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, link, manyWords, moment, record, resource, seconds, series, text, words } from '../resource.ts'

/** reduced order for provider users */
export const serviceProviderV1Order = resource({
  path: '/service-provider/v1/order/',
  about: 'reduced order for provider users',
  calls: { list: '/service-provider/v1/order/', get: '/service-provider/v1/order/{uuid}/', create: '/service-provider/v1/order/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: record('Cgl'),
    name: text('Cgl'),
    owner: record('Cgl'),
    shipping: record('Cgl'),
    status: words(
      'Cgl',
      'calculating_estimates',
      'cancelled',
      'confirmed',
      'complete',
      'error',
      'new',
      'pending',
      'in-preparation',
      'processing',
      'post-processing',
      'printing',
      'shipping',
      'cloning',
    ),
    uri: link('Cgl'),
  },
})

/** login session; POST starts one by password, QR code or LDAP */
export const sessions = resource({
  path: '/sessions/',
  about: 'login session; POST starts one by password, QR code or LDAP',
  calls: { list: '/sessions/', get: '/sessions/{uuid}/', create: '/sessions/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    autologout_after: moment('Cgl'),
    contactless_secret: text('Cgl'),
    emails: series('cgl'),
    ephemeral: flag('cgl'),
    impersonating: link('cgl'),
    is_self_registered: flag('cgl'),
    ldap_username: text('Cgl'),
    logon_type: words('Cgl', 'password', 'qr', 'ldap'),
    name: text('cgl'),
    password: text('Cgl'),
    submit: text('cgl'),
    tos: flag('cgl'),
    uri: link('cgl'),
    username: text('Cgl'),
  },
})

/** generated DOCX packing list of a shipment */
export const shipmentPackingSlip = resource({
  path: '/shipment-packing-slip/',
  about: 'generated DOCX packing list of a shipment',
  calls: { list: '/shipment-packing-slip/', get: '/shipment-packing-slip/{uuid}/', create: '/shipment-packing-slip/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    content: address('Cgl'),
    created: moment('Cgl'),
    order: link('Cgl'),
    run: link('Cgl'),
    shipment: link('Cgl'),
    status: words('Cgl', 'pending', 'processing', 'complete', 'error'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** parcel movement of an order or run with addresses, dates, cost and tracking number */
export const shipment = resource({
  path: '/shipment/',
  about: 'parcel movement of an order or run with addresses, dates, cost and tracking number',
  calls: { list: '/shipment/', get: '/shipment/{uuid}/', create: '/shipment/' },
  isCreateClosed: true,
  verbs: ['PUT'],
  extras: { split: { method: 'POST', path: '/shipment/split/', takes: ['message', 'pieces', 'run', 'shipment'], gives: [] } },
  fields: {
    actual_cost: decimal('Cgl'),
    actual_delivery_date: moment('Cgl'),
    actual_shipment_date: moment('Cgl'),
    billing_address: record('Cgl'),
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
    estimated_cost: decimal('Cgl'),
    estimated_delivery_date: moment('Cgl'),
    estimated_shipment_date: moment('Cgl'),
    name: text('Cgl'),
    order: link('Cgl'),
    origin_address: record('Cgl'),
    recipient_address: record('Cgl'),
    run: link('Cgl'),
    shipper_url: address('cgl'),
    shipping_partner: text('Cgl'),
    status: words('Cgl', 'new', 'queued', 'in_transit', 'received', 'error', 'cancelled'),
    tracking_number: text('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
    message: text(''),
    pieces: series(''),
    shipment: link(''),
  },
})

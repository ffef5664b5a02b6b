// Generated from the contract by main/build/generate-providers.ts.
import { decimal, integer, link, manyWords, moment, resource, text, words } from '../resource.ts'

/** drawing-to-mesh conversion by an outside service */
export const zverseConversion = resource({
  path: '/zverse-conversion/',
  about: 'drawing-to-mesh conversion by an outside service',
  calls: { list: '/zverse-conversion/', get: '/zverse-conversion/{uuid}/', create: '/zverse-conversion/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    complexity: words('Cgl', 'TBD', 'Low', 'LowMedium', 'Medium', 'High', 'Custom'),
    complexity_value: integer('Cgl'),
    cost: decimal('cgl'),
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
    filename: text('Cgl'),
    model: link('Cgl'),
    notes: text('Cgl'),
    status: words(
      'Cgl',
      'new',
      'pending',
      'submitted',
      'estimate-completed',
      'approval-requested',
      'approval-failed',
      'conversion-approved',
      'conversion-completed',
      'complete',
      'error',
    ),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    zverse_id: text('Cgl'),
  },
})

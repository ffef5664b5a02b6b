// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, integer, link, manyWords, moment, resource, seconds, series, text, words } from '../resource.ts'

/** material cost for a date range; ranges may not overlap or lie in the future */
export const costReport = resource({
  path: '/cost-report/',
  about: 'material cost for a date range; ranges may not overlap or lie in the future',
  calls: { list: '/cost-report/', get: '/cost-report/{uuid}/', create: '/cost-report/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    cost: decimal('Cgl'),
    cost_per_mm3: decimal('cgl'),
    end: moment('Cgl'),
    material: link('cgl'),
    start: moment('Cgl'),
    uri: link('cgl'),
  },
})

/** asynchronous creation of a printing run and its follow-up runs from pieces */
export const createRuns = resource({
  path: '/create-runs/',
  about: 'asynchronous creation of a printing run and its follow-up runs from pieces',
  calls: { list: '/create-runs/', get: '/create-runs/{uuid}/', create: '/create-runs/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    base_material_used: decimal('cgl'),
    created: moment('Cgl'),
    do_build_volume_check: flag('cgl'),
    finished: moment('Cgl'),
    locked: flag('cgl'),
    notes: text('Cgl'),
    on_packing_process_failure: words('cgl', 'split-builds', 'ignore', 'notify-user'),
    on_packing_process_success: words('cgl', 'notify-user', 'silent'),
    pieces: series('Cgl'),
    pieces_count: integer('Cgl'),
    primary_run: link('Cgl'),
    primary_run_duration: seconds('cgl'),
    primary_workstation: address('Cgl'),
    printer_name: text('Cgl'),
    priority: integer('cgl'),
    resulting_runs: series('Cgl'),
    resulting_runs_count: integer('Cgl'),
    run_name: text('Cgl'),
    status: words('Cgl', 'pending', 'processing', 'complete', 'error'),
    unfitted_pieces: series('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
  },
})

/** anti-forgery token derived from the session; needed by /role/ */
export const csrfToken = resource({
  path: '/csrf-token/',
  about: 'anti-forgery token derived from the session; needed by /role/',
  calls: { read: '/csrf-token/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { token: text('g') },
})

/** currency available in a bureau, one flagged as default */
export const currencyConversion = resource({
  path: '/currency-conversion/',
  about: 'currency available in a bureau, one flagged as default',
  calls: { list: '/currency-conversion/', get: '/currency-conversion/{uuid}/', create: '/currency-conversion/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
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
    is_bureau_default: flag('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    value: decimal('Cgl'),
  },
})

/** bureau-made user group for special permissions */
export const customGroup = resource({
  path: '/custom-group/',
  about: 'bureau-made user group for special permissions',
  calls: { list: '/custom-group/', get: '/custom-group/{uuid}/', create: '/custom-group/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    by_user: link('Cgl'),
    created: moment('Cgl'),
    description: text('Cgl'),
    members: series('Cgl'),
    name: text('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** bureau-specific print-time estimator; read only */
export const customPrintTimeEstimator = resource({
  path: '/custom-print-time-estimator/',
  about: 'bureau-specific print-time estimator; read only',
  calls: { list: '/custom-print-time-estimator/', get: '/custom-print-time-estimator/{uuid}/', create: '/custom-print-time-estimator/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: { bureau: link('Cgl'), estimator_type: words('Cgl', 'digifabster_estimator'), name: text('Cgl'), uri: text('Cgl') },
})

/** opaque per-key settings blob */
export const customSettings = resource({
  path: '/custom-settings/',
  about: 'opaque per-key settings blob',
  calls: { get: '/custom-settings/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: { act: { method: 'POST', path: '/custom-settings/{uuid}/', takes: [], gives: [] } },
  fields: {},
})

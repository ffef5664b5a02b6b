// Generated from the contract by main/build/generate-providers.ts.
import { address, flag, identifier, link, manyWords, moment, record, resource, series, text, words } from '../resource.ts'

/** Castor comparison of traditional against additive cost of a model */
export const castorCosting = resource({
  path: '/castor-costing/',
  about: 'Castor comparison of traditional against additive cost of a model',
  calls: { list: '/castor-costing/', get: '/castor-costing/{uuid}/', create: '/castor-costing/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    castor_new_config_url: address('Cgl'),
    castor_project_id: text('Cgl'),
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
    model: link('Cgl'),
    'model-library': link('Cgl'),
    notes: text('Cgl'),
    process_done_on: moment('Cgl'),
    sent_on: moment('Cgl'),
    status: words(
      'Cgl',
      'new',
      'pending',
      'project_up',
      'project_up_failed',
      'files_up',
      'files_up_failed',
      'processing',
      'up_to_date',
      'refetch_needed',
      'failed',
    ),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** task created from a comment mention; only its assignee changes the status */
export const commentAction = resource({
  path: '/comment-action/',
  about: 'task created from a comment mention; only its assignee changes the status',
  calls: { list: '/comment-action/', get: '/comment-action/{uuid}/' },
  isCreateClosed: false,
  verbs: ['PUT'],
  extras: {},
  fields: {
    assignee_user: link('gl'),
    comment: link('gl'),
    completed: moment('gl'),
    created: moment('gl'),
    created_by: link('gl'),
    related_table_name: words('gl', 'order', 'line_item', 'prep_task_record', 'model_library', 'run', 'service_provider_job', 'piece'),
    related_uri: address('gl'),
    related_uuid: identifier('gl'),
    status: words('gl', 'new', 'in-progress', 'complete'),
    updated: moment('gl'),
    uri: link('gl'),
  },
})

/** discussion entry attached to an order, line item, task record, library model, run, provider job or piece */
export const comment = resource({
  path: '/comment/',
  about: 'discussion entry attached to an order, line item, task record, library model, run, provider job or piece',
  calls: { list: '/comment/', get: '/comment/{uuid}/', create: '/comment/' },
  isCreateClosed: false,
  verbs: ['PUT'],
  extras: {},
  fields: {
    author_name: text('Cgl'),
    comment_action: record('Cgl'),
    created: moment('Cgl'),
    mentioned_users: series('Cgl'),
    related_table_name: words('Cgl', 'order', 'line_item', 'prep_task_record', 'model_library', 'run', 'service_provider_job', 'piece'),
    related_uuid: identifier('Cgl'),
    text: text('Cgl'),
    text_ilike: flag('cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
    username: text('Cgl'),
  },
})

/** sends a support request by e-mail; POST only */
export const contactUs = resource({
  path: '/contact-us/',
  about: 'sends a support request by e-mail; POST only',
  calls: { create: '/contact-us/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { support_request_payload: text('c') },
})

/** raw bytes of stored content, decrypted on read */
export const content = resource({
  path: '/content/',
  about: 'raw bytes of stored content, decrypted on read',
  calls: { get: '/content/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

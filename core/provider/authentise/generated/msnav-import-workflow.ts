// Generated from the contract by main/build/generate-providers.ts.
import { link, manyWords, moment, record, resource, series, text, words } from '../resource.ts'

/** workflow parsed from NAV files */
export const msnavImportWorkflow = resource({
  path: '/msnav-import/workflow/',
  about: 'workflow parsed from NAV files',
  calls: { list: '/msnav-import/workflow/', get: '/msnav-import/workflow/{uuid}/', create: '/msnav-import/workflow/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { bureau: link('Cgl'), msnav_files: series('cgl'), name: text('Cgl'), uri: link('cgl'), workflow: link('cgl') },
})

/** external analysis of a print by Nebumind */
export const nebumindAnalysis = resource({
  path: '/nebumind-analysis/',
  about: 'external analysis of a print by Nebumind',
  calls: { list: '/nebumind-analysis/', get: '/nebumind-analysis/{uuid}/', create: '/nebumind-analysis/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
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
    indications: series('Cgl'),
    nebumind_user_name: text('Cgl'),
    nebumind_user_password: text('Cgl'),
    notes: text('Cgl'),
    piece: link('Cgl'),
    status: words('Cgl', 'new', 'in_progress', 'complete', 'error'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    visualization: text('Cgl'),
  },
})

/** templated e-mail message */
export const notifications = resource({
  path: '/notifications/',
  about: 'templated e-mail message',
  calls: { list: '/notifications/', get: '/notifications/{uuid}/', create: '/notifications/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    context: record('Cgl'),
    created: moment('cgl'),
    emails: series('cgl'),
    reply_to: text('cgl'),
    template: manyWords(
      'Cgl',
      'customer.support_request|nautilus.bureau_bid_declined_email|nautilus.bureau_bid_updated_email|' +
        'nautilus.bureau_inactivate_process_provider|nautilus.castor_estimate_done|nautilus.conversion_expert|' +
        'nautilus.model_upload_failed|nautilus.order_complete|nautilus.order_created|nautilus.order_line_items_confirmed|' +
        'nautilus.order_owner|nautilus.order_scheduled|nautilus.order_shipped|nautilus.order_start_printing|' +
        'nautilus.order_summary|nautilus.order_summary_ephemeral_user|nautilus.order_update|nautilus.print_error|' +
        'nautilus.process_provider_activated|nautilus.process_provider_declined|nautilus.process_provider_invited|' +
        'nautilus.service_provider_assignment_email|nautilus.service_provider_canceled_email|' +
        'nautilus.service_provider_confirmation_email|nautilus.service_provider_inactivate_process_provider|' +
        'nautilus.service_provider_order_request_email|nautilus.service_provider_registration|' +
        'nautilus.service_provider_update_email|nautilus.stock_available_below_min_quantity|' +
        'nautilus.user_mentioned_in_comment|nautilus.work_instruction_piece_owner|users.blocked_for_login|' +
        'users.guest_registered|users.password_reset|users.welcome_mailer|vision.alert',
    ),
    uri: link('cgl'),
    user: link('cgl'),
  },
})

/** start of the OAuth redirect to a partner */
export const oauthAuthorize = resource({
  path: '/oauth/authorize/{provider}/',
  about: 'start of the OAuth redirect to a partner',
  calls: { read: '/oauth/authorize/{provider}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

/** OAuth return address; state optional */
export const oauthCallback = resource({
  path: '/oauth/callback/',
  about: 'OAuth return address; state optional',
  calls: { read: '/oauth/callback/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

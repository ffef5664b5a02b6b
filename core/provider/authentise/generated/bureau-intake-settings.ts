// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, integer, link, manyWords, moment, record, resource, seconds, series, text, words } from '../resource.ts'

/** bureau defaults for customer pricing: hourly charges and times */
export const bureauIntakeSettings = resource({
  path: '/bureau-intake-settings/',
  about: 'bureau defaults for customer pricing: hourly charges and times',
  calls: { list: '/bureau-intake-settings/', get: '/bureau-intake-settings/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('gl'),
    default_labor_charge_per: decimal('gl'),
    default_labor_time: seconds('gl'),
    default_machine_run_charge_per: decimal('gl'),
    default_machine_run_time: seconds('gl'),
    default_workstation_charge_per: decimal('gl'),
    default_workstation_time: seconds('gl'),
    uri: link('gl'),
  },
})

/** short announcement shown to users of a bureau */
export const bureauNotification = resource({
  path: '/bureau-notification/',
  about: 'short announcement shown to users of a bureau',
  calls: { list: '/bureau-notification/', get: '/bureau-notification/{uuid}/', create: '/bureau-notification/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { author_name: text('Cgl'), bureau: link('Cgl'), created: moment('Cgl'), text: text('Cgl'), uri: link('Cgl') },
})

/** bureau-wide switches: currency, units, defaults, notification counts */
export const bureauSettings = resource({
  path: '/bureau-settings/',
  about: 'bureau-wide switches: currency, units, defaults, notification counts',
  calls: { list: '/bureau-settings/', get: '/bureau-settings/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    autologout_after: integer('gl'),
    barcode_default_format: words('gl', 'barcode', 'qr'),
    bureau: link('gl'),
    contactless_logon_enabled: flag('gl'),
    contactless_logon_timeout: integer('gl'),
    custom_helpdesk_uri: address('gl'),
    default_currency: manyWords(
      'gl',
      'AED|AFN|ALL|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|' +
        'CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|' +
        'GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|' +
        'LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|' +
        'PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SLL|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|' +
        'TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XDR|XOF|XPD|XPF|XPT|XSU|' +
        'XTS|XUA|XXX|YER|ZAR|ZMW|ZWL',
    ),
    default_location: link('gl'),
    default_prep_workflow: link('gl'),
    default_units: words('gl', 'in', 'mm'),
    default_workflow: link('gl'),
    email_reply_to: text('gl'),
    email_sender_name: text('gl'),
    force: flag('gl'),
    hourly_design_cost: decimal('gl'),
    last_scheduled: moment('gl'),
    mes_base_format: words('gl', 'stl', '3mf'),
    notification_custom_emails: series('gl'),
    notification_guest_registered: text('gl'),
    notification_line_items_confirmed: integer('gl'),
    notification_order_completed: integer('gl'),
    notification_order_created: integer('gl'),
    notification_order_owner: integer('gl'),
    notification_order_scheduled: integer('gl'),
    notification_order_shipped: integer('gl'),
    notification_order_started_printing: integer('gl'),
    notification_print_error: integer('gl'),
    order_quote_notes_placeholder: text('gl'),
    save_user_rotation: words('gl', 'never', 'always', 'ask_each_time'),
    scheduling_frequency: integer('gl'),
    uri: link('gl'),
  },
})

/** manufacturing organisation that receives orders; tied to a user group */
export const bureau = resource({
  path: '/bureau/',
  about: 'manufacturing organisation that receives orders; tied to a user group',
  calls: { list: '/bureau/', get: '/bureau/{uuid}/', create: '/bureau/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    description: text('cgl'),
    group: link('Cgl'),
    name: text('Cgl'),
    notifications: record('cgl'),
    order_banner: record('cgl'),
    reply_to: text('cgl'),
    uri: link('cgl'),
    user: link('cgl'),
  },
})

/** parsed payload of a capture */
export const captureContent = resource({
  path: '/capture-content/',
  about: 'parsed payload of a capture',
  calls: { list: '/capture-content/', get: '/capture-content/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

/** kind of capture a modeler type can make; placeholder, not implemented */
export const captureType = resource({
  path: '/capture-type/',
  about: 'kind of capture a modeler type can make; placeholder, not implemented',
  calls: { list: '/capture-type/', get: '/capture-type/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { capture_type: text('gl'), interval: integer('gl'), modeler_type: link('gl'), uri: link('gl') },
})

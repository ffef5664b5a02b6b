// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, identifier, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** small material sample taken for testing */
export const sample = resource({
  path: '/sample/',
  about: 'small material sample taken for testing',
  calls: { list: '/sample/', get: '/sample/{uuid}/', create: '/sample/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { bureau: link('Cgl'), material_batch: link('Cgl'), name: text('Cgl'), source_action: link('Cgl'), uri: link('Cgl') },
})

/** triggers a schedule estimate starting from a run */
export const scheduleRuns = resource({
  path: '/schedule_runs/',
  about: 'triggers a schedule estimate starting from a run',
  calls: { list: '/schedule_runs/', get: '/schedule_runs/{uuid}/', create: '/schedule_runs/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { edited_by: link('Cgl'), estimates: record('cgl'), run: link('Cgl'), uri: link('Cgl') },
})

/** shared directory for controlled file checkout */
export const secureCheckoutDirectory = resource({
  path: '/secure-checkout-directory/',
  about: 'shared directory for controlled file checkout',
  calls: { list: '/secure-checkout-directory/', get: '/secure-checkout-directory/{uuid}/', create: '/secure-checkout-directory/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { available: flag('Cgl'), common_name: text('Cgl'), directory_name: text('Cgl'), uri: link('Cgl') },
})

/** controlled checkout of a file to a directory */
export const secureFileCheckout = resource({
  path: '/secure-file-checkout/',
  about: 'controlled checkout of a file to a directory',
  calls: { list: '/secure-file-checkout/', get: '/secure-file-checkout/{uuid}/', create: '/secure-file-checkout/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    common_name: text('Cgl'),
    context: series('Cgl'),
    created: moment('Cgl'),
    force_check_in: flag('cgl'),
    related_table_name: words('Cgl', 'run'),
    resource_uuid: identifier('Cgl'),
    secure_checkout_directory: link('Cgl'),
    status: words(
      'cgl',
      'checking_out',
      'checked_out',
      'processing',
      'processed',
      'checking_in',
      'completed',
      'error',
      'corrected',
      'failed',
    ),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    user: link('cgl'),
  },
})

/** readings of one sensor; filter sensor required */
export const sensorData = resource({
  path: '/sensor-data/',
  about: 'readings of one sensor; filter sensor required',
  calls: { list: '/sensor-data/', get: '/sensor-data/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    humidity: decimal('gl'),
    sensor: link('gl'),
    temperature: decimal('gl'),
    timestamp: text('gl'),
    updated: moment('gl'),
    uri: link('gl'),
  },
})

/** environmental sensor attached to a sub-location */
export const sensor = resource({
  path: '/sensor/',
  about: 'environmental sensor attached to a sub-location',
  calls: { list: '/sensor/', get: '/sensor/{uuid}/', create: '/sensor/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    frequency: integer('cgl'),
    serial_number: text('Cgl'),
    state: words('cgl', 'new', 'idle', 'error'),
    sub_location: link('Cgl'),
    uri: link('Cgl'),
  },
})

/** alert test endpoint; internal */
export const sentry = resource({
  path: '/sentry/',
  about: 'alert test endpoint; internal',
  calls: { list: '/sentry/', create: '/sentry/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { alert_level: words('cl', 'info', 'warning', 'error'), test_message: text('cl') },
})

/** shares one run with a service provider; one active assignment per run */
export const serviceProviderAssignment = resource({
  path: '/service-provider-assignment/',
  about: 'shares one run with a service provider; one active assignment per run',
  calls: { create: '/service-provider-assignment/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { assigned_to: link('C'), data_entry_url: address('C'), run_to_share: link('C') },
})

// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, identifier, link, moment, resource, series, text, words } from '../resource.ts'

/** placeholder, not implemented */
export const part = resource({
  path: '/part/',
  about: 'placeholder, not implemented',
  calls: { get: '/part/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

/** payment record of an order, manual or through Stripe */
export const payment = resource({
  path: '/payment/',
  about: 'payment record of an order, manual or through Stripe',
  calls: { list: '/payment/', get: '/payment/{uuid}/', create: '/payment/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    checkout_url: address('Cgl'),
    fees: series('Cgl'),
    payment_for: link('Cgl'),
    payment_system: words('Cgl', 'manual', 'stripe'),
    purchaser: link('Cgl'),
    status: words('Cgl', 'new', 'ready', 'pending', 'complete', 'abandoned', 'error'),
    sub_total: decimal('Cgl'),
    uri: link('Cgl'),
  },
})

/** right granted to a user on a bureau; deleting revokes */
export const permissionBureau = resource({
  path: '/permission-bureau/',
  about: 'right granted to a user on a bureau; deleting revokes',
  calls: { list: '/permission-bureau/', get: '/permission-bureau/{uuid}/', create: '/permission-bureau/' },
  isCreateClosed: false,
  verbs: ['DELETE'],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    right: words(
      'Cgl',
      'currency_conversion.all',
      'location.all',
      'manufacturer.all',
      'material.all',
      'model_library.all',
      'bureau.permission.all',
      'post_processor_type.all',
      'printer_type.all',
      'service_provider.all',
      'shipping.all',
      'specimen.all',
      'workflow.all',
    ),
    uri: link('cgl'),
    user: text('Cgl'),
  },
})

/** low-level permission grant */
export const permissions = resource({
  path: '/permissions/',
  about: 'low-level permission grant',
  calls: { list: '/permissions/', get: '/permissions/{uuid}/', create: '/permissions/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    created_by: link('cgl'),
    holder: text('cgl'),
    namespace: text('Cgl'),
    object: text('Cgl'),
    resource_name: text('cgl'),
    resource_uuid: identifier('cgl'),
    right: text('Cgl'),
    uri: link('cgl'),
  },
})

/** measured times and cost of a piece; created by the system */
export const pieceActuals = resource({
  path: '/piece-actuals/',
  about: 'measured times and cost of a piece; created by the system',
  calls: { list: '/piece-actuals/', get: '/piece-actuals/{uuid}/', create: '/piece-actuals/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: {
    created: moment('Cgl'),
    end_in_progress_time: moment('Cgl'),
    per_step_details: series('Cgl'),
    piece: link('Cgl'),
    start_in_progress_time: moment('Cgl'),
    total_cost: decimal('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

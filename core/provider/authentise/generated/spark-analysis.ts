// Generated from the contract by main/build/generate-providers.ts.
import { decimal, flag, identifier, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** 3DSpark cost analysis of a library model */
export const sparkAnalysis = resource({
  path: '/spark-analysis/',
  about: '3DSpark cost analysis of a library model',
  calls: { list: '/spark-analysis/', get: '/spark-analysis/{uuid}/', create: '/spark-analysis/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    created: moment('Cgl'),
    error: text('Cgl'),
    model_library: link('Cgl'),
    part_id: text('Cgl'),
    profile_id: text('Cgl'),
    result: record('Cgl'),
    status: words('Cgl', 'pending', 'processing', 'complete', 'error'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** test specimen that is added to runs of a workflow */
export const specimen = resource({
  path: '/specimen/',
  about: 'test specimen that is added to runs of a workflow',
  calls: { list: '/specimen/', get: '/specimen/{uuid}/', create: '/specimen/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    created: moment('cgl'),
    model_library: link('Cgl'),
    parent_workflow: link('cgl'),
    quantity: integer('cgl'),
    updated: moment('cgl'),
    uri: link('Cgl'),
    workflow: link('cgl'),
  },
})

/** stock totals at a sub-location */
export const stockSummarySubLocationStock = resource({
  path: '/stock-summary/sub-location/{uuid}/stock/',
  about: 'stock totals at a sub-location',
  calls: {
    list: '/stock-summary/sub-location/{uuid}/stock/',
    get: '/stock-summary/sub-location/{uuid}/stock/{uuid}/',
    create: '/stock-summary/sub-location/{uuid}/stock/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    batches_quantity_available: decimal('Cgl'),
    material_lot_quantity_available: decimal('Cgl'),
    material_lot_quantity_on_order: decimal('Cgl'),
    stock: link('Cgl'),
    sub_location: link('Cgl'),
  },
})

/** amount of a material at a location with minimum and maximum levels */
export const stock = resource({
  path: '/stock/',
  about: 'amount of a material at a location with minimum and maximum levels',
  calls: { list: '/stock/', get: '/stock/{uuid}/', create: '/stock/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    location: link('Cgl'),
    material: link('Cgl'),
    material_batches: series('Cgl'),
    material_lots: series('Cgl'),
    material_type: words('Cgl', 'support', 'base', 'consumable', 'raw_material'),
    modeler: link('cgl'),
    on_order_quantity: decimal('cgl'),
    quantity: decimal('cgl'),
    status: words('cgl', 'in-use', 'available', 'exhausted'),
    stock_max: decimal('cgl'),
    stock_min: decimal('cgl'),
    track_quantity: flag('cgl'),
    uri: link('Cgl'),
  },
})

/** webhook receiver for Stripe with signature check */
export const stripeEventListener = resource({
  path: '/stripe-event-listener/',
  about: 'webhook receiver for Stripe with signature check',
  calls: { list: '/stripe-event-listener/', get: '/stripe-event-listener/{uuid}/', create: '/stripe-event-listener/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

/** area inside a location */
export const subLocation = resource({
  path: '/sub-location/',
  about: 'area inside a location',
  calls: { list: '/sub-location/', get: '/sub-location/{uuid}/', create: '/sub-location/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    archived: moment('Cgl'),
    bureau: link('Cgl'),
    description: text('Cgl'),
    is_default: flag('Cgl'),
    location: link('cgl'),
    name: text('Cgl'),
    uri: link('cgl'),
  },
})

/** name list of support strategies */
export const supportStrategy = resource({
  path: '/support-strategy/',
  about: 'name list of support strategies',
  calls: { list: '/support-strategy/', get: '/support-strategy/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { name: text('gl'), uri: link('gl') },
})

/** chat messages passed to a threads service */
export const threadsMessages = resource({
  path: '/threads-messages/',
  about: 'chat messages passed to a threads service',
  calls: { list: '/threads-messages/', get: '/threads-messages/{uuid}/', create: '/threads-messages/' },
  isCreateClosed: false,
  verbs: [],
  extras: {
    webhook: {
      method: 'POST',
      path: '/threads-messages/webhook/',
      takes: ['action', 'created_at', 'message', 'resource', 'thread_id', 'user'],
      gives: [],
    },
  },
  fields: {
    comment: text('Cgl'),
    created: text('cgl'),
    name: text('Cgl'),
    record_type: words('Cgl', 'run', 'model', 'order', 'line_item'),
    record_uuid: identifier('Cgl'),
    thread_id: integer('Cgl'),
    uri: link('Cgl'),
    user_uri: link('Cgl'),
    action: words('', 'CREATED', 'UPDATED', 'DELETED'),
    created_at: text(''),
    message: text(''),
    resource: identifier(''),
    user: text(''),
  },
})

// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, identifier, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** partner access token; POST creates or replaces */
export const oauthToken = resource({
  path: '/oauth/token/',
  about: 'partner access token; POST creates or replaces',
  calls: { get: '/oauth/token/{uuid}/', create: '/oauth/token/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    access_token: text('Cg'),
    access_token_expires: moment('Cg'),
    provider: words(
      'Cg',
      'autodesk-forge',
      'zverse',
      'castor3d',
      'pathfindr',
      'autodesk-fusion-bureau',
      'autodesk-fusion-user',
      'autodesk-fusion-personal-access-token',
    ),
    user: link('Cg'),
    uuid: identifier('Cg'),
  },
})

/** generated DOCX packing list of an order */
export const orderPackingSlip = resource({
  path: '/order-packing-slip/',
  about: 'generated DOCX packing list of an order',
  calls: { list: '/order-packing-slip/', get: '/order-packing-slip/{uuid}/', create: '/order-packing-slip/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    content: address('Cgl'),
    created: moment('Cgl'),
    order: link('Cgl'),
    status: words('Cgl', 'pending', 'processing', 'complete', 'error'),
    uri: link('Cgl'),
  },
})

/** internal price callback for a Streamics order part */
export const orderPartQuoteCallback = resource({
  path: '/order-part-quote-callback/',
  about: 'internal price callback for a Streamics order part',
  calls: { create: '/order-part-quote-callback/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: text('C'),
    callback_method: text('C'),
    callback_url: address('C'),
    currency: text('C'),
    material: text('C'),
    model: text('C'),
    price: decimal('C'),
    status: text('C'),
    uri: address('C'),
  },
})

/** part record synchronised with Streamics */
export const orderPart = resource({
  path: '/order-part/',
  about: 'part record synchronised with Streamics',
  calls: { list: '/order-part/', get: '/order-part/{uuid}/', create: '/order-part/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    attachments_ids: series('cgl'),
    build_due_date: moment('cgl'),
    check_out_date: moment('cgl'),
    check_out_to: text('cgl'),
    comments: series('cgl'),
    counters: record('cgl'),
    created_by: text('Cgl'),
    created_date: moment('Cgl'),
    custom_fields: record('Cgl'),
    due_date: moment('Cgl'),
    external_id: text('Cgl'),
    file_id: integer('Cgl'),
    file_name: text('Cgl'),
    id: integer('Cgl'),
    material_external_id: text('Cgl'),
    model_uri: address('Cgl'),
    modified_by: text('Cgl'),
    modified_date: moment('Cgl'),
    needs_validation: flag('cgl'),
    order: link('cgl'),
    order_external_id: text('Cgl'),
    parameters: record('cgl'),
    part_id: integer('Cgl'),
    part_name: text('Cgl'),
    planned_end_date: moment('Cgl'),
    post_processing_estimation: decimal('cgl'),
    post_processing_template: integer('cgl'),
    price: decimal('cgl'),
    quantity: integer('Cgl'),
    quoted_part_external_id: text('cgl'),
    quotes: series('cgl'),
    status: text('Cgl'),
    uri: link('cgl'),
  },
})

/** price offer sent to the customer for a whole order; several revisions possible, newest counts */
export const orderQuote = resource({
  path: '/order-quote/',
  about: 'price offer sent to the customer for a whole order; several revisions possible, newest counts',
  calls: { list: '/order-quote/', get: '/order-quote/{uuid}/', create: '/order-quote/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    approved: flag('cgl'),
    bureau: link('Cgl'),
    content: address('cgl'),
    created: moment('cgl'),
    customer_po: text('cgl'),
    discount_type: words('cgl', 'percentage', 'amount'),
    discount_value: decimal('cgl'),
    markup_value: decimal('cgl'),
    notes: text('cgl'),
    number: text('cgl'),
    order: link('Cgl'),
    status: words('cgl', 'pending', 'processing', 'complete', 'error'),
    uri: link('cgl'),
  },
})

/** CSV export of an order and its line items */
export const orderReport = resource({
  path: '/order-report/',
  about: 'CSV export of an order and its line items',
  calls: { read: '/order-report/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** logged add, edit or delete of unused containers in a lot; POST, GET and LIST only */
export const materialLotAction = resource({
  path: '/material-lot-action/',
  about: 'logged add, edit or delete of unused containers in a lot; POST, GET and LIST only',
  calls: { list: '/material-lot-action/', get: '/material-lot-action/{uuid}/', create: '/material-lot-action/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    action_type: words('Cgl', 'add_containers', 'edit_containers_quantity', 'delete_containers', 'receive_lot'),
    created: moment('Cgl'),
    material_lot: link('Cgl'),
    metadata: record('cgl'),
    notes: text('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
  },
})

/** delivered group of material, written once */
export const materialLot = resource({
  path: '/material-lot/',
  about: 'delivered group of material, written once',
  calls: { list: '/material-lot/', get: '/material-lot/{uuid}/', create: '/material-lot/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    actual_delivery_date: moment('Cgl'),
    containers_available_for_initial_batches: series('Cgl'),
    cost: decimal('Cgl'),
    delivery_id: text('Cgl'),
    estimated_delivery_date: moment('Cgl'),
    expiration_date: moment('Cgl'),
    full_quantity: decimal('Cgl'),
    initial_batches: series('Cgl'),
    location: link('Cgl'),
    location_name: text('Cgl'),
    material: link('Cgl'),
    material_name: text('Cgl'),
    material_purchase_order: link('Cgl'),
    material_purchase_order_external_id: text('Cgl'),
    material_type: words('Cgl', 'support', 'base', 'consumable', 'raw_material'),
    name: text('Cgl'),
    notes: text('cgl'),
    number_of_containers: integer('Cgl'),
    quantity: decimal('Cgl'),
    size_of_container: decimal('Cgl'),
    status: words(
      'cgl',
      'on_order',
      'received',
      'in_testing',
      'available',
      'in_use',
      'done',
      'scrapped',
      'return_to_supplier',
      'in_storage',
    ),
    sub_location: link('Cgl'),
    units: words('cgl', 'cm3', 'mm3', 'inch3', 'ml', 'l', 'gram', 'kg', 'lb', 'each', 'meter', 'feet', 'meter2', 'feet2'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    usage_cycles_limit: integer('Cgl'),
  },
})

/** supplier purchase order for material; external_id unique per bureau */
export const materialPurchaseOrder = resource({
  path: '/material-purchase-order/',
  about: 'supplier purchase order for material; external_id unique per bureau',
  calls: { list: '/material-purchase-order/', get: '/material-purchase-order/{uuid}/', create: '/material-purchase-order/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    created: moment('Cgl'),
    delivered_quantity: decimal('Cgl'),
    external_id: text('Cgl'),
    material: link('Cgl'),
    material_name: text('Cgl'),
    planned_full_quantity: decimal('Cgl'),
    units: text('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** join between a stock action and other resources */
export const materialStockActionRelationship = resource({
  path: '/material-stock-action-relationship/',
  about: 'join between a stock action and other resources',
  calls: {
    list: '/material-stock-action-relationship/',
    get: '/material-stock-action-relationship/{uuid}/',
    create: '/material-stock-action-relationship/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    created: moment('Cgl'),
    quantity: decimal('Cgl'),
    relationship_type: words('Cgl', 'source', 'destination'),
    resource: address('Cgl'),
    run: link('Cgl'),
    stock_action: link('Cgl'),
    uri: link('Cgl'),
  },
})

/** logged change of a material stock; no DELETE */
export const materialStockAction = resource({
  path: '/material-stock-action/',
  about: 'logged change of a material stock; no DELETE',
  calls: { list: '/material-stock-action/', get: '/material-stock-action/{uuid}/', create: '/material-stock-action/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    action_quantity: decimal('Cgl'),
    action_type: words('Cgl', 'consume', 'replenish', 'reconcile'),
    created: moment('Cgl'),
    metadata: record('cgl'),
    notes: text('Cgl'),
    quantity: decimal('Cgl'),
    reason: text('Cgl'),
    run: link('Cgl'),
    source_stock: link('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
  },
})

// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, integer, link, moment, record, resource, seconds, series, text, words } from '../resource.ts'

/** shipping method, modelled as a workstation type */
export const shipping = resource({
  path: '/shipping/',
  about: 'shipping method, modelled as a workstation type',
  calls: { list: '/shipping/', get: '/shipping/{uuid}/', create: '/shipping/' },
  isCreateClosed: false,
  verbs: ['DELETE'],
  extras: {},
  fields: {
    batching_strategy: words('cgl', 'by_size_xyz', 'by_size_xy', 'by_number_of_parts', 'match_previous', 'single', 'by_job'),
    build_volume: record('Cgl'),
    bureau: link('Cgl'),
    cost: decimal('Cgl'),
    description: text('Cgl'),
    flow_time: seconds('Cgl'),
    flow_time_queued: seconds('Cgl'),
    in_progress: series('Cgl'),
    in_progress_max: integer('Cgl'),
    min_packing_distance: decimal('cgl'),
    name: text('Cgl'),
    number_of_parts: integer('cgl'),
    region: words('Cgl', 'africa', 'antarctica', 'asia', 'australia', 'europe', 'north-america', 'south-america'),
    uri: link('cgl'),
  },
})

/** library model and quantity in a cart */
export const shoppingCartItem = resource({
  path: '/shopping-cart-item/',
  about: 'library model and quantity in a cart',
  calls: { list: '/shopping-cart-item/', get: '/shopping-cart-item/{uuid}/', create: '/shopping-cart-item/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    destination: link('Cgl'),
    estimator: address('Cgl'),
    material_override: link('Cgl'),
    price_per: decimal('Cgl'),
    quantity: integer('Cgl'),
    shopping_cart: link('Cgl'),
    source: link('Cgl'),
    uri: link('Cgl'),
  },
})

/** cart that turns into an order at checkout; one active per user */
export const shoppingCart = resource({
  path: '/shopping-cart/',
  about: 'cart that turns into an order at checkout; one active per user',
  calls: { list: '/shopping-cart/', get: '/shopping-cart/{uuid}/', create: '/shopping-cart/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    name: text('cgl'),
    order: link('Cgl'),
    owner: link('Cgl'),
    payment_status: words('Cgl', 'new', 'ready', 'pending', 'complete', 'abandoned', 'error'),
    status: words('Cgl', 'empty', 'in-progress', 'complete', 'abandoned'),
    uri: link('Cgl'),
  },
})

/** asynchronous slicing of a processed model */
export const slice = resource({
  path: '/slice/',
  about: 'asynchronous slicing of a processed model',
  calls: { list: '/slice/', get: '/slice/{uuid}/', create: '/slice/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    build_file: link('Cgl'),
    callback: record('cgl'),
    content: text('cgl'),
    error: text('cgl'),
    estimated_slicing_time_ms: integer('cgl'),
    estimates: record('cgl'),
    model: link('cgl'),
    slice_time: text('cgl'),
    slicer_config: link('Cgl'),
    slicer_config_raw: link('Cgl'),
    status: text('cgl'),
    uri: link('cgl'),
    use_vision: flag('cgl'),
    user: link('cgl'),
  },
})

/** slicer configuration for a printer, type or cluster */
export const slicerConfig = resource({
  path: '/slicer-config/',
  about: 'slicer configuration for a printer, type or cluster',
  calls: { list: '/slicer-config/', get: '/slicer-config/{uuid}/', create: '/slicer-config/' },
  isCreateClosed: false,
  verbs: [],
  extras: {
    fromParameters: {
      method: 'POST',
      path: '/slicer-config/from-parameters/',
      takes: ['description', 'engine', 'jeni_cluster', 'name', 'parameters', 'printer', 'printer_type'],
      gives: [],
    },
  },
  fields: {
    content: text('cgl'),
    description: text('cgl'),
    engine: words('cgl', 'slic3r', 'prusaslicer'),
    error: text('Cgl'),
    jeni_cluster: link('Cgl'),
    name: text('cgl'),
    parameters: record('cgl'),
    printer: link('Cgl'),
    printer_type: link('Cgl'),
    status: words('Cgl', 'pending_file_upload', 'parsed', 'failed'),
    uri: link('Cgl'),
  },
})

/** slicer configuration supplied as text */
export const slicerConfigRaw = resource({
  path: '/slicer-config/raw/',
  about: 'slicer configuration supplied as text',
  calls: { list: '/slicer-config/raw/', get: '/slicer-config/raw/{uuid}/', create: '/slicer-config/raw/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    content: text('cgl'),
    description: text('cgl'),
    engine: words('Cgl', 'slic3r', 'prusaslicer'),
    error: text('Cgl'),
    jeni_cluster: link('Cgl'),
    name: text('cgl'),
    printer: link('Cgl'),
    printer_type: link('Cgl'),
    status: words('Cgl', 'pending_file_upload', 'parsed', 'failed'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** analysis profiles of 3DSpark; read only */
export const sparkAnalysisProfile = resource({
  path: '/spark-analysis-profile/',
  about: 'analysis profiles of 3DSpark; read only',
  calls: { list: '/spark-analysis-profile/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { name: text('l'), process_chain_names: series('l'), profile_id: text('l') },
})

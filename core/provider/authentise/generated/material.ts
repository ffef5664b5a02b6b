// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** consumable type with units, cost, density and process; not a stock amount */
export const material = resource({
  path: '/material/',
  about: 'consumable type with units, cost, density and process; not a stock amount',
  calls: { list: '/material/', get: '/material/{uuid}/', create: '/material/' },
  isCreateClosed: false,
  verbs: ['DELETE'],
  extras: { clone: { method: 'POST', path: '/material/{uuid}/clone/', takes: [], gives: [] } },
  fields: {
    base_template: link('Cgl'),
    bureau: link('Cgl'),
    color: text('Cgl'),
    color_opacity: decimal('cgl'),
    cost: decimal('Cgl'),
    custom_field_values: series('cgl'),
    density: decimal('cgl'),
    description: text('Cgl'),
    external_datasheet_url: address('cgl'),
    external_id: text('cgl'),
    identifiers: series('cgl'),
    is_prosper_integration_available: flag('cgl'),
    is_template: flag('Cgl'),
    manufacturer: link('Cgl'),
    manufacturing_process: words(
      'cgl',
      'Binder Jet',
      'NA',
      'SLA',
      'SLS',
      'FDM',
      'Polyjet',
      'Polyjet Anatomy',
      'EBM',
      'MJF',
      'DLP',
      'CLIP',
      'DMLS',
      'SDL',
      'SLM_DMLS',
      'LCD SLA',
      'CNC',
      'Press brake',
      'Laser cutting',
      'Waterjet',
    ),
    material_family: words('cgl', 'Priority', 'Polymer', 'Composite', 'Metal', 'Ceramic', 'Wax', 'Sand'),
    name: text('Cgl'),
    post_processing_seconds: integer('cgl'),
    stock_locations: series('Cgl'),
    swatch: address('cgl'),
    third_party_fulfillment: flag('Cgl'),
    thumbnail: record('cgl'),
    type: words('Cgl', 'support', 'base', 'consumable', 'raw_material'),
    units: words('cgl', 'cm3', 'mm3', 'inch3', 'ml', 'l', 'gram', 'kg', 'lb', 'each', 'meter', 'feet', 'meter2', 'feet2'),
    units_measurement_core: words('cgl', 'weight', 'volume', 'count', 'length', 'area'),
    uri: link('cgl'),
  },
})

/** humidity and temperature history of a batch; read only, filter material_batch */
export const materialBatchSensorData = resource({
  path: '/material_batch_sensor_data/',
  about: 'humidity and temperature history of a batch; read only, filter material_batch',
  calls: { list: '/material_batch_sensor_data/', get: '/material_batch_sensor_data/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    humidity: decimal('gl'),
    material_batch: link('gl'),
    sensor: link('gl'),
    temperature: decimal('gl'),
    timestamp: text('gl'),
    uri: link('gl'),
  },
})

/** user to group link; administrative, changes need group-admin right */
export const memberships = resource({
  path: '/memberships/',
  about: 'user to group link; administrative, changes need group-admin right',
  calls: { list: '/memberships/', get: '/memberships/{uuid}/', create: '/memberships/' },
  isCreateClosed: false,
  verbs: ['PUT', 'DELETE'],
  extras: {},
  fields: { group: link('Cgl'), uri: link('cgl'), user: link('Cgl') },
})

/** merge of layout and positions into a build file */
export const merge = resource({
  path: '/merge/',
  about: 'merge of layout and positions into a build file',
  calls: { get: '/merge/{uuid}/', create: '/merge/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { build_file: link('cg'), created: moment('cg'), description: text('cg'), name: text('Cg'), uri: link('cg') },
})

/** modular printer extension for GE M Line */
export const mlineLaserProcessingSystem = resource({
  path: '/mline-laser-processing-system/',
  about: 'modular printer extension for GE M Line',
  calls: {
    list: '/mline-laser-processing-system/',
    get: '/mline-laser-processing-system/{uuid}/',
    create: '/mline-laser-processing-system/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { build: link('Cgl'), dose: link('Cgl'), overflow: link('Cgl'), printer: link('Cgl'), uri: link('cgl') },
})

/** material handling extension for GE M Line */
export const mlineMaterialHandlingSystem = resource({
  path: '/mline-material-handling-system/',
  about: 'material handling extension for GE M Line',
  calls: {
    list: '/mline-material-handling-system/',
    get: '/mline-material-handling-system/{uuid}/',
    create: '/mline-material-handling-system/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { cyclone: link('Cgl'), input_module: link('Cgl'), output_module: link('Cgl'), post_processor: link('Cgl'), uri: link('cgl') },
})

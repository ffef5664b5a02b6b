// Generated from the contract by main/build/generate-providers.ts.
import { address, flag, link, moment, resource, series, text, words } from '../resource.ts'

/** supported printer model */
export const modelerType = resource({
  path: '/modeler-type/',
  about: 'supported printer model',
  calls: { list: '/modeler-type/', get: '/modeler-type/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    capture_types: series('gl'),
    description: text('gl'),
    manufacturer: text('gl'),
    name: text('gl'),
    technology: words(
      'gl',
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
    uri: link('gl'),
  },
})

/** connected machine as seen by monitoring */
export const modeler = resource({
  path: '/modeler/',
  about: 'connected machine as seen by monitoring',
  calls: { list: '/modeler/', get: '/modeler/{uuid}/', create: '/modeler/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    cassettes: series('Cgl'),
    connected: flag('cgl'),
    current_build: link('Cgl'),
    description: text('cgl'),
    error: text('Cgl'),
    history_collection_frequency: words('Cgl', 'daily', 'monthly', 'never'),
    ip_address: text('cgl'),
    latest_upload: moment('Cgl'),
    name: text('Cgl'),
    password: text('cgl'),
    serial_number: text('cgl'),
    status: words(
      'Cgl',
      'not_connected',
      'error',
      'idle',
      'offline',
      'printing',
      'maintenance',
      'print_finished',
      'ready_to_print',
      'unknown',
    ),
    type: link('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    username: text('cgl'),
    watermark: text('Cgl'),
  },
})

/** conversion of an imported Microsoft NAV file into an order */
export const msnavImportFileToOrder = resource({
  path: '/msnav-import/file-to-order/',
  about: 'conversion of an imported Microsoft NAV file into an order',
  calls: { list: '/msnav-import/file-to-order/', get: '/msnav-import/file-to-order/{uuid}/', create: '/msnav-import/file-to-order/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    error: text('Cgl'),
    msnav_file: link('Cgl'),
    status: words('Cgl', 'pending', 'making-line-item', 'making-order', 'complete', 'error'),
    uri: link('cgl'),
    workflow: link('Cgl'),
  },
})

/** uploaded Microsoft NAV CSV file */
export const msnavImportFile = resource({
  path: '/msnav-import/file/',
  about: 'uploaded Microsoft NAV CSV file',
  calls: { list: '/msnav-import/file/', get: '/msnav-import/file/{uuid}/', create: '/msnav-import/file/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    content: address('Cgl'),
    created: moment('Cgl'),
    error: text('Cgl'),
    msnav_id: text('cgl'),
    msnav_workflows: series('cgl'),
    name: text('Cgl'),
    notes: text('Cgl'),
    status: words('Cgl', 'not-uploaded', 'uploaded', 'processing', 'processed', 'error'),
    upload_location: text('cgl'),
    uri: link('cgl'),
  },
})

/** conversion of an imported NAV workflow into a workflow */
export const msnavImportWorkflowConversion = resource({
  path: '/msnav-import/workflow-conversion/',
  about: 'conversion of an imported NAV workflow into a workflow',
  calls: {
    list: '/msnav-import/workflow-conversion/',
    get: '/msnav-import/workflow-conversion/{uuid}/',
    create: '/msnav-import/workflow-conversion/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    error: text('Cgl'),
    msnav_workflow: link('Cgl'),
    status: words('Cgl', 'pending', 'making_process_steps', 'making_workflow', 'linking_work_instructions', 'complete', 'error'),
    uri: link('cgl'),
    workflow: link('Cgl'),
  },
})

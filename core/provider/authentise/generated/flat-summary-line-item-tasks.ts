// Generated from the contract by main/build/generate-providers.ts.
import { identifier, integer, link, moment, resource, seconds, series, text, words } from '../resource.ts'

/** denormalised view of line items and their current preparation task */
export const flatSummaryLineItemTasks = resource({
  path: '/flat-summary-line-item-tasks/',
  about: 'denormalised view of line items and their current preparation task',
  calls: { list: '/flat-summary-line-item-tasks/', get: '/flat-summary-line-item-tasks/{uuid}/', create: '/flat-summary-line-item-tasks/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: {
    current_task_name: text('Cgl'),
    current_task_position: integer('Cgl'),
    current_task_record_comments: series('Cgl'),
    current_task_record_dwell_time: seconds('Cgl'),
    current_task_record_in_progress_time: seconds('Cgl'),
    current_task_record_on_hold_time: seconds('Cgl'),
    current_task_record_status: words('Cgl', 'new', 'queued', 'in-progress', 'on-hold', 'complete', 'skipped', 'cancelled'),
    current_task_record_uuid: identifier('Cgl'),
    current_task_shortname: text('Cgl'),
    current_task_user_group_name: text('Cgl'),
    current_task_uuid: identifier('Cgl'),
    line_item_name: text('Cgl'),
    line_item_uuid: identifier('Cgl'),
    order_customer_id: text('Cgl'),
    order_name: text('Cgl'),
    order_uuid: identifier('Cgl'),
    prep_workflow_first_task_record_complete: moment('Cgl'),
    prep_workflow_first_task_record_queued: moment('Cgl'),
    prep_workflow_name: text('Cgl'),
    prep_workflow_record_uuid: identifier('Cgl'),
    prep_workflow_total_tasks: integer('Cgl'),
    prep_workflow_uuid: identifier('Cgl'),
    prior_task_record_completion_date: moment('Cgl'),
  },
})

/** Autodesk Fusion packing result for a run; read only */
export const fusionAdditiveSetup = resource({
  path: '/fusion-additive-setup/',
  about: 'Autodesk Fusion packing result for a run; read only',
  calls: { list: '/fusion-additive-setup/', get: '/fusion-additive-setup/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('gl'),
    created: moment('gl'),
    fusion_uri: text('gl'),
    packing_process: link('gl'),
    run: link('gl'),
    status: words('gl', 'pending', 'processing', 'complete', 'error'),
    updated: moment('gl'),
    uri: link('gl'),
    version: integer('gl'),
  },
})

/** Autodesk Fusion assembly made from several models; read only */
export const fusionAssembledModel = resource({
  path: '/fusion-assembled-model/',
  about: 'Autodesk Fusion assembly made from several models; read only',
  calls: { list: '/fusion-assembled-model/', get: '/fusion-assembled-model/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('gl'),
    created: moment('gl'),
    fusion_uri: text('gl'),
    packing_process: link('gl'),
    run: link('gl'),
    status: words('gl', 'pending', 'processing', 'complete', 'error'),
    updated: moment('gl'),
    uri: link('gl'),
    version: integer('gl'),
  },
})

/** model mirrored from Autodesk Fusion with version switching */
export const fusionModel = resource({
  path: '/fusion-model/',
  about: 'model mirrored from Autodesk Fusion with version switching',
  calls: { list: '/fusion-model/', get: '/fusion-model/{uuid}/' },
  isCreateClosed: false,
  verbs: ['PUT'],
  extras: { versions: { method: 'GET', path: '/fusion-model/{uuid}/versions/', takes: [], gives: ['versions'] } },
  fields: {
    bureau: link('gl'),
    created: moment('gl'),
    fusion_uri: text('gl'),
    model: link('gl'),
    status: words('gl', 'pending', 'processing', 'complete', 'error'),
    updated: moment('gl'),
    uri: link('gl'),
    version: integer('gl'),
    versions: series(''),
  },
})

/** OAuth client settings for Autodesk Fusion, one per provider kind */
export const fusionOauthSettings = resource({
  path: '/fusion-oauth-settings/',
  about: 'OAuth client settings for Autodesk Fusion, one per provider kind',
  calls: { list: '/fusion-oauth-settings/', get: '/fusion-oauth-settings/{uuid}/', create: '/fusion-oauth-settings/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    client_id: text('Cgl'),
    client_secret: text('Cgl'),
    provider: words('Cgl', 'autodesk-fusion-bureau', 'autodesk-fusion-user'),
    uri: link('Cgl'),
  },
})

/** catalogue of Fusion machine settings; read only */
export const fusionPrintSettings = resource({
  path: '/fusion-print-settings/',
  about: 'catalogue of Fusion machine settings; read only',
  calls: { list: '/fusion-print-settings/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { description: text('l'), machine_model: text('l'), name: text('l'), vendor: text('l') },
})

/** mapping from a printer type to a Fusion machine configuration */
export const fusionPrinterType = resource({
  path: '/fusion-printer-type/',
  about: 'mapping from a printer type to a Fusion machine configuration',
  calls: { list: '/fusion-printer-type/', get: '/fusion-printer-type/{uuid}/', create: '/fusion-printer-type/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    created: moment('Cgl'),
    machine_model: text('Cgl'),
    name: text('Cgl'),
    printer_type: link('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    vendor: text('Cgl'),
  },
})

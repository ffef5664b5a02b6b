// Generated from the contract by main/build/generate-providers.ts.
import { address, flag, identifier, integer, link, moment, record, resource, seconds, series, text, words } from '../resource.ts'

/** ordered process steps used to make a line item */
export const workflow = resource({
  path: '/workflow/',
  about: 'ordered process steps used to make a line item',
  calls: { list: '/workflow/', get: '/workflow/{uuid}/', create: '/workflow/' },
  isCreateClosed: false,
  verbs: ['PUT'],
  extras: {
    replace: {
      method: 'POST',
      path: '/workflow/{uuid}/replace/',
      takes: ['description', 'integrated', 'labels', 'line_item', 'name', 'process_steps'],
      gives: [],
    },
  },
  fields: {
    description: text('cgl'),
    flow_time: seconds('Cgl'),
    flow_time_queued: seconds('Cgl'),
    include_custom_workflows: flag('Cgl'),
    integrated: flag('cgl'),
    labels: series('cgl'),
    line_item: link('Cgl'),
    materials: series('Cgl'),
    name: text('Cgl'),
    name_ilike: flag('Cgl'),
    pieces: series('Cgl'),
    process_steps: series('cgl'),
    source_workflow: link('Cgl'),
    specimens: series('cgl'),
    type: words('cgl', 'additive_manufacturing', 'specimen', 'powder_manufacturing'),
    updated: moment('Cgl'),
    updated_by: link('Cgl'),
    uri: link('Cgl'),
    usage_state: words('Cgl', 'archived', 'active', 'can_be_safely_archived', 'inactive'),
  },
})

/** daily capacity figures of a workstation; normally system-made */
export const workstationCapacityData = resource({
  path: '/workstation-capacity-data/',
  about: 'daily capacity figures of a workstation; normally system-made',
  calls: { list: '/workstation-capacity-data/', get: '/workstation-capacity-data/{uuid}/', create: '/workstation-capacity-data/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    actual_time: integer('Cgl'),
    available_time: integer('Cgl'),
    bureau: link('Cgl'),
    created: moment('cgl'),
    date: moment('Cgl'),
    downtime_minutes: integer('cgl'),
    potential_time: integer('Cgl'),
    related_table_name: words('Cgl', 'printer', 'post_processor', 'shipping'),
    related_uuid: identifier('Cgl'),
    updated: moment('cgl'),
    uri: link('Cgl'),
    uuid: identifier('Cgl'),
  },
})

/** combined view of printers, post processors and shipping; creation not working */
export const workstation = resource({
  path: '/workstation/',
  about: 'combined view of printers, post processors and shipping; creation not working',
  calls: { list: '/workstation/', get: '/workstation/{uuid}/', create: '/workstation/' },
  isCreateClosed: true,
  verbs: [],
  extras: {},
  fields: {
    archived: moment('Cgl'),
    description: text('cgl'),
    in_progress_max: integer('Cgl'),
    location: link('Cgl'),
    name: text('Cgl'),
    updated: moment('Cgl'),
    updated_by: link('Cgl'),
    uri: address('cgl'),
    workstation_type: text('Cgl'),
  },
})

/** requests a ZIP of line-item files after size and permission checks */
export const zipfileRequest = resource({
  path: '/zipfile-request/',
  about: 'requests a ZIP of line-item files after size and permission checks',
  calls: { create: '/zipfile-request/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { line_items: series('c'), related_table_name: words('C', 'order'), related_uuid: identifier('C') },
})

/** stored ZIP with expiry and download link */
export const zipfile = resource({
  path: '/zipfile/',
  about: 'stored ZIP with expiry and download link',
  calls: { list: '/zipfile/', get: '/zipfile/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('gl'),
    content: text('gl'),
    created: moment('gl'),
    created_by: link('gl'),
    expiry: moment('gl'),
    manifest: record('gl'),
    related_table_name: words('gl', 'order'),
    related_uuid: identifier('gl'),
    status: words('gl', 'pending', 'processing', 'completed', 'deleted', 'error'),
    uri: link('gl'),
  },
})

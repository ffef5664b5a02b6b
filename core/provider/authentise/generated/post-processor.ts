// Generated from the contract by main/build/generate-providers.ts.
import { flag, identifier, integer, link, moment, record, resource, seconds, series, text, words } from '../resource.ts'

/** one finishing station */
export const postProcessor = resource({
  path: '/post-processor/',
  about: 'one finishing station',
  calls: { list: '/post-processor/', get: '/post-processor/{uuid}/', create: '/post-processor/' },
  isCreateClosed: false,
  verbs: ['DELETE'],
  extras: {},
  fields: {
    archived: moment('Cgl'),
    duration: seconds('Cgl'),
    flow_time: seconds('Cgl'),
    flow_time_queued: seconds('Cgl'),
    in_progress: series('Cgl'),
    in_progress_max: integer('Cgl'),
    include_archived: flag('Cgl'),
    is_service: flag('cgl'),
    location: link('Cgl'),
    location_name: text('Cgl'),
    modeler: link('cgl'),
    name: text('Cgl'),
    post_processor_special_type: words('Cgl', 'non_conformance_review'),
    post_processor_type: link('Cgl'),
    post_processor_type_name: text('Cgl'),
    queue: series('cgl'),
    sub_location: link('Cgl'),
    updated: moment('Cgl'),
    updated_by: link('Cgl'),
    uri: link('cgl'),
  },
})

/** progress of one preparation task; only status is editable */
export const prepTaskRecord = resource({
  path: '/prep-task-record/',
  about: 'progress of one preparation task; only status is editable',
  calls: { list: '/prep-task-record/', get: '/prep-task-record/{uuid}/', create: '/prep-task-record/' },
  isCreateClosed: false,
  verbs: ['PUT'],
  extras: {},
  fields: {
    actuals: record('Cgl'),
    completed_by: link('Cgl'),
    created_by: link('Cgl'),
    edit_group: link('Cgl'),
    end_time: moment('Cgl'),
    name: text('Cgl'),
    order_name: text('Cgl'),
    position: integer('Cgl'),
    prep_task: link('Cgl'),
    prep_task_in_workflow: identifier('Cgl'),
    prep_workflow: link('Cgl'),
    prep_workflow_record: link('Cgl'),
    shortname: text('Cgl'),
    start_dwell_time: moment('Cgl'),
    start_in_progress_time: moment('Cgl'),
    status: words('Cgl', 'new', 'queued', 'in-progress', 'on-hold', 'complete', 'skipped', 'cancelled'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** task definition inside a preparation workflow */
export const prepTask = resource({
  path: '/prep-task/',
  about: 'task definition inside a preparation workflow',
  calls: { list: '/prep-task/', get: '/prep-task/{uuid}/', create: '/prep-task/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    created_by: link('cgl'),
    description: text('Cgl'),
    edit_group: link('Cgl'),
    name: text('Cgl'),
    shortname: text('Cgl'),
    source_task: link('Cgl'),
    uri: link('Cgl'),
    used_in_workflow_count: integer('Cgl'),
    user_estimated_dwell_time: seconds('Cgl'),
    user_estimated_work_time: seconds('Cgl'),
  },
})

/** started preparation workflow of a line item or order */
export const prepWorkflowRecord = resource({
  path: '/prep-workflow-record/',
  about: 'started preparation workflow of a line item or order',
  calls: { list: '/prep-workflow-record/', get: '/prep-workflow-record/{uuid}/', create: '/prep-workflow-record/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    line_item: link('Cgl'),
    order: link('Cgl'),
    prep_workflow: link('Cgl'),
    status: words('Cgl', 'queued', 'in-progress', 'on-hold', 'complete', 'skipped', 'cancelled'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** ordered preparation tasks before manufacturing */
export const prepWorkflow = resource({
  path: '/prep-workflow/',
  about: 'ordered preparation tasks before manufacturing',
  calls: { list: '/prep-workflow/', get: '/prep-workflow/{uuid}/', create: '/prep-workflow/' },
  isCreateClosed: false,
  verbs: [],
  extras: {
    replace: {
      method: 'POST',
      path: '/prep-workflow/{uuid}/replace/',
      takes: ['description', 'line_item', 'name', 'order', 'tasks_in_workflow'],
      gives: [],
    },
  },
  fields: {
    description: text('Cgl'),
    include_custom_workflows: flag('Cgl'),
    line_item: link('Cgl'),
    name: text('Cgl'),
    order: link('Cgl'),
    source_workflow: link('Cgl'),
    tasks_in_workflow: series('Cgl'),
    type: text('Cgl'),
    updated: moment('Cgl'),
    uri: link('Cgl'),
    usage_state: words('Cgl', 'archived', 'active', 'can_be_safely_archived', 'inactive'),
  },
})

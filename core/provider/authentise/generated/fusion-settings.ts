// Generated from the contract by main/build/generate-providers.ts.
import { address, flag, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** bureau-level Fusion hub and project settings, one record per bureau */
export const fusionSettings = resource({
  path: '/fusion-settings/',
  about: 'bureau-level Fusion hub and project settings, one record per bureau',
  calls: { list: '/fusion-settings/', get: '/fusion-settings/{uuid}/', create: '/fusion-settings/' },
  isCreateClosed: false,
  verbs: [],
  extras: {
    hubs: { method: 'GET', path: '/fusion-settings/hubs/', takes: [], gives: ['id', 'name'] },
    hubsProjects: { method: 'GET', path: '/fusion-settings/hubs/{hub_id}/projects/', takes: [], gives: ['id', 'name'] },
  },
  fields: {
    builds_project_id: text('Cgl'),
    bureau: link('Cgl'),
    hub_id: text('Cgl'),
    model_library_project_id: text('Cgl'),
    uri: link('Cgl'),
    id: text(''),
    name: text(''),
  },
})

/** background Fusion task with attempts and outcome; read only */
export const fusionWorkItem = resource({
  path: '/fusion-work-item/',
  about: 'background Fusion task with attempts and outcome; read only',
  calls: { list: '/fusion-work-item/', get: '/fusion-work-item/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    attempts: integer('gl'),
    bureau: link('gl'),
    created: moment('gl'),
    latest_attempt_report: address('gl'),
    parameters: record('gl'),
    queue_entries: series('gl'),
    related_resource_uri: address('gl'),
    status: words('gl', 'new', 'processing', 'completed', 'queued', 'error'),
    updated: moment('gl'),
    uri: link('gl'),
  },
})

/** user group */
export const groups = resource({
  path: '/groups/',
  about: 'user group',
  calls: { list: '/groups/', get: '/groups/{uuid}/', create: '/groups/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { description: text('Cgl'), name: text('Cgl'), secret: text('cgl'), subgroups: series('cgl'), uri: text('cgl') },
})

/** comparison operator usable in production guidelines; stub */
export const guidelineComparator = resource({
  path: '/guideline/comparator/',
  about: 'comparison operator usable in production guidelines; stub',
  calls: { list: '/guideline/comparator/', get: '/guideline/comparator/{uuid}/', create: '/guideline/comparator/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { bureau: link('Cgl'), name: words('Cgl', 'equals', 'greater_than', 'less_than', 'contains', 'before', 'after', 'on') },
})

/** boolean test used by production guidelines */
export const guidelineExpression = resource({
  path: '/guideline/expression/',
  about: 'boolean test used by production guidelines',
  calls: { get: '/guideline/expression/{uuid}/', create: '/guideline/expression/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cg'),
    comparator: link('Cg'),
    name: text('cg'),
    named_expression: link('Cg'),
    uri: link('Cg'),
    value: text('cg'),
  },
})

/** guidelines that match one line item; slow computed answer */
export const guidelineForLineItem = resource({
  path: '/guideline/for-line-item/',
  about: 'guidelines that match one line item; slow computed answer',
  calls: { get: '/guideline/for-line-item/{uuid}/', create: '/guideline/for-line-item/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cg'),
    description: text('Cg'),
    disabled: flag('Cg'),
    name: text('Cg'),
    process_step_template: link('Cg'),
    related_workstation_type_name: text('Cg'),
    source_guideline: address('Cg'),
    summary: text('Cg'),
    work_instruction_template: link('Cg'),
  },
})

/** guideline that recommends process steps */
export const guidelineForProcessStep = resource({
  path: '/guideline/for-process-step/',
  about: 'guideline that recommends process steps',
  calls: { list: '/guideline/for-process-step/', get: '/guideline/for-process-step/{uuid}/', create: '/guideline/for-process-step/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    description: text('Cgl'),
    disabled: flag('Cgl'),
    guideline_expressions: series('Cgl'),
    join_operator: words('Cgl', 'and', 'or'),
    name: text('Cgl'),
    process_step_template: link('Cgl'),
    summary: text('Cgl'),
    uri: link('Cgl'),
  },
})

/** guideline that recommends template work instructions for a step */
export const guidelineForWorkInstruction = resource({
  path: '/guideline/for-work-instruction/',
  about: 'guideline that recommends template work instructions for a step',
  calls: {
    list: '/guideline/for-work-instruction/',
    get: '/guideline/for-work-instruction/{uuid}/',
    create: '/guideline/for-work-instruction/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    description: text('Cgl'),
    disabled: flag('Cgl'),
    guideline_expressions: series('Cgl'),
    join_operator: words('Cgl', 'and', 'or'),
    name: text('Cgl'),
    related_workstation_uri: address('Cgl'),
    summary: text('Cgl'),
    uri: link('Cgl'),
    work_instruction_template: link('Cgl'),
  },
})

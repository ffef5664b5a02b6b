// Generated from the contract by main/build/generate-providers.ts.
import { address, flag, identifier, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** printable job traveler of an order and its model */
export const traveler = resource({
  path: '/traveler/',
  about: 'printable job traveler of an order and its model',
  calls: { read: '/traveler/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {},
})

/** CSV or JSON data behind the analytics page */
export const usersAnalyticsReport = resource({
  path: '/users-analytics-report/',
  about: 'CSV or JSON data behind the analytics page',
  calls: { list: '/users-analytics-report/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    end_time: moment('l'),
    file_format: words('l', 'csv', 'json'),
    start_time: moment('l'),
    template: words('l', 'analytics_of_state', 'analytics_of_yield', 'operating_time_days', 'operating_time_weeks'),
  },
})

/** user account */
export const users = resource({
  path: '/users/',
  about: 'user account',
  calls: { list: '/users/', get: '/users/{uuid}/', create: '/users/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    address: text('cgl'),
    archived: flag('cgl'),
    blocked_until: moment('Cgl'),
    bureau: link('cgl'),
    company: text('cgl'),
    contactless_enabled: flag('cgl'),
    context: record('Cgl'),
    conversion_expert_uuid: identifier('Cgl'),
    email: text('cgl'),
    emails: series('cgl'),
    enable_contactless_logon: flag('cgl'),
    get_contactless_logon: flag('cgl'),
    group: link('cgl'),
    is_self_registered: flag('cgl'),
    login: flag('cgl'),
    name: text('cgl'),
    password: text('cgl'),
    qr_logon_code: text('cgl'),
    submit: text('cgl'),
    tos: flag('cgl'),
    uri: link('cgl'),
    username: text('cgl'),
    uuid: identifier('cgl'),
  },
})

/** successfully printed volume */
export const volume = resource({
  path: '/volume/',
  about: 'successfully printed volume',
  calls: { list: '/volume/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    build_name: text('l'),
    end_time: moment('l'),
    failed_builds: integer('l'),
    max_end_time: moment('l'),
    min_start_time: moment('l'),
    modeler_name: text('l'),
    new_builds: integer('l'),
    part_count: integer('l'),
    processing_builds: integer('l'),
    start_time: moment('l'),
    successful_builds: integer('l'),
  },
})

/** effective checklists of a resource after inheritance; filter related_uri required */
export const workChecklistInherited = resource({
  path: '/work-checklist-inherited/',
  about: 'effective checklists of a resource after inheritance; filter related_uri required',
  calls: { list: '/work-checklist-inherited/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { related_uri: address('l'), work_checklist_linkings: series('l') },
})

/** checklist attached to a type, step, line item or print; handles inheritance */
export const workChecklistLinking = resource({
  path: '/work-checklist-linking/',
  about: 'checklist attached to a type, step, line item or print; handles inheritance',
  calls: { list: '/work-checklist-linking/', get: '/work-checklist-linking/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    position: integer('gl'),
    process_step: link('gl'),
    related_uri: address('gl'),
    uri: link('gl'),
    work_checklist: record('gl'),
    work_checklist_uri: link('gl'),
  },
})

/** list of operator tasks for a work step */
export const workChecklist = resource({
  path: '/work-checklist/',
  about: 'list of operator tasks for a work step',
  calls: { list: '/work-checklist/', get: '/work-checklist/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    additional_instruction_url: address('gl'),
    bureau: link('gl'),
    created: moment('gl'),
    description: text('gl'),
    initial_related_uri: address('gl'),
    name: text('gl'),
    updated: moment('gl'),
    updated_by: link('gl'),
    uri: link('gl'),
    version: integer('gl'),
    work_instructions: series('gl'),
  },
})

/** creates, changes or removes the checklist of a resource; PUT only, no table given */
export const workChecklistsFor = resource({
  path: '/work-checklists-for/',
  about: 'creates, changes or removes the checklist of a resource; PUT only, no table given',
  calls: {},
  isCreateClosed: false,
  verbs: [],
  extras: { act: { method: 'PUT', path: '/work-checklists-for/', takes: [], gives: [] } },
  fields: {},
})

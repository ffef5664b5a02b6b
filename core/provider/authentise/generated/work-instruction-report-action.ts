// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, flag, identifier, integer, link, moment, record, resource, series, text, words } from '../resource.ts'

/** logged action on a work-instruction report */
export const workInstructionReportAction = resource({
  path: '/work-instruction-report-action/',
  about: 'logged action on a work-instruction report',
  calls: {
    list: '/work-instruction-report-action/',
    get: '/work-instruction-report-action/{uuid}/',
    create: '/work-instruction-report-action/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    action_type: words('Cgl', 'create'),
    created: moment('Cgl'),
    metadata: series('cgl'),
    notes: text('Cgl'),
    status: words('Cgl', 'pending', 'processing', 'complete', 'error'),
    uri: link('Cgl'),
    user: link('Cgl'),
  },
})

/** work instructions and answers per print; filters piece, work_checklist, completed range */
export const workInstructionReportSummary = resource({
  path: '/work-instruction-report-summary/',
  about: 'work instructions and answers per print; filters piece, work_checklist, completed range',
  calls: {
    list: '/work-instruction-report-summary/',
    get: '/work-instruction-report-summary/{uuid}/',
    create: '/work-instruction-report-summary/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    completed: moment('Cgl'),
    order: link('Cgl'),
    piece: link('Cgl'),
    piece_name: text('Cgl'),
    print: link('Cgl'),
    run: link('Cgl'),
    run_name: text('Cgl'),
    work_checklist: link('Cgl'),
    work_checklist_name: text('Cgl'),
    work_instructions_summary: series('Cgl'),
    workflow: link('Cgl'),
  },
})

/** operator answer to one work instruction */
export const workInstructionReport = resource({
  path: '/work-instruction-report/',
  about: 'operator answer to one work instruction',
  calls: { list: '/work-instruction-report/', get: '/work-instruction-report/{uuid}/', create: '/work-instruction-report/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    completed: moment('cgl'),
    outside_threshold: flag('Cgl'),
    print: link('Cgl'),
    prints: series('Cgl'),
    report: text('Cgl'),
    report_file: record('Cgl'),
    uri: link('Cgl'),
    user: link('Cgl'),
    work_instruction: identifier('Cgl'),
  },
})

/** template work instruction */
export const workInstruction = resource({
  path: '/work-instruction/',
  about: 'template work instruction',
  calls: { list: '/work-instruction/', get: '/work-instruction/{uuid}/', create: '/work-instruction/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    additional_instruction_url: address('Cgl'),
    choices: series('Cgl'),
    description: text('Cgl'),
    position: integer('Cgl'),
    report_type: words(
      'cgl',
      'checkbox',
      'document',
      'picture',
      'no entry',
      'number',
      'range',
      'text',
      'single-selection-dropdown',
      'output-at-location',
    ),
    report_units: words('cgl', 'mm', 'cm', 'inch', 'gram', 'kg', 'lb'),
    required: flag('cgl'),
    threshold: record('cgl'),
    threshold_action: words('cgl', 'warning', 'error', 'warning_prompt_ncr'),
    threshold_notification: words('cgl', 'piece_owner', 'user_group'),
    threshold_type: words(
      'cgl',
      'between',
      'not-between',
      'tolerance',
      'less-than',
      'less-than-or-equals-to',
      'greater-than',
      'greater-than-or-equals-to',
      'contains',
      'not-contains',
      'equals-to',
      'not-equals-to',
    ),
    uuid: identifier('Cgl'),
  },
})

/** weekly working hours of a workstation type */
export const workSchedule = resource({
  path: '/work-schedule/',
  about: 'weekly working hours of a workstation type',
  calls: { list: '/work-schedule/', get: '/work-schedule/{uuid}/', create: '/work-schedule/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    post_processor_type: link('Cgl'),
    printer_type: link('Cgl'),
    type: words('Cgl', 'non_stop', 'calendar'),
    uri: link('Cgl'),
    utc_offset: decimal('cgl'),
    week: record('cgl'),
  },
})

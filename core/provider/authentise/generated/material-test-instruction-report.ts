// Generated from the contract by main/build/generate-providers.ts.
import { address, decimal, integer, link, moment, resource, series, text } from '../resource.ts'

/** measured value for one material test instruction */
export const materialTestInstructionReport = resource({
  path: '/material-test/instruction-report/',
  about: 'measured value for one material test instruction',
  calls: {
    list: '/material-test/instruction-report/',
    get: '/material-test/instruction-report/{uuid}/',
    create: '/material-test/instruction-report/',
  },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    material_test_instruction: link('Cgl'),
    material_test_panel: link('Cgl'),
    notes: text('Cgl'),
    unit: link('Cgl'),
    uri: link('Cgl'),
    value: decimal('Cgl'),
  },
})

/** description of one value to measure in a material test */
export const materialTestInstruction = resource({
  path: '/material-test/instruction/',
  about: 'description of one value to measure in a material test',
  calls: { list: '/material-test/instruction/', get: '/material-test/instruction/{uuid}/', create: '/material-test/instruction/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    description: text('Cgl'),
    material_test_operation: link('Cgl'),
    material_work_checklist: link('Cgl'),
    name: text('Cgl'),
    position: integer('cgl'),
    unit: link('Cgl'),
    uri: link('Cgl'),
  },
})

/** place of a test operation inside a material checklist; read only */
export const materialTestOperationLinking = resource({
  path: '/material-test/operation-linking/',
  about: 'place of a test operation inside a material checklist; read only',
  calls: { list: '/material-test/operation-linking/', get: '/material-test/operation-linking/{uuid}/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('gl'),
    material_test_instructions: series('gl'),
    material_test_operation: link('gl'),
    material_work_checklist: link('gl'),
    position: integer('gl'),
    related_uri: address('gl'),
    uri: link('gl'),
  },
})

/** kind of material test */
export const materialTestOperation = resource({
  path: '/material-test/operation/',
  about: 'kind of material test',
  calls: { list: '/material-test/operation/', get: '/material-test/operation/{uuid}/', create: '/material-test/operation/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    archived: moment('Cgl'),
    bureau: link('Cgl'),
    by_customer: link('Cgl'),
    description: text('Cgl'),
    name: text('Cgl'),
    unit: link('Cgl'),
    unit_options: series('Cgl'),
    uri: link('Cgl'),
  },
})

/** set of tests run on a material sample */
export const materialTestPanel = resource({
  path: '/material-test/panel/',
  about: 'set of tests run on a material sample',
  calls: { list: '/material-test/panel/', get: '/material-test/panel/{uuid}/', create: '/material-test/panel/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: {
    bureau: link('Cgl'),
    completion_date: moment('Cgl'),
    material_test_reports: series('Cgl'),
    name: text('Cgl'),
    sample: link('Cgl'),
    start_date: moment('Cgl'),
    uri: link('Cgl'),
  },
})

/** unit of measure for material tests */
export const materialTestUnit = resource({
  path: '/material-test/unit/',
  about: 'unit of measure for material tests',
  calls: { list: '/material-test/unit/', get: '/material-test/unit/{uuid}/', create: '/material-test/unit/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { bureau: link('Cgl'), description: text('cgl'), symbol: text('Cgl'), uri: link('Cgl') },
})

/** checklist of material tests; placeholder for URIs */
export const materialTestWorkChecklist = resource({
  path: '/material-test/work-checklist/',
  about: 'checklist of material tests; placeholder for URIs',
  calls: { list: '/material-test/work-checklist/' },
  isCreateClosed: false,
  verbs: [],
  extras: {},
  fields: { bureau: link('l'), uri: link('l') },
})

/** sets the material test checklist of a bureau, material or panel; PUT only, no table given */
export const materialTestWorkChecklistsFor = resource({
  path: '/material-test/work-checklists-for/',
  about: 'sets the material test checklist of a bureau, material or panel; PUT only, no table given',
  calls: {},
  isCreateClosed: false,
  verbs: [],
  extras: { act: { method: 'PUT', path: '/material-test/work-checklists-for/', takes: [], gives: [] } },
  fields: {},
})

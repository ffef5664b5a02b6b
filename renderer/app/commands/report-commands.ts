import { RECORD_CHOICES, REPORT_CHOICES } from '#renderer/ui/report-names.ts'
import type { Command } from './command.ts'

const reports = REPORT_CHOICES.map(({ id, name }): Command => ({
  id: `report.${id}`,
  title: `Save the report as ${name}…`,
  group: 'File',
  keys: id === 'html' ? ['Mod+Shift+S'] : [],
  isOn: (store) => store.getState().reviewFinal && store.getState().review !== null && store.getState().makingReport === null,
  run: (store) => void store.getState().exportReport(id),
}))

const records = RECORD_CHOICES.map(({ id, name }): Command => ({
  id: `record.${id}`,
  title: `Save the last approval record as ${name}…`,
  group: 'File',
  keys: [],
  isOn: (store) => store.getState().approvals.length > 0 && store.getState().savingApproval === null,
  run: (store) => {
    const [last] = store.getState().approvals
    if (last) void store.getState().saveApproval(last.id, id)
  },
}))

/** A command for each format of the review's report and of the board's newest approval record. */
export const reportCommands: readonly Command[] = [...reports, ...records]

import { REPORT_CHOICES } from '#renderer/ui/report-names.ts'
import type { Command } from './command.ts'

/** A command for each format of the review's report. */
export const reportCommands: readonly Command[] = REPORT_CHOICES.map(({ id, name }) => ({
  id: `report.${id}`,
  title: `Save the report as ${name}…`,
  group: 'File',
  keys: id === 'html' ? ['Mod+Shift+S'] : [],
  isOn: (store) => store.getState().reviewFinal && store.getState().review !== null && store.getState().makingReport === null,
  run: (store) => void store.getState().exportReport(id),
}))

import type { ApprovalFileKind } from '#core/ipc/approval.ipc.ts'
import type { ReportFormat } from '#core/report/formats.ts'

/** Formats offered for saving, with who reads them; text is for terminals. */
export const REPORT_CHOICES: readonly { readonly id: Exclude<ReportFormat, 'text'>; readonly name: string; readonly note: string }[] = [
  { id: 'html', name: 'HTML', note: 'one page with drawings' },
  { id: 'pdf', name: 'PDF', note: 'to send and to print' },
  { id: 'json', name: 'JSON', note: 'everything, for programs' },
  { id: 'csv', name: 'CSV', note: 'findings as a table' },
  { id: 'sarif', name: 'SARIF', note: 'for code review tools' },
  { id: 'junit', name: 'JUnit', note: 'for build servers' },
]

/** What an approval record is saved as. */
export const RECORD_CHOICES: readonly { readonly id: ApprovalFileKind | 'json'; readonly name: string; readonly note: string }[] = [
  { id: 'pdf', name: 'PDF', note: 'to send, to print and to file' },
  { id: 'html', name: 'HTML', note: 'one page with both sides drawn' },
  { id: 'json', name: 'JSON', note: 'the record itself, as it was signed' },
]

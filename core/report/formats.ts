/** Every format of a review's report; `text` is for terminals. */
export const REPORT_FORMATS = ['text', 'json', 'sarif', 'junit', 'html', 'csv', 'pdf'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

import type { CheckDefinition } from '#core/checks/check.ts'
import type { ReportFormat } from '#core/report/formats.ts'
import { checkJson } from '#core/report/check-json.ts'
import { checkText } from '#core/report/check-text.ts'
import { csvReport } from '#core/report/csv.ts'
import { htmlReport } from '#core/report/html/html-report.ts'
import { junitReport } from '#core/report/junit.ts'
import { sarifReport } from '#core/report/sarif.ts'
import type { ReportSource } from '#core/report/source.ts'

export interface RenderedReport {
  readonly content: string | Uint8Array
  readonly mime: string
  /** Made of the package's name; safe on every file system. */
  readonly fileName: string
}

export interface ReportOptions {
  /** The checks of the run, for formats that describe their rules. */
  readonly checks: readonly CheckDefinition[]
  /** False leaves out everything that differs between two runs of the same input. */
  readonly withTimings: boolean
  /** Writes PDF: needs what only the machine's side has. */
  readonly writePdf: (source: ReportSource) => Promise<Uint8Array>
}

interface Kind {
  readonly extension: string
  readonly mime: string
  readonly make: (source: ReportSource, options: ReportOptions) => string | Promise<Uint8Array>
}

const KINDS: Readonly<Record<ReportFormat, Kind>> = {
  text: {
    extension: '.txt',
    mime: 'text/plain;charset=utf-8',
    make: ({ input, review, capability }, { withTimings }) => checkText(input, review, capability, withTimings),
  },
  json: {
    extension: '.json',
    mime: 'application/json',
    make: ({ input, review, capability, version, decisions }, { withTimings }) =>
      JSON.stringify(checkJson(input, review, capability, version, withTimings, decisions), null, 1),
  },
  sarif: {
    extension: '.sarif',
    mime: 'application/sarif+json',
    make: ({ input, review, version, decisions }, { checks }) => sarifReport(input, review, checks, version, decisions),
  },
  junit: {
    extension: '.junit.xml',
    mime: 'application/xml',
    make: ({ input, review, decisions }, { withTimings }) => junitReport(input, review, withTimings, decisions),
  },
  html: { extension: '.html', mime: 'text/html;charset=utf-8', make: htmlReport },
  csv: { extension: '.csv', mime: 'text/csv;charset=utf-8', make: ({ review, decisions }) => csvReport(review.findings, decisions) },
  pdf: { extension: '.pdf', mime: 'application/pdf', make: (source, { writePdf }) => writePdf(source) },
}

const MOST_STEM = 80

/** @returns the package's name without its extension and without what a file system may refuse */
const stemOf = (name: string): string =>
  name
    .replace(/\.(zip|gbr|gbrjob|tgz|rar)$/i, '')
    .replace(/[\u0000-\u001f\u007f"*/:<>?\\|]+/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, MOST_STEM) || 'package'

/** @returns what a report of this format is called and what it is */
export const reportKind = (format: ReportFormat, packageName: string): Pick<RenderedReport, 'mime' | 'fileName'> => ({
  mime: KINDS[format].mime,
  fileName: `${stemOf(packageName)}-review${KINDS[format].extension}`,
})

/** Makes a report of a review in any format. The same source gives the same bytes, timings apart. */
export const renderReport = async (format: ReportFormat, source: ReportSource, options: ReportOptions): Promise<RenderedReport> => ({
  content: await KINDS[format].make(source, options),
  ...reportKind(format, source.input.name),
})

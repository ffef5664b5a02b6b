import type { Board } from '#core/board/board.ts'
import type { RoleOverride } from '#core/identify/identified-file.ts'
import type { ApprovalFileKind, ApprovalRecordShape } from '#core/ipc/approval.ipc.ts'
import { approvalHtml } from '#core/report/approval-html.ts'
import { sideDrawings } from '#core/report/model/board-drawings.ts'
import { openPackage, type PackageInput, type ReviewHooks } from '#core/run/review-package.ts'
import type { MadeReport } from './make-report.ts'

/** A record to be made into a file. */
export interface RecordOrder {
  readonly kind: ApprovalFileKind
  readonly record: ApprovalRecordShape
  readonly sha256: string
  /** Without an ending. */
  readonly fileName: string
}

const MIME: Readonly<Record<ApprovalFileKind, string>> = { html: 'text/html;charset=utf-8', pdf: 'application/pdf' }

/** @param board the approved package as it was read; null where it is no longer there */
export const recordFile = async ({ kind, record, sha256, fileName }: RecordOrder, board: Board | null): Promise<MadeReport> => {
  const sides = board && sideDrawings(board)
  const content =
    kind === 'html'
      ? approvalHtml(record, sha256, sides)
      : await (await import('#main/report/pdf/approval-pdf.ts')).approvalPdf(record, sha256, sides)
  return { bytes: new Uint8Array(Buffer.from(content)), mime: MIME[kind], fileName: `${fileName}.${kind}` }
}

/** Opens the approved package and writes the record with the board drawn. */
export const makeRecord = async (
  input: PackageInput,
  order: RecordOrder,
  overrides: readonly RoleOverride[],
  hooks: ReviewHooks,
): Promise<MadeReport> => recordFile(order, (await openPackage(input, overrides, hooks)).board)

import type { Problem } from '#core/base/problem.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { RawOutcome } from '#core/checks/run-checks.ts'
import type { RoleOverride } from '#core/identify/identified-file.ts'
import type { BoardShape, FileShape, ProgressShape, RefusalShape } from '#core/ipc/board-shapes.ts'
import type { ReviewBasis } from '#main/store/stored-review.ts'
import type { RecordOrder } from './make-record.ts'
import type { MadeReport, ReportOrder } from './make-report.ts'

/** Folder of the board to be plotted, where it is a LibrePCB project with several. */
interface OfProject {
  readonly projectBoard?: string
}

/** Where a package's bytes come from. Hashes are contents of the content store. */
export type JobSource =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | (OfProject & { readonly kind: 'archive'; readonly name: string; readonly sha256: string })
  | (OfProject & {
      readonly kind: 'files'
      readonly name: string
      readonly files: readonly { readonly path: string; readonly sha256: string }[]
    })
  | { readonly kind: 'sample' }

export interface ReviewJob {
  readonly source: JobSource
  /** Folder of the content store. */
  readonly contents: string
  readonly capability: Capability
  readonly extraCapabilities: readonly Capability[]
  /** Only these checks; default all. */
  readonly checks?: readonly string[]
  /** True where nobody draws the board: its layers and holes are reported empty. */
  readonly withoutTables?: boolean
  /** Given: instead of a review its report is made; no tables are sent. */
  readonly report?: ReportOrder
  /** Given: a record of the package's approval is made into a file. */
  readonly record?: RecordOrder
}

/** What a thread is told when it starts. */
export interface ThreadData {
  readonly twin: boolean
}

/** From the application to the worker. `cancel` is a flag in shared memory: 1 = stop. */
export type ToWorker =
  | { readonly kind: 'job'; readonly job: ReviewJob; readonly cancel: SharedArrayBuffer }
  | { readonly kind: 'roles'; readonly overrides: readonly RoleOverride[] }

/** The package as it was read; its bytes are in the content store by now. */
export interface PackageReport {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly archiveSha256: string | null
  readonly problems: readonly Problem[]
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[]
}

export interface BoardReport {
  readonly model: Omit<BoardShape, 'id'>
  readonly basis: ReviewBasis
  readonly layers: readonly { readonly id: string; readonly block: Uint8Array<ArrayBuffer> }[]
  readonly holes: Uint8Array<ArrayBuffer>
  /** What other revisions are aligned by. */
  readonly landmarks: Uint8Array<ArrayBuffer>
}

/** From the worker, in the order of the work. `package` waits for `roles`; the last of a job is one of `EndReport`. */
export type WorkReport =
  | { readonly kind: 'progress'; readonly progress: ProgressShape }
  | { readonly kind: 'package'; readonly package: PackageReport }
  | { readonly kind: 'files'; readonly files: readonly FileShape[] }
  | { readonly kind: 'board'; readonly board: BoardReport }
  | { readonly kind: 'check'; readonly raw: RawOutcome; readonly done: number; readonly total: number }

export type EndReport =
  | { readonly kind: 'done'; readonly netCount: number; readonly netNames: readonly string[] }
  | { readonly kind: 'reported'; readonly report: MadeReport }
  | { readonly kind: 'refused'; readonly refusal: RefusalShape }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'crashed'; readonly message: string }

export type FromWorker = { readonly kind: 'ready' } | WorkReport | EndReport

/** True for the report that ends a job. */
export const isEnd = (report: FromWorker): report is EndReport =>
  report.kind === 'done' ||
  report.kind === 'reported' ||
  report.kind === 'refused' ||
  report.kind === 'cancelled' ||
  report.kind === 'crashed'

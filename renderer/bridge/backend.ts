import type { Result } from '#core/base/result.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import type { ReportFormat } from '#core/report/formats.ts'
import type { PushShape } from '#core/ipc/push.ipc.ts'
import type { SyncStatusShape } from '#core/ipc/order-shapes.ts'
import type { ApprovalFileKind } from '#core/ipc/approval.ipc.ts'
import type { Ask } from './ask.ts'
import type { BoardModel, CapabilityChoice, FileRow, Refusal, ReviewModel, RoleChoice, WorkProgress } from './model.ts'

export type Answer<T> = Promise<Result<T, Refusal>>

/** Which program serves the page, for texts and menus. */
export interface HostInfo {
  readonly version: string
  readonly shell: 'electron' | 'browser'
}

/** What was dropped or chosen: files from the page, or paths where the shell knows them. */
export type PackageSource =
  | {
      readonly kind: 'files'
      readonly files: readonly NamedFile[]
      /** The board that they are the next revision of. */
      readonly revisionOf?: string | undefined
    }
  | { readonly kind: 'sample' }
  | { readonly kind: 'recent'; readonly id: string }

export interface NamedFile {
  /** Path inside the dropped folder, or the name. */
  readonly path: string
  readonly file: File
}

/** A layer's tables and their buffers, which may be handed on without a copy. */
export interface LayerTables {
  readonly layer: PlottedLayer
  readonly buffers: readonly ArrayBuffer[]
}

/** All holes of a board: nm, y up. `plating` 0 non-plated, 1 plated, 2 unknown. */
export interface HoleTables {
  readonly count: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly diameter: Float64Array
  readonly plating: Uint8Array
  readonly tool: Uint32Array
  readonly line: Uint32Array
}

/** What happens without being asked for. */
export interface BackendEvents {
  onProgress(board: string, progress: WorkProgress): void
  onFiles(board: string, files: readonly FileRow[]): void
  /** The board's layers can be shown. */
  onBoard(board: string): void
  /** Findings arrived; `final` when all checks are through. */
  onReview(board: string, final: boolean): void
  onFailed(board: string, refusal: Refusal): void
  /** Something was decided on the board, here or in another window. */
  onDecisions(board: string): void
  /** A message of the queue changed. */
  onOutbox(): void
  onSync(status: SyncStatusShape): void
  /** An order was placed or moved on, in words. */
  onOrder(says: string): void
  onPush(push: PushShape): void
  onAccounts(): void
  /** How far a download or an upload is that the page began; bytes. */
  onTransfer(job: string, progress: { readonly what: string; readonly done: number; readonly total: number | null }): void
  onConnection(state: 'connected' | 'lost'): void
  /** Files opened from outside: the file manager, a second start, the menu. */
  onOpened(board: string): void
}

/** Everything that the page asks of the application behind it. Failures come as values with a sentence for people. */
export interface Backend {
  host(): Answer<HostInfo>
  capabilities(): Answer<{ readonly choices: readonly CapabilityChoice[]; readonly standard: string }>
  /** Starts to open a package. @returns the board's id; progress comes as events */
  open(source: PackageSource, onSent: (share: number) => void): Answer<{ readonly id: string; readonly name: string }>
  /** Lets the user choose in a native dialog, where the shell has one; null = there is none, use the page's own. */
  chooseNatively: ((folder: boolean, revisionOf?: string) => Answer<{ readonly id: string; readonly name: string } | null>) | null
  cancel(board: string): Answer<null>
  files(board: string): Answer<readonly FileRow[]>
  board(board: string): Answer<BoardModel>
  layer(board: string, layer: string): Answer<LayerTables>
  holes(board: string): Answer<HoleTables>
  /** @returns findings judged by the capability; asks no new measuring */
  review(board: string, capability: string): Answer<ReviewModel>
  setRole(board: string, path: string, choice: RoleChoice): Answer<null>
  /** Has a report of the review made and saves it as a file. @returns its name */
  exportReport(board: string, capability: string, format: ReportFormat): Answer<{ readonly fileName: string }>
  /** True for a file that an export wrote. */
  isExportedBoard(file: File): Promise<boolean>
  /** Saves a board with its history as one file. `onShare` hears how far it is, 0..1. @returns the file's name */
  exportBoard(board: string, onShare: (share: number) => void, signal: AbortSignal): Answer<{ readonly fileName: string }>
  /** Takes in a board that was exported. */
  importBoard(
    file: File,
    onShare: (share: number) => void,
    signal: AbortSignal,
  ): Answer<{ readonly board: string; readonly name: string; readonly revisions: number }>
  /** Has an approval record made into a page or a PDF and saves it. */
  saveRecord(approval: string, kind: ApprovalFileKind): Answer<{ readonly fileName: string; readonly isDrawn: boolean }>
  saveThumbnail(board: string, png: Blob): Answer<null>
  loadSettings(): Answer<Readonly<Record<string, unknown>>>
  saveSettings(settings: Readonly<Record<string, unknown>>): Answer<null>
  /** Every other call, as it stands in the contract. */
  readonly ask: Ask
  subscribe(events: BackendEvents): () => void
}

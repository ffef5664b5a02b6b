import type { Result } from '#core/base/result.ts'
import type { RoleOverride } from '#core/identify/identified-file.ts'
import type { ComparedArtworkShape, CompareProgressShape, DiffShape } from '#core/ipc/compare.ipc.ts'
import type { JobSource } from './review-protocol.ts'

export interface ComparedSide {
  readonly source: JobSource
  readonly overrides: readonly RoleOverride[]
}

export interface CompareJob {
  readonly from: ComparedSide
  readonly to: ComparedSide
  /** Folder of the content store. */
  readonly contents: string
  readonly refuseShift: boolean
}

/** A board as it is drawn in the comparison: packed layers and holes, in the newer board's coordinates. */
export interface ComparedArtwork extends ComparedArtworkShape {
  readonly layers: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  readonly holes: Uint8Array<ArrayBuffer>
}

export interface ComparedBoards {
  readonly diff: DiffShape
  readonly from: ComparedArtwork
  readonly to: ComparedArtwork
}

/** What the thread says before its reply. */
export interface CompareNote {
  readonly progress: CompareProgressShape
}

export type CompareReply = Result<ComparedBoards, { code: 'unreadable'; message: string }>

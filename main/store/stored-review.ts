import type { Problem } from '#core/base/problem.ts'
import type { Finding } from '#core/checks/finding.ts'
import type { JudgeContext, RawOutcome } from '#core/checks/run-checks.ts'
import type { BoardShape, FileShape } from '#core/ipc/board-shapes.ts'
import type { Verdict } from '#core/review/verdict.ts'

/** What verdict and score of a board are worked out from, beside outcomes and findings. */
export interface SummaryBasis {
  readonly required: number
  readonly missingRequired: number
  readonly boardAreaMm2: number
}

/** What judging a stored board by any capability needs; plain data. */
export interface ReviewBasis {
  readonly context: JudgeContext
  readonly summary: SummaryBasis
}

export interface StoredFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly shown: FileShape
}

/** A package as it was read: where its bytes lie and what is in it. */
export interface StoredPackage {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  /** The archive in the content store; null when the files themselves lie there. */
  readonly archiveSha256: string | null
  readonly problems: readonly Problem[]
  readonly files: readonly StoredFile[]
}

/** A finished review with everything that is kept of it. */
export interface FinishedReview {
  readonly package: StoredPackage
  readonly appVersion: string
  readonly capability: string
  /** Facts and layers, without the board's id. */
  readonly model: Omit<BoardShape, 'id'>
  readonly basis: ReviewBasis
  readonly raw: readonly RawOutcome[]
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  /** "2 blockers · 34 of 38 checks". */
  readonly coverage: string
  /** The board that a new package becomes the next revision of; absent = a board of its own. */
  readonly revisionOf?: string | null
  /** Who opened it, for the audit log. */
  readonly actor?: string
  /** Packed landmarks: what later revisions are aligned by. */
  readonly landmarks?: Uint8Array
  /** Names of nets, to be found by. */
  readonly nets?: readonly string[]
}

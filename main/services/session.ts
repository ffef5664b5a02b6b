import type { RawOutcome } from '#core/checks/run-checks.ts'
import type { BoardShape, FileShape, ProgressShape, RefusalShape } from '#core/ipc/board-shapes.ts'
import type { ReviewBasis } from '#main/store/stored-review.ts'
import type { RunningJob } from '#main/workers/review-pool.ts'
import type { JobSource, PackageReport } from '#main/workers/review-protocol.ts'
import type { Judge } from './judging.ts'

/** A board that is open: what the page may ask for, as far as the work has come. */
export interface Session {
  readonly id: string
  name: string
  source: JobSource
  /** The board in the store; null until it was saved there. */
  storedId: string | null
  /** Which of its revisions this is; null until it was saved. */
  revision: number | null
  /** The board that the package is to be the next revision of; null = a board of its own. */
  readonly revisionOf: string | null
  job: RunningJob | null
  /** Counts the runs: what a run that was replaced still says is dropped. */
  run: number
  progress: ProgressShape
  package: PackageReport | null
  files: readonly FileShape[]
  model: BoardShape | null
  basis: ReviewBasis | null
  raw: RawOutcome[]
  readonly judges: Map<string, Judge>
  /** How long the last answer with findings took to make, ms. */
  reviewMs: number
  layers: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  holes: Uint8Array<ArrayBuffer> | null
  /** Packed; null until the board was read. */
  landmarks: Uint8Array | null
  refusal: RefusalShape | null
  /** A picture that came before the board was in the store. */
  picture: Uint8Array | null
}

export const newSession = (id: string, name: string, source: JobSource, revisionOf: string | null = null): Session => ({
  id,
  name,
  source,
  storedId: null,
  revision: null,
  revisionOf,
  job: null,
  run: 0,
  progress: { phase: 'unpacking', done: 0, total: 0 },
  package: null,
  files: [],
  model: null,
  basis: null,
  raw: [],
  judges: new Map(),
  reviewMs: 0,
  layers: new Map(),
  holes: null,
  landmarks: null,
  refusal: null,
  picture: null,
})

/** Forgets what a run gave, before the next one. */
export const clearRun = (session: Session): void => {
  session.raw = []
  session.judges.clear()
  session.basis = null
  session.refusal = null
}

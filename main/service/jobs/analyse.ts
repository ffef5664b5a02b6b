import { err, ok, type Result } from '#core/base/result.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { RawOutcome } from '#core/checks/run-checks.ts'
import type { FileShape } from '#core/ipc/board-shapes.ts'
import type { ReviewPool } from '#main/workers/review-pool.ts'
import type { BoardReport } from '#main/workers/review-protocol.ts'
import { toResult, type Analysed } from './to-result.ts'

export interface Progress {
  readonly phase: string
  readonly done: number
  readonly total: number
}

export interface AnalysisFailure {
  /** `cancelled` only after `cancel`. */
  readonly code: 'invalid_file' | 'dfm_failed' | 'cancelled'
  /** For the caller. */
  readonly message: string
  /** For the log: what broke. */
  readonly cause?: string
}

export interface Analysis {
  readonly end: Promise<Result<Analysed, AnalysisFailure>>
  cancel(): Promise<void>
}

export interface AnalysisRequest {
  readonly filename: string
  readonly sha256: string
  /** Folder of the content store that holds the package. */
  readonly contents: string
  readonly capability: Capability
  readonly checkIds: readonly string[] | null
  readonly version: string
}

/** Codes of refusals that are the service's fault, not the package's. */
const OWN_FAULT = 'content-gone'

/** Reviews a stored package on the pool. A refused package is the caller's to mend, a crash is ours. */
export const analyse = (pool: ReviewPool, request: AnalysisRequest, onProgress: (progress: Progress) => void): Analysis => {
  const { capability, checkIds, contents, filename, sha256, version } = request
  let files: readonly FileShape[] = []
  let board: BoardReport | null = null
  const raw: RawOutcome[] = []
  const job = pool.run(
    {
      source: { kind: 'archive', name: filename, sha256 },
      contents,
      capability,
      extraCapabilities: [],
      withoutTables: true,
      ...(checkIds ? { checks: checkIds } : {}),
    },
    {
      rolesFor: () => [],
      onReport(report) {
        if (report.kind === 'progress') onProgress(report.progress)
        else if (report.kind === 'files') files = report.files
        else if (report.kind === 'board') board = report.board
        else if (report.kind === 'check') {
          raw.push(report.raw)
          onProgress({ phase: 'checking', done: report.done, total: report.total })
        }
      },
    },
  )
  const end = job.end.then((report): Result<Analysed, AnalysisFailure> => {
    switch (report.kind) {
      case 'done':
        if (!board) return err({ code: 'dfm_failed', message: 'The analysis ended without a board.', cause: 'no board was reported' })
        return ok(toResult({ board, files, raw, netCount: report.netCount }, capability, version))
      case 'reported':
        throw new Error('an analysis ended with a report that nobody asked for')
      case 'refused':
        return report.refusal.code === OWN_FAULT
          ? err({
              code: 'dfm_failed',
              message: 'The stored package is missing or damaged. Upload it again.',
              cause: report.refusal.message,
            })
          : err({ code: 'invalid_file', message: report.refusal.message })
      case 'cancelled':
        return err({ code: 'cancelled', message: 'The analysis was stopped.' })
      case 'crashed':
        return err({ code: 'dfm_failed', message: 'The analysis stopped because of an error in the service.', cause: report.message })
    }
  })
  return { end, cancel: () => job.cancel() }
}

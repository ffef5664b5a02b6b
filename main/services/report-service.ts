import { err, ok, type Result } from '#core/base/result.ts'
import type { ReportFormat } from '#core/report/formats.ts'
import type { ReportDecisions } from '#core/report/decisions.ts'
import type { MadeReport } from '#main/workers/make-report.ts'
import { overridesFor } from './name-pattern.ts'
import type { ReviewService } from './review-service.ts'
import type { Running } from './run-session.ts'

type Failure = { readonly code: 'gone' | 'not-ready' | 'no-such-capability' | 'not-made'; readonly message: string }

/** Reports of reviews, made on a thread of the reviews. */
export interface ReportService {
  make(board: string, capability: string, format: ReportFormat): Promise<Result<{ fileName: string; mime: string }, Failure>>
  /** @returns the report of this format that was made last for the board, or null */
  made(board: string, format: string): MadeReport | null
}

/** Reports are made to be read at once; more than these are not kept. */
const KEPT_REPORTS = 4

const notMade = (message: string): Failure => ({ code: 'not-made', message: `The report could not be made. ${message}` })

export const reportService = (
  reviews: Pick<ReviewService, 'reportBasis'>,
  { store, pool, capabilities, contents, version, log }: Pick<Running, 'store' | 'pool' | 'capabilities' | 'contents' | 'version' | 'log'>,
  /** What was decided on the board; null where there is nothing to decide on. */
  decisionsOn: (board: string, capability: string) => ReportDecisions | null,
): ReportService => {
  const kept = new Map<string, MadeReport>()
  const keyOf = (board: string, format: string): string => `${board} ${format}`

  return {
    async make(board, wanted, format) {
      const capability = capabilities.find(wanted)
      if (!capability) return err({ code: 'no-such-capability', message: `There is no capability "${wanted}".` })
      const basis = reviews.reportBasis(board)
      if (!basis.ok) return basis
      const { source, raw, context, netCount } = basis.value
      const end = await pool.run(
        {
          source,
          contents,
          capability,
          extraCapabilities: capabilities.own(),
          withoutTables: true,
          report: { format, raw, context, netCount, version, date: null, decisions: decisionsOn(board, wanted) },
        },
        {
          onReport: () => {},
          rolesFor: (read) =>
            overridesFor(
              read.files.map((f) => f.path),
              store.choices.rolesOf(read.sha256),
              store.choices.patternRoles(),
            ),
        },
      ).end
      if (end.kind === 'reported') {
        const key = keyOf(board, format)
        kept.delete(key)
        kept.set(key, end.report)
        for (const old of [...kept.keys()].slice(0, -KEPT_REPORTS)) kept.delete(old)
        return ok({ fileName: end.report.fileName, mime: end.report.mime })
      }
      if (end.kind === 'refused') return err(notMade(end.refusal.message))
      if (end.kind === 'crashed') log.fault(`a report could not be made: ${end.message}`)
      return err(notMade(end.kind === 'crashed' ? 'The log in the data folder says why.' : 'It was stopped.'))
    },
    made: (board, format) => kept.get(keyOf(board, format)) ?? null,
  }
}

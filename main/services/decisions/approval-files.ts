import { err, ok, type Result } from '#core/base/result.ts'
import { fallbackCapability } from '#core/capability/built-in.ts'
import type { Plating, Role, RoleOverride, Side } from '#core/identify/identified-file.ts'
import type { ApprovalFileKind, ApprovalRecordShape } from '#core/ipc/approval.ipc.ts'
import { sourceOf } from '#main/services/review-service.ts'
import type { Running } from '#main/services/run-session.ts'
import { recordFile, type RecordOrder } from '#main/workers/make-record.ts'
import type { MadeReport } from '#main/workers/make-report.ts'
import type { ApprovalDeeds } from './approval-deeds.ts'
import type { Failure } from './deeds.ts'

/** Approval records as pages and PDFs, made on a thread of the reviews. */
export interface ApprovalFiles {
  make(
    id: string,
    kind: ApprovalFileKind,
  ): Promise<Result<{ fileName: string; mime: string; isDrawn: boolean }, Failure<'no-such-approval' | 'tampered' | 'not-made'>>>
  /** @returns the file that was made last of a record, or null */
  made(id: string, kind: string): MadeReport | null
}

/** Files are made to be read at once; more than these are not kept. */
const KEPT = 4

const notMade = (why: string) => err({ code: 'not-made', message: `The file could not be made. ${why}` } as const)

/** The roles as they were approved: what is guessed or chosen since does not change the picture. */
const rolesOf = ({ files }: ApprovalRecordShape['state']): readonly RoleOverride[] =>
  files
    .filter((file) => file.role !== 'unknown')
    .map(({ path, role, side, order, plating }) => ({ path, role: role as Role, side: side as Side, order, plating: plating as Plating }))

export const approvalFiles = (
  approvals: Pick<ApprovalDeeds, 'get'>,
  { store, pool, contents, log }: Pick<Running, 'store' | 'pool' | 'contents' | 'log'>,
): ApprovalFiles => {
  const kept = new Map<string, MadeReport>()

  /** @returns null when the approved package is no longer here */
  const drawn = async (order: RecordOrder): Promise<Result<MadeReport, Failure<'not-made'>> | null> => {
    const { state } = order.record
    const place = store.revisions.ofPackage(state.package.sha256)
    const stored = place && store.boards.packageOf(place.board, place.number)
    if (!stored) return null
    const end = await pool.run(
      { source: sourceOf(stored), contents, capability: fallbackCapability(), extraCapabilities: [], record: order },
      { onReport: () => {}, rolesFor: () => rolesOf(state) },
    ).end
    switch (end.kind) {
      case 'reported':
        return ok(end.report)
      case 'refused':
        return end.refusal.code === 'content-gone' ? null : notMade(end.refusal.message)
      case 'crashed':
        log.fault(`a record could not be drawn: ${end.message}`)
        return notMade('The log in the data folder says why.')
      case 'done':
      case 'cancelled':
        return notMade('It was stopped.')
    }
  }

  return {
    async make(id, kind) {
      const got = approvals.get(id)
      if (!got.ok) return got
      const { record, sha256, fileName } = got.value
      const order = { kind, record, sha256, fileName }
      const made = await drawn(order)
      if (made && !made.ok) return made
      const file = made ? made.value : await recordFile(order, null)
      const key = `${id} ${kind}`
      kept.delete(key)
      kept.set(key, file)
      for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
      return ok({ fileName: file.fileName, mime: file.mime, isDrawn: made !== null })
    },
    made: (id, kind) => kept.get(`${id} ${kind}`) ?? null,
  }
}

import { err, ok, type Result } from '#core/base/result.ts'
import type { ApprovedRevisions } from '#main/services/ordering/approved-revisions.ts'
import type { PushSource } from './pushed-board.ts'

export type NotApproved = { readonly code: 'not-approved'; readonly message: string }

/** The board's newest approval as it can be sent. @fails `not-approved` when there is none, or it no longer speaks of what is there */
export const approvedSource = async (approved: ApprovedRevisions, board: string): Promise<Result<PushSource, NotApproved>> => {
  const refused = (message: string) => err({ code: 'not-approved', message } as const)
  const latest = approved.latest(board)
  if (!latest) return refused('The board is not approved: approve it first.')
  if (latest.changed.length > 0)
    return refused(`The board was changed after its approval (${latest.changed.join(', ')}): approve it again.`)
  const packageBytes = await latest.packageBytes()
  if (!packageBytes) return refused('The package that was approved is no longer kept.')
  const { approvalId, boardName, revision, packageName } = latest
  return ok({ approvalId, name: boardName, revision: String(revision), packageName, packageBytes })
}

import { compareReviews } from '#core/sync/compare-reviews.ts'
import { judgeSize } from '#core/sync/judge-offer.ts'
import type { Refs } from '#core/sync/message.ts'
import type { Analysis } from '#core/provider/ordering.ts'
import { guard, packageGone } from './guards.ts'
import { checksKey, failed, type StepContext, type StepOutcome } from './step-outcome.ts'

/** The package goes there, byte for byte; a package that is there with its review is not sent again. */
export const uploadStep = async (context: StepContext): Promise<StepOutcome> => {
  const { message, accounts, ordering, cancel } = context
  const conflict = guard(context)
  if (conflict) return { kind: 'ask', conflict }
  const known = accounts.remoteReview(message.accountId, message.contentSha256, checksKey(message.checkIds))
  if (known) return reviewed(context, { ...message.refs, boardId: known.boardId }, known.analysis)
  const bytes = context.bytesOf(message.contentSha256)
  if (!bytes) return { kind: 'ask', conflict: packageGone }
  const key = message.refs.hasRunAgain ? `${message.key}-board-2` : `${message.key}-board`
  const sent = await ordering.upload({ fileName: message.packageName, bytes }, key, cancel, context.onProgress)
  if (!sent.ok) return failed(sent.error)
  if (sent.value.sha256 !== message.contentSha256) {
    return {
      kind: 'ask',
      conflict: {
        id: `file:${sent.value.sha256}`,
        kind: 'file',
        says: 'The server holds other bytes than were sent.',
        agreed: message.contentSha256,
        now: sent.value.sha256,
        canAccept: false,
      },
    }
  }
  return {
    kind: 'next',
    step: 'analyse',
    refs: { ...message.refs, boardId: sent.value.boardId },
    says: 'The package is there, byte for byte.',
  }
}

/** The server reviews it with the checks of the approval; its result is kept beside ours. */
export const analyseStep = async (context: StepContext): Promise<StepOutcome> => {
  const { message, accounts, ordering, cancel } = context
  const boardId = message.refs.boardId!
  const key = message.refs.hasRunAgain ? `${message.key}-run-2` : `${message.key}-run`
  const answer = await ordering.analyse(boardId, message.checkIds, key, cancel)
  if (!answer.ok) return failed(answer.error)
  if (!answer.value) return { kind: 'later', ms: context.analysisPoll, says: 'The server reviews the package.' }
  accounts.saveRemoteReview(message.accountId, message.contentSha256, checksKey(message.checkIds), { boardId, analysis: answer.value })
  return reviewed(context, message.refs, answer.value)
}

const reviewed = ({ message }: StepContext, before: Refs, analysis: Analysis): StepOutcome => {
  const comparison = compareReviews(message.ours, analysis)
  const refs: Refs = { ...before, runId: analysis.runId, analysis, comparison }
  const conflict = judgeSize(analysis, message.areaMm2)
  if (conflict && !message.accepted.includes(conflict.id)) return { kind: 'ask', conflict }
  const count = comparison.differences.length
  const says = count ? `Reviewed there: ${count} checks differ from ours.` : 'Reviewed there, with the same findings.'
  return message.kind === 'push' ? { kind: 'finished', refs, says } : { kind: 'next', step: 'draft', refs, says }
}

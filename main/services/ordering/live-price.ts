import { randomUUID } from 'node:crypto'
import { err, ok, type Result } from '#core/base/result.ts'
import type { OrderFormShape } from '#core/ipc/order-shapes.ts'
import type { ApprovedRevision } from '#core/order/approved-revision.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Analysis, Offer, Ordering } from '#core/provider/ordering.ts'
import { compareReviews } from '#core/sync/compare-reviews.ts'
import type { AccountsRepo } from '#main/store/accounts.repo.ts'
import { checksKey } from '#main/sync/step-outcome.ts'

export type PriceFailure = {
  readonly code: 'offline' | 'signed-out' | 'refused' | 'busy' | 'not-offered'
  readonly message: string
}

export interface LivePrice {
  readonly offer: Offer
  readonly analysis: Analysis
  readonly differences: readonly string[]
}

const WAIT_MS = 1000
const MOST_WAITS = 60

const priceFailure = (failure: ProviderFailure): PriceFailure => {
  switch (failure.code) {
    case 'signed-out':
    case 'not-offered':
      return { code: failure.code, message: failure.message }
    case 'rejected':
      return { code: 'refused', message: failure.message }
    case 'rate-limited':
      return { code: 'busy', message: failure.message }
    default:
      return { code: 'offline', message: failure.message }
  }
}

/** Asks an account for a price of an approved package, which goes there once. Nothing is ordered by it. */
export const livePrice = async (parts: {
  readonly accounts: AccountsRepo
  readonly ordering: Ordering
  readonly accountId: string
  readonly approved: ApprovedRevision
  readonly content: { readonly sha256: string; readonly bytes: Uint8Array }
  readonly form: OrderFormShape
}): Promise<Result<LivePrice, PriceFailure>> => {
  const { accounts, ordering, accountId, approved, content, form } = parts
  const checks = checksKey(null)
  const known = accounts.remoteReview(accountId, content.sha256, checks)

  const review = async (): Promise<Result<Analysis, PriceFailure>> => {
    // A price binds nobody: a fresh key, so that a run which the server has lost is not replayed for ever.
    const key = `price-${randomUUID()}`
    const sent = await ordering.upload({ fileName: approved.packageName, bytes: content.bytes }, `${key}-board`, null)
    if (!sent.ok) return err(priceFailure(sent.error))
    if (sent.value.sha256 !== content.sha256) return err({ code: 'refused', message: 'The server holds other bytes than were sent.' })
    for (let waits = 0; waits < MOST_WAITS; waits++) {
      const made = await ordering.analyse(sent.value.boardId, null, `${key}-run`, null)
      if (!made.ok) return err(priceFailure(made.error))
      if (made.value) {
        accounts.saveRemoteReview(accountId, content.sha256, checks, { boardId: sent.value.boardId, analysis: made.value })
        return ok(made.value)
      }
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
    }
    return err({ code: 'busy', message: 'The server is still reviewing the package.' })
  }

  const reviewed = known ? ok(known.analysis) : await review()
  if (!reviewed.ok) return reviewed
  const analysis = reviewed.value
  const offer = await ordering.price(analysis.runId, form, null)
  if (!offer.ok) {
    const isGone = offer.error.code === 'rejected' && ['dfm_run_not_found', 'board_not_found'].includes(offer.error.reason)
    if (isGone) accounts.forgetRemoteReview(accountId, content.sha256)
    return err(priceFailure(offer.error))
  }
  return ok({ offer: offer.value, analysis, differences: compareReviews(approved.findings, analysis).differences })
}

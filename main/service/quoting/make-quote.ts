import type { AsapErrorCode } from '#core/asap/errors.ts'
import type { Build, LeadTime, ShipTo } from '#core/asap/order-intent.ts'
import { gatesFor } from '#core/order/policy.ts'
import { priceBoard } from '#core/order/price-board.ts'
import { PRICE_TABLE } from '#core/order/price-table.ts'
import { ApiError } from '#main/service/http/api-error.ts'
import type { Service } from '#main/service/service.ts'
import type { NewQuote } from '#main/service/store/orders.repo.ts'
import type { RunRow } from '#main/service/store/runs.repo.ts'

export interface QuoteWish {
  readonly orgId: string
  readonly intentId: string | null
  readonly boardId: string | null
  readonly dfmRunId: string | null
  readonly quantity: number
  readonly leadTime: LeadTime
  /** Empty: priced for delivery within the table's first zone, and said so. */
  readonly shipTo: ShipTo
  readonly build: Build
  readonly policyId: string | null
  /** How long the price holds, ms. */
  readonly validMs: number
}

/** How long prices hold: as the contract's samples show. */
export const QUOTE_MS = 3 * 24 * 60 * 60 * 1000
export const REQUOTE_MS = 60 * 60 * 1000

const RETRY_SECONDS = 5
const DAY_MS = 24 * 60 * 60 * 1000

/** The board that a wish is about. @throws ApiError `missing_design`, `dfm_run_not_found`, `board_not_found` */
const designOf = ({ store }: Service, { orgId, boardId, dfmRunId }: QuoteWish): { boardId: string; run: RunRow | null } => {
  if (dfmRunId !== null) {
    const run = store.runs.find(orgId, dfmRunId)
    if (!run) throw new ApiError('dfm_run_not_found', `There is no DFM run ${dfmRunId}.`)
    return { boardId: run.boardId, run }
  }
  if (boardId === null) throw new ApiError('missing_design', 'Name the design: dfm_run_id or board_id.')
  if (!store.boards.find(orgId, boardId)) throw new ApiError('board_not_found', `There is no board ${boardId}.`)
  return { boardId, run: null }
}

/**
 * A price rests on a run of every check, so that nobody passes the gates by leaving checks out: the one that was named when
 * it is such a run, else the newest of the board, else a new one.
 */
const fullRun = async (service: Service, wish: QuoteWish): Promise<RunRow> => {
  const { store, jobs, capability, version } = service
  const { runs } = store
  const { boardId, run } = designOf(service, wish)
  const isFull = run?.checkIds === null && run.job.state !== 'failed'
  const known = isFull ? run : runs.fullRunOf(boardId, capability.id, version)
  const id = known?.id ?? newRun()
  function newRun(): string {
    const made = runs.create({ orgId: wish.orgId, boardId, checkIds: null, capability: capability.id, includeGerber: false, version }, null)
    if (made.kind === 'other-body') throw new Error('a run without a key was refused')
    jobs.wake()
    return made.subjectId
  }
  await jobs.over(wish.orgId, runs.find(wish.orgId, id)!.job.id)
  const ended = runs.find(wish.orgId, id)!
  if (ended.job.state === 'failed') {
    throw new ApiError(ended.job.error!.code as AsapErrorCode, ended.job.error!.message, { dfm_run_id: id, job_id: ended.job.id })
  }
  if (ended.job.state !== 'succeeded') throw new ApiError('unavailable', 'The service stops.', {}, RETRY_SECONDS)
  return ended
}

/** Works out a quote: figures are measured on the package, prices come from the table, gates from the policy. */
export const makeQuote = async (service: Service, wish: QuoteWish): Promise<NewQuote> => {
  const { store } = service
  const run = await fullRun(service, wish)
  const figures = store.runs.figuresOf(run.id)
  if (!figures) throw new Error(`run ${run.id} succeeded without figures`)
  const { quantity, leadTime, build, shipTo } = wish
  const country = (shipTo.country ?? '').toUpperCase()
  const request = { quantity, leadTime, country: country || 'US', finish: build.finish ?? null, thicknessMm: build.thickness_mm ?? null }
  const { pricing, days, lines } = priceBoard(figures, request, PRICE_TABLE)
  const gates = gatesFor(figures, figures.verdict, { policyId: wish.policyId, buildType: build.type, layers: build.layers ?? null })
  const warnings = [...gates.warnings]
  if (!country) warnings.push({ code: 'no_destination', message: 'No country was given: shipping is priced for the United States.' })
  const at = store.ids.now()
  return {
    orgId: wish.orgId,
    intentId: wish.intentId,
    runId: run.id,
    approved: gates.approved,
    expiresAt: at + wish.validMs,
    body: {
      pricing,
      lead_time: {
        option: leadTime,
        estimated_ship_date: new Date(at + days * DAY_MS).toISOString().slice(0, 10),
        estimated_days: days,
      },
      gates: { dfm: gates.dfm, policy: gates.policy },
      warnings,
      boardproof: { price_table: PRICE_TABLE.version, dfm_run_id: run.id, lines: lines.map((line) => ({ ...line })) },
    },
  }
}

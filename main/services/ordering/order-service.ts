import { err, ok, type Result } from '#core/base/result.ts'
import type { InputOf, OutputOf } from '#core/ipc/call.ts'
import type { orderCalls } from '#core/ipc/order.ipc.ts'
import type { GateLineShape, OrderDetailShape, PlacedOrderShape } from '#core/ipc/order-shapes.ts'
import type { ApprovedRevision } from '#core/order/approved-revision.ts'
import { checkForm, tidyForm } from '#core/order/check-form.ts'
import { fillForm } from '#core/order/form-defaults.ts'
import { orderGate, type GateFacts } from '#core/order/gate.ts'
import type { NewMessage } from '#main/store/outbox.repo.ts'
import { sha256Of } from '#main/store/sha256.ts'
import { checksKey } from '#main/sync/step-outcome.ts'
import { livePrice } from './live-price.ts'
import type { OrderingParts } from './ordering-parts.ts'
import { offerShapeOf, placedShapeOf } from './shapes.ts'

type Calls = typeof orderCalls
type In<N extends keyof Calls> = InputOf<Calls[N]>
type Out<N extends keyof Calls> = Promise<Result<OutputOf<Calls[N]>, { code: Calls[N]['errors'][number]; message: string }>>

export interface OrderService {
  draft(input: In<'order.draft'>): Out<'order.draft'>
  check(input: In<'order.check'>): Out<'order.check'>
  price(input: In<'order.price'>): Out<'order.price'>
  place(input: In<'order.place'>): Out<'order.place'>
  push(board: string, account: string): Promise<Result<string, { code: 'gone' | 'not-approved' | 'no-such-account' | 'not-offered'; message: string }>> // prettier-ignore
  list(input: In<'orders.list'>): OutputOf<Calls['orders.list']>
  get(id: string): OrderDetailShape | null
  refresh(id: string | null): boolean
}

const gone = { code: 'gone', message: 'There is no such board any more.' } as const
const notApproved = { code: 'not-approved', message: 'The board is not approved.' } as const
const noAccount = { code: 'no-such-account', message: 'There is no such account any more.' } as const
const notOffered = { code: 'not-offered', message: 'This account cannot be ordered from.' } as const

export const orderService = (parts: OrderingParts): OrderService => {
  const { approved, accounts, contents, outbox, orders, connections, engine, locate, factsOf, shapes } = parts

  /** The board's approval with its bytes, read once. */
  const subjectOf = async (board: string): Promise<{ approved: ApprovedRevision; bytes: Uint8Array | null } | null> => {
    const found = approved.latest(board)
    return found ? { approved: found, bytes: await found.packageBytes() } : null
  }
  const accountOf = (id: string | null) => (id === null ? null : (accounts.list().find((row) => row.id === id) ?? null))
  const gateOf = (
    found: Awaited<ReturnType<typeof subjectOf>>,
    accountId: string | null,
    more: Partial<GateFacts> = {},
  ): GateLineShape[] => {
    const account = accountOf(accountId)
    const known = found?.bytes && accountId ? accounts.remoteReview(accountId, sha256Of(found.bytes), checksKey(null)) : null
    return [
      ...orderGate({
        approved: found?.approved ?? null,
        isPackageThere: Boolean(found?.bytes),
        quotedAreaSqin: known?.analysis.areaSqin ?? null,
        price: null,
        ceiling: null,
        account: account && {
          name: account.name,
          canSend: account.state !== 'signed-out' && connections.connect(account.id)?.ordering !== undefined,
          says: account.state === 'signed-out' ? 'The account needs you to sign in again.' : 'This account cannot be ordered from.',
        },
        ...more,
      }),
    ]
  }
  const messageOf = (found: ApprovedRevision, bytes: Uint8Array, account: string): NewMessage => ({
    boardId: found.boardId,
    boardName: found.boardName,
    accountId: account,
    approvalId: found.approvalId,
    packageName: found.packageName,
    packageSha256: found.packageSha256,
    // On disk before anything refers to it.
    contentSha256: contents.put(bytes),
    areaMm2: found.facts.areaMm2,
    ours: found.findings,
    checkIds: null,
  })
  const nameOf = (id: string): string => accounts.find(id)?.name ?? 'removed account'

  return {
    async draft({ board, account, from }) {
      const place = locate(board)
      if (!place.ok) return place
      const facts = factsOf(board)
      if (!facts.ok) return facts
      const found = await subjectOf(place.value.board)
      const same = from === null ? orders.list(place.value.board, 0, 1)[0] : orders.find(from)
      const any = same ?? orders.list(null, 0, 1)[0]
      const filled = fillForm(
        { copperLayers: found?.approved.facts.copperLayers ?? facts.value.copperLayers, thicknessMm: null },
        { same: same?.message.request?.form ?? null, any: any?.message.request?.form ?? null },
      )
      const choices = accounts.list().filter(({ id }) => connections.connect(id)?.ordering !== undefined)
      const chosen = accountOf(account) ?? accountOf(any?.message.accountId ?? null) ?? (choices.length === 1 ? choices[0]! : null)
      const last = same && { id: same.message.id, total: same.offer?.pricing.total ?? same.message.request!.ceiling, currency: same.message.request!.currency, placedAt: same.placedAt, quantity: same.message.request!.form.quantity } // prettier-ignore
      return ok({
        subject: found && {
          approval: found.approved.approvalId,
          approvedAt: found.approved.approvedAt,
          approvedBy: found.approved.approvedBy,
          revision: found.approved.revision,
          packageName: found.approved.packageName,
          packageSha256: found.approved.packageSha256,
          packageBytes: found.bytes?.length ?? 0,
          capability: found.approved.capability.name,
          waived: found.approved.waived,
          changed: found.approved.changed.filter((subject) => subject !== 'withdrawn'),
        },
        boardName: found?.approved.boardName ?? facts.value.name,
        facts: found?.approved.facts ?? facts.value.facts,
        form: filled.form,
        origins: [...filled.origins],
        account: chosen?.id ?? null,
        problems: [...checkForm(filled.form)],
        gate: gateOf(found, chosen?.id ?? null),
        last: last ?? null,
        ceiling: last ? { total: last.total, currency: last.currency } : null,
      })
    },
    async check({ board, account, form }) {
      const place = locate(board)
      if (!place.ok) return err(gone)
      const found = await subjectOf(place.value.board)
      if (!found) return err(notApproved)
      if (!accountOf(account)) return err(noAccount)
      return ok({ problems: [...checkForm(form)], gate: gateOf(found, account) })
    },
    async price({ board, account, form }) {
      const place = locate(board)
      if (!place.ok) return err(gone)
      const found = await subjectOf(place.value.board)
      if (!found) return err(notApproved)
      if (!accountOf(account)) return err(noAccount)
      const ordering = connections.connect(account)?.ordering
      if (!ordering) return err(notOffered)
      const [problem] = checkForm(form)
      if (problem) return err({ code: 'invalid', message: problem.says })
      const closed = gateOf(found, account).find(({ ok: isOpen, id }) => !isOpen && id !== 'size')
      if (closed || !found.bytes)
        return err({ code: 'gate', message: closed?.says ?? 'The approved package is no longer on this computer.' })
      const content = { sha256: contents.put(found.bytes), bytes: found.bytes }
      const priced = await livePrice({ accounts, ordering, accountId: account, approved: found.approved, content, form: tidyForm(form) })
      if (!priced.ok) return priced
      const { offer, analysis, differences } = priced.value
      const price = { total: offer.pricing.total, currency: offer.pricing.currency }
      return ok({
        offer: offerShapeOf(offer, connections.clockAhead(account)),
        gate: gateOf(found, account, { quotedAreaSqin: analysis.areaSqin, price, ceiling: price }),
        differences: [...differences],
      })
    },
    async place({ board, account, form, approval, agreed, ceiling, currency, expiresAt }) {
      const place = locate(board)
      if (!place.ok) return err(gone)
      const found = await subjectOf(place.value.board)
      if (!found) return err(notApproved)
      if (found.approved.approvalId !== approval)
        return err({ code: 'changed', message: 'The board was approved anew meanwhile. Look again.' })
      if (!accountOf(account)) return err(noAccount)
      const [problem] = checkForm(form)
      if (problem) return err({ code: 'invalid', message: problem.says })
      if (expiresAt <= parts.now()) return err({ code: 'invalid', message: 'The time until which it is to be ordered is over already.' })
      const limit = { total: ceiling, currency }
      const closed = gateOf(found, account, { price: agreed, ceiling: limit }).find(({ ok: isOpen }) => !isOpen)
      if (closed || !found.bytes)
        return err({ code: 'gate', message: closed?.says ?? 'The approved package is no longer on this computer.' })
      const request = { form: tidyForm(form), agreed, ceiling, currency, expiresAt }
      const message = outbox.addOrder(messageOf(found.approved, found.bytes, account), request)
      engine.nudge()
      return ok(shapes.message(message))
    },
    async push(board, account) {
      const place = locate(board)
      if (!place.ok) return err(gone)
      const found = await subjectOf(place.value.board)
      if (!found?.bytes) return err(notApproved)
      if (!accountOf(account)) return err(noAccount)
      if (!connections.connect(account)?.ordering) return err(notOffered)
      const message = outbox.addPush(messageOf(found.approved, found.bytes, account))
      engine.nudge()
      return ok(message.id)
    },
    list({ board, offset, limit }) {
      const rows: PlacedOrderShape[] = orders.list(board, offset, limit).map((row) => placedShapeOf(row, nameOf(row.message.accountId)))
      return { orders: rows, total: orders.count(board) }
    },
    get(id) {
      const placed = orders.find(id)
      if (!placed) return null
      const request = placed.message.request!
      return {
        ...placedShapeOf(placed, nameOf(placed.message.accountId)),
        timeline: placed.order.timeline.map((entry) => ({ ...entry })),
        form: request.form,
        offer: placed.offer && offerShapeOf(placed.offer, connections.clockAhead(placed.message.accountId)),
        agreed: request.agreed && { total: request.agreed.total, currency: request.agreed.currency },
        approval: placed.message.approvalId,
        comparison: placed.message.refs.comparison ?? null,
        log: [...outbox.log(id)],
      }
    },
    refresh(id) {
      const placed = id === null ? null : orders.find(id)
      if (id !== null && !placed) return false
      void parts.tracker.look(placed?.message.accountId)
      return true
    },
  }
}

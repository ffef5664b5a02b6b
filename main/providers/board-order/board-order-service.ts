import { err, ok, type Result } from '#core/base/result.ts'
import type { InputOf } from '#core/ipc/call.ts'
import type { boardOrderCalls, BoardOrderShape } from '#core/ipc/board-order.ipc.ts'
import { ORDER_STEPS } from '#core/provider/authentise/board-order.ts'
import { resources } from '#core/provider/authentise/generated/index.ts'
import { filesOf } from '#core/provider/authentise/sent-files.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { ApprovedRevisions } from '#main/services/ordering/approved-revisions.ts'
import type { BoardOrder, BoardOrderOptions, BoardOrdersRepo } from '#main/store/board-orders.repo.ts'
import type { SenderLock } from '#main/sync/sender-lock.ts'
import { approvedSource, type NotApproved } from '../approved-source.ts'
import { callError } from '../call-error.ts'
import type { ProviderService, ServiceFailure } from '../provider-service.ts'
import { pushedBoard, type PushSource } from '../pushed-board.ts'
import { orderRunner, type OrderProgress } from './order-runner.ts'

type Reply<T> = Result<T, ServiceFailure | NotApproved>
type Choices = Record<'bureaus' | 'workflows' | 'shippings' | 'materials', { uri: string; name: string }[]>

export interface BoardOrderDraft {
  readonly source: PushSource
  readonly packageSha256: string
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  readonly order: BoardOrderShape | null
}

/** Approved boards as orders at Authentise. */
export interface BoardOrderService {
  choices(account: string, cancel: Cancel): Promise<Result<Choices, ServiceFailure>>
  draft(account: string, board: string): Promise<Reply<BoardOrderDraft>>
  start(input: InputOf<(typeof boardOrderCalls)['boardOrder.start']>): Promise<Reply<BoardOrderShape>>
  go(input: InputOf<(typeof boardOrderCalls)['boardOrder.go']>): Promise<Reply<BoardOrderShape>>
  stop(account: string, board: string): Promise<Reply<BoardOrderShape>>
  close(): Promise<void>
}

export interface BoardOrderParts {
  readonly orders: BoardOrdersRepo
  readonly service: ProviderService
  readonly approved: ApprovedRevisions
  readonly lock: () => SenderLock | null
  readonly now: () => number
  readonly pollMs?: number
}

const MOST_CHOICES = 500
const gone = { code: 'gone', message: 'There is no order of this board at this account.' } as const
const ELSEWHERE = {
  code: 'rejected',
  reason: 'elsewhere',
  status: 0,
  message: 'Another Boardproof on this computer makes orders from this data folder. Go on there, or close it.',
} as const
/** Stands for an order that was on its way when the application ended. */
const CUT: OrderProgress = {
  state: 'stopped',
  step: null,
  says: 'Boardproof ended before it was through. What was made is kept, and not made again.',
  failure: null,
  asks: null,
  quote: null,
  nextAt: null,
  sent: null,
}

export const boardOrderService = ({ orders, service, approved, lock, now, pollMs }: BoardOrderParts): BoardOrderService => {
  const clientOf = (account: string) => {
    const typed = service.typed(account, 'authentise')
    return typed.ok ? ok(typed.value.client) : typed
  }
  const refused = (message: string) => err({ code: 'rejected', reason: 'not-approved', status: 0, message } as const)
  const sourceOf = async (order: BoardOrder): Promise<Result<PushSource, ServiceFailure>> => {
    const found = approved.find(order.approvalId)
    if (!found || found.changed.includes('withdrawn')) return refused('The approval of this revision was taken back.')
    const packageBytes = await found.packageBytes()
    if (!packageBytes) return refused('The approved package is not kept any more. Nothing else is sent in its place.')
    const { approvalId, boardName, revision, packageName } = found
    return ok({ approvalId, name: boardName, revision: String(revision), packageName, packageBytes })
  }
  const runner = orderRunner({
    orders,
    clientOf,
    sourceOf,
    signedOut: service.signedOut,
    works: service.works,
    lock,
    now,
    ...(pollMs === undefined ? {} : { pollMs }),
  })

  const shapeOf = (order: BoardOrder): BoardOrderShape => {
    const rows = orders.steps(order)
    const steps = ORDER_STEPS.map((step) => {
      const row = rows.find((each) => each.step === step)
      const state = row ? (row.doneAt === null ? ('begun' as const) : ('done' as const)) : ('open' as const)
      return { step, state, doneAt: row?.doneAt ?? null, uri: row?.uri ?? null }
    })
    const isDone = steps.every(({ state }) => state === 'done')
    const { failure, says, state, asks, quote, nextAt, sent } =
      runner.progressOf(order) ?? (isDone ? { ...CUT, state: 'done', says: '' } : CUT)
    const { reference, boardName, revision, createdAt, options } = order
    return {
      ...{ reference, boardName, revision, createdAt, quantity: options.quantity, steps },
      ...{ state, says, asks, nextAt, quote: quote && { ...quote }, sent: sent && { ...sent } },
      failure: failure && { ...callError(failure) },
    }
  }
  const found = async (account: string, board: string): Promise<Reply<BoardOrder>> => {
    const source = await approvedSource(approved, board)
    if (!source.ok) return source
    const order = orders.find(account, source.value.approvalId)
    return order ? ok(order) : err(gone)
  }
  const go = (order: BoardOrder): Reply<BoardOrderShape> => {
    return runner.run(order) ? ok(shapeOf(order)) : err(ELSEWHERE)
  }

  return {
    async choices(account, cancel) {
      const client = clientOf(account)
      if (!client.ok) return client
      const { bureau, workflow, shipping, material } = resources
      const read = await Promise.all(
        ([bureau, workflow, shipping, material] as const).map((resource) =>
          client.value.all(resource as typeof bureau, {}, MOST_CHOICES, cancel),
        ),
      )
      const failed = read.find((each) => !each.ok)
      if (failed && !failed.ok) return failed
      const [bureaus, workflows, shippings, materials] = read.map((each) =>
        each.ok ? each.value.flatMap(({ uri, name }) => (uri ? [{ uri, name: name ?? uri }] : [])) : [],
      )
      return ok({ bureaus: bureaus!, workflows: workflows!, shippings: shippings!, materials: materials! })
    },
    async draft(account, board) {
      const source = await approvedSource(approved, board)
      if (!source.ok) return source
      const pushed = await pushedBoard(source.value, account, {})
      const order = orders.find(account, source.value.approvalId)
      return ok({
        source: source.value,
        packageSha256: pushed.packageSha256,
        files: filesOf(pushed).map(({ name, bytes }) => ({ name, bytes: bytes.length })),
        order: order && shapeOf(order),
      })
    },
    async start({ account, board, ...chosen }) {
      const client = clientOf(account)
      if (!client.ok) return client
      const source = await approvedSource(approved, board)
      if (!source.ok) return source
      const { approvalId, name: boardName, revision } = source.value
      const { clientReference: reference } = await pushedBoard(source.value, account, {})
      const options: BoardOrderOptions = { ...chosen, purchaseOrder: null, isConfirmed: false }
      return go(orders.add({ accountId: account, approvalId, reference, boardName, revision, options }))
    },
    async go({ account, board, purchaseOrder, isConfirmed }) {
      const order = await found(account, board)
      if (!order.ok) return order
      const { options } = order.value
      // Who agrees to the quote orders it: that is the word for production as well.
      const agreed = isConfirmed || options.isConfirmed || purchaseOrder !== null
      orders.setOptions(order.value, { ...options, purchaseOrder: purchaseOrder ?? options.purchaseOrder, isConfirmed: agreed })
      return go(orders.find(account, order.value.approvalId)!)
    },
    async stop(account, board) {
      const order = await found(account, board)
      if (!order.ok) return order
      runner.stop(order.value)
      return ok(shapeOf(order.value))
    },
    close: () => runner.close(),
  }
}

import type { OfferShape, OrderFormShape } from '#core/ipc/order-shapes.ts'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { Slice } from '../app-state.ts'

export type OrderDraft = AskOutput<'order.draft'>
export type OrderCheck = Pick<OrderDraft, 'problems' | 'gate'>

export interface OrderSlice {
  readonly orderDraft: OrderDraft | null
  readonly orderFailed: string | null
  readonly orderForm: OrderFormShape | null
  readonly orderAccount: string | null
  /** Problems of the form and the gate, as last checked. */
  readonly orderCheck: OrderCheck | null
  /** The live price of exactly this form; gone when the form changes. */
  readonly offer: OfferShape | null
  readonly pricing: boolean
  readonly placing: boolean
  /** The confirm sheet is open. */
  readonly confirming: boolean
  /** Without a live price: not more than this. */
  readonly ceiling: number | null
  loadOrder(): Promise<void>
  changeOrder(part: Partial<OrderFormShape>): void
  chooseAccount(id: string): void
  setCeiling(ceiling: number | null): void
  priceOrder(): Promise<void>
  confirmOrder(open: boolean): void
  placeOrder(): Promise<void>
}

export const NO_ORDER = {
  orderDraft: null,
  orderFailed: null,
  orderForm: null,
  orderAccount: null,
  orderCheck: null,
  offer: null,
  pricing: false,
  placing: false,
  confirming: false,
  ceiling: null,
} as const

/** A queued order that found no price by then asks again. */
export const QUEUE_DAYS = 7
const DAY_MS = 86_400_000
/** Fields are checked once the typing pauses. */
const PAUSE_MS = 250

export const createOrderSlice =
  (backend: Backend): Slice<OrderSlice> =>
  (set, get) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const judged = () => {
      const { boardId, orderAccount, orderForm } = get()
      return boardId && orderAccount && orderForm ? { board: boardId, account: orderAccount, form: orderForm } : null
    }
    const check = async (): Promise<void> => {
      const of = judged()
      if (!of) return
      const reply = await backend.ask('order.check', of)
      if (reply.ok && get().orderForm === of.form) set({ orderCheck: reply.value })
    }
    const checkSoon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => void check(), PAUSE_MS)
    }
    return {
      ...NO_ORDER,
      async loadOrder() {
        const { boardId, orderAccount } = get()
        if (!boardId) return
        const reply = await backend.ask('order.draft', { board: boardId, account: orderAccount, from: null })
        if (get().boardId !== boardId) return
        if (!reply.ok) return set({ orderDraft: null, orderFailed: reply.error.message })
        const draft = reply.value
        set((s) => ({
          orderDraft: draft,
          orderFailed: null,
          orderForm: s.orderForm ?? draft.form,
          orderAccount: s.orderAccount ?? draft.account,
          orderCheck: { problems: draft.problems, gate: draft.gate },
          ceiling: s.ceiling ?? draft.ceiling?.total ?? null,
        }))
        checkSoon()
      },
      changeOrder(part) {
        const { orderForm } = get()
        if (!orderForm) return
        set({ orderForm: { ...orderForm, ...part }, offer: null })
        checkSoon()
      },
      chooseAccount(id) {
        set({ orderAccount: id, offer: null })
        void get().loadOrder()
      },
      setCeiling: (ceiling) => set({ ceiling }),
      async priceOrder() {
        const of = judged()
        if (!of || get().pricing) return
        set({ pricing: true })
        const reply = await backend.ask('order.price', of)
        set({ pricing: false })
        if (get().orderForm !== of.form) return
        if (!reply.ok) return get().notify(reply.error.code === 'offline' ? 'warning' : 'error', 'No price.', reply.error.message)
        const { offer, gate } = reply.value
        set((s) => ({ offer, orderCheck: { problems: s.orderCheck?.problems ?? [], gate } }))
      },
      confirmOrder: (confirming) => set({ confirming }),
      async placeOrder() {
        const of = judged()
        const { orderDraft, offer, ceiling, placing } = get()
        const approval = orderDraft?.subject?.approval
        const limit = offer ? offer.pricing.total : ceiling
        if (!of || !approval || !limit || placing) return
        set({ placing: true })
        const { quoteId, pricing } = offer ?? {}
        const currency = pricing?.currency ?? orderDraft.ceiling?.currency ?? 'USD'
        const reply = await backend.ask('order.place', {
          ...of,
          approval,
          agreed: quoteId && pricing ? { quoteId, total: pricing.total, currency } : null,
          ceiling: limit,
          currency,
          expiresAt: Date.now() + QUEUE_DAYS * DAY_MS,
        })
        set({ placing: false })
        if (!reply.ok) return get().notify('error', 'The order was not placed.', reply.error.message)
        set({ confirming: false, offer: null })
        get().notify('success', `${reply.value.title}: ${(reply.value.says || 'queued').replace(/\.$/, '')}.`)
        await get().loadQueue()
        await get().loadOrder()
      },
    }
  }

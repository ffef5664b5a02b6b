import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { MessageShape, PlacedOrderShape, SyncStatusShape } from '#core/ipc/order-shapes.ts'
import type { AskInput, AskOutput } from '#renderer/bridge/ask.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { Slice } from '../app-state.ts'

export type ProviderRow = AskOutput<'accounts.providers'>[number]
type MessageStep = 'outbox.retry' | 'outbox.cancel'

export interface QueueSlice {
  readonly accounts: readonly AccountShape[]
  readonly providers: readonly ProviderRow[]
  readonly messages: readonly MessageShape[]
  readonly sync: SyncStatusShape | null
  readonly orders: readonly PlacedOrderShape[]
  loadAccounts(): Promise<void>
  /** @returns the account's id, or null when it was not added */
  addAccount(input: AskInput<'accounts.add'>): Promise<string | null>
  /** Signs in with a password, or whatever the provider asks for. */
  signInWith(id: string, fields: Readonly<Record<string, string>>): Promise<boolean>
  testAccount(id: string): Promise<void>
  signIn(id: string, secret: string): Promise<boolean>
  signOut(id: string): Promise<void>
  removeAccount(id: string): Promise<void>
  loadQueue(): Promise<void>
  stepMessage(step: MessageStep, id: string): Promise<void>
  pauseMessage(id: string, paused: boolean): Promise<void>
  resolveConflict(message: MessageShape, answer: 'accept' | 'cancel'): Promise<void>
  pauseSync(paused: boolean): Promise<void>
  loadOrders(): Promise<void>
  refreshOrders(): Promise<void>
}

const MOST_ORDERS = 200

export const createQueueSlice =
  (backend: Backend): Slice<QueueSlice> =>
  (set, get) => {
    const failed = (what: string, message: string): void => get().notify('error', what, message)
    return {
      accounts: [],
      providers: [],
      messages: [],
      sync: null,
      orders: [],
      async loadAccounts() {
        const [accounts, providers] = await Promise.all([backend.ask('accounts.list', {}), backend.ask('accounts.providers', {})])
        set((s) => ({
          accounts: accounts.ok ? accounts.value : s.accounts,
          providers: providers.ok ? providers.value : s.providers,
        }))
        get().sawAccounts()
      },
      async addAccount(input) {
        const reply = await backend.ask('accounts.add', input)
        if (!reply.ok) {
          failed('The account was not added.', reply.error.message)
          return null
        }
        const { id, name, state, says } = reply.value
        if (input.secret !== null || state !== 'signed-out')
          get().notify(state === 'ok' ? 'success' : 'warning', `${name}: ${says || 'it works'}`)
        await get().loadAccounts()
        return id
      },
      async signInWith(id, fields) {
        const reply = await backend.ask('providers.signIn', { account: id, fields: { ...fields } })
        if (reply.ok) get().notify('success', `Signed in as ${reply.value.who}.`)
        else failed('Not signed in.', reply.error.message)
        await get().loadAccounts()
        return reply.ok
      },
      async testAccount(id) {
        const reply = await backend.ask('accounts.test', { id })
        if (reply.ok)
          get().notify(reply.value.state === 'ok' ? 'success' : 'warning', `${reply.value.name}: ${reply.value.says || 'it works'}`)
        else failed('The account was not tested.', reply.error.message)
        await get().loadAccounts()
      },
      async signIn(id, secret) {
        const reply = await backend.ask('accounts.signIn', { id, secret })
        if (!reply.ok) failed('Not signed in.', reply.error.message)
        else get().notify(reply.value.state === 'ok' ? 'success' : 'warning', `${reply.value.name}: ${reply.value.says || 'it works'}`)
        await get().loadAccounts()
        return reply.ok && reply.value.state === 'ok'
      },
      async signOut(id) {
        const reply = await backend.ask('accounts.signOut', { id })
        if (!reply.ok) failed('Not signed out.', reply.error.message)
        await get().loadAccounts()
      },
      async removeAccount(id) {
        const reply = await backend.ask('accounts.remove', { id })
        if (!reply.ok) failed('The account was not removed.', reply.error.message)
        await get().loadAccounts()
      },
      async loadQueue() {
        const reply = await backend.ask('outbox.list', { all: true })
        if (reply.ok) set({ messages: reply.value.messages, sync: reply.value.status })
      },
      async stepMessage(step, id) {
        const reply = await backend.ask(step, { id })
        if (!reply.ok) failed(step === 'outbox.retry' ? 'Not tried again.' : 'Not cancelled.', reply.error.message)
        await get().loadQueue()
      },
      async pauseMessage(id, paused) {
        const reply = await backend.ask('outbox.pause', { id, paused })
        if (!reply.ok) failed('Not changed.', reply.error.message)
        await get().loadQueue()
      },
      async resolveConflict({ id, conflict }, answer) {
        if (!conflict) return
        const reply = await backend.ask('outbox.resolve', { id, conflict: conflict.id, answer })
        if (!reply.ok) failed('Not settled.', reply.error.message)
        await get().loadQueue()
      },
      async pauseSync(paused) {
        const reply = await backend.ask('sync.pause', { paused })
        if (reply.ok) set({ sync: reply.value })
        else failed('Not changed.', reply.error.message)
      },
      async loadOrders() {
        const reply = await backend.ask('orders.list', { board: null, offset: 0, limit: MOST_ORDERS })
        if (reply.ok) set({ orders: reply.value.orders })
      },
      async refreshOrders() {
        const reply = await backend.ask('orders.refresh', { id: null })
        if (!reply.ok) failed('The orders were not asked for.', reply.error.message)
      },
    }
  }

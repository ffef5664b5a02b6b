import type { PushShape } from '#core/ipc/push.ipc.ts'
import type { AskInput } from '#renderer/bridge/ask.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { Slice } from '../app-state.ts'

type PushStep = 'push.resume' | 'push.stop'

export interface PushSlice {
  /** Every push that was heard of, by id. */
  readonly pushes: Readonly<Record<string, PushShape>>
  loadPushes(): Promise<void>
  heardPush(push: PushShape): void
  /** @returns why it did not begin, null when it did */
  startPush(input: AskInput<'push.start'>): Promise<string | null>
  stepPush(step: PushStep, id: string): Promise<void>
  forgetPush(id: string): Promise<void>
}

const TOLD: Partial<Record<PushShape['state'], 'success' | 'error' | 'warning'>> = {
  complete: 'success',
  failed: 'error',
  stopped: 'warning',
}

export const createPushSlice =
  (backend: Backend): Slice<PushSlice> =>
  (set, get) => ({
    pushes: {},
    async loadPushes() {
      const reply = await backend.ask('push.list', { account: null, board: null })
      if (reply.ok) set({ pushes: Object.fromEntries(reply.value.map((push) => [push.id, push])) })
    },
    heardPush(push) {
      const { pushes, dialog, shownAccount, shownPlace, notify } = get()
      const isNews = pushes[push.id]?.state !== push.state
      set({ pushes: { ...pushes, [push.id]: push } })
      const tone = TOLD[push.state]
      const isSeen = dialog === 'account' && shownAccount === push.account && shownPlace === 'push'
      if (tone && isNews && !isSeen && push.reason !== 'by-you') notify(tone, `${push.boardName}: ${push.says}`)
    },
    async startPush(input) {
      const reply = await backend.ask('push.start', input)
      if (!reply.ok) return reply.error.message
      get().heardPush(reply.value)
      return null
    },
    async stepPush(step, id) {
      const reply = await backend.ask(step, { id })
      if (reply.ok) get().heardPush(reply.value)
      else get().notify('error', step === 'push.stop' ? 'Not stopped.' : 'It does not go on.', reply.error.message)
    },
    async forgetPush(id) {
      const reply = await backend.ask('push.forget', { id })
      if (!reply.ok) return get().notify('error', 'Not taken off the list.', reply.error.message)
      set((s) => ({ pushes: Object.fromEntries(Object.entries(s.pushes).filter(([each]) => each !== id)) }))
    },
  })

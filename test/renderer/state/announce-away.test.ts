import { expect, test } from 'vitest'
import type { SyncStatusShape } from '#core/ipc/order-shapes.ts'
import type { PushShape } from '#core/ipc/push.ipc.ts'
import type { Announcer } from '#renderer/bridge/announcer.ts'
import { announceAway } from '#renderer/state/announce-away.ts'
import { createAppStore } from '#renderer/state/store.ts'
import { fakeBackend } from '../support/fake-backend.ts'
import { boardModel } from '../support/fake-review.ts'

interface Told {
  readonly topic: string
  readonly title: string
  readonly body: string
  readonly choose: () => void
}

const started = async (notifications = true) => {
  const store = createAppStore(fakeBackend())
  await store.getState().open({ kind: 'sample' })
  store.getState().change({ notifications })
  const told: Told[] = []
  const announcer: Announcer = {
    ask: async () => true,
    announce: (topic, title, body, choose = () => {}) => void told.push({ topic, title, body, choose }),
  }
  const clock = { now: 0 }
  return { store, told, clock, away: announceAway(announcer, store, () => clock.now) }
}

const sync = (needsYou: number): SyncStatusShape => ({
  state: needsYou ? 'needs-you' : 'up-to-date',
  says: needsYou ? 'Needs you' : 'Up to date',
  waiting: 0,
  sending: 0,
  needsYou,
  paused: false,
  nextAt: null,
})

const push = (state: PushShape['state']): PushShape => ({ id: 'p1', state, boardName: 'Amp', says: `is ${state}` }) as PushShape

const board = boardModel.id

test.each([
  { name: 'a short review', seconds: 9.9, count: 0 },
  { name: 'a long review', seconds: 10, count: 1 },
])('$name is announced $count times, when it is through', async ({ seconds, count }) => {
  const { told, clock, away, store } = await started()
  away.onProgress(board, { phase: 'reading', done: 0, total: 9 })
  clock.now = seconds * 1000
  away.onProgress(board, { phase: 'checking', done: 79, total: 80 })
  away.onReview(board, false)
  expect(told).toEqual([])
  away.onReview(board, true)
  away.onReview(board, true)
  expect(told.map(({ title }) => title)).toEqual(count ? [`${boardModel.name} is reviewed`] : [])
  told[0]?.choose()
  if (count) expect(store.getState().stage).toBe('review')
})

test('one more thing that needs the person is announced, the same one again is not', async () => {
  const { told, away, store } = await started()
  for (const needsYou of [0, 1, 1, 0, 2]) away.onSync(sync(needsYou))
  expect(told.map(({ topic, body }) => [topic, body])).toEqual([
    ['sync', 'Needs you'],
    ['sync', 'Needs you'],
  ])
  told[0]!.choose()
  expect(store.getState().dialog).toBe('queue')
})

test('orders and ended pushes are announced, what is on its way is not', async () => {
  const { told, away } = await started()
  away.onOrder('Order A-1 was accepted.')
  for (const state of ['sending', 'waiting', 'complete', 'failed', 'stopped'] as const) away.onPush(push(state))
  expect(told.map(({ body }) => body)).toEqual(['Order A-1 was accepted.', 'is complete', 'is failed', 'is stopped'])
})

test('who did not ask for notifications gets none', async () => {
  const { told, away } = await started(false)
  away.onOrder('Order A-1 was accepted.')
  away.onSync(sync(1))
  expect(told).toEqual([])
})

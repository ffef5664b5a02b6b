import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pollWhileVisible, type SeenPage } from '#renderer/state/poll-while-visible.ts'

const aPage = () => {
  const listeners = new Set<() => void>()
  let hidden = false
  const page: SeenPage = {
    isHidden: () => hidden,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const show = (seen: boolean): void => {
    hidden = !seen
    for (const listener of listeners) listener()
  }
  return { page, show, listeners }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('repeats, never while hidden, and catches up once when seen again', async () => {
  const { page, show } = aPage()
  const work = vi.fn(() => Promise.resolve())
  const end = pollWhileVisible(work, 1000, page)
  expect(work).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(3000)
  expect(work).toHaveBeenCalledTimes(3)
  show(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).toHaveBeenCalledTimes(3)
  show(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(work).toHaveBeenCalledTimes(4)
  await vi.advanceTimersByTimeAsync(1000)
  expect(work).toHaveBeenCalledTimes(5)
  end()
})

it('does nothing early for a page that was hidden for a moment', async () => {
  const { page, show } = aPage()
  const work = vi.fn(() => Promise.resolve())
  const end = pollWhileVisible(work, 1000, page)
  await vi.advanceTimersByTimeAsync(400)
  show(false)
  show(true)
  await vi.advanceTimersByTimeAsync(599)
  expect(work).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(work).toHaveBeenCalledTimes(1)
  end()
})

it('waits for slow work, and stops for good', async () => {
  const { page, show, listeners } = aPage()
  const work = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 5000)))
  const end = pollWhileVisible(work, 1000, page)
  await vi.advanceTimersByTimeAsync(6900)
  expect(work).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(100)
  expect(work).toHaveBeenCalledTimes(2)
  end()
  show(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(work).toHaveBeenCalledTimes(2)
  expect(listeners.size).toBe(0)
})

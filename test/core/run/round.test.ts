import { expect, test } from 'vitest'
import { Round } from '#core/run/round.ts'

/** Two ends of one round in one thread: what one does, the other hears of. */
const twoEnds = (count: number): readonly [Round<string>, Round<string>] => {
  const taken = new Int32Array(new SharedArrayBuffer(4 * count))
  return [new Round(taken), new Round(taken)]
}

interface End {
  readonly did: number[]
  readonly heard: Map<number, string>
  readonly heardTwice: number[]
  run(order: readonly number[]): Promise<void>
}

const anEnd = (round: Round<string>, name: string, tell: (index: number, value: string) => void, stopAfter = Infinity): End => {
  const did: number[] = []
  const heard = new Map<number, string>()
  const heardTwice: number[] = []
  const run = (order: readonly number[]): Promise<void> =>
    round.run({
      order,
      work(index) {
        did.push(index)
        tell(index, `${name}${index}`)
        return `${name}${index}`
      },
      onValue(index, value) {
        if (heard.has(index)) heardTwice.push(index)
        heard.set(index, value)
      },
      async turn() {
        await Promise.resolve()
        if (did.length >= stopAfter) throw new Error('stopped')
      },
    })
  return { did, heard, heardTwice, run }
}

const numbers = (count: number): number[] => [...Array(count).keys()]

test.each([0, 1, 2, 7, 40])('of %i items each is done once, and both ends hear of all', async (count) => {
  const [here, there] = twoEnds(count)
  const a = anEnd(here, 'a', (i, v) => there.arrive(i, v))
  const b = anEnd(there, 'b', (i, v) => here.arrive(i, v))
  await Promise.all([a.run(numbers(count)), b.run(numbers(count).toReversed())])
  expect([...a.did, ...b.did].sort((x, y) => x - y)).toEqual(numbers(count))
  if (count > 2) expect(Math.min(a.did.length, b.did.length)).toBeGreaterThan(0)
  expect(a.heard).toEqual(b.heard)
  expect(new Map([...a.heard].sort(([x], [y]) => x - y)).size).toBe(count)
  expect([...a.heardTwice, ...b.heardTwice]).toEqual([])
})

test('what arrives before the round begins here is heard of when it begins', async () => {
  const [here, there] = twoEnds(3)
  const early = anEnd(there, 'b', (i, v) => here.arrive(i, v))
  await early.run([0, 1, 2])
  const late = anEnd(here, 'a', () => {})
  await late.run([0, 1, 2])
  expect(late.did).toEqual([])
  expect([...late.heard.values()].sort()).toEqual(['b0', 'b1', 'b2'])
})

test('what a lost thread had taken is done here, and what it had done is not done again', async () => {
  const [here, there] = twoEnds(5)
  const lost = anEnd(there, 'b', (i, v) => i === 4 && here.arrive(i, v), 2)
  await expect(lost.run([4, 3, 2])).rejects.toThrow('stopped')
  const left = anEnd(here, 'a', () => {})
  const done = left.run(numbers(5))
  setTimeout(() => here.lose(), 1)
  await done
  expect(left.did).toEqual([0, 1, 2, 3])
  expect(left.heard.get(4)).toBe('b4')
})

test('a round that is stopped while it waits ends with the reason', async () => {
  const [here, there] = twoEnds(2)
  const other = anEnd(there, 'b', () => {}, 1)
  await expect(other.run([1])).rejects.toThrow('stopped')
  const waiting = anEnd(here, 'a', () => {}, 1)
  await expect(waiting.run([0, 1])).rejects.toThrow('stopped')
  expect(waiting.did).toEqual([0])
})

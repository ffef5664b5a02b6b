/** A source of numbers in [0, 1); the caller passes it in, so that the same seed gives the same board. */
export type Random = () => number

/** @returns a repeatable source for the seed (mulberry32: 32 bits of state, good enough for test boards) */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000
  }
}

/** @returns one of the entries; the list must not be empty */
export const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!

/** @returns the entries in another order */
export const shuffled = <T>(random: Random, from: readonly T[]): T[] => {
  const out = [...from]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

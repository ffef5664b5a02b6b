import type { Pads } from '#core/checks/measuring/pads.ts'

/** Pads of one row stand no farther apart than this, nm: connectors of 2.54 mm and finer. */
const LARGEST_PITCH_NM = 2_600_000
/** Coordinates of inch files are rounded to this, nm. */
const SAME_NM = 10_000
/** Beside the pad itself this many like pads at equal steps make a row. */
const ENOUGH = 3

/** The like pad one step on, or -1. */
const pickAt = (pads: Pads, row: number, x: number, y: number): number => {
  const code = pads.aperture[row]!.code
  return pads.index.near(x, y, SAME_NM).find((r) => pads.aperture[r]!.code === code) ?? -1
}

/**
 * Like pads (same aperture) that stand with a pad in a straight row at equal steps, as the pins of one part do.
 * @returns rows of the nearest row of at least three others; empty when the pad stands in none
 */
export const rowOfPads = (pads: Pads, row: number): readonly number[] => {
  const [x, y, code] = [pads.x[row]!, pads.y[row]!, pads.aperture[row]!.code]
  const near = pads.index.near(x, y, 1_000_000).filter((r) => r !== row && pads.aperture[r]!.code === code)
  const wide = near.length > 0 ? near : farther(pads, row)
  for (const next of wide) {
    const [dx, dy] = [pads.x[next]! - x, pads.y[next]! - y]
    const found: number[] = []
    for (const sense of [1, -1]) {
      for (let step = 1; step <= 2 * ENOUGH; step++) {
        const other = pickAt(pads, row, x + sense * step * dx, y + sense * step * dy)
        if (other < 0) break
        found.push(other)
      }
    }
    if (found.length >= ENOUGH) return found
  }
  return []
}

/** Like pads up to the largest pitch, nearest first: beyond the reach of the index's own cells. */
const farther = (pads: Pads, row: number): readonly number[] => {
  const [x, y, code] = [pads.x[row]!, pads.y[row]!, pads.aperture[row]!.code]
  const found: [number, number][] = []
  for (let i = -2; i <= 2; i++)
    for (let j = -2; j <= 2; j++)
      for (const r of pads.index.near(x + i * 1_000_000, y + j * 1_000_000, 1_000_000)) {
        const distance = Math.hypot(pads.x[r]! - x, pads.y[r]! - y)
        if (r !== row && pads.aperture[r]!.code === code && distance <= LARGEST_PITCH_NM) found.push([distance, r])
      }
  return [...new Set(found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, r]) => r))]
}

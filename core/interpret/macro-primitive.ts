import { exactTurn } from '#core/interpret/placement.ts'
import type { Plot } from '#core/interpret/plot.ts'
import { ringArea } from '#core/interpret/ring-measures.ts'
import { MAX_SIDES, polygonRing, rectangleRing } from '#core/interpret/standard-aperture.ts'
import { addMoire, addThermal, turned } from '#core/interpret/thermal.ts'

/** Fewest parameters of each primitive; the rotation, always last, may be missing in old files. */
const FEWEST: Readonly<Record<number, number>> = { 1: 4, 2: 6, 4: 6, 5: 5, 6: 8, 7: 5, 20: 6, 21: 5, 22: 5 }
/** Most vertices of an outline primitive; the specification allows 5,000. */
const MAX_OUTLINE = 200_000

/**
 * Adds one macro primitive around the macro's origin.
 * @param p its parameters as numbers; lengths in file units
 * @param nm nanometres per file unit
 * @returns null, or what is wrong with it: then nothing was added
 * @source Gerber Layer Format Specification 2024.05, 4.5.1
 */
export const addMacroPrimitive = (plot: Plot, code: number, p: readonly number[], nm: number): string | null => {
  const fewest = FEWEST[code]
  if (fewest === undefined) return `primitive ${code} does not exist`
  if (p.length < fewest) return `primitive ${code} has ${p.length} of at least ${fewest} parameters`
  // Exposure 2 toggled in very old files; it is read as on.
  const dark = p[0] !== 0
  switch (code) {
    case 1: {
      const [cos, sin] = exactTurn(p[4] ?? 0)
      const [x, y] = [p[2]! * nm, p[3]! * nm]
      const [cx, cy] = [x * cos - y * sin, x * sin + y * cos]
      if (p[1]! > 0) plot.capsule(dark, cx, cy, cx, cy, (p[1]! / 2) * nm)
      return null
    }
    case 2:
    case 20:
      return add(plot, dark, vectorLine(p[1]! * nm, p[2]! * nm, p[3]! * nm, p[4]! * nm, p[5]! * nm), p[6] ?? 0)
    case 21: {
      const [w, h, x, y] = [p[1]! * nm, p[2]! * nm, p[3]! * nm, p[4]! * nm]
      return add(plot, dark, w > 0 && h > 0 ? rectangleRing(x - w / 2, y - h / 2, x + w / 2, y + h / 2) : [], p[5] ?? 0)
    }
    case 22: {
      const [w, h, x, y] = [p[1]! * nm, p[2]! * nm, p[3]! * nm, p[4]! * nm]
      return add(plot, dark, w > 0 && h > 0 ? rectangleRing(x, y, x + w, y + h) : [], p[5] ?? 0)
    }
    case 4:
      return outline(plot, dark, p, nm)
    case 5: {
      const sides = Math.round(p[1]!)
      if (sides < 3 || sides > MAX_SIDES) return `a polygon has ${sides} sides`
      return add(plot, dark, p[4]! > 0 ? polygonRing(sides, p[2]! * nm, p[3]! * nm, (p[4]! / 2) * nm, 0) : [], p[5] ?? 0)
    }
    case 6:
      addMoire(plot, p, nm)
      return null
    default:
      addThermal(plot, p[0]! * nm, p[1]! * nm, p[2]! * nm, p[3]! * nm, p[4]! * nm, p[5] ?? 0)
      return null
  }
}

const add = (plot: Plot, dark: boolean, ring: readonly number[], degrees: number): null => {
  if (ring.length === 0) return null
  const from = plot.rings.count
  plot.ring(turned(ring, degrees))
  if (ringArea(plot.rings, from) < 0) plot.rings.reverse(from)
  plot.contour(dark, from)
  return null
}

const vectorLine = (w: number, x0: number, y0: number, x1: number, y1: number): number[] => {
  const length = Math.hypot(x1 - x0, y1 - y0)
  if (!(length > 0 && w > 0)) return []
  const nx = (-(y1 - y0) / length) * (w / 2)
  const ny = ((x1 - x0) / length) * (w / 2)
  return [x0 - nx, y0 - ny, 0, x1 - nx, y1 - ny, 0, x1 + nx, y1 + ny, 0, x0 + nx, y0 + ny, 0]
}

const outline = (plot: Plot, dark: boolean, p: readonly number[], nm: number): string | null => {
  const n = Math.round(p[1]!)
  if (n < 1 || n > MAX_OUTLINE) return `an outline has ${n} sides`
  const needed = 2 + 2 * (n + 1)
  if (p.length < needed) return `an outline of ${n} sides has ${Math.floor((p.length - 2) / 2)} of ${n + 1} points`
  const ring: number[] = []
  for (let k = 0; k <= n; k++) {
    const [x, y] = [p[2 + 2 * k]! * nm, p[3 + 2 * k]! * nm]
    const isRepeated = (ring.length > 0 && x === ring.at(-3) && y === ring.at(-2)) || (k === n && x === ring[0] && y === ring[1])
    if (!isRepeated) ring.push(x, y, 0)
  }
  return ring.length < 9 ? null : add(plot, dark, ring, p[needed] ?? 0)
}

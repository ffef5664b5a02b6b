import type { Mm } from '#core/base/units.ts'
import { LANDMARK_HOLE, type Landmarks } from './landmarks.ts'
import { PointGrid } from './point-grid.ts'

/** What lies around a place: distance and size of the nearest landmarks. Says nothing of direction, so turning a part keeps it. */
export type Neighbourhood = readonly { readonly distance: Mm; readonly size: Mm; readonly isHole: boolean }[]

const REACH_MM = 2.2
const MOST = 8
/** Places of findings wander more than pads do: a witness point lies where two edges happen to be closest. */
const SAME_DISTANCE_MM = 0.05
const SAME_SIZE_MM = 0.02
/** A single neighbour is everywhere. */
const ENOUGH = 2

export class Neighbourhoods {
  readonly #marks: Landmarks
  readonly #grid: PointGrid

  constructor(marks: Landmarks) {
    this.#marks = marks
    this.#grid = new PointGrid(marks.x, marks.y, REACH_MM)
  }

  /** @returns the nearest landmarks around a place, nearest first, at most eight */
  around(at: { readonly x: Mm; readonly y: Mm }): Neighbourhood {
    const found: { distance: Mm; size: Mm; isHole: boolean }[] = []
    this.#grid.near(at.x, at.y, REACH_MM, (row, distance) => {
      found.push({ distance, size: this.#marks.size[row]!, isHole: this.#marks.kind[row] === LANDMARK_HOLE })
    })
    return found.sort((a, b) => a.distance - b.distance || a.size - b.size).slice(0, MOST)
  }
}

/** What is there beside counts this much against a place: a part may have moved into a crowd. */
const STRANGER = 0.25

/** @returns 0..1: how much of what lay around the first place lies around the second; 0 where there is too little to tell */
export const likeness = (a: Neighbourhood, b: Neighbourhood): number => {
  if (Math.min(a.length, b.length) < ENOUGH) return 0
  const left = [...b]
  let common = 0
  for (const mark of a) {
    const i = left.findIndex(
      (other) =>
        other.isHole === mark.isHole &&
        Math.abs(other.distance - mark.distance) <= SAME_DISTANCE_MM &&
        Math.abs(other.size - mark.size) <= SAME_SIZE_MM,
    )
    if (i < 0) continue
    left.splice(i, 1)
    common++
  }
  return common < ENOUGH ? 0 : common / (a.length + STRANGER * (b.length - common))
}

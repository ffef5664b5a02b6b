import type { Image } from '#core/geometry/image.ts'
import type { NearParts } from '#core/geometry/index/near-pairs.ts'
import { Hits, HIT_NUMBERS } from './places.ts'

/** What one sweep found to face each other, in the order of the sweep. */
export interface Faces {
  readonly hits: Hits
  /** Nearest distance of both parts of each hit: a hit may be measured in the middle of its stretch instead. nm. */
  readonly nearest: readonly number[]
  /** 1 where both sides run side by side and taper. */
  readonly tapers: readonly number[]
}

/** Collects faces while a sweep runs. */
export class FaceList implements Faces {
  readonly hits = new Hits()
  readonly nearest: number[] = []
  readonly tapers: number[] = []

  /** Notes what belongs to the hit that was added last. */
  note(nearest: number, isTaper: boolean): void {
    this.nearest.push(nearest)
    this.tapers.push(isTaper ? 1 : 0)
  }
}

/** @returns the faces that a sweep with a smaller bound would have found, in its order */
const closerThan = (faces: Faces, within: number): Faces => {
  if (faces.nearest.every((distance) => distance < within)) return faces
  const closer = new FaceList()
  const { one, other, numbers } = faces.hits
  for (let hit = 0; hit < faces.hits.count; hit++) {
    if (!(faces.nearest[hit] < within)) continue
    closer.hits.copy(one[hit], other[hit], numbers, hit * HIT_NUMBERS)
    closer.note(faces.nearest[hit], faces.tapers[hit] === 1)
  }
  return closer
}

interface Kept {
  readonly reach: number
  readonly group: Int32Array | null
  readonly faces: Faces
}

/** Finds what is nearer than `reach`; the group of components matters to some sweeps. */
type Sweep = (image: Image, near: NearParts, reach: number, group: Int32Array | null) => Faces

/**
 * Keeps what sweeps of one kind found as long as the image, so that questions with smaller bounds need no sweep of their own.
 * @param reachFor how far to sweep for a bound
 */
export const keptFaces = (reachFor: (near: NearParts, within: number) => number, sweep: Sweep) => {
  const known = new WeakMap<Image, Kept>()
  return (image: Image, near: NearParts, within: number, group: Int32Array | null = null): Faces => {
    let kept = known.get(image)
    if (!kept || kept.reach < within || kept.group !== group) {
      const reach = reachFor(near, within)
      kept = { reach, group, faces: sweep(image, near, reach, group) }
      known.set(image, kept)
    }
    return closerThan(kept.faces, within)
  }
}

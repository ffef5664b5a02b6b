import type { Mm } from '#core/base/units.ts'
import { PointGrid } from '#core/review/point-grid.ts'
import type { DrawnObject } from './drawn-object.ts'

export interface ChangedObject {
  readonly change: 'added' | 'removed' | 'moved' | 'resized'
  readonly from: DrawnObject | null
  readonly to: DrawnObject | null
}

/** Two exports of one place or size differ by the rounding of their files: 2.54 µm at each end. */
const SAME_MM = 0.006
/** What has no name is taken as moved only this far; further away it is one gone and another come. */
const MOVED_MM = 15
/** Nearest others that are looked at for each object. */
const MOST_NEAR = 24

const near = (a: readonly Mm[], b: readonly Mm[]): boolean => a.length === b.length && a.every((v, i) => Math.abs(v - b[i]!) <= SAME_MM)
const alike = (a: DrawnObject, b: DrawnObject): boolean => a.kind === b.kind && a.dark === b.dark && near(a.shape, b.shape)

class ObjectMatcher {
  readonly #from: readonly DrawnObject[]
  readonly #to: readonly DrawnObject[]
  readonly leftFrom: Set<number>
  readonly leftTo: Set<number>

  constructor(from: readonly DrawnObject[], to: readonly DrawnObject[]) {
    this.#from = from
    this.#to = to
    this.leftFrom = new Set(from.keys())
    this.leftTo = new Set(to.keys())
  }

  /** Pairs what fits within a distance, closest first, each once. */
  pair(reach: Mm, fits: (a: DrawnObject, b: DrawnObject) => boolean, taken: (i: number, j: number) => void): void {
    if (this.leftFrom.size === 0 || this.leftTo.size === 0) return
    const x = this.#to.map((o) => o.at[0])
    const y = this.#to.map((o) => o.at[1])
    const grid = new PointGrid(x, y, Math.max(reach, 0.05), this.leftTo)
    const close: { i: number; j: number; distance: number }[] = []
    for (const i of this.leftFrom) {
      const a = this.#from[i]!
      const own: { i: number; j: number; distance: number }[] = []
      grid.near(a.at[0], a.at[1], reach, (j, distance) => {
        if (fits(a, this.#to[j]!)) own.push({ i, j, distance })
      })
      close.push(...own.sort((p, q) => p.distance - q.distance).slice(0, MOST_NEAR))
    }
    close.sort((p, q) => p.distance - q.distance || p.i - q.i || p.j - q.j)
    for (const { i, j } of close) {
      if (!this.leftFrom.has(i) || !this.leftTo.has(j)) continue
      this.leftFrom.delete(i)
      this.leftTo.delete(j)
      taken(i, j)
    }
  }

  /** Pairs what carries the same name, however far apart. */
  pairNamed(fits: (a: DrawnObject, b: DrawnObject) => boolean, taken: (i: number, j: number) => void): void {
    const byName = new Map<string, number[]>()
    for (const j of this.leftTo) {
      const { pin, kind } = this.#to[j]!
      if (pin) byName.set(`${kind} ${pin}`, [...(byName.get(`${kind} ${pin}`) ?? []), j])
    }
    for (const i of [...this.leftFrom]) {
      const a = this.#from[i]!
      const j = a.pin ? byName.get(`${a.kind} ${a.pin}`)?.find((row) => this.leftTo.has(row) && fits(a, this.#to[row]!)) : undefined
      if (j === undefined) continue
      this.leftFrom.delete(i)
      this.leftTo.delete(j)
      taken(i, j)
    }
  }
}

/** @returns the objects that are not the same in both; `from` objects are already where they would lie on the newer board */
export const unmatchedObjects = (
  from: readonly DrawnObject[],
  to: readonly DrawnObject[],
): { readonly from: readonly DrawnObject[]; readonly to: readonly DrawnObject[] } => {
  const matcher = new ObjectMatcher(from, to)
  matcher.pair(
    SAME_MM,
    (a, b) => alike(a, b) && near(a.size, b.size),
    () => undefined,
  )
  return { from: [...matcher.leftFrom].map((i) => from[i]!), to: [...matcher.leftTo].map((j) => to[j]!) }
}

/** Says what became of objects that are not the same: resized in place, moved, removed, added. */
export const changedObjects = (from: readonly DrawnObject[], to: readonly DrawnObject[]): readonly ChangedObject[] => {
  const matcher = new ObjectMatcher(from, to)
  const changes: ChangedObject[] = []
  const take = (change: 'moved' | 'resized') => (i: number, j: number) => void changes.push({ change, from: from[i]!, to: to[j]! })
  matcher.pair(SAME_MM, alike, take('resized'))
  matcher.pairNamed((a, b) => alike(a, b) && near(a.size, b.size), take('moved'))
  matcher.pair(MOVED_MM, (a, b) => alike(a, b) && near(a.size, b.size), take('moved'))
  for (const i of matcher.leftFrom) changes.push({ change: 'removed', from: from[i]!, to: null })
  for (const j of matcher.leftTo) changes.push({ change: 'added', from: null, to: to[j]! })
  return changes
}

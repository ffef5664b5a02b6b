import type { Finding } from '#core/checks/finding.ts'
import { likeness, Neighbourhoods, type Neighbourhood } from './neighbourhood.ts'
import type { Landmarks } from './landmarks.ts'
import { placePoint, type Placement } from './placement.ts'
import { PointGrid } from './point-grid.ts'
import { isWorse } from './worse.ts'

/** What a finding is known again by. */
export type Anchor = Pick<
  Finding,
  | 'fingerprint'
  | 'checkId'
  | 'cause'
  | 'severity'
  | 'layers'
  | 'measured'
  | 'limit'
  | 'unit'
  | 'at'
  | 'nets'
  | 'objects'
  | 'files'
  | 'message'
>

export interface Pair<A, B> {
  readonly from: A
  readonly to: B
  readonly how: 'same' | 'moved'
}

export interface Matching<A, B> {
  readonly pairs: readonly Pair<A, B>[]
  /** Of the older ones, those that nothing was found for, in the order given. */
  readonly gone: readonly A[]
  readonly fresh: readonly B[]
}

export interface MatchContext {
  /** Where the older revision lies on the newer one, mm. */
  readonly placement: Placement
  readonly older: Landmarks | null
  readonly newer: Landmarks | null
}

/** From what is surely the same place to what may still be: a witness point slides along edges that run side by side. */
const PLACE_STEPS_MM = [0.03, 0.3, 1] as const
/** Between the same named nets and objects a place may have slid further. */
const NAMED_MM = 12
/** Along edges without names that run side by side the closest place is anywhere; the measure is the same. */
const SLID_MM = 3
const SAME_NEIGHBOURHOOD = 0.6
/** Nearest others that are looked at for each finding. */
const MOST_NEAR = 16
/** Neighbourhoods are compared pair by pair. */
const MOST_COMPARED = 250_000

type KeyOf = (finding: Anchor) => string | null

/** What a finding must share to be the same. Files do not count: they are renamed. */
const byCause: KeyOf = ({ cause, layers }) => `${cause}|${[...layers].sort().join(',')}`

/** Files without nets make "between two nets" into "between two pieces of copper" at the very same place. */
const byCheck: KeyOf = ({ checkId, layers }) => `${checkId}|${[...layers].sort().join(',')}`

/** Beside cause and layers the names; what has none has no key. */
const byNames: KeyOf = (finding) => {
  const named = names(finding)
  return named === null ? null : `${byCause(finding)}|${named}`
}

const groupBy = <T extends Anchor>(findings: readonly T[], rows: Iterable<number>, keyOf: KeyOf): Map<string, number[]> => {
  const groups = new Map<string, number[]>()
  for (const i of rows) {
    const key = keyOf(findings[i]!)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(i)
    else groups.set(key, [i])
  }
  return groups
}

/** `pad U1.3` is the same pad in every export; `hole T3 #17` is a running number. */
const PIN = /[A-Za-z]+\d+\.\w+/

/** What tells a place apart by name: two nets that meet, or pins; null when nothing does. One net alone is everywhere. */
const names = ({ nets, objects }: Anchor): string | null => {
  const pins = objects.filter((text) => PIN.test(text)).sort()
  const between = new Set(nets).size > 1 ? [...nets].sort() : []
  return pins.length || between.length ? [...between, ...pins].join('|') : null
}
const filesOf = ({ files }: Anchor): string => files.map((f) => f.path).join('|')

class Matcher<A extends Anchor, B extends Anchor> {
  readonly #older: readonly A[]
  readonly #newer: readonly B[]
  readonly #placement: Placement
  readonly pairs: Pair<A, B>[] = []
  readonly leftOlder: Set<number>
  readonly leftNewer: Set<number>

  constructor(older: readonly A[], newer: readonly B[], placement: Placement) {
    this.#older = older
    this.#newer = newer
    this.#placement = placement
    this.leftOlder = new Set(older.keys())
    this.leftNewer = new Set(newer.keys())
  }

  #take(i: number, j: number, how: 'same' | 'moved'): void {
    this.leftOlder.delete(i)
    this.leftNewer.delete(j)
    this.pairs.push({ from: this.#older[i]!, to: this.#newer[j]!, how })
  }

  /** Pairs within a distance, closest first; `fits` may ask for more than the same key. */
  byPlace(reach: number, keyOf: KeyOf, how: 'same' | 'moved' = 'same', fits: (a: A, b: B) => boolean = () => true): void {
    const groups = groupBy(this.#newer, this.leftNewer, keyOf)
    const x = this.#newer.map((f) => f.at?.x ?? NaN)
    const y = this.#newer.map((f) => f.at?.y ?? NaN)
    const grids = new Map<string, PointGrid>()
    const close: { i: number; j: number; distance: number }[] = []
    for (const i of this.leftOlder) {
      const older = this.#older[i]!
      const key = keyOf(older)
      const rows = key === null ? undefined : groups.get(key)
      if (key === null || !rows || !older.at) continue
      let grid = grids.get(key)
      if (!grid) {
        const placed = rows.filter((j) => this.#newer[j]!.at !== null)
        grid = new PointGrid(x, y, Math.max(reach, 0.1), placed)
        grids.set(key, grid)
      }
      const own: { i: number; j: number; distance: number }[] = []
      const [x0, y0] = placePoint(this.#placement, older.at.x, older.at.y)
      grid.near(x0, y0, reach, (j, distance) => {
        if (fits(older, this.#newer[j]!)) own.push({ i, j, distance })
      })
      close.push(...own.sort((p, q) => p.distance - q.distance).slice(0, MOST_NEAR))
    }
    close.sort((p, q) => p.distance - q.distance || p.i - q.i || p.j - q.j)
    for (const { i, j } of close) if (this.leftOlder.has(i) && this.leftNewer.has(j)) this.#take(i, j, how)
  }

  /** Pairs findings that name no place: of the same files, else in the order given. */
  withoutPlace(fits: (a: A, b: B) => boolean): void {
    const groups = groupBy(
      this.#newer,
      [...this.leftNewer].filter((j) => this.#newer[j]!.at === null),
      byCause,
    )
    for (const i of [...this.leftOlder]) {
      const older = this.#older[i]!
      if (older.at !== null) continue
      const j = groups.get(byCause(older)!)?.find((row) => this.leftNewer.has(row) && fits(older, this.#newer[row]!))
      if (j !== undefined) this.#take(i, j, 'same')
    }
  }

  /** Pairs what lies elsewhere but among the same neighbours: its part was moved. */
  byNeighbourhood(older: Landmarks, newer: Landmarks): void {
    const [before, now] = [new Neighbourhoods(older), new Neighbourhoods(newer)]
    const groups = groupBy(
      this.#newer,
      [...this.leftNewer].filter((j) => this.#newer[j]!.at !== null),
      byCause,
    )
    const around = new Map<number, Neighbourhood>()
    const alike: { i: number; j: number; share: number; distance: number }[] = []
    let compared = 0
    for (const i of this.leftOlder) {
      const finding = this.#older[i]!
      const rows = groups.get(byCause(finding)!)
      if (!rows || !finding.at || compared > MOST_COMPARED) continue
      const own = before.around(finding.at)
      const [x0, y0] = placePoint(this.#placement, finding.at.x, finding.at.y)
      for (const j of rows) {
        compared++
        const { at } = this.#newer[j]!
        if (!around.has(j)) around.set(j, now.around(at!))
        const share = likeness(own, around.get(j)!)
        const distance = Math.hypot(x0 - at!.x, y0 - at!.y)
        if (share >= SAME_NEIGHBOURHOOD) alike.push({ i, j, share, distance })
      }
    }
    alike.sort((p, q) => q.share - p.share || p.distance - q.distance || p.i - q.i || p.j - q.j)
    for (const { i, j } of alike) if (this.leftOlder.has(i) && this.leftNewer.has(j)) this.#take(i, j, 'moved')
  }
}

/**
 * Finds the findings of an older revision again among those of a newer one: the same cause on the same layers, at the
 * same place after the shift; else between the same named things nearby; else elsewhere among the same neighbours (its
 * part was moved) or, measuring the same, a little along an edge. File names, the order of files and findings, and measured values do not count.
 */
export const matchFindings = <A extends Anchor, B extends Anchor>(
  older: readonly A[],
  newer: readonly B[],
  { placement, older: marksBefore, newer: marksNow }: MatchContext,
): Matching<A, B> => {
  const matcher = new Matcher(older, newer, placement)
  const [surely, nearby, around] = PLACE_STEPS_MM
  matcher.byPlace(surely, byCause)
  matcher.byPlace(NAMED_MM, byNames, 'same')
  for (const reach of [nearby, around]) matcher.byPlace(reach, byCause)
  matcher.byPlace(around, byCheck)
  matcher.withoutPlace((a, b) => filesOf(a) === filesOf(b) && a.message === b.message)
  matcher.withoutPlace((a, b) => filesOf(a) === filesOf(b))
  matcher.withoutPlace((a, b) => a.message === b.message)
  matcher.withoutPlace(() => true)
  matcher.byPlace(SLID_MM, byCause, 'moved', (a, b) => a.measured !== null && !isWorse(b, a) && !isWorse(a, b))
  if (marksBefore && marksNow) matcher.byNeighbourhood(marksBefore, marksNow)
  const { pairs, leftOlder, leftNewer } = matcher
  return { pairs, gone: [...leftOlder].map((i) => older[i]!), fresh: [...leftNewer].map((j) => newer[j]!) }
}

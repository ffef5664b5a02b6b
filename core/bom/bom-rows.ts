import type { Nm } from '#core/base/units.ts'
import type { PartLists } from '#core/bom/part-files.ts'

/** Where a part goes, from one of the files. */
export interface PartPlace {
  readonly x: Nm
  readonly y: Nm
  /** Degrees counterclockwise as written; null when not given. */
  readonly rotation: number | null
  readonly side: 'top' | 'bottom' | null
  readonly path: string
}

export interface BomPart {
  readonly ref: string
  readonly place: PartPlace | null
}

/** A line of the panel: parts that are bought as one. */
export interface BomPanelRow {
  /** The references of the line, joined; the same on every reading. */
  readonly id: string
  /** In natural order: R2 before R10. */
  readonly parts: readonly BomPart[]
  readonly value: string | null
  readonly footprint: string | null
  readonly description: string | null
  /** What the list counts, else the number of parts. */
  readonly quantity: number
  /** Ordering columns by their heading. */
  readonly partNumbers: Readonly<Record<string, string>>
  /** False = not fitted, as the list says; null = it does not say. */
  readonly fitted: boolean | null
  /** Where the line comes from: a list of parts, or only from placement (`placed`). */
  readonly from: 'bom' | 'placed'
  readonly path: string
}

/** Something that the files say differently. */
export type BomDifference =
  | { readonly kind: 'not-placed'; readonly ref: string }
  | { readonly kind: 'not-listed'; readonly ref: string; readonly path: string }
  | { readonly kind: 'listed-twice'; readonly ref: string }
  | { readonly kind: 'placed-although-not-fitted'; readonly ref: string }
  | { readonly kind: 'value-differs'; readonly ref: string; readonly listed: string; readonly placed: string }
  | { readonly kind: 'place-differs'; readonly ref: string; readonly distance: Nm; readonly paths: readonly [string, string] }

export interface BomPanel {
  /** In natural order of their first reference. */
  readonly rows: readonly BomPanelRow[]
  /** By reference, then kind; empty where only one source speaks. */
  readonly differences: readonly BomDifference[]
  readonly sources: readonly { readonly path: string; readonly kind: 'bom' | 'placement' | 'components'; readonly count: number }[]
}

interface Placed extends PartPlace {
  readonly ref: string
  readonly value: string | null
  readonly footprint: string | null
  readonly partNumbers: Readonly<Record<string, string>>
}

/** Nearer is the same place: files round, and some measure from a pin. */
const SAME_PLACE: Nm = 100_000

const pieces = (ref: string): readonly (string | number)[] =>
  ref.split(/(\d+)/).map((piece) => (/^\d+$/.test(piece) ? Number(piece) : piece))

/** Natural order of references: letters, then numbers by their value. */
export const compareRefs = (a: string, b: string): number => {
  const [pa, pb] = [pieces(a), pieces(b)]
  for (let k = 0; k < Math.max(pa.length, pb.length); k++) {
    const [x, y] = [pa[k] ?? '', pb[k] ?? '']
    if (x === y) continue
    if (typeof x === 'number' && typeof y === 'number') return x - y
    return String(x) < String(y) ? -1 : 1
  }
  return 0
}

const placedOf = ({ placements, components }: PartLists): readonly Placed[] => [
  ...components.flatMap(({ path, components: parts }) =>
    parts.map((part) => ({
      ...part,
      path,
      partNumbers: {
        ...(part.manufacturer === null ? {} : { Manufacturer: part.manufacturer }),
        ...(part.mpn === null ? {} : { MPN: part.mpn }),
        ...part.suppliers,
      },
    })),
  ),
  ...placements.flatMap(({ path, placement }) => placement.rows.map((row) => ({ ...row, path, partNumbers: {} }))),
]

const placeOf = ({ x, y, rotation, side, path }: Placed): PartPlace => ({ x, y, rotation, side, path })

/** Values differ in spelling more often than in meaning: `4k7` and `4.7k` are left to a person, case and blanks are not. */
const sameValue = (a: string, b: string): boolean => a.replace(/\s+/g, '').toLowerCase() === b.replace(/\s+/g, '').toLowerCase()

const rowId = (path: string, parts: readonly BomPart[]): string => `${path}:${parts.map(({ ref }) => ref).join(',')}`

/** Lines for parts that only placement knows: the same value and footprint are one line. */
const placedRows = (placed: readonly Placed[]): readonly BomPanelRow[] => {
  const groups = new Map<string, Placed[]>()
  for (const each of placed) {
    const key = JSON.stringify([each.value, each.footprint, each.partNumbers])
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()].map((group) => {
    const parts = group.map((each) => ({ ref: each.ref, place: placeOf(each) })).sort((a, b) => compareRefs(a.ref, b.ref))
    const { value, footprint, partNumbers, path } = group[0]!
    return {
      id: rowId(path, parts),
      parts,
      value,
      footprint,
      description: null,
      quantity: parts.length,
      partNumbers,
      fitted: null,
      from: 'placed',
      path,
    }
  })
}

/** Joins what a package's lists, placement files and component layers say of its parts. */
export const bomPanel = (lists: PartLists): BomPanel => {
  const placed = placedOf(lists)
  const places = new Map<string, Placed>()
  const differences: BomDifference[] = []
  for (const each of placed) {
    const first = places.get(each.ref)
    if (!first) {
      places.set(each.ref, each)
      continue
    }
    const distance = Math.hypot(each.x - first.x, each.y - first.y)
    if (distance > SAME_PLACE) differences.push({ kind: 'place-differs', ref: each.ref, distance, paths: [first.path, each.path] })
  }

  const listed = new Set<string>()
  const rows: BomPanelRow[] = []
  for (const { path, bom } of lists.boms) {
    // A second list of the same board (another vendor's form) repeats the parts: only new ones are taken from it.
    const isFirst = rows.length === 0
    for (const row of bom.rows) {
      const refs = [...new Set(row.refs)]
      for (const ref of row.refs.filter((each, k) => (isFirst && listed.has(each)) || row.refs.indexOf(each) !== k))
        differences.push({ kind: 'listed-twice', ref })
      const fresh = isFirst ? refs : refs.filter((ref) => !listed.has(ref))
      for (const ref of refs) listed.add(ref)
      if (fresh.length === 0) continue
      const parts = fresh.sort(compareRefs).map((ref) => ({ ref, place: places.has(ref) ? placeOf(places.get(ref)!) : null }))
      for (const { ref, place } of parts) {
        const valueThere = places.get(ref)?.value ?? null
        if (row.fitted === false && place) differences.push({ kind: 'placed-although-not-fitted', ref })
        if (row.fitted !== false && !place && placed.length > 0) differences.push({ kind: 'not-placed', ref })
        if (row.value !== null && valueThere !== null && !sameValue(row.value, valueThere))
          differences.push({ kind: 'value-differs', ref, listed: row.value, placed: valueThere })
      }
      const { value, footprint, description, quantity, partNumbers, fitted } = row
      const more = places.get(parts[0]!.ref)?.partNumbers ?? {}
      rows.push({
        id: rowId(path, parts),
        parts,
        value,
        footprint,
        description,
        quantity: quantity ?? parts.length,
        partNumbers: { ...more, ...partNumbers },
        fitted,
        from: 'bom',
        path,
      })
    }
  }
  const unlisted = [...places.values()].filter(({ ref }) => !listed.has(ref))
  if (listed.size > 0) for (const { ref, path } of unlisted) differences.push({ kind: 'not-listed', ref, path })

  return {
    rows: [...rows, ...placedRows(unlisted)].sort((a, b) => compareRefs(a.parts[0]!.ref, b.parts[0]!.ref)),
    differences: differences.sort((a, b) => compareRefs(a.ref, b.ref) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)),
    sources: [
      ...lists.boms.map(({ path, bom }) => ({ path, kind: 'bom' as const, count: bom.rows.length })),
      ...lists.placements.map(({ path, placement }) => ({ path, kind: 'placement' as const, count: placement.rows.length })),
      ...lists.components.map(({ path, components }) => ({ path, kind: 'components' as const, count: components.length })),
    ],
  }
}

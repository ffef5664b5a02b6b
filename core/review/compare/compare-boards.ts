import { NM_PER_MM, toMm } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'
import { expectedEdit, type DiffShape, type ExpectedEdit, type LayerDiffShape, type ObjectChangeShape } from '#core/ipc/compare.ipc.ts'
import { align, alignmentText, AS_THEY_LIE } from '#core/review/align.ts'
import { counted } from '#core/review/effective.ts'
import { landmarksOf } from '#core/review/landmarks.ts'
import { IN_PLACE, isInPlace, placeBox, type Placement } from '#core/review/placement.ts'
import { compareFiles, type FileComparison } from './compare-files.ts'
import { boxMm, compareLayer, layerAlone, type LayerComparison } from './compare-layers.ts'
import { drawnHoles } from './drawn-object.ts'
import { expectedEdits, type NamedChange } from './expected-edits.ts'
import { changedObjects, unmatchedObjects, type ChangedObject } from './match-objects.ts'

export interface CompareOptions {
  /** Compares as they lie, whatever shift is found. */
  readonly refuseShift: boolean
  /** Asked between layers; true ends the work with an exception of its own. */
  readonly stop?: () => void
  readonly onLayer?: (done: number, total: number) => void
}

const SHOWN_OBJECTS = 2000
const SHOWN_PLACES = 500
const MM2 = NM_PER_MM * NM_PER_MM
/** The pseudo layer that holds all holes. */
export const DRILL_LAYER = 'drill'

const countsOf = (changes: readonly ChangedObject[]): LayerDiffShape['counts'] => {
  const count = (change: ChangedObject['change']): number => changes.filter((c) => c.change === change).length
  return { added: count('added'), removed: count('removed'), moved: count('moved'), resized: count('resized') }
}

const layerShape = ({ from, to, state, onlyFrom, onlyTo, places, changes }: LayerComparison): LayerDiffShape => {
  const layer = (to ?? from)!
  return {
    id: layer.id,
    name: layer.name,
    role: layer.role,
    fromPath: from?.path ?? null,
    toPath: to?.path ?? null,
    state,
    onlyFromMm2: onlyFrom / MM2,
    onlyToMm2: onlyTo / MM2,
    counts: countsOf(changes),
    places: places.slice(0, SHOWN_PLACES).map(({ box, area, only }) => ({ boxMm: boxMm(box), mm2: area / MM2, only })),
    placesLeftOut: Math.max(0, places.length - SHOWN_PLACES),
  }
}

/** In reading order within each layer: from the top down, then from the left. */
const numbered = (all: readonly NamedChange[], expected: readonly (ExpectedEdit | null)[]): ObjectChangeShape[] =>
  all.map(({ layer, change }, i) => {
    const { from, to } = change
    const is = (to ?? from)!
    return {
      number: i + 1,
      layer,
      change: change.change,
      kind: is.kind,
      at: { x: is.at[0], y: is.at[1] },
      from: change.change === 'moved' && from ? { x: from.at[0], y: from.at[1] } : null,
      boxMm: [...is.box],
      is: is.says,
      was: change.change === 'resized' ? from!.says : null,
      net: is.net,
      pin: is.pin,
      expected: expected[i]!,
      lines: [from?.line ?? 0, to?.line ?? 0],
    }
  })

const inReadingOrder = (changes: readonly ChangedObject[]): readonly ChangedObject[] =>
  [...changes].sort((p, q) => {
    const [a, b] = [(p.to ?? p.from)!.at, (q.to ?? q.from)!.at]
    return Math.round(b[1] - a[1]) || a[0] - b[0] || b[1] - a[1]
  })

const drillFiles = (board: Board): readonly string[] =>
  board.files
    .filter((f) => f.role === 'drill' || f.role === 'route')
    .map((f) => f.sha256)
    .sort()

const compareHoles = (from: Board, to: Board, placement: Placement): { layer: LayerDiffShape; changes: readonly ChangedObject[] } => {
  const unmatched = unmatchedObjects(drawnHoles(from.holes, placement), drawnHoles(to.holes, IN_PLACE))
  const changes = changedObjects(unmatched.from, unmatched.to)
  const areaOf = (side: 'from' | 'to'): number => changes.reduce((sum, c) => sum + (c[side] ? Math.PI * (c[side].size[0]! / 2) ** 2 : 0), 0)
  const sameBytes = isInPlace(placement) && JSON.stringify(drillFiles(from)) === JSON.stringify(drillFiles(to))
  const pathOf = (board: Board): string | null => board.files.find((f) => f.role === 'drill' || f.role === 'route')?.path ?? null
  const state = changes.length ? 'differs' : sameBytes ? 'same-bytes' : 'same-picture'
  const layer: LayerDiffShape = {
    id: DRILL_LAYER,
    name: 'Holes',
    role: 'drill',
    fromPath: pathOf(from),
    toPath: pathOf(to),
    state,
    onlyFromMm2: areaOf('from'),
    onlyToMm2: areaOf('to'),
    counts: countsOf(changes),
    places: [],
    placesLeftOut: 0,
  }
  return { layer, changes }
}

/** As the older board would measure where it lies on the newer one. */
const size = ({ outline: { box } }: Board, placement: Placement): string => {
  if (!box) return 'no outline'
  const [x0, y0, x1, y1] = placeBox(placement, box)
  return `${toMm(x1 - x0).toFixed(2)} × ${toMm(y1 - y0).toFixed(2)} mm`
}

const factsOf = (board: Board, placement: Placement): readonly (readonly [string, string])[] => [
  ['Size', size(board, placement)],
  ['Board area', `${(board.outline.area / MM2).toFixed(1)} mm²`],
  ['Copper layers', String(board.layers.filter((l) => l.role === 'copper' || l.role === 'plane').length)],
  ['Thickness', board.thicknessMm === null ? 'not stated' : `${board.thicknessMm.toFixed(2)} mm`],
  ['Holes', String(board.holes.count)],
]

const fileShape = ({ from, to, state }: FileComparison): DiffShape['files'][number] => ({
  fromPath: from?.path ?? null,
  toPath: to?.path ?? null,
  state,
  fromSha256: from?.sha256 ?? null,
  toSha256: to?.sha256 ?? null,
  role: (to ?? from)!.role,
})

const countedKinds = (expected: readonly (ExpectedEdit | null)[]): DiffShape['expected'] =>
  expectedEdit.options.flatMap((kind) => {
    const count = expected.filter((e) => e === kind).length
    return count ? [{ kind, count }] : []
  })

const hasObjects = ({ counts }: LayerDiffShape): boolean => Object.values(counts).some((n) => n > 0)

const differs = ({ state }: LayerDiffShape): boolean => state !== 'same-bytes' && state !== 'same-picture'

const saysOf = (layers: readonly LayerDiffShape[], files: DiffShape['files'], placement: Placement): string => {
  const changed = layers.filter(differs)
  const anew = files.filter((f) => f.state === 'changed').length
  if (placement.mirrored && changed.length === 0) return 'The board is mirrored; nothing else differs'
  if (changed.length === 0)
    return anew ? `No change to the board; ${counted(anew, 'file was', 'files were')} written anew` : 'No change to the board'
  const said = `${changed.length} of ${counted(layers.length, 'layer')} ${changed.length === 1 ? 'differs' : 'differ'}`
  return placement.mirrored ? `The board is mirrored · ${said}` : said
}

/** All layers of both boards: those of the newer one in its order, then those that are gone. */
const layerPairs = (from: Board, to: Board): readonly (readonly [Layer | null, Layer | null])[] => {
  const before = new Map(from.layers.map((layer) => [layer.id, layer]))
  const now = new Set(to.layers.map((layer) => layer.id))
  return [
    ...to.layers.map((layer) => [before.get(layer.id) ?? null, layer] as const),
    ...from.layers.filter((layer) => !now.has(layer.id)).map((layer) => [layer, null] as const),
  ]
}

/**
 * Compares two boards: how they lie on each other, files, layers by bytes, objects and exact picture, holes, facts. What
 * only another export makes (dates, names, order, drawing another way, rounding) is no change to the board, and neither is
 * artwork that lies apart from it (titles, frames).
 */
export const compareBoards = (from: Board, to: Board, { refuseShift, stop, onLayer }: CompareOptions): DiffShape => {
  const found = align(landmarksOf(from), landmarksOf(to))
  const placement: Placement = refuseShift ? AS_THEY_LIE : found
  const pairs = layerPairs(from, to)
  const compared = pairs.map(([a, b], i): LayerComparison => {
    stop?.()
    onLayer?.(i, pairs.length)
    return a && b ? compareLayer(a, b, placement) : a ? layerAlone(a, 'from', placement) : layerAlone(b!, 'to', placement)
  })
  const holes = compareHoles(from, to, placement)
  const layers = [...compared.map(layerShape), holes.layer]
  const files = compareFiles(from.files, to.files).map(fileShape)
  const all = [
    ...compared.flatMap(({ from: a, to: b, changes }) => {
      const { id: layer, role } = (b ?? a)!
      return inReadingOrder(changes).map((change): NamedChange => ({ layer, role, change }))
    }),
    ...inReadingOrder(holes.changes).map((change): NamedChange => ({ layer: DRILL_LAYER, role: 'drill', change })),
  ]
  const expected = expectedEdits(all, { outline: from.outline, holes: drawnHoles(from.holes, placement), placement })
  const after = factsOf(to, IN_PLACE)
  const facts = factsOf(from, placement).flatMap(([name, before], i) => {
    const now = after[i]![1]
    return before === now ? [] : [{ name, from: before, to: now }]
  })
  const said = refuseShift ? { ...AS_THEY_LIE, matched: found.matched, of: found.of } : found
  return {
    says: saysOf(layers, files, placement),
    // A mirrored board takes other parts; a turned one is the same.
    isSameBoard: !placement.mirrored && !layers.some(differs),
    alignment: { ...said, refused: refuseShift, says: alignmentText(found, refuseShift) },
    facts,
    files,
    layers,
    objects: numbered(all.slice(0, SHOWN_OBJECTS), expected),
    objectsLeftOut: Math.max(0, all.length - SHOWN_OBJECTS),
    differences: all.length + layers.filter((layer) => differs(layer) && !hasObjects(layer)).length,
    expected: countedKinds(expected),
  }
}

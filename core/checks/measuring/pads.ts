import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { OBJECT_FLASH, type ApertureInfo } from '#core/interpret/plotted-layer.ts'
import { PointIndex } from '#core/checks/measuring/point-index.ts'

/** The flashes of a layer as columns, one row a place and size: a pad flashed twice counts once. Nm. */
export interface Pads {
  readonly layer: Layer
  readonly count: number
  readonly object: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly aperture: readonly ApertureInfo[]
  /** The hole whose axis lies at the pad's centre (within 50 µm); -1 without. */
  readonly hole: Int32Array
  readonly index: PointIndex
}

const CELL_NM = 1_000_000
const AT_CENTRE_NM = 50_000

const padsOf = (layer: Layer, holes: PointIndex): Pads => {
  const { objects, apertures } = layer.plotted
  const apart = new Set(layer.apart)
  const rows: number[] = []
  const seen = new Set<string>()
  for (let o = 0; o < objects.count; o++) {
    if (objects.kind[o] !== OBJECT_FLASH || !objects.dark[o] || apart.has(o)) continue
    const key = `${objects.x0[o]},${objects.y0[o]},${objects.aperture[o]}`
    if (seen.has(key)) continue
    seen.add(key)
    rows.push(o)
  }
  const x = Float64Array.from(rows, (o) => objects.x0[o]!)
  const y = Float64Array.from(rows, (o) => objects.y0[o]!)
  return {
    layer,
    count: rows.length,
    object: Uint32Array.from(rows),
    x,
    y,
    aperture: rows.map((o) => apertures[objects.aperture[o]!]!),
    hole: Int32Array.from(rows, (_, i) => holes.near(x[i]!, y[i]!, AT_CENTRE_NM)[0] ?? -1),
    index: new PointIndex(x, y, CELL_NM),
  }
}

/** @returns the hole centres (of slots: the middle) as an index; row = hole */
export const holeIndex = (board: Board, measures: Measures): PointIndex =>
  measures.once('hole-index', () => {
    const { holes } = board
    const middle = (a: Float64Array, b: Float64Array): Float64Array =>
      Float64Array.from({ length: holes.count }, (_, h) => (a[h]! + b[h]!) / 2)
    return new PointIndex(middle(holes.x0, holes.x1), middle(holes.y0, holes.y1), CELL_NM)
  })

/** @returns the flashes of a layer, worked out once */
export const layerPads = (board: Board, measures: Measures, layer: Layer): Pads =>
  measures.once(`pads:${layer.id}`, () => padsOf(layer, holeIndex(board, measures)))

/** @returns the first function value of an aperture: `ViaPad`, `SMDPad`, … or null */
export const padFunction = (aperture: ApertureInfo): string | null => aperture.fn?.split(',')[0] ?? null

/** @returns a pad as text for a person: `U1.3` when attributes say it, else the aperture */
export const padText = (pads: Pads, row: number): string => {
  const { objects, attributes } = pads.layer.plotted
  const set = attributes[objects.attributes[pads.object[row]!]!]
  if (set?.ref) return `pad ${set.ref}${set.pin ? `.${set.pin}` : ''}`
  return `pad D${pads.aperture[row]!.code}`
}

/** @returns file and line of a pad */
export const padSource = (pads: Pads, row: number): { readonly path: string; readonly line: number } => ({
  path: pads.layer.path,
  line: pads.layer.plotted.objects.line[pads.object[row]!]!,
})

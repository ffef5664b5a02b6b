import type { Box } from '#core/base/box.ts'
import { packColumns, unpackColumns, type Column, type Columns } from '#core/base/columns.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import type { Holes } from '#core/board/board.ts'
import type { ApertureInfo, AttributeSet, PlottedLayer, PlottedObjects, Prims, Rings } from '#core/interpret/plotted-layer.ts'

export interface BlobError {
  readonly code: 'damaged-blob'
  readonly message: string
}

const PRIMS = {
  kind: Uint8Array, dark: Uint8Array, x0: Float64Array, y0: Float64Array, x1: Float64Array, y1: Float64Array, r: Float64Array,
  ringFrom: Uint32Array, ringTo: Uint32Array, object: Uint32Array,
} as const // prettier-ignore
const RINGS = { start: Uint32Array, x: Float64Array, y: Float64Array, bulge: Float64Array } as const
const OBJECTS = {
  kind: Uint8Array, dark: Uint8Array, aperture: Uint16Array, attributes: Uint32Array, line: Uint32Array,
  x0: Float64Array, y0: Float64Array, x1: Float64Array, y1: Float64Array, cx: Float64Array, cy: Float64Array, sweep: Float64Array,
  primFrom: Uint32Array, primTo: Uint32Array,
} as const // prettier-ignore
const HOLES = {
  x0: Float64Array, y0: Float64Array, x1: Float64Array, y1: Float64Array, diameter: Float64Array, plating: Uint8Array, tool: Uint32Array, line: Uint32Array,
} as const // prettier-ignore

type Plan = Readonly<Record<string, new (length: number) => Column>>

/** Columns of one table under `name.column`; tables may have spare room at the end, which does not travel. */
const gather = (name: string, table: object, plan: Plan, lengthOf: (column: string) => number): Columns =>
  Object.fromEntries(Object.keys(plan).map((key) => [`${name}.${key}`, (table as Record<string, Column>)[key]!.subarray(0, lengthOf(key))]))

/** Takes a table out of a block again; a column that lacks, has another type or another length is damage. */
const take = <T>(columns: Columns, name: string, plan: Plan, lengthOf: (column: string) => number): T | null => {
  const table: Record<string, Column> = {}
  for (const [key, type] of Object.entries(plan)) {
    const column = columns[`${name}.${key}`]
    if (!(column instanceof type) || column.length !== lengthOf(key)) return null
    table[key] = column
  }
  return table as T
}

interface LayerMeta {
  readonly prims: number
  readonly rings: number
  readonly vertices: number
  readonly objects: number
  readonly apertures: readonly ApertureInfo[]
  readonly attributes: readonly AttributeSet[]
  readonly bounds: Box | null
}

const ringLengths = (rings: number, vertices: number) => (column: string) => (column === 'start' ? rings + 1 : vertices)

/** Packs a plotted layer into one block for another thread or the page. */
export const packLayer = (layer: PlottedLayer): Uint8Array<ArrayBuffer> => {
  const { prims, rings, objects, apertures, attributes, bounds } = layer
  const vertices = rings.start[rings.count] ?? 0
  const meta: LayerMeta = { prims: prims.count, rings: rings.count, vertices, objects: objects.count, apertures, attributes, bounds }
  return packColumns(meta, {
    ...gather('prims', prims, PRIMS, () => prims.count),
    ...gather('rings', rings, RINGS, ringLengths(rings.count, vertices)),
    ...gather('objects', objects, OBJECTS, () => objects.count),
  })
}

/**
 * Opens a packed layer without copying; all its tables lie in `buffer`.
 * @fails `damaged-blob`
 */
export const unpackLayer = (buffer: ArrayBuffer): Result<PlottedLayer, BlobError> => {
  const opened = unpackColumns(buffer)
  if (!opened.ok) return err({ code: 'damaged-blob', message: opened.error.message })
  const { columns } = opened.value
  const meta = opened.value.meta as LayerMeta
  const prims = take<Omit<Prims, 'count'>>(columns, 'prims', PRIMS, () => meta.prims)
  const rings = take<Omit<Rings, 'count'>>(columns, 'rings', RINGS, ringLengths(meta.rings, meta.vertices))
  const objects = take<Omit<PlottedObjects, 'count'>>(columns, 'objects', OBJECTS, () => meta.objects)
  if (!prims || !rings || !objects) return err({ code: 'damaged-blob', message: 'a table of the layer is missing or cut off' })
  return ok({
    prims: { count: meta.prims, ...prims },
    rings: { count: meta.rings, ...rings },
    objects: { count: meta.objects, ...objects },
    apertures: meta.apertures,
    attributes: meta.attributes,
    bounds: meta.bounds,
  })
}

/** The columns of the holes that a viewer needs; nm, y up. */
export type HoleColumns = Pick<Holes, 'count' | 'x0' | 'y0' | 'x1' | 'y1' | 'diameter' | 'plating' | 'tool' | 'line'>

/** Packs a board's holes into one block. */
export const packHoles = (holes: HoleColumns): Uint8Array<ArrayBuffer> =>
  packColumns(
    { holes: holes.count },
    gather('holes', holes, HOLES, () => holes.count),
  )

/** @fails `damaged-blob` */
export const unpackHoles = (buffer: ArrayBuffer): Result<HoleColumns, BlobError> => {
  const opened = unpackColumns(buffer)
  if (!opened.ok) return err({ code: 'damaged-blob', message: opened.error.message })
  const { holes: count } = opened.value.meta as { holes: number }
  const columns = take<Omit<HoleColumns, 'count'>>(opened.value.columns, 'holes', HOLES, () => count)
  return columns ? ok({ count, ...columns }) : err({ code: 'damaged-blob', message: 'a column of the holes is missing or cut off' })
}

import { composePrims } from '#core/geometry/compose/compose.ts'
import { interpretGerber, type InterpretOptions } from '#core/interpret/interpret-gerber.ts'
import type { GerberLayer, PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'

const NM_PER_MM = 1_000_000

/** A file in mm with 6 decimal digits; coordinates in the body are counts of 1 nm. */
export const HEAD = '%FSLAX46Y46*%\n%MOMM*%\nG75*\n'

export const plotText = (text: string, options?: InterpretOptions): GerberLayer =>
  interpretGerber(
    Uint8Array.from(text, (c) => c.charCodeAt(0)),
    options,
  )

/** @returns the layer that a body plots under `HEAD` */
export const plotBody = (body: string, options?: InterpretOptions): GerberLayer => plotText(`${HEAD}${body}\nM02*\n`, options)

/** @returns a coordinate word of mm in counts */
export const at = (x: number, y: number): string => `X${Math.round(x * 1e6)}Y${Math.round(y * 1e6)}`

/** @returns the dark area in mm² after all polarity, worked out by the composing kernel */
export const darkArea = ({ prims, rings }: PlottedLayer): number => composePrims({ prims, rings }).area / 1e12

/** @returns the signed area of ring k in mm² */
export const ringArea = ({ rings }: PlottedLayer, k: number): number => {
  let doubled = 0
  const [from, to] = [rings.start[k]!, rings.start[k + 1]!]
  for (let v = from; v < to; v++) {
    const w = v + 1 < to ? v + 1 : from
    const [x0, y0, x1, y1, b] = [rings.x[v]!, rings.y[v]!, rings.x[w]!, rings.y[w]!, rings.bulge[v]!]
    doubled += (x0 - rings.x[from]!) * (y1 - rings.y[from]!) - (x1 - rings.x[from]!) * (y0 - rings.y[from]!)
    if (b === 0) continue
    const sweep = 4 * Math.atan(b)
    const r = Math.hypot(x1 - x0, y1 - y0) / 2 / Math.sin(Math.abs(sweep) / 2)
    doubled += r * r * (sweep - Math.sin(sweep))
  }
  return doubled / 2 / 1e12
}

/** @returns the area of primitive p in mm²: a capsule's own, a contour's by its rings */
export const primArea = (layer: PlottedLayer, p: number): number => {
  const { kind, x0, y0, x1, y1, r, ringFrom, ringTo } = layer.prims
  if (kind[p] === PRIM_CAPSULE) return (Math.PI * r[p]! ** 2 + 2 * r[p]! * Math.hypot(x1[p]! - x0[p]!, y1[p]! - y0[p]!)) / 1e12
  let area = 0
  for (let k = ringFrom[p]!; k < ringTo[p]!; k++) area += ringArea(layer, k)
  return area
}

/** @returns the areas of all primitives */
export const primAreas = (layer: PlottedLayer): readonly number[] => Array.from({ length: layer.prims.count }, (_, p) => primArea(layer, p))

/** @returns the extent in mm, rounded to 1 nm */
export const boundsMm = (layer: PlottedLayer): readonly number[] | null => layer.bounds?.map((v) => Math.round(v) / NM_PER_MM + 0) ?? null

/** @returns problems as `level code line` */
export const problemsOf = (layer: GerberLayer): readonly string[] =>
  layer.problems.map(({ level, code, line }) => `${level} ${code} ${line}`)

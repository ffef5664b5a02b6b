import { OBJECT_DRAW, OBJECT_FLASH, PRIM_CAPSULE, type ApertureInfo, type PlottedLayer } from '#core/interpret/plotted-layer.ts'
import type { HoleTables } from '#renderer/bridge/backend.ts'

const NON_PLATED = 0

const drillInfo = (tool: number, diameter: number, line: number): ApertureInfo => ({
  code: tool,
  shape: 'circle',
  template: 'T',
  parameters: [diameter],
  size: diameter,
  width: diameter,
  height: diameter,
  hole: 0,
  fn: null,
  line,
  flashes: 0,
  draws: 0,
})

/** @returns the holes with (or without) plating, or all for null, as a layer that can be drawn and picked; unknown plating counts as plated */
export const holeLayer = (holes: HoleTables, plated: boolean | null): PlottedLayer => {
  const picked = Array.from({ length: holes.count }, (_, h) => h).filter(
    (h) => plated === null || (holes.plating[h] !== NON_PLATED) === plated,
  )
  const n = picked.length
  const column = (from: Float64Array): Float64Array => Float64Array.from(picked, (h) => from[h]!)
  const isSlot = (h: number): boolean => holes.x0[h] !== holes.x1[h] || holes.y0[h] !== holes.y1[h]
  const tools = new Map<string, number>()
  const apertures: ApertureInfo[] = []
  const apertureOf = (h: number): number => {
    const key = `${holes.tool[h]}|${holes.diameter[h]}`
    let index = tools.get(key)
    if (index === undefined) {
      tools.set(key, (index = apertures.length))
      apertures.push(drillInfo(holes.tool[h]!, holes.diameter[h]!, holes.line[h]!))
    }
    return Math.min(index, 0xfffe)
  }
  const ends = { x0: column(holes.x0), y0: column(holes.y0), x1: column(holes.x1), y1: column(holes.y1) }
  return {
    prims: {
      count: n,
      kind: new Uint8Array(n).fill(PRIM_CAPSULE),
      dark: new Uint8Array(n).fill(1),
      ...ends,
      r: Float64Array.from(picked, (h) => holes.diameter[h]! / 2),
      ringFrom: new Uint32Array(n),
      ringTo: new Uint32Array(n),
      object: Uint32Array.from({ length: n }, (_, i) => i),
    },
    rings: { count: 0, start: new Uint32Array(1), x: new Float64Array(0), y: new Float64Array(0), bulge: new Float64Array(0) },
    objects: {
      count: n,
      kind: Uint8Array.from(picked, (h) => (isSlot(h) ? OBJECT_DRAW : OBJECT_FLASH)),
      dark: new Uint8Array(n).fill(1),
      aperture: Uint16Array.from(picked, apertureOf),
      attributes: new Uint32Array(n),
      line: Uint32Array.from(picked, (h) => holes.line[h]!),
      ...ends,
      cx: new Float64Array(n),
      cy: new Float64Array(n),
      sweep: new Float64Array(n),
      primFrom: Uint32Array.from({ length: n }, (_, i) => i),
      primTo: Uint32Array.from({ length: n }, (_, i) => i + 1),
    },
    apertures,
    attributes: [{ nets: null, ref: null, pin: null, pinFunction: null, component: null, other: {} }],
    bounds: null,
  }
}

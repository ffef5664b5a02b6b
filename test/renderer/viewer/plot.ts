import { OBJECT_DRAW, OBJECT_FLASH, OBJECT_REGION, PRIM_CAPSULE, PRIM_CONTOUR, type PlottedLayer } from '#core/interpret/plotted-layer.ts'

/** A vertex x, y in mm with the bulge of the edge that starts there. */
export type Vertex = readonly [x: number, y: number, bulge?: number]

/** A primitive as test data, mm. */
export type Shape =
  | {
      readonly capsule: readonly [x0: number, y0: number, x1: number, y1: number, r: number]
      readonly clear?: boolean
      readonly net?: string
    }
  | { readonly rings: readonly (readonly Vertex[])[]; readonly clear?: boolean; readonly flash?: boolean; readonly net?: string }

const NM = 1e6

/** @returns a plotted layer with one object per shape, lines numbered from 1 */
export const plot = (shapes: readonly Shape[]): PlottedLayer => {
  const n = shapes.length
  const rings = shapes.flatMap((s) => ('rings' in s ? s.rings : []))
  const vertices = rings.flat()
  const start = new Uint32Array(rings.length + 1)
  rings.forEach((ring, k) => (start[k + 1] = start[k]! + ring.length))
  const f = (): Float64Array => new Float64Array(n)
  const nets = [...new Set(shapes.flatMap((s) => (s.net ? [s.net] : [])))]
  const layer: PlottedLayer = {
    prims: {
      count: n,
      kind: new Uint8Array(n),
      dark: new Uint8Array(n),
      x0: f(),
      y0: f(),
      x1: f(),
      y1: f(),
      r: f(),
      ringFrom: new Uint32Array(n),
      ringTo: new Uint32Array(n),
      object: Uint32Array.from({ length: n }, (_, i) => i),
    },
    rings: {
      count: rings.length,
      start,
      x: Float64Array.from(vertices, (v) => v[0] * NM),
      y: Float64Array.from(vertices, (v) => v[1] * NM),
      bulge: Float64Array.from(vertices, (v) => v[2] ?? 0),
    },
    objects: {
      count: n,
      kind: new Uint8Array(n),
      dark: new Uint8Array(n),
      aperture: new Uint16Array(n),
      attributes: new Uint32Array(n),
      line: Uint32Array.from({ length: n }, (_, i) => i + 1),
      x0: f(),
      y0: f(),
      x1: f(),
      y1: f(),
      cx: f(),
      cy: f(),
      sweep: f(),
      primFrom: Uint32Array.from({ length: n }, (_, i) => i),
      primTo: Uint32Array.from({ length: n }, (_, i) => i + 1),
    },
    apertures: [
      {
        code: 10,
        shape: 'circle',
        template: 'C',
        parameters: [],
        size: 0.2 * NM,
        width: 0.2 * NM,
        height: 0.2 * NM,
        hole: 0,
        fn: 'ViaPad',
        line: 1,
        flashes: n,
        draws: n,
      },
    ],
    attributes: [null, ...nets].map((net) => ({
      nets: net === null ? null : [net],
      ref: null,
      pin: null,
      pinFunction: null,
      component: null,
      other: {},
    })),
    bounds: null,
  }
  let ring = 0
  shapes.forEach((shape, i) => {
    layer.prims.dark[i] = layer.objects.dark[i] = shape.clear ? 0 : 1
    layer.objects.attributes[i] = shape.net ? nets.indexOf(shape.net) + 1 : 0
    layer.prims.ringFrom[i] = ring
    const [x0, y0, x1, y1, r] =
      'capsule' in shape ? (shape.capsule.map((v) => v * NM) as [number, number, number, number, number]) : boxOf(shape.rings)
    if ('rings' in shape) ring += shape.rings.length
    layer.prims.ringTo[i] = ring
    layer.prims.kind[i] = 'capsule' in shape ? PRIM_CAPSULE : PRIM_CONTOUR
    Object.entries({ x0, y0, x1, y1 }).forEach(([name, value]) => {
      layer.prims[name as 'x0'][i] = value
      layer.objects[name as 'x0'][i] = value
    })
    layer.prims.r[i] = r
    const isFlash = 'capsule' in shape ? x0 === x1 && y0 === y1 : shape.flash
    layer.objects.kind[i] = isFlash ? OBJECT_FLASH : 'capsule' in shape ? OBJECT_DRAW : OBJECT_REGION
    if ('rings' in shape && !isFlash) layer.objects.aperture[i] = 0xffff
    if ('rings' in shape && isFlash) {
      layer.objects.x0[i] = layer.objects.x1[i] = (x0 + x1) / 2
      layer.objects.y0[i] = layer.objects.y1[i] = (y0 + y1) / 2
    }
  })
  return layer
}

const boxOf = (rings: readonly (readonly Vertex[])[]): [number, number, number, number, number] => {
  // Arcs of at most half a turn stay within half their chord beyond the vertices.
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    ring.forEach(([x, y, bulge = 0], i) => {
      const next = ring[(i + 1) % ring.length]!
      const reach = bulge === 0 ? 0 : (Math.abs(bulge) * Math.hypot(next[0] - x, next[1] - y)) / 2
      for (const [px, py] of [
        [x, y],
        [(x + next[0]) / 2, (y + next[1]) / 2],
      ] as const) {
        box = [Math.min(box[0], px - reach), Math.min(box[1], py - reach), Math.max(box[2], px + reach), Math.max(box[3], py + reach)]
      }
    })
  }
  return [box[0] * NM, box[1] * NM, box[2] * NM, box[3] * NM, 0]
}

/** @returns a full circle as a ring of two half turns; `turn` -1 = clockwise */
export const circle = (x: number, y: number, r: number, turn: 1 | -1 = 1): readonly Vertex[] => [
  [x - r, y, turn],
  [x + r, y, turn],
]

/** @returns a rectangle, counterclockwise or (turn -1) clockwise */
export const rectangle = (x0: number, y0: number, x1: number, y1: number, turn: 1 | -1 = 1): readonly Vertex[] => {
  const ring: Vertex[] = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
  return turn === 1 ? ring : ring.reverse()
}

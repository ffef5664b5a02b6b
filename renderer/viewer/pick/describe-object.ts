import type { Box } from '#core/base/box.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_FLASH, PRIM_CONTOUR, type PlottedLayer } from '#core/interpret/plotted-layer.ts'

/** An object of a layer in words and numbers (nm), for the inspector. */
export interface ObjectFacts {
  readonly layer: string
  readonly object: number
  readonly kind: 'flash' | 'draw' | 'arc' | 'region'
  /** 1-based line in the file. */
  readonly line: number
  /** D-code of the aperture; null for regions. */
  readonly dCode: number | null
  readonly shape: string | null
  /** Flash: aperture extent. Draw and arc: pen width in both. Region: extent. */
  readonly width: number
  readonly height: number
  /** Centre line of a draw or arc, nm; 0 otherwise. */
  readonly length: number
  readonly fn: string | null
  readonly nets: readonly string[]
  readonly ref: string | null
  readonly pin: string | null
  readonly component: string | null
  readonly x: number
  readonly y: number
  readonly box: Box
}

const NO_APERTURE = 0xffff

const kindOf = (kind: number): ObjectFacts['kind'] =>
  kind === OBJECT_FLASH ? 'flash' : kind === OBJECT_DRAW ? 'draw' : kind === OBJECT_ARC ? 'arc' : 'region'

/** @returns the extent of an object's primitives, nm */
export const objectBox = ({ prims, objects }: PlottedLayer, object: number): Box => {
  let box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (let p = objects.primFrom[object]!; p < objects.primTo[object]!; p++) {
    const grow = prims.kind[p] === PRIM_CONTOUR ? 0 : prims.r[p]!
    box = [
      Math.min(box[0], Math.min(prims.x0[p]!, prims.x1[p]!) - grow),
      Math.min(box[1], Math.min(prims.y0[p]!, prims.y1[p]!) - grow),
      Math.max(box[2], Math.max(prims.x0[p]!, prims.x1[p]!) + grow),
      Math.max(box[3], Math.max(prims.y0[p]!, prims.y1[p]!) + grow),
    ]
  }
  return Number.isFinite(box[0]) ? box : [objects.x0[object]!, objects.y0[object]!, objects.x0[object]!, objects.y0[object]!]
}

/** @returns what is known about one object of a layer */
export const describeObject = (layerId: string, layer: PlottedLayer, object: number): ObjectFacts => {
  const { objects, apertures, attributes } = layer
  const kind = kindOf(objects.kind[object]!)
  const aperture = objects.aperture[object] === NO_APERTURE ? null : (apertures[objects.aperture[object]!] ?? null)
  const set = attributes[objects.attributes[object]!]
  const box = objectBox(layer, object)
  const x0 = objects.x0[object]!
  const y0 = objects.y0[object]!
  const radius = Math.hypot(x0 - objects.cx[object]!, y0 - objects.cy[object]!)
  const pen = aperture?.size ?? 0
  const isStroke = kind === 'draw' || kind === 'arc'
  return {
    layer: layerId,
    object,
    kind,
    line: objects.line[object]!,
    dCode: aperture?.code ?? null,
    shape: aperture ? (aperture.shape === 'macro' ? `macro ${aperture.template}` : aperture.shape) : null,
    width: isStroke ? pen : box[2] - box[0],
    height: isStroke ? pen : box[3] - box[1],
    length:
      kind === 'arc'
        ? radius * Math.abs(objects.sweep[object]!)
        : kind === 'draw'
          ? Math.hypot(objects.x1[object]! - x0, objects.y1[object]! - y0)
          : 0,
    fn: aperture?.fn ?? null,
    nets: set?.nets?.filter((n) => n !== '') ?? [],
    ref: set?.ref ?? null,
    pin: set?.pin ?? null,
    component: set?.component ?? null,
    x: kind === 'region' ? (box[0] + box[2]) / 2 : x0,
    y: kind === 'region' ? (box[1] + box[3]) / 2 : y0,
    box,
  }
}

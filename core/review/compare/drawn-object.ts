import type { Box, Point } from '#core/base/box.ts'
import { toMm, type Mm } from '#core/base/units.ts'
import { HOLE_NON_PLATED, HOLE_PLATED, type Holes, type Layer } from '#core/board/board.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_FLASH, PRIM_CAPSULE, type PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { placeBox, placePoint, type Placement } from '#core/review/placement.ts'

export type DrawnKind = 'flash' | 'draw' | 'arc' | 'region' | 'hole' | 'slot'

/** An object as it is compared, in mm, already placed where it would lie on the newer board. */
export interface DrawnObject {
  readonly kind: DrawnKind
  readonly dark: boolean
  /** Middle of it. */
  readonly at: Point
  /** What must be equal for it to be the same thing elsewhere: sizes, direction, in mm. */
  readonly shape: readonly Mm[]
  /** What may change for it to be resized. */
  readonly size: readonly Mm[]
  readonly box: Box
  readonly says: string
  readonly net: string | null
  readonly pin: string | null
  readonly line: number
}

const mm3 = (value: Mm): string => value.toFixed(3)

const boxOf = ({ prims, objects }: PlottedLayer, object: number): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let p = objects.primFrom[object]!; p < objects.primTo[object]!; p++) {
    const r = prims.kind[p] === PRIM_CAPSULE ? prims.r[p]! : 0
    x0 = Math.min(x0, prims.x0[p]! - r, prims.x1[p]! - r)
    y0 = Math.min(y0, prims.y0[p]! - r, prims.y1[p]! - r)
    x1 = Math.max(x1, prims.x0[p]! + r, prims.x1[p]! + r)
    y1 = Math.max(y1, prims.y0[p]! + r, prims.y1[p]! + r)
  }
  if (x0 > x1) [x0, y0, x1, y1] = [objects.x0[object]!, objects.y0[object]!, objects.x0[object]!, objects.y0[object]!]
  return [toMm(x0), toMm(y0), toMm(x1), toMm(y1)]
}

const areaOfRegion = ({ prims, rings, objects }: PlottedLayer, object: number): number => {
  let sum = 0
  for (let p = objects.primFrom[object]!; p < objects.primTo[object]!; p++) {
    for (let k = prims.ringFrom[p]!; k < prims.ringTo[p]!; k++) {
      for (let v = rings.start[k]!; v < rings.start[k + 1]!; v++) {
        const next = v + 1 < rings.start[k + 1]! ? v + 1 : rings.start[k]!
        sum += (rings.x[v]! * rings.y[next]! - rings.x[next]! * rings.y[v]!) / 2
      }
    }
  }
  return Math.abs(sum) / 1e12
}

/** Direction from the lower end, so that it does not matter from where it was drawn. */
const directed = (dx: Mm, dy: Mm): readonly [Mm, Mm] => (dx < 0 || (dx === 0 && dy < 0) ? [-dx, -dy] : [dx, dy])

/** @returns one plotted object of a layer, placed on the newer board */
export const drawnObject = ({ plotted, role }: Layer, i: number, placement: Placement): DrawnObject => {
  const { objects, apertures, attributes } = plotted
  const attribute = attributes[objects.attributes[i]!]
  const box = placeBox(placement, boxOf(plotted, i))
  const aperture = apertures[objects.aperture[i]!]
  const common = {
    dark: objects.dark[i] === 1,
    box,
    net: attribute?.nets?.find((name) => name !== '') ?? null,
    pin: attribute?.ref ? `${attribute.ref}${attribute.pin ? `.${attribute.pin}` : ''}` : null,
    line: objects.line[i]!,
  }
  const [x0, y0] = placePoint(placement, toMm(objects.x0[i]!), toMm(objects.y0[i]!))
  const [x1, y1] = placePoint(placement, toMm(objects.x1[i]!), toMm(objects.y1[i]!))
  const middle: Point = [(x0 + x1) / 2, (y0 + y1) / 2]
  switch (objects.kind[i]) {
    case OBJECT_FLASH: {
      const size = [box[2] - box[0], box[3] - box[1]]
      const name = aperture?.shape ?? 'flash'
      const says = Math.abs(size[0]! - size[1]!) < 5e-4 ? `${name} ${mm3(size[0]!)}` : `${name} ${mm3(size[0]!)} × ${mm3(size[1]!)}`
      return { ...common, kind: 'flash', at: [x0, y0], shape: [], size, says }
    }
    case OBJECT_DRAW:
    case OBJECT_ARC: {
      const isArc = objects.kind[i] === OBJECT_ARC
      const width = toMm(aperture?.size ?? 0)
      const length = isArc
        ? Math.abs(objects.sweep[i]!) * toMm(Math.hypot(objects.x0[i]! - objects.cx[i]!, objects.y0[i]! - objects.cy[i]!))
        : Math.hypot(x1 - x0, y1 - y0)
      const shape = [...directed(x1 - x0, y1 - y0), ...(isArc ? [length] : [])]
      return {
        ...common,
        kind: isArc ? 'arc' : 'draw',
        at: middle,
        shape,
        size: [width],
        says: `${isArc ? 'arc' : role === 'copper' ? 'track' : 'line'} ${mm3(width)} wide, ${mm3(length)} long`,
      }
    }
    default: {
      const area = areaOfRegion(plotted, i)
      const size = [box[2] - box[0], box[3] - box[1], Math.sqrt(area)]
      return {
        ...common,
        kind: 'region',
        at: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2],
        shape: [],
        size,
        says: `area ${area.toFixed(3)} mm²`,
      }
    }
  }
}

const PLATING: Readonly<Record<number, string>> = { [HOLE_PLATED]: 'plated', [HOLE_NON_PLATED]: 'non-plated' }

/** @returns every hole and slot of a board, placed on the newer one */
export const drawnHoles = (holes: Holes, placement: Placement): readonly DrawnObject[] =>
  Array.from({ length: holes.count }, (_, h): DrawnObject => {
    const [x0, y0] = placePoint(placement, toMm(holes.x0[h]!), toMm(holes.y0[h]!))
    const [x1, y1] = placePoint(placement, toMm(holes.x1[h]!), toMm(holes.y1[h]!))
    const diameter = toMm(holes.diameter[h]!)
    const isSlot = x0 !== x1 || y0 !== y1
    const r = diameter / 2
    const plating = PLATING[holes.plating[h]!] ?? 'plating unknown'
    return {
      kind: isSlot ? 'slot' : 'hole',
      dark: true,
      at: [(x0 + x1) / 2, (y0 + y1) / 2],
      // Plating tells holes apart as much as their place does.
      shape: [holes.plating[h]! * 10, ...(isSlot ? directed(x1 - x0, y1 - y0) : [])],
      size: [diameter],
      box: [Math.min(x0, x1) - r, Math.min(y0, y1) - r, Math.max(x0, x1) + r, Math.max(y0, y1) + r],
      says: `${plating} ${isSlot ? 'slot' : 'hole'} ${mm3(diameter)}${isSlot ? ` × ${mm3(diameter + Math.hypot(x1 - x0, y1 - y0))}` : ''}`,
      net: null,
      pin: null,
      line: holes.line[h]!,
    }
  })

import type { Board, Layer } from '#core/board/board.ts'
import { PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_FLASH, PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'

/** An end of a drawn track on which nothing else lies, nm. */
export interface FreeEnd {
  readonly x: number
  readonly y: number
  /** The other end of the stroke. */
  readonly fromX: number
  readonly fromY: number
  readonly width: number
  readonly object: number
  readonly component: number
}

/** Almost the whole half circle of the round end has to be outline. */
const WHOLE_CAP = 0.97 * Math.PI

const nodeKey = (x: number, y: number): string => `${Math.round(x / 1000)},${Math.round(y / 1000)}`

/** How many objects meet at a place: ends of strokes, centres of flashes, holes. */
export type Nodes = ReadonlyMap<string, number>

/** @returns the places where strokes of a layer end, pads sit or holes are, with how many meet there */
export const layerNodes = (board: Board, layer: Layer): Nodes => {
  const nodes = new Map<string, number>()
  const add = (x: number, y: number): void => {
    const key = nodeKey(x, y)
    nodes.set(key, (nodes.get(key) ?? 0) + 1)
  }
  const { objects } = layer.plotted
  for (let o = 0; o < objects.count; o++) {
    if (!objects.dark[o]) continue
    if (objects.kind[o] === OBJECT_FLASH) add(objects.x0[o]!, objects.y0[o]!)
    else if (objects.kind[o] === OBJECT_DRAW || objects.kind[o] === OBJECT_ARC) {
      add(objects.x0[o]!, objects.y0[o]!)
      if (objects.x0[o] !== objects.x1[o] || objects.y0[o] !== objects.y1[o]) add(objects.x1[o]!, objects.y1[o]!)
    }
  }
  const { holes } = board
  for (let h = 0; h < holes.count; h++) add((holes.x0[h]! + holes.x1[h]!) / 2, (holes.y0[h]! + holes.y1[h]!) / 2)
  return nodes
}

/** @returns how many objects meet at a place */
export const meetingAt = (nodes: Nodes, x: number, y: number): number => nodes.get(nodeKey(x, y)) ?? 0

/**
 * Ends of round-pen strokes whose round end is outline all around and where no other stroke ends, no pad and no hole sits.
 * @returns in piece order
 */
export const freeEnds = (layer: Layer, image: Image, nodes: Nodes): readonly FreeEnd[] => {
  const { prims, objects, apertures } = layer.plotted
  const { pieces, rings } = image
  const caps = new Map<string, { object: number; end: 0 | 1; sweep: number; component: number }>()
  for (let p = 0; p < pieces.count; p++) {
    if (pieces.kind[p] === PIECE_LINE) continue
    const prim = pieces.prim[p]!
    if (!prims.dark[prim] || prims.kind[prim] !== PRIM_CAPSULE) continue
    const object = prims.object[prim]!
    if (objects.kind[object] !== OBJECT_DRAW) continue
    const end = pieces.cx[p] === objects.x0[object] && pieces.cy[p] === objects.y0[object] ? 0 : 1
    const key = `${object}|${end}`
    const cap = caps.get(key) ?? { object, end, sweep: 0, component: rings.component[pieces.ring[p]!]! }
    caps.set(key, cap)
    const [ux, uy, vx, vy] = [
      pieces.x0[p]! - pieces.cx[p]!,
      pieces.y0[p]! - pieces.cy[p]!,
      pieces.x1[p]! - pieces.cx[p]!,
      pieces.y1[p]! - pieces.cy[p]!,
    ]
    cap.sweep += Math.atan2(Math.abs(ux * vy - uy * vx), ux * vx + uy * vy)
  }
  const ends: FreeEnd[] = []
  for (const { object, end, sweep, component } of caps.values()) {
    const [x, y] = end === 0 ? [objects.x0[object]!, objects.y0[object]!] : [objects.x1[object]!, objects.y1[object]!]
    const [fromX, fromY] = end === 0 ? [objects.x1[object]!, objects.y1[object]!] : [objects.x0[object]!, objects.y0[object]!]
    if (sweep < WHOLE_CAP || meetingAt(nodes, x, y) !== 1) continue
    ends.push({ x, y, fromX, fromY, width: apertures[objects.aperture[object]!]?.size ?? 0, object, component })
  }
  return ends
}

import { HOLE_PLATED, type Board, type Holes, type Layer } from '#core/board/board.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import { OBJECT_FLASH, type AttributeSet, type PlottedObjects } from '#core/interpret/plotted-layer.ts'
import type { Scene } from '../../geometry/compose/scene.ts'

/** Net names per item of a scene, in order; null = the item carries none. */
export type Names = readonly (readonly string[] | null)[]

/** What a test says about a hole, in micrometres and copper orders. */
export interface TestHole {
  readonly at: readonly [x: number, y: number]
  readonly to?: readonly [x: number, y: number]
  readonly d: number
  readonly plating?: number
  readonly span?: readonly [from: number, to: number]
}

const attributesOf = (nets: readonly string[] | null): AttributeSet => ({
  nets,
  ref: null,
  pin: null,
  pinFunction: null,
  component: null,
  other: {},
})

/** @returns a copper layer drawn as a scene in micrometres, each item an object at its first point */
export const copperLayer = (order: number, scene: Scene, names: Names = []): Layer => {
  const { prims, rings } = scene.moved({ scale: 1000 }).input()
  const count = prims.count
  const sets = [null, ...names]
  const objects: PlottedObjects = {
    count,
    kind: new Uint8Array(count).fill(OBJECT_FLASH),
    dark: prims.dark,
    aperture: new Uint16Array(count),
    attributes: Uint32Array.from({ length: count }, (_, k) => (k < names.length ? k + 1 : 0)),
    line: Uint32Array.from({ length: count }, (_, k) => k + 1),
    x0: prims.x0.map((x, k) => (prims.kind[k] === 0 ? x : (x + prims.x1[k]) / 2)),
    y0: prims.y0.map((y, k) => (prims.kind[k] === 0 ? y : (y + prims.y1[k]) / 2)),
    x1: prims.x1,
    y1: prims.y1,
    cx: new Float64Array(count),
    cy: new Float64Array(count),
    sweep: new Float64Array(count),
    primFrom: Uint32Array.from({ length: count }, (_, k) => k),
    primTo: Uint32Array.from({ length: count }, (_, k) => k + 1),
  }
  let image: Image | null = null
  const plotted = { prims, rings, objects, apertures: [], attributes: sets.map((nets) => attributesOf(nets)), bounds: null }
  // Nets need of a layer what is given here; the file behind it is another part's business.
  const layer: Partial<Layer> = {
    id: `copper-${order}`,
    role: 'copper',
    order,
    negative: false,
    plotted,
    image: () => (image ??= composePrims({ prims, rings })),
  }
  return layer as Layer
}

/** @returns a table of holes */
export const holesOf = (holes: readonly TestHole[]): Holes => ({
  count: holes.length,
  x0: Float64Array.from(holes, (h) => h.at[0] * 1000),
  y0: Float64Array.from(holes, (h) => h.at[1] * 1000),
  x1: Float64Array.from(holes, (h) => (h.to ?? h.at)[0] * 1000),
  y1: Float64Array.from(holes, (h) => (h.to ?? h.at)[1] * 1000),
  diameter: Float64Array.from(holes, (h) => h.d * 1000),
  plating: Uint8Array.from(holes, (h) => h.plating ?? HOLE_PLATED),
  from: Uint16Array.from(holes, (h) => h.span?.[0] ?? 1),
  to: Uint16Array.from(holes, (h) => h.span?.[1] ?? 99),
  file: new Uint32Array(holes.length),
  tool: new Uint32Array(holes.length),
  line: new Uint32Array(holes.length),
  fn: new Uint8Array(holes.length),
  fnNames: [''],
})

/** @returns as much of a board as nets need */
export const smallBoard = (layers: readonly Layer[], holes: readonly TestHole[]): Board => {
  const board: Partial<Board> = { layers, holes: holesOf(holes) }
  return board as Board
}

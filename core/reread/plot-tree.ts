import type { Box } from '#core/base/box.ts'
import { PrimList } from '#core/geometry/combine/prim-list.ts'
import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'

type Position = readonly [x: number, y: number]
/** With the angle around the centre, radians. */
type ArcPosition = readonly [x: number, y: number, angle: number]

interface LineSegment {
  readonly type: 'line'
  readonly start: Position
  readonly end: Position
}

interface ArcSegment {
  readonly type: 'arc'
  readonly start: ArcPosition
  readonly end: ArcPosition
  readonly center: Position
  readonly radius: number
}

type Segment = LineSegment | ArcSegment

type SimpleShape =
  | { readonly type: 'circle'; readonly cx: number; readonly cy: number; readonly r: number }
  | {
      readonly type: 'rectangle'
      readonly x: number
      readonly y: number
      readonly xSize: number
      readonly ySize: number
      readonly r?: number
    }
  | { readonly type: 'polygon'; readonly points: readonly Position[] }
  | { readonly type: 'outline'; readonly segments: readonly Segment[] }

type Graphic =
  | { readonly type: 'imagePath'; readonly width: number; readonly segments: readonly Segment[] }
  | { readonly type: 'imageRegion'; readonly segments: readonly Segment[] }
  | {
      readonly type: 'imageShape'
      readonly shape:
        SimpleShape | { readonly type: 'layeredShape'; readonly shapes: readonly (SimpleShape & { readonly erase?: boolean })[] }
    }

/** What the second reader gives: its own typings do not resolve in a module of today. Lengths in `units`. */
export interface SecondTree {
  readonly units: 'mm' | 'in'
  readonly children: readonly Graphic[]
}

const NM_PER_INCH = 25.4e6
const NM_PER_MM = 1e6
/** No edge of a ring turns further than this: bulges stay exact. */
const MOST_SWEEP = Math.PI / 2

/** Two ends closer than this are one point, nm. */
const SAME_NM = 1

const sweepOf = ({ start, end }: ArcSegment): number => end[2] - start[2]

class TreePlotter {
  readonly list = new PrimList()
  readonly scale: number
  /** Whether everything met could be carried over. */
  isWhole = true

  constructor(scale: number) {
    this.scale = scale
  }

  plot(graphic: Graphic): void {
    switch (graphic.type) {
      case 'imagePath':
        for (const segment of graphic.segments) this.#stroke(segment, graphic.width / 2)
        return
      case 'imageRegion':
        return this.#area(graphic.segments)
      case 'imageShape':
        if (graphic.shape.type !== 'layeredShape') return this.#shape(graphic.shape)
        for (const shape of graphic.shape.shapes) {
          if (shape.erase) this.isWhole = false
          else this.#shape(shape)
        }
    }
  }

  #shape(shape: SimpleShape): void {
    switch (shape.type) {
      case 'circle':
        return this.list.capsule(true, ...this.#at(shape.cx, shape.cy), ...this.#at(shape.cx, shape.cy), shape.r * this.scale)
      case 'rectangle':
        return this.#rectangle(shape.x, shape.y, shape.xSize, shape.ySize, shape.r ?? 0)
      case 'polygon':
        if (shape.points.length < 3) return
        return this.#ring(shape.points.map(([x, y]) => [x, y, 0]))
      case 'outline':
        return this.#area(shape.segments)
    }
  }

  /** Rounded rectangles of this reader are circles or obrounds: the radius is half the smaller side. */
  #rectangle(x: number, y: number, width: number, height: number, r: number): void {
    if (r <= 0) {
      return this.#ring([
        [x, y, 0],
        [x + width, y, 0],
        [x + width, y + height, 0],
        [x, y + height, 0],
      ])
    }
    this.list.capsule(true, ...this.#at(x + r, y + r), ...this.#at(x + width - r, y + height - r), r * this.scale)
  }

  #stroke(segment: Segment, half: number): void {
    const [x0, y0] = segment.start
    const [x1, y1] = segment.end
    if (segment.type === 'line') return this.list.capsule(true, ...this.#at(x0, y0), ...this.#at(x1, y1), half * this.scale)
    // A pen wider than the arc's radius closes over its centre: left out of the comparison.
    if (segment.radius <= half) {
      this.isWhole = false
      return
    }
    const sweep = sweepOf(segment)
    const parts = Math.max(1, Math.ceil(Math.abs(sweep) / MOST_SWEEP))
    const [cx, cy] = segment.center
    const turn = Math.sign(sweep) || 1
    for (let k = 0; k < parts; k++) {
      const from = segment.start[2] + (sweep * k) / parts
      const to = segment.start[2] + (sweep * (k + 1)) / parts
      const bulge = Math.tan((to - from) / 4)
      const on = (angle: number, radius: number, b: number): [number, number, number] => [
        cx + radius * Math.cos(angle),
        cy + radius * Math.sin(angle),
        b,
      ]
      this.#ring([
        on(from, segment.radius + half, bulge),
        on(to, segment.radius + half, turn),
        on(to, segment.radius - half, -bulge),
        on(from, segment.radius - half, turn),
      ])
    }
  }

  /** Chains of segments, each a ring of one area. */
  #area(segments: readonly Segment[]): void {
    const from = this.list.ringCount
    let last: readonly [number, number] | null = null
    for (const segment of segments) {
      const [x, y] = segment.start
      if (last && Math.hypot(x - last[0], y - last[1]) * this.scale > SAME_NM) this.list.ring()
      this.#edge(segment)
      last = [segment.end[0], segment.end[1]]
    }
    if (!last) return
    this.list.ring()
    this.list.contour(true, from)
  }

  #edge(segment: Segment): void {
    if (segment.type === 'line') return this.list.vertex(...this.#at(segment.start[0], segment.start[1]), 0)
    const sweep = sweepOf(segment)
    const parts = Math.max(1, Math.ceil(Math.abs(sweep) / MOST_SWEEP))
    const [cx, cy] = segment.center
    for (let k = 0; k < parts; k++) {
      const angle = segment.start[2] + (sweep * k) / parts
      const [x, y] =
        k === 0 ? [segment.start[0], segment.start[1]] : [cx + segment.radius * Math.cos(angle), cy + segment.radius * Math.sin(angle)]
      this.list.vertex(...this.#at(x, y), Math.tan(sweep / parts / 4))
    }
  }

  #ring(vertices: readonly (readonly [x: number, y: number, bulge: number])[]): void {
    const from = this.list.ringCount
    for (const [x, y, bulge] of vertices) this.list.vertex(...this.#at(x, y), bulge)
    this.list.ring()
    this.list.contour(true, from)
  }

  #at(x: number, y: number): [number, number] {
    return [x * this.scale, y * this.scale]
  }
}

const boundsOf = (prims: Prims): Box | null => {
  if (prims.count === 0) return null
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let p = 0; p < prims.count; p++) {
    x0 = Math.min(x0, prims.x0[p]! - prims.r[p]!, prims.x1[p]! - prims.r[p]!)
    y0 = Math.min(y0, prims.y0[p]! - prims.r[p]!, prims.y1[p]! - prims.r[p]!)
    x1 = Math.max(x1, prims.x0[p]! + prims.r[p]!, prims.x1[p]! + prims.r[p]!)
    y1 = Math.max(y1, prims.y0[p]! + prims.r[p]!, prims.y1[p]! + prims.r[p]!)
  }
  return [x0, y0, x1, y1]
}

/**
 * Turns the second reader's tree of shapes into primitives, nm.
 * @returns null when it holds shapes that cannot be carried over exactly: a comparison would say nothing
 */
export const plotTree = (tree: SecondTree): { readonly prims: Prims; readonly rings: Rings; readonly bounds: Box | null } | null => {
  const plotter = new TreePlotter(tree.units === 'in' ? NM_PER_INCH : NM_PER_MM)
  for (const graphic of tree.children) plotter.plot(graphic)
  if (!plotter.isWhole) return null
  const { prims, rings } = plotter.list.input()
  return { prims, rings, bounds: boundsOf(prims) }
}

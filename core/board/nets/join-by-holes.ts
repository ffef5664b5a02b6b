import { HOLE_NON_PLATED, HOLE_PLATED, type Holes, type Layer } from '#core/board/board.ts'
import { componentAt, partsInBox, pieceGrid, shapeOfPart } from '#core/geometry/index/piece-grid.ts'
import { newWitness, shapeDistance } from '#core/geometry/measure/distance.ts'
import { holeAt, type HoleShape } from '#core/geometry/measure/hole.ts'
import { emptyShapes, setLine } from '#core/geometry/measure/shapes.ts'

/** Copper that touches a barrel within this, nm, is joined to it: rounding between inch and metric files. */
const TOUCH = 1000

/** Sets of nodes that grow together. */
export class Unions {
  readonly #parent: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, k) => k)
  }

  find(node: number): number {
    const parent = this.#parent
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]]
      node = parent[node]
    }
    return node
  }

  join(one: number, other: number): void {
    this.#parent[this.find(one)] = this.find(other)
  }
}

/** Finds the components of one layer that a hole's barrel reaches. */
class BarrelReach {
  readonly #layer: Layer
  readonly #axis = emptyShapes(1)
  readonly #w = newWitness()

  constructor(layer: Layer) {
    this.#layer = layer
  }

  /** @returns distinct components whose copper holds the axis or comes up to the wall; may be empty */
  components(hole: HoleShape): readonly number[] {
    const image = this.#layer.image()
    const grid = pieceGrid(image)
    if (!grid) return []
    const { x0, y0, x1, y1 } = hole
    const found: number[] = []
    const middle = componentAt(image, grid, (x0 + x1) / 2, (y0 + y1) / 2)
    if (middle >= 0) found.push(middle)
    setLine(this.#axis, 0, x0, y0, x1, y1)
    const r = hole.d / 2 + TOUCH
    partsInBox(grid, Math.min(x0, x1) - r, Math.min(y0, y1) - r, Math.max(x0, x1) + r, Math.max(y0, y1) + r, (part) => {
      const component = image.rings.component[image.pieces.ring[shapeOfPart(grid, part)]]
      if (found.includes(component)) return false
      shapeDistance(this.#axis, 0, grid.parts, part, this.#w)
      if (this.#w[0] <= r) found.push(component)
      return false
    })
    return found
  }
}

/**
 * Joins the components that plated barrels reach on the layers of their span. A hole of unknown plating counts as plated when
 * it reaches copper on two layers or more, or has copper all around its axis on one.
 * @param nodeOf first node of each layer
 * @returns per hole one of its nodes, -1 without any
 */
export const joinByHoles = (layers: readonly Layer[], holes: Holes, nodeOf: readonly number[], unions: Unions): Int32Array => {
  const nodeOfHole = new Int32Array(holes.count).fill(-1)
  const reaches = layers.map((layer) => new BarrelReach(layer))
  for (let h = 0; h < holes.count; h++) {
    if (holes.plating[h] === HOLE_NON_PLATED) continue
    const nodes: number[] = []
    let touched = 0
    const hole = holeAt(holes, h)
    layers.forEach((layer, k) => {
      if (layer.order !== null && (layer.order < holes.from[h] || layer.order > holes.to[h])) return
      const components = reaches[k].components(hole)
      if (components.length > 0) touched++
      for (const component of components) nodes.push(nodeOf[k] + component)
    })
    if (nodes.length === 0 || (holes.plating[h] !== HOLE_PLATED && touched < 2 && nodes.length > 1)) continue
    nodeOfHole[h] = nodes[0]
    for (let k = 1; k < nodes.length; k++) unions.join(nodes[0], nodes[k])
  }
  return nodeOfHole
}

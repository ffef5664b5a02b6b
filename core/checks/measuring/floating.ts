import type { Board, Layer } from '#core/board/board.ts'
import { insideContour } from '#core/board/outline/contour-geometry.ts'
import type { Measures } from '#core/checks/measures.ts'
import { isOutlineFrame } from '#core/checks/measuring/copper-outside.ts'
import { exposedCopper, layerOn } from '#core/checks/measuring/exposed.ts'
import { shareBeside } from '#core/checks/measuring/surrounded.ts'
import { OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'

/** A piece of copper by layer and component. */
export interface CopperNode {
  readonly layer: Layer
  readonly component: number
}

/** Copper that hangs together and belongs to no pad. */
export interface FloatingCopper {
  readonly nodes: readonly CopperNode[]
  /** Of all of it, mm². */
  readonly area: number
  /** It is surely a pour or a track: it has a net's name, or something was cut out of it. Else it is only large. */
  readonly isSure: boolean
}

/** Larger copper is no text, mm². */
const LARGE_MM2 = 10

const SEVERAL = -2
/** Share of an island's outline that runs beside connected copper. */
const BESET = 0.6

interface Cluster {
  readonly nodes: CopperNode[]
  area: number
  named: boolean
  cut: boolean
  pinned: boolean
}

interface Facts {
  /** Soldered to, by its mask opening or its attributes. */
  readonly pin: Uint8Array
  /** Carries the name of a net. */
  readonly named: Uint8Array
  /** Something was cut out of it. */
  readonly cut: Uint8Array
  /** A flash and nothing else: thieving, a mark. */
  readonly flash: Uint8Array
}

/** What the outline of each component tells about the objects that it is made of. */
const factsOf = (measures: Measures, layer: Layer): Facts => {
  const { components, pieces, rings } = measures.image(layer)
  const facts = {
    pin: new Uint8Array(components.count),
    named: new Uint8Array(components.count),
    cut: new Uint8Array(components.count),
    flash: new Uint8Array(components.count),
  }
  if (layer.negative) {
    facts.cut.fill(1)
    return facts
  }
  const { prims, objects, attributes } = layer.plotted
  const objectOf = new Int32Array(components.count).fill(-1)
  for (let p = 0; p < pieces.count; p++) {
    const c = rings.component[pieces.ring[p]!]!
    const prim = pieces.prim[p]!
    if (!prims.dark[prim]) {
      facts.cut[c] = 1
      continue
    }
    const object = prims.object[prim]!
    const set = attributes[objects.attributes[object]!]
    if (set?.ref || set?.pin) facts.pin[c] = 1
    if (set?.nets?.some((net) => net !== '')) facts.named[c] = 1
    facts.flash[c] = objects.kind[object] === OBJECT_FLASH && (objectOf[c] === object || objectOf[c] === -1) ? 1 : 0
    objectOf[c] = objectOf[c] === -1 || objectOf[c] === object ? object : SEVERAL
  }
  return facts
}

/** Marks the components that the mask leaves open somewhere. */
const markOpened = (board: Board, measures: Measures, layer: Layer, pin: Uint8Array): void => {
  if (layer.side !== 'top' && layer.side !== 'bottom') return
  const exposed = exposedCopper(board, measures, layer.side)
  if (!exposed) return
  const { components, rings, pieces } = exposed
  for (let c = 0; c < components.count; c++) {
    const first = rings.start[components.ringList[components.ringStart[c]!]!]!
    // A place just inside the outline of what is open.
    const [dx, dy] = [pieces.x1[first]! - pieces.x0[first]!, pieces.y1[first]! - pieces.y0[first]!]
    const length = Math.max(1, Math.hypot(dx, dy))
    const place = (by: number): readonly [number, number] => [
      ((pieces.x0[first]! + pieces.x1[first]!) / 2 - (dy / length) * by) / 1e6,
      ((pieces.y0[first]! + pieces.y1[first]!) / 2 + (dx / length) * by) / 1e6,
    ]
    const box = components.box.subarray(4 * c, 4 * c + 4)
    const middle: readonly [number, number] = [(box[0]! + box[2]!) / 2e6, (box[1]! + box[3]!) / 2e6]
    for (const at of [place(2000), middle]) {
      const component = measures.componentAt(layer, at)
      if (component >= 0) pin[component] = 1
    }
  }
}

const isOnBoard = ({ outline }: Board, image: { readonly components: { readonly box: Float64Array } }, c: number): boolean => {
  if (outline.outer.length === 0) return true
  const { box } = image.components
  const corners = [
    [box[4 * c]!, box[4 * c + 1]!],
    [box[4 * c + 2]!, box[4 * c + 1]!],
    [box[4 * c]!, box[4 * c + 3]!],
    [box[4 * c + 2]!, box[4 * c + 3]!],
  ] as const
  return corners.every(([x, y]) => outline.outer.some((contour) => insideContour(contour, x, y)))
}

/** @returns outer layers whose mask says what is soldered to */
export const maskedSides = (board: Board): readonly ('top' | 'bottom')[] =>
  (['top', 'bottom'] as const).filter((side) => layerOn(board, 'soldermask', side) !== null)

/**
 * Clusters of copper, joined by plated holes, that hold no pad: nothing that is drilled, open in the mask or a part's pin.
 * Left out are text, logos, thieving, drill marks, the outline drawn in copper, and outer layers without a mask.
 */
export const floatingClusters = (board: Board, measures: Measures): readonly FloatingCopper[] => {
  const nets = measures.nets()
  const sides = maskedSides(board)
  const held = new Set<number>()
  for (let h = 0; h < board.holes.count; h++) {
    const net = nets.ofHole(h)
    if (net) held.add(net.id)
  }
  const clusters = new Map<number, Cluster>()
  for (const layer of measures.copper) {
    const image = measures.image(layer)
    const facts = factsOf(measures, layer)
    markOpened(board, measures, layer, facts.pin)
    const marks = measures.drillMarks(layer)
    const isBlind = (layer.side === 'top' || layer.side === 'bottom') && !sides.includes(layer.side)
    for (let c = 0; c < image.components.count; c++) {
      const { id } = nets.of(layer, c)
      if (held.has(id)) continue
      const cluster = clusters.get(id) ?? { nodes: [], area: 0, named: false, cut: false, pinned: false }
      clusters.set(id, cluster)
      cluster.nodes.push({ layer, component: c })
      cluster.area += image.components.area[c]! / 1e12
      if (facts.named[c]) cluster.named = true
      if (facts.cut[c]) cluster.cut = true
      if (isBlind || facts.pin[c] || facts.flash[c] || marks[c] || !isOnBoard(board, image, c)) cluster.pinned = true
    }
  }
  const isHeld = (layer: Layer) => (component: number) => held.has(nets.of(layer, component).id)
  // A pour between tracks has connected copper all along its outline; pictures and rails have not.
  const isBeset = (nodes: readonly CopperNode[]): boolean =>
    nodes.every(({ layer, component }) => layer.negative || shareBeside(measures.image(layer), component, isHeld(layer)) >= BESET)
  return [...clusters.values()].flatMap(({ nodes, area, named, cut, pinned }): FloatingCopper[] => {
    if (pinned || !(named || ((cut || area > LARGE_MM2) && isBeset(nodes)))) return []
    if (nodes.some(({ layer, component }) => isOutlineFrame(board, measures.image(layer), component))) return []
    return [{ nodes, area, isSure: named || cut }]
  })
}

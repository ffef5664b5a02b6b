import type { ArtItem, LayerId, Vertex } from '#core/builder/description.ts'
import { combineImages } from '#core/geometry/combine/combine.ts'
import type { Image } from '#core/geometry/image.ts'
import type { FileReading } from '#core/read/librepcb/file-reading.ts'
import type { BoardFile } from '#core/read/librepcb/read-board.ts'
import type { Circuit } from '#core/read/librepcb/read-circuit.ts'
import type { Plane, Polygon, Via, Zone } from '#core/read/librepcb/shapes.ts'
import { ORIGIN, placePath, type Placement } from '#core/read/librepcb/transform.ts'
import { contoursOf, flatPath, openedContour, type Blob } from './blob.ts'
import { fillPlane, type PlaneNeighbour } from './fill-plane.ts'
import { BOARD_EDGES, flippedLayer, type LayerMap } from './layers.ts'
import { isThrough, padCopper, padHoles } from './pad-blobs.ts'
import { viaSize, viaSpan, type BoardPad, type PlacedDevice } from './placed-pads.ts'

export interface FilledLayer {
  readonly layer: LayerId
  readonly items: readonly ArtItem[]
  readonly planes: number
  readonly islandsLeftOut: number
}

interface PlaneJob {
  readonly board: BoardFile
  readonly circuit: Circuit
  readonly layers: LayerMap
  readonly pads: readonly BoardPad[]
  readonly devices: readonly PlacedDevice[]
  /** What was drawn so far, on all layers. */
  readonly art: readonly ArtItem[]
  readonly unplated: readonly Blob[]
  readonly reading: FileReading
}

/** @returns the polygons on layers of a kind, of the board and of its footprints, where they stand */
const edges = ({ board, devices }: PlaneJob, layers: readonly string[]): readonly Polygon[] => {
  const placed = (polygons: readonly Polygon[], placement: Placement): Polygon[] =>
    polygons.filter(({ layer }) => layers.includes(layer)).map((each) => ({ ...each, path: placePath(placement, each.path) }))
  return [...placed(board.polygons, ORIGIN), ...devices.flatMap(({ footprint, placement }) => placed(footprint.polygons, placement))]
}

const areaOfEdges = (polygons: readonly Polygon[], operation: 'union' | 'xor'): Image | null => {
  const contours = polygons.map(({ path }) => openedContour(path)).filter(({ length }) => length >= 2)
  return contours
    .map((contour) => contoursOf([contour]))
    .reduce<Image | null>((all, each) => (all ? combineImages(all, each, operation) : each), null)
}

/** The board without its cut-outs; in format 0.1 these are outlines inside the outline. */
const boardArea = (job: PlaneJob): Image | null => {
  const outline = areaOfEdges(edges(job, [BOARD_EDGES[0]!]), 'xor')
  if (!outline) return null
  const cut = areaOfEdges(edges(job, [BOARD_EDGES[1]!]), 'union')
  return cut ? combineImages(outline, cut, 'subtract') : outline
}

const SPOKES = 4

/** How far a custom pad reaches from its own place in a direction of its own, mm. */
const customReach = (outline: readonly Vertex[], angle: number): number =>
  Math.max(0, ...flatPath([...outline, outline[0]!]).map(([x, y]) => x * Math.cos(angle) + y * Math.sin(angle)))

/** Spokes leave a pad along its own axes. */
const spokesOf = ({ pad, placement }: BoardPad): PlaneNeighbour['spokes'] =>
  Array.from({ length: SPOKES }, (_, i) => {
    const own = (360 / SPOKES) * i
    const reach = pad.shape === 'custom' ? customReach(pad.outline, (own * Math.PI) / 180) : (i % 2 === 0 ? pad.width : pad.height) / 2
    // The pad is turned first; a mirrored direction runs the other way along its own axis.
    const turned = placement.isMirrored ? placement.rotation + 180 - (pad.rotation + own) : placement.rotation + pad.rotation + own
    return { angle: (turned * Math.PI) / 180, reach }
  })

const blobOf = (item: ArtItem): Blob => {
  switch (item.kind) {
    case 'flash':
      return { kind: 'shape', shape: item.shape, at: item.at, rotation: item.rotation }
    case 'region':
      return { kind: 'area', contour: item.contour }
    case 'draw':
      return { kind: 'stroke', path: [item.from, item.to], width: item.width }
    case 'arc': {
      const [a, b] = [item.from, item.to].map(([x, y]) => Math.atan2(y - item.centre[1], x - item.centre[0])) as [number, number]
      const whole = 2 * Math.PI
      const sweep = item.clockwise ? -(((a - b) % whole) + whole) % whole : (((b - a) % whole) + whole) % whole
      return { kind: 'stroke', path: [[item.from[0], item.from[1], Math.tan(sweep / 4)], item.to], width: item.width }
    }
  }
}

const isViaOn = (via: Via, layer: string, { copper }: LayerMap): boolean => {
  const span = viaSpan(via, copper)
  const at = copper.indexOf(layer)
  return span !== null && span[0] <= at && at <= span[1]
}

const neighboursOn = (job: PlaneJob, layer: string, id: LayerId): readonly PlaneNeighbour[] => {
  const { board, pads, art } = job
  const none = { clearance: 0, spokes: [], at: [0, 0] as const }
  return [
    ...pads.map((each): PlaneNeighbour => ({
      kind: 'pad',
      net: each.net,
      // The hole counts as well, in case that the land is smaller.
      blobs: [...padCopper(each, layer, board.rules), ...(isThrough(each) ? padHoles(each) : [])],
      clearance: each.pad.clearance,
      spokes: spokesOf(each),
      at: each.centre,
    })),
    ...board.segments.flatMap(({ net, vias }) =>
      vias
        .filter((via) => isViaOn(via, layer, job.layers))
        .map((via): PlaneNeighbour => {
          const { size } = viaSize(via, board.rules)
          const shape =
            via.shape === 'square' ? { kind: 'rect' as const, width: size, height: size } : { kind: 'circle' as const, diameter: size }
          return { kind: 'via', net, blobs: [{ kind: 'shape', shape, at: via.at, rotation: 0 }], ...none }
        }),
    ),
    ...art
      .filter((item) => item.layer === id && item.fn !== 'ViaPad' && item.pin === undefined && !item.fn?.includes('Pad'))
      .map((item): PlaneNeighbour => ({ kind: item.fn === 'Conductor' ? 'trace' : 'art', net: netOf(job.circuit, item.net), blobs: [blobOf(item)], ...none })), // prettier-ignore
  ].filter(({ blobs }) => blobs.length > 0)
}

/** @returns the UUID of a net by its name */
const netOf = ({ netNames }: Circuit, name: string | undefined): string | null => {
  if (name === undefined) return null
  for (const [uuid, each] of netNames) if (each === name) return uuid
  return null
}

const isOn = (zone: Zone, layer: string, isMirrored: boolean, innerLayers: number): boolean => {
  const kind = layer === 'top_cu' ? 'top' : layer === 'bot_cu' ? 'bottom' : 'inner'
  const own = isMirrored ? flippedLayer(layer, innerLayers) : layer
  const ownKind = isMirrored && kind !== 'inner' ? (kind === 'top' ? 'bottom' : 'top') : kind
  return zone.keepsPlanesOut && (zone.layers.includes(own) || zone.layers.includes(ownKind))
}

const keepOutOn = ({ board, devices }: PlaneJob, layer: string): readonly Blob[] =>
  [
    { zones: board.zones, placement: ORIGIN },
    ...devices.map(({ footprint, placement }) => ({ zones: footprint.zones, placement })),
  ].flatMap(({ zones, placement }) =>
    zones
      .filter((zone) => isOn(zone, layer, placement.isMirrored, board.innerLayers))
      .map((zone): Blob => ({ kind: 'area', contour: placePath(placement, openedContour(zone.path)) })),
  )

/** Fills all planes, layer by layer, those of higher priority first; their items are ordered so that clearing a hole takes nothing else away. */
export const fillPlanes = (job: PlaneJob): readonly FilledLayer[] => {
  const { board, circuit, layers, reading, unplated } = job
  if (board.planes.length === 0) return []
  const area = boardArea(job)
  if (!area)
    reading.log.add('warning', 'librepcb-no-outline', 0, 'The board has no outline: its planes are filled as far as they are drawn.')
  const filled: FilledLayer[] = []
  for (const layer of new Set(board.planes.map((plane) => plane.layer))) {
    const id = layers.of(layer)
    const planes = board.planes.filter((plane) => plane.layer === layer).sort((a, b) => b.priority - a.priority)
    if (id === null || !layers.copper.includes(layer)) {
      for (const { line } of planes)
        reading.log.add('error', 'librepcb-plane', line, `This plane is left out: the board has no copper layer "${layer}".`)
      continue
    }
    const neighbours = neighboursOn(job, layer, id)
    const keepOut = keepOutOn(job, layer)
    const before: { net: string | null; image: Image; plane: Plane }[] = []
    const parts: { area: number; items: readonly ArtItem[] }[] = []
    let islandsLeftOut = 0
    for (const plane of planes) {
      const result = fillPlane(plane, { board: area, neighbours, holes: unplated, keepOut, before })
      before.push({ net: plane.net, image: result.image, plane })
      islandsLeftOut += result.islandsLeftOut
      const net = plane.net === null ? undefined : circuit.netNames.get(plane.net)
      for (const part of result.parts)
        parts.push({
          area: part.area,
          items: [
            { kind: 'region', layer: id, contour: part.outer, fn: 'Conductor', ...(net === undefined ? {} : { net }) },
            ...part.holes.map((contour): ArtItem => ({ kind: 'region', layer: id, contour, clear: true })),
          ],
        })
    }
    // A part lies only in holes of parts that are larger than itself.
    filled.push({
      layer: id,
      items: parts.sort((a, b) => b.area - a.area).flatMap(({ items }) => items),
      planes: planes.length,
      islandsLeftOut,
    })
  }
  return filled
}

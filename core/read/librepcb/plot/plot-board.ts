import type { Point } from '#core/base/box.ts'
import type { ArtItem, Belongs, BoardDescription, Hole, LayerId } from '#core/builder/description.ts'
import { copperLayerIds } from '#core/builder/description.ts'
import type { BoardFile } from '#core/read/librepcb/read-board.ts'
import type { Circuit } from '#core/read/librepcb/read-circuit.ts'
import type { FileReading } from '#core/read/librepcb/file-reading.ts'
import type { ProjectFiles } from '#core/read/librepcb/project.ts'
import { boundedOf, type DesignRules } from '#core/read/librepcb/design-rules.ts'
import type { DrilledPath, Drawn, MaskChoice, NetSegment, Polygon, StrokeText, Via } from '#core/read/librepcb/shapes.ts'
import { ORIGIN, placePath, type Placement } from '#core/read/librepcb/transform.ts'
import { blobItems, flatPath, grownBlob, openedContour, type Blob } from './blob.ts'
import { BOARD_EDGES, flippedLayer, layerMap, PLATED_EDGES, type LayerMap } from './layers.ts'
import { isThrough, maskGrowth, padCopper, padHoles, pasteShrink, type PlacedPad } from './pad-blobs.ts'
import { placedPads, viaSize, viaSpan, type BoardPad } from './placed-pads.ts'
import { textItems } from './plot-text.ts'
import { fillIn } from './fill-in.ts'
import { fillPlanes, type FilledLayer } from './fill-planes.ts'

export interface PlottedBoard {
  readonly description: BoardDescription
  readonly filled: readonly FilledLayer[]
  /** Texts were drawn with another font than LibrePCB's. */
  readonly hasTexts: boolean
}

/** Edges are drawn with at least this pen, mm. */
const EDGE_PEN = 0.1

/** X2 aperture functions of pads (Gerber 2024.05, 5.6.10). */
const PAD_FUNCTIONS: Readonly<Record<string, string>> = {
  thermal: 'HeatsinkPad',
  bga: 'BGAPad,CuDef',
  edge_connector: 'ConnectorPad',
  test: 'TestPad',
  local_fiducial: 'FiducialPad,Local',
  global_fiducial: 'FiducialPad,Global',
}

const padFunction = (placed: PlacedPad): string =>
  PAD_FUNCTIONS[placed.pad.function] ?? (isThrough(placed) ? 'ComponentPad' : 'SMDPad,CuDef')

/** @returns diameter of a via's opening in the mask, 0 where it is covered */
const viaOpening = ({ exposure }: Via, drill: number, size: number, rules: DesignRules): number => {
  const isLarge = drill > rules.maxTentedDrill
  if (typeof exposure === 'number') return size + 2 * exposure
  if (exposure === 'auto' || (exposure === 'by-drill' && isLarge)) return size + 2 * boundedOf(rules.stopMask, size)
  return exposure === 'off' && isLarge ? drill + 2 * boundedOf(rules.stopMask, drill) : 0
}

export class BoardPlotter {
  readonly #board: BoardFile
  readonly #circuit: Circuit
  readonly #project: ProjectFiles
  readonly #reading: FileReading
  readonly #layers: LayerMap
  readonly #items: ArtItem[] = []
  readonly #holes: Hole[] = []
  readonly #unplated: Blob[] = []
  #hasTexts = false

  constructor(board: BoardFile, circuit: Circuit, project: ProjectFiles, reading: FileReading) {
    this.#board = board
    this.#circuit = circuit
    this.#project = project
    this.#reading = reading
    this.#layers = layerMap(board.innerLayers, board.silkscreen)
  }

  plot(name: string): PlottedBoard {
    const board = this.#board
    const { pads, devices } = placedPads(board, this.#circuit, this.#project, this.#reading)
    this.#drawn(board, ORIGIN, {})
    for (const { footprint, placement, ref } of devices) this.#drawn({ ...footprint, texts: [] }, placement, { ref })
    for (const device of board.devices) {
      const component = this.#circuit.components.get(device.uuid)
      for (const text of device.texts)
        this.#text(text, { ...component?.attributes, NAME: component?.name ?? '', VALUE: component?.value ?? '' })
    }
    for (const placed of pads) this.#pad(placed)
    for (const segment of board.segments) this.#segment(segment, pads)
    const filled = fillPlanes({
      board,
      circuit: this.#circuit,
      layers: this.#layers,
      pads,
      art: this.#items,
      unplated: this.#unplated,
      reading: this.#reading,
      devices,
    })
    // Planes first: their holes are cleared, and everything that stands in them is drawn afterwards.
    const items = [...filled.flatMap(({ items: plane }) => plane), ...this.#items]
    const copperLayers = board.innerLayers + 2
    const masks = board.hasSolderMask ? ['top-mask', 'bottom-mask'] : []
    return {
      description: {
        name,
        copperLayers,
        ...(board.thickness === null ? {} : { thickness: board.thickness }),
        items: items.filter(({ layer }) => board.hasSolderMask || !layer.endsWith('-mask')),
        holes: this.#holes,
        present: [...copperLayerIds(copperLayers), ...masks, 'outline'],
        absent: [],
      },
      filled,
      hasTexts: this.#hasTexts,
    }
  }

  #add(blobs: readonly Blob[], layer: LayerId, belongs: Belongs = {}): void {
    for (const blob of blobs) this.#items.push(...blobItems(blob, layer, belongs))
  }

  /** Zones forbid things while the board is made; nothing of them is drawn. */
  #drawn({ polygons, texts, holes }: Drawn, placement: Placement, { ref }: { readonly ref?: string | null }): void {
    for (const polygon of polygons) this.#polygon(polygon, placement, ref ?? undefined)
    for (const text of texts) this.#text(text, {})
    for (const hole of holes) this.#unplatedHole(hole, hole.stopMask, placement)
  }

  #polygon(polygon: Polygon, placement: Placement, ref: string | undefined): void {
    const name = placement.isMirrored ? flippedLayer(polygon.layer, this.#board.innerLayers) : polygon.layer
    if (PLATED_EDGES.includes(name)) {
      const message =
        'Plated cut-outs are not plotted: no drill or outline file says that they are plated. Order with the files that LibrePCB exports.'
      this.#reading.log.add('error', 'librepcb-plated-cutout', polygon.line, message)
      return
    }
    const layer = this.#layers.of(name)
    if (layer === null) return
    const path = placePath(placement, polygon.path)
    const belongs: Belongs = { ...(ref ? { ref } : {}), ...(layer === 'outline' ? { fn: 'Profile' } : {}) }
    const isClosed = openedContour(path).length < path.length
    if (polygon.isFilled && !BOARD_EDGES.includes(name)) {
      // LibrePCB fills only what is closed.
      if (isClosed) this.#add([{ kind: 'area', contour: openedContour(path) }], layer, belongs)
      else
        this.#reading.log.add(
          'warning',
          'librepcb-open-fill',
          polygon.line,
          'This polygon is to be filled but not closed: only its line is drawn.',
        )
    }
    const width = layer === 'outline' ? Math.max(polygon.width, EDGE_PEN) : polygon.width
    if (width > 0) this.#add([{ kind: 'stroke', path, width }], layer, belongs)
  }

  #text(text: StrokeText, values: Readonly<Record<string, string>>): void {
    const layer = this.#layers.of(text.layer)
    if (layer === null || text.strokeWidth <= 0) return
    const known: Readonly<Record<string, string>> = { BOARD: this.#board.name, ...values }
    const value = fillIn(text.text, known)
    const items = textItems(text, value, layer)
    this.#hasTexts ||= items.length > 0
    this.#items.push(...items)
  }

  #unplatedHole(hole: DrilledPath, stopMask: MaskChoice, placement: Placement): void {
    const blob: Blob = { kind: 'stroke', path: placePath(placement, hole.path), width: hole.diameter }
    this.#unplated.push(blob)
    this.#drill(blob, false, 'MechanicalDrill')
    if (stopMask === 'off') return
    const by = stopMask === 'auto' ? boundedOf(this.#board.rules.stopMask, hole.diameter) : stopMask
    for (const layer of ['top-mask', 'bottom-mask']) this.#add(grownBlob(blob, by), layer)
  }

  /** A path of several points is drilled as a slot from each to the next. */
  #drill(blob: Blob & { kind: 'stroke' }, plated: boolean, fn: string, net?: string): void {
    const points = flatPath(blob.path)
    const common = { diameter: blob.width, plated, fn, ...(net === undefined ? {} : { net }) }
    const [first] = points
    if (points.length === 1) this.#holes.push({ at: first!, ...common })
    points.slice(1).forEach((to, i) => this.#holes.push({ at: points[i]!, to, ...common }))
  }

  #pad(placed: PlacedPad): void {
    const { rules } = this.#board
    const net = placed.net === null ? undefined : this.#circuit.netNames.get(placed.net)
    const belongs: Belongs = {
      ...(net === undefined ? {} : { net }),
      ...(placed.ref ? { ref: placed.ref } : {}),
      ...(placed.ref && placed.pin ? { pin: placed.pin } : {}),
    }
    for (const layer of this.#layers.copper)
      this.#add(padCopper(placed, layer, rules), this.#layers.of(layer)!, { ...belongs, fn: padFunction(placed) })
    for (const hole of padHoles(placed))
      this.#drill(hole, true, placed.pad.function === 'pressfit' ? 'ComponentDrill,PressFit' : 'ComponentDrill', net)
    const [mask, paste] = [maskGrowth(placed, rules), pasteShrink(placed, rules)]
    for (const side of ['top', 'bottom'] as const) {
      const copper = padCopper(placed, side === 'top' ? 'top_cu' : 'bot_cu', rules)
      if (mask !== null)
        this.#add(
          copper.flatMap((blob) => grownBlob(blob, mask)),
          `${side}-mask`,
        )
      // Pads with holes are soldered from the other side.
      const isSoldered = isThrough(placed) !== (placed.side === side)
      if (paste !== null && isSoldered)
        this.#add(
          copper.flatMap((blob) => grownBlob(blob, -paste)),
          `${side}-paste`,
        )
    }
  }

  #segment(segment: NetSegment, pads: readonly BoardPad[]): void {
    const net = segment.net === null ? undefined : this.#circuit.netNames.get(segment.net)
    const belongs: Belongs = net === undefined ? {} : { net }
    for (const via of segment.vias) this.#via(via, belongs)
    const vias = new Map(segment.vias.map((via) => [via.uuid, via.at]))
    const own = new Map(pads.filter(({ segment: of }) => of === segment).map((each) => [each.pad.uuid, each.centre]))
    const devicePads = new Map(pads.map((each) => [`${each.device} ${each.pad.uuid}`, each.centre]))
    for (const trace of segment.traces) {
      const [from, to] = [trace.from, trace.to].map((end): Point | undefined => {
        if (end.kind === 'device') return devicePads.get(`${end.device} ${end.pad}`)
        if (end.kind === 'pad') return own.get(end.uuid)
        return end.kind === 'via' ? vias.get(end.uuid) : segment.junctions.get(end.uuid)
      })
      const layer = this.#layers.of(trace.layer)
      if (!from || !to || layer === null) {
        const what = layer === null ? `the layer "${trace.layer}"` : 'what it ends at'
        this.#reading.log.add('error', 'librepcb-trace', trace.line, `This trace is left out: the board has not ${what}.`)
      } else if (trace.width > 0) this.#items.push({ kind: 'draw', layer, from, to, width: trace.width, fn: 'Conductor', ...belongs })
    }
  }

  #via(via: Via, belongs: Belongs): void {
    const { rules } = this.#board
    const { drill, size } = viaSize(via, rules)
    const { copper } = this.#layers
    const span = viaSpan(via, copper)
    if (!span) {
      const message = `This via is left out: it goes from ${via.from} to ${via.to}, which joins no two layers of this board.`
      this.#reading.log.add('error', 'librepcb-via', via.line, message)
      return
    }
    const [first, last] = span
    const [isTop, isBottom] = [first === 0, last === copper.length - 1]
    const shape =
      via.shape === 'square' ? { kind: 'rect' as const, width: size, height: size } : { kind: 'circle' as const, diameter: size }
    if (via.shape === 'octagon') this.#reading.log.add('warning', 'librepcb-octagon-via', via.line, 'This octagonal via is drawn round.')
    const blob: Blob = { kind: 'shape', shape, at: via.at, rotation: 0 }
    for (const layer of copper.slice(first, last + 1)) this.#add([blob], this.#layers.of(layer)!, { ...belongs, fn: 'ViaPad' })
    this.#holes.push({
      at: via.at,
      diameter: drill,
      plated: true,
      fn: 'ViaDrill',
      ...(belongs.net === undefined ? {} : { net: belongs.net }),
      ...(isTop && isBottom ? {} : { span: [first + 1, last + 1] }),
    })
    const opening = viaOpening(via, drill, size, rules)
    if (opening <= 0) return
    const open: Blob = { kind: 'shape', shape: { kind: 'circle', diameter: opening }, at: via.at, rotation: 0 }
    if (isTop) this.#add([open], 'top-mask')
    if (isBottom) this.#add([open], 'bottom-mask')
  }
}

import type { Point } from '#core/base/box.ts'
import { readDesignRules, type DesignRules } from './design-rules.ts'
import { referenceOf, uuidOf, type FileReading } from './file-reading.ts'
import { readAll, readDrawn, readMaskChoice, readStrokeText } from './read-drawn.ts'
import { readPad } from './read-pad.ts'
import type { Anchor, Device, Drawn, NetSegment, Plane, StrokeText, Trace, Via } from './shapes.ts'
import { child, children, textOf, word, type Node } from './s-expression.ts'
import type { Placement } from './transform.ts'

export interface BoardFile extends Drawn {
  readonly name: string
  readonly innerLayers: number
  /** Finished thickness, mm; null where the file does not say it. */
  readonly thickness: number | null
  readonly hasSolderMask: boolean
  readonly silkscreen: { readonly top: readonly string[]; readonly bottom: readonly string[] }
  readonly rules: DesignRules
  readonly devices: readonly Device[]
  readonly segments: readonly NetSegment[]
  readonly planes: readonly Plane[]
}

const MOST_INNER = 62

/** Format 0.1 turned first and mirrored then; since 1 it is the other way round. */
const asMirroredFirst = <P extends Placement>(placed: P, isOld: boolean): P =>
  isOld && placed.isMirrored ? { ...placed, rotation: -placed.rotation } : placed

const readTexts = (reading: FileReading, node: Node, isOld: boolean): readonly StrokeText[] =>
  readAll(children(node, 'stroke_text'), (each) => readStrokeText(reading, each)).map((text) => asMirroredFirst(text, isOld))

const readDevice = (reading: FileReading, node: Node, isOld: boolean): Device | null => {
  const at = reading.point(node)
  const rotation = reading.number(node, 'rotation')
  if (!at || rotation === null) return null
  const device: Device = {
    uuid: uuidOf(node),
    line: node.line,
    libDevice: textOf(node, 'lib_device'),
    libFootprint: textOf(node, 'lib_footprint'),
    at,
    rotation,
    // Format 0.1 says mirror.
    isMirrored: reading.flag(node, child(node, 'flip') ? 'flip' : 'mirror'),
    texts: readTexts(reading, node, isOld),
  }
  return asMirroredFirst(device, isOld)
}

/** A length, or null where the file leaves it to the design rules. */
const orAuto = (reading: FileReading, node: Node, tag: string): number | null | undefined => {
  const found = child(node, tag)
  if (!found || word(found) === 'auto') return null
  return reading.size(node, tag) ?? undefined
}

const VIA_SHAPES = ['round', 'square', 'octagon'] as const

const readVia = (reading: FileReading, node: Node): Via | null => {
  const at = reading.point(node)
  const drill = orAuto(reading, node, 'drill')
  const size = orAuto(reading, node, 'size')
  if (!at || drill === undefined || size === undefined) return null
  return {
    uuid: uuidOf(node),
    line: node.line,
    at,
    drill,
    size,
    shape: VIA_SHAPES.find((each) => each === textOf(node, 'shape')) ?? 'round',
    from: textOf(node, 'from') || 'top_cu',
    to: textOf(node, 'to') || 'bot_cu',
    // Format 0.1 leaves it to the drill.
    exposure: child(node, 'exposure') ? readMaskChoice(node, 'exposure', 'off') : 'by-drill',
  }
}

const readAnchor = (reading: FileReading, trace: Node, tag: string): Anchor | null => {
  const node = child(trace, tag)
  if (!node) return reading.bad(trace, `"${tag}"`)
  const device = referenceOf(node, 'device')
  const pad = referenceOf(node, 'pad')
  if (device !== null && pad !== null) return { kind: 'device', device, pad }
  for (const kind of ['junction', 'via', 'pad'] as const) {
    const uuid = referenceOf(node, kind)
    if (uuid !== null) return { kind, uuid }
  }
  return reading.bad(node, 'what it ends at')
}

const readTrace = (reading: FileReading, node: Node): Trace | null => {
  const width = reading.size(node, 'width')
  const from = readAnchor(reading, node, 'from')
  const to = readAnchor(reading, node, 'to')
  return width === null || !from || !to ? null : { line: node.line, layer: textOf(node, 'layer'), width, from, to }
}

const readSegment = (reading: FileReading, node: Node): NetSegment => {
  const junctions = children(node, 'junction').map((each): readonly [string, Point | null] => [uuidOf(each), reading.point(each)])
  return {
    line: node.line,
    net: referenceOf(node, 'net'),
    vias: readAll(children(node, 'via'), (each) => readVia(reading, each)),
    junctions: new Map(junctions.filter((each): each is readonly [string, Point] => each[1] !== null)),
    pads: readAll(children(node, 'pad'), (each) => readPad(reading, each)),
    traces: readAll(children(node, 'trace'), (each) => readTrace(reading, each)),
  }
}

const CONNECT = ['none', 'thermal', 'solid'] as const

const readPlane = (reading: FileReading, node: Node): Plane | null => {
  const path = reading.path(node)
  const minWidth = reading.size(node, 'min_width')
  // Up to format 1 one clearance counts for everything.
  const old = child(node, 'min_clearance') ? reading.size(node, 'min_clearance') : null
  const copperClearance = old ?? reading.size(node, 'min_copper_clearance')
  if (path === null || minWidth === null || copperClearance === null) return null
  if (path.length < 3) return reading.bad(node, 'a path of fewer than three points')
  const said = textOf(node, 'connect_style')
  const connect = CONNECT.find((each) => each === said)
  if (!connect)
    reading.log.add('error', 'librepcb-plane', node.line, `Planes are not connected in the style "${said}": this one is filled as solid.`)
  return {
    uuid: uuidOf(node),
    line: node.line,
    layer: textOf(node, 'layer'),
    net: referenceOf(node, 'net'),
    priority: child(node, 'priority') ? (reading.number(node, 'priority') ?? 0) : 0,
    minWidth,
    copperClearance,
    boardClearance: reading.sizeOr(node, 'min_board_clearance', copperClearance),
    holeClearance: reading.sizeOr(node, 'min_npth_clearance', copperClearance),
    keepsIslands: reading.flag(node, child(node, 'keep_islands') ? 'keep_islands' : 'keep_orphans'),
    connect: connect ?? 'solid',
    thermalGap: reading.sizeOr(node, 'thermal_gap', copperClearance),
    spokeWidth: reading.sizeOr(node, 'thermal_spoke', minWidth),
    path,
  }
}

/** Format 0.1 keeps the layers of the silkscreen with the settings of the Gerber export. */
const silkscreenOf = (board: Node, tag: string, old: string): readonly string[] => {
  const settings = child(board, 'fabrication_output_settings')
  const export01 = settings && child(settings, old)
  const node = child(board, tag) ?? (export01 && child(export01, 'layers'))
  return node ? node.items.filter((item): item is string => typeof item === 'string') : []
}

/** @returns null when the file is no board, which is in the log */
export const readBoard = (reading: FileReading, root: Node): BoardFile | null => {
  if (root.tag !== 'librepcb_board') {
    reading.log.add('error', 'librepcb-no-board', root.line, `This is "${root.tag}", no board of LibrePCB.`)
    return null
  }
  // Boards say their thickness since format 1.
  const isOld = child(root, 'thickness') === null
  const layers = child(root, 'layers')
  const inner = layers ? reading.size(layers, 'inner') : 0
  if (inner === null || inner > MOST_INNER || !Number.isInteger(inner)) {
    reading.log.add('error', 'librepcb-layers', layers?.line ?? root.line, 'The number of inner layers cannot be read.')
    return null
  }
  return {
    name: textOf(root, 'name'),
    innerLayers: inner,
    thickness: child(root, 'thickness') ? reading.size(root, 'thickness') : null,
    hasSolderMask: textOf(root, 'solder_resist') !== 'none',
    silkscreen: {
      top: silkscreenOf(root, 'silkscreen_layers_top', 'silkscreen_top'),
      bottom: silkscreenOf(root, 'silkscreen_layers_bot', 'silkscreen_bot'),
    },
    rules: readDesignRules(reading, root),
    devices: readAll(children(root, 'device'), (each) => readDevice(reading, each, isOld)),
    segments: children(root, 'netsegment').map((each) => readSegment(reading, each)),
    planes: readAll(children(root, 'plane'), (each) => readPlane(reading, each)),
    ...readDrawn(reading, root),
    texts: readTexts(reading, root, isOld),
  }
}

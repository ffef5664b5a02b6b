import type { Vertex } from '#core/builder/description.ts'
import type { FileReading } from './file-reading.ts'
import type { Drawn, DrilledPath, MaskChoice, Polygon, StrokeText, UnplatedHole, Zone } from './shapes.ts'
import { child, children, textOf, word, type Node } from './s-expression.ts'

const all = <T>(nodes: readonly Node[], read: (node: Node) => T | null): T[] =>
  nodes.map(read).filter((value): value is T & NonNullable<T> => value !== null)

export const readMaskChoice = (node: Node, tag: string, otherwise: MaskChoice): MaskChoice => {
  const found = child(node, tag)
  const text = found && word(found)
  if (text === null || text === '') return otherwise
  if (text === 'auto' || text === 'off') return text
  if (text === 'true' || text === 'false') return text === 'true' ? 'auto' : 'off'
  return Number.isFinite(Number(text)) ? Number(text) : otherwise
}

const readPolygon = (reading: FileReading, node: Node): Polygon | null => {
  const width = reading.size(node, 'width')
  const path = reading.path(node)
  if (width === null || path === null) return null
  if (path.length < 2) return reading.bad(node, 'a path of fewer than two points')
  return { line: node.line, layer: textOf(node, 'layer'), width, isFilled: reading.flag(node, 'fill'), path }
}

/** A circle is a polygon of two half circles that ends where it began. */
const readCircle = (reading: FileReading, node: Node): Polygon | null => {
  const width = reading.size(node, 'width')
  const diameter = reading.size(node, 'diameter')
  const at = reading.point(node)
  if (width === null || diameter === null || !at) return null
  const [x, y, r] = [at[0], at[1], diameter / 2]
  const path: Vertex[] = [
    [x - r, y, 1],
    [x + r, y, 1],
    [x - r, y],
  ]
  return { line: node.line, layer: textOf(node, 'layer'), width, isFilled: reading.flag(node, 'fill'), path }
}

const HORIZONTAL = ['left', 'center', 'right'] as const
const VERTICAL = ['top', 'center', 'bottom'] as const

export const readStrokeText = (reading: FileReading, node: Node): StrokeText | null => {
  const height = reading.size(node, 'height')
  const strokeWidth = reading.size(node, 'stroke_width')
  const at = reading.point(node)
  const rotation = reading.number(node, 'rotation')
  if (height === null || strokeWidth === null || !at || rotation === null) return null
  const align = child(node, 'align')
  return {
    line: node.line,
    layer: textOf(node, 'layer'),
    height,
    strokeWidth,
    at,
    rotation,
    isMirrored: reading.flag(node, 'mirror'),
    horizontal: HORIZONTAL.find((each) => each === (align && word(align))) ?? 'left',
    vertical: VERTICAL.find((each) => each === (align && word(align, 1))) ?? 'bottom',
    isAutoRotated: reading.flag(node, 'auto_rotate'),
    text: textOf(node, 'value'),
  }
}

/** Format 0.1 has a position instead of a path. */
export const readDrilledPath = (reading: FileReading, node: Node): DrilledPath | null => {
  const diameter = reading.size(node, 'diameter')
  if (diameter === null) return null
  if (diameter === 0) return reading.bad(node, 'a diameter of 0')
  const at = child(node, 'position') ? reading.point(node) : null
  const path = at ? [[at[0], at[1]] as const] : reading.path(node)
  if (path === null) return null
  return path.length > 0 ? { line: node.line, diameter, path } : reading.bad(node, 'a hole without a place')
}

const readHole = (reading: FileReading, node: Node): UnplatedHole | null => {
  const drilled = readDrilledPath(reading, node)
  return drilled && { ...drilled, stopMask: readMaskChoice(node, 'stop_mask', 'auto') }
}

/** Footprints say `top`, `inner`, `bottom`; boards name layers. */
const readZone = (reading: FileReading, node: Node): Zone | null => {
  const path = reading.path(node)
  if (path === null) return null
  const layers = [
    ...children(node, 'layer').map((layer) => word(layer) ?? ''),
    ...['top', 'inner', 'bottom'].filter((side) => reading.flag(node, side)),
  ]
  return { line: node.line, layers, keepsPlanesOut: reading.flag(node, 'no_planes'), path }
}

/** Polygons, circles, texts, holes and zones of a board or a footprint. */
export const readDrawn = (reading: FileReading, node: Node): Drawn => ({
  polygons: [
    ...all(children(node, 'polygon'), (each) => readPolygon(reading, each)),
    ...all(children(node, 'circle'), (each) => readCircle(reading, each)),
  ],
  texts: all(children(node, 'stroke_text'), (each) => readStrokeText(reading, each)),
  holes: all(children(node, 'hole'), (each) => readHole(reading, each)),
  zones: all(children(node, 'zone'), (each) => readZone(reading, each)),
})

export { all as readAll }

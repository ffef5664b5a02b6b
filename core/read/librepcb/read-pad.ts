import { referenceOf, uuidOf, type FileReading } from './file-reading.ts'
import { readAll, readDrawn, readDrilledPath, readMaskChoice } from './read-drawn.ts'
import type { DrilledPath, Footprint, Pad } from './shapes.ts'
import { child, children, textOf, type Node } from './s-expression.ts'

/** Shapes of format 0.1, as what they are called since. */
const OLD_SHAPES: Readonly<Record<string, readonly [shape: Pad['shape'], radius: number]>> = {
  rect: ['roundrect', 0],
  round: ['roundrect', 1],
}
const SHAPES = ['roundrect', 'octagon', 'custom'] as const

const holesOf = (reading: FileReading, node: Node, isThrough: boolean): readonly DrilledPath[] | null => {
  const holes = readAll(children(node, 'hole'), (each) => readDrilledPath(reading, each))
  if (!child(node, 'drill')) return holes
  const drill = reading.size(node, 'drill')
  if (drill === null) return null
  // Format 0.1: one round hole in the middle; pads without one say 0.
  return isThrough && drill > 0 ? [{ line: node.line, diameter: drill, path: [[0, 0]] }] : holes
}

export const readPad = (reading: FileReading, node: Node): Pad | null => {
  const at = reading.point(node)
  const rotation = reading.number(node, 'rotation')
  const width = reading.size(node, 'size', 0)
  const height = reading.size(node, 'size', 1)
  const said = textOf(node, 'shape')
  const old = OLD_SHAPES[said]
  const shape = old?.[0] ?? SHAPES.find((each) => each === said)
  if (!at || rotation === null || width === null || height === null) return null
  if (!shape) return reading.bad(node, `the shape "${said}"`)
  const side = textOf(node, 'side')
  const holes = holesOf(reading, node, side === 'tht')
  const outline = shape === 'custom' ? reading.path(node) : []
  if (holes === null || outline === null) return null
  if (shape === 'custom' && outline.length < 3) return reading.bad(node, 'an outline of fewer than three points')
  return {
    uuid: uuidOf(node),
    line: node.line,
    at,
    rotation,
    side: side === 'bottom' ? 'bottom' : 'top',
    shape,
    width,
    height,
    radius: old ? old[1] : Math.min(1, reading.sizeOr(node, 'radius', 0)),
    outline,
    stopMask: readMaskChoice(node, 'stop_mask', 'auto'),
    // Parts with leads are soldered without paste unless the pad says otherwise.
    paste: readMaskChoice(node, 'solder_paste', holes.length > 0 ? 'off' : 'auto'),
    clearance: reading.sizeOr(node, 'clearance', 0),
    function: textOf(node, 'function'),
    // Format 0.1: the pad of the footprint is that of the package.
    packagePad: child(node, 'package_pad') ? referenceOf(node, 'package_pad') : uuidOf(node),
    holes,
  }
}

export const readFootprint = (reading: FileReading, node: Node): Footprint => ({
  uuid: uuidOf(node),
  pads: readAll(children(node, 'pad'), (each) => readPad(reading, each)),
  ...readDrawn(reading, node),
})

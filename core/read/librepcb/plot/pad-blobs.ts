import type { PadShape, Vertex } from '#core/builder/description.ts'
import { boundedOf, type DesignRules } from '#core/read/librepcb/design-rules.ts'
import type { Pad } from '#core/read/librepcb/shapes.ts'
import { placeIn, placePath, type Placement } from '#core/read/librepcb/transform.ts'
import { openedContour, type Blob } from './blob.ts'

/** A pad where it stands on the board. */
export interface PlacedPad {
  readonly pad: Pad
  readonly placement: Placement
  readonly side: 'top' | 'bottom'
  readonly net: string | null
  readonly ref: string | null
  readonly pin: string | null
  /** Copper layers on which a trace ends at it. */
  readonly connectedOn: ReadonlySet<string>
}

/** How much of each corner of an octagon is cut off, as a share of half its smaller side: all sides of a square one are equal. */
const OCTAGON_CUT = 2 - Math.SQRT2
const EIGHTH = Math.tan(Math.PI / 16)

const octagon = (width: number, height: number, radius: number): readonly Vertex[] => {
  const [x, y] = [width / 2, height / 2]
  const cut = Math.min(x, y) * OCTAGON_CUT
  const corners: readonly (readonly [number, number])[] = [
    [x, -y + cut],
    [x, y - cut],
    [x - cut, y],
    [-x + cut, y],
    [-x, y - cut],
    [-x, -y + cut],
    [-x + cut, -y],
    [x - cut, -y],
  ]
  if (radius <= 0) return corners
  // Every corner turns by an eighth of a circle.
  const back = Math.min(radius * Math.tan(Math.PI / 8), cut / Math.SQRT2, x - cut, y - cut)
  return corners.flatMap((corner, i): Vertex[] => {
    const towards = (to: readonly [number, number]): readonly [number, number] => {
      const length = Math.hypot(to[0] - corner[0], to[1] - corner[1]) || 1
      return [corner[0] + ((to[0] - corner[0]) * back) / length, corner[1] + ((to[1] - corner[1]) * back) / length]
    }
    const [from, to] = [towards(corners[(i + 7) % 8]!), towards(corners[(i + 1) % 8]!)]
    return [[from[0], from[1], EIGHTH], [to[0], to[1]]] // prettier-ignore
  })
}

const roundedRect = (width: number, height: number, share: number): PadShape => {
  const smaller = Math.min(width, height)
  const radius = (share * smaller) / 2
  if (share >= 1) return width === height ? { kind: 'circle', diameter: width } : { kind: 'obround', width, height }
  return radius > 0 ? { kind: 'roundrect', width, height, radius } : { kind: 'rect', width, height }
}

const fullShape = ({ pad, placement }: PlacedPad): Blob => {
  const placed = placeIn(placement, { at: pad.at, rotation: pad.rotation, isMirrored: false })
  if (pad.shape === 'roundrect')
    return { kind: 'shape', shape: roundedRect(pad.width, pad.height, pad.radius), at: placed.at, rotation: placed.rotation }
  const contour =
    pad.shape === 'octagon'
      ? octagon(pad.width, pad.height, (pad.radius * Math.min(pad.width, pad.height)) / 2)
      : openedContour(pad.outline)
  return { kind: 'area', contour: placePath(placed, contour) }
}

/** @returns the holes of a pad as lines on the board, as wide as they are drilled plus `more` on each side */
export const padHoles = ({ pad, placement }: PlacedPad, more = 0): readonly (Blob & { kind: 'stroke' })[] => {
  const placed = placeIn(placement, { at: pad.at, rotation: pad.rotation, isMirrored: false })
  return pad.holes.map(({ diameter, path }) => ({ kind: 'stroke', path: placePath(placed, path), width: diameter + 2 * more }))
}

export const isThrough = ({ pad }: PlacedPad): boolean => pad.holes.length > 0

const rings = (placed: PlacedPad, ring: (diameter: number) => number): readonly Blob[] =>
  placed.pad.holes.flatMap((hole) => padHoles({ ...placed, pad: { ...placed.pad, holes: [hole] } }, ring(hole.diameter)))

/**
 * @param layer a copper layer of LibrePCB
 * @returns the copper of a pad there: its full shape, or rings around its holes where the design rules want it so
 */
export const padCopper = (placed: PlacedPad, layer: string, rules: DesignRules): readonly Blob[] => {
  const own = placed.side === 'top' ? 'top_cu' : 'bot_cu'
  if (!isThrough(placed)) return layer === own ? [fullShape(placed)] : []
  const isInner = layer !== 'top_cu' && layer !== 'bot_cu'
  const onlyRing = isInner ? rules.isInnerRing : layer === own && rules.isOuterRing
  if (!onlyRing) return [fullShape(placed)]
  return rings(placed, (diameter) => (placed.connectedOn.has(layer) ? boundedOf(rules.padRing, diameter) : rules.padRing.min))
}

const sizeForRules = ({ shape, width, height }: Pad): number => (shape === 'custom' ? 0 : Math.min(width, height))

/** @returns by how much the mask opens beyond the pad's copper, null where it stays closed */
export const maskGrowth = ({ pad }: PlacedPad, rules: DesignRules): number | null => {
  if (pad.stopMask === 'off') return null
  return pad.stopMask === 'auto' ? boundedOf(rules.stopMask, sizeForRules(pad)) : pad.stopMask
}

/** @returns by how much paste stays inside the pad's copper, null where there is none */
export const pasteShrink = ({ pad }: PlacedPad, rules: DesignRules): number | null => {
  if (pad.paste === 'off') return null
  return pad.paste === 'auto' ? boundedOf(rules.paste, sizeForRules(pad)) : pad.paste
}

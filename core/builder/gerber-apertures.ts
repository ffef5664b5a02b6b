import type { Flash, PadShape } from '#core/builder/description.ts'
import { exactCos } from '#core/builder/shape-contour.ts'

/** How numbers of apertures are written: the unit's size in mm. */
export interface ApertureUnit {
  readonly mm: number
}

const number = (mm: number, unit: ApertureUnit): string => {
  const text = (mm / unit.mm).toFixed(unit.mm === 1 ? 6 : 7)
  return text.replace(/0+$/, '').replace(/\.$/, '')
}

const plain = (value: number): string => value.toFixed(6).replace(/\.?0+$/, '')

/** Bodies of the macros that the writer may need, by name. Rotations are worked into the parameters, never left to a reader. */
export const MACROS: Readonly<Record<string, readonly string[]>> = {
  TurnedRect: ['0 Rectangle by its corners', '4,1,4,$1,$2,$3,$4,$5,$6,$7,$8,$1,$2,0'],
  TurnedOval: ['0 Stroke with round ends', '20,1,$1,$2,$3,$4,$5,0', '1,1,$1,$2,$3', '1,1,$1,$4,$5'],
  RoundRect: [
    '0 Rectangle with rounded corners: radius, four corner centres',
    '4,1,4,$2,$3,$4,$5,$6,$7,$8,$9,$2,$3,0',
    '1,1,$1+$1,$2,$3',
    '1,1,$1+$1,$4,$5',
    '1,1,$1+$1,$6,$7',
    '1,1,$1+$1,$8,$9',
    '20,1,$1+$1,$2,$3,$4,$5,0',
    '20,1,$1+$1,$4,$5,$6,$7,0',
    '20,1,$1+$1,$6,$7,$8,$9,0',
    '20,1,$1+$1,$8,$9,$2,$3,0',
  ],
}

const turned = (x: number, y: number, degrees: number): [number, number] => {
  const a = (degrees * Math.PI) / 180
  const [c, s] = [exactCos(degrees, Math.cos(a)), exactCos(degrees - 90, Math.sin(a))]
  return [x * c - y * s, x * s + y * c]
}

const corners = (w: number, h: number, rotation: number, unit: ApertureUnit): string =>
  [
    [-w, -h],
    [w, -h],
    [w, h],
    [-w, h],
  ]
    .flatMap(([x, y]) => turned(x! / 2, y! / 2, rotation))
    .map((v) => number(v, unit))
    .join('X')

/** An aperture as written after its D-code, and the macro it stands on. */
export interface ApertureText {
  readonly text: string
  readonly macro: string | null
}

const standard = (text: string): ApertureText => ({ text, macro: null })

const boxText = (letter: 'R' | 'O', shape: { width: number; height: number }, rotation: number, unit: ApertureUnit): string => {
  const [w, h] = rotation % 180 === 0 ? [shape.width, shape.height] : [shape.height, shape.width]
  return `${letter},${number(w, unit)}X${number(h, unit)}`
}

const ovalText = (shape: { width: number; height: number }, rotation: number, unit: ApertureUnit): ApertureText => {
  const pen = Math.min(shape.width, shape.height)
  const [x, y] = turned((shape.width - pen) / 2, (shape.height - pen) / 2, rotation)
  return { text: `TurnedOval,${[pen, x, y, -x, -y].map((v) => number(v, unit)).join('X')}`, macro: 'TurnedOval' }
}

/**
 * @returns the aperture of a flash, or null when the dialect has no macros and the shape needs one (it is then written
 * as a region)
 */
export const flashAperture = (flash: Pick<Flash, 'shape' | 'rotation'>, unit: ApertureUnit, macros: boolean): ApertureText | null => {
  const shape: PadShape = flash.shape
  const rotation = flash.rotation
  const straight = rotation % 90 === 0
  switch (shape.kind) {
    case 'circle':
      return standard(`C,${number(shape.diameter, unit)}${shape.hole ? `X${number(shape.hole, unit)}` : ''}`)
    case 'polygon':
      return standard(`P,${number(shape.diameter, unit)}X${shape.vertices}${rotation ? `X${plain(((rotation % 360) + 360) % 360)}` : ''}`)
    case 'rect':
      if (straight) return standard(boxText('R', shape, rotation, unit))
      return macros ? { text: `TurnedRect,${corners(shape.width, shape.height, rotation, unit)}`, macro: 'TurnedRect' } : null
    case 'obround':
      if (straight) return standard(boxText('O', shape, rotation, unit))
      return macros ? ovalText(shape, rotation, unit) : null
    case 'roundrect': {
      const r = Math.min(shape.radius, shape.width / 2, shape.height / 2)
      if (r <= 0) return flashAperture({ shape: { kind: 'rect', width: shape.width, height: shape.height }, rotation }, unit, macros)
      if (shape.width === shape.height && r === shape.width / 2) return standard(`C,${number(shape.width, unit)}`)
      if (r === Math.min(shape.width, shape.height) / 2)
        return flashAperture({ shape: { kind: 'obround', width: shape.width, height: shape.height }, rotation }, unit, macros)
      if (!macros) return null
      const centres = corners(shape.width - 2 * r, shape.height - 2 * r, rotation, unit)
      return { text: `RoundRect,${number(r, unit)}X${centres}`, macro: 'RoundRect' }
    }
  }
}

/** @returns the aperture of a round pen */
export const penAperture = (width: number, unit: ApertureUnit): ApertureText => standard(`C,${number(width, unit)}`)

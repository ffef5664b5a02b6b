import { circleRing, rectangleRing, turnedRing, type ShapePart, type ShapeRing } from '#core/interpret/shape.ts'
import type { ApertureShape } from '#core/interpret/plotted-layer.ts'

export interface StandardAperture {
  readonly shape: ApertureShape
  readonly parts: readonly ShapePart[]
  /** Pen width for draws and hole diameter, nm. */
  readonly size: number
  readonly hole: number
}

/** A hole as a ring that runs the other way round: round, or rectangular in old files; null without one. */
const holeRing = (parameters: readonly number[], from: number): ShapeRing | null => {
  const [a, b] = [parameters[from] ?? 0, parameters[from + 1] ?? 0]
  if (a > 0 && b > 0) return rectangleRing(-a / 2, -b / 2, a / 2, b / 2, true)
  return a > 0 ? circleRing(0, 0, a / 2, true) : null
}

const contour = (...rings: readonly (ShapeRing | null)[]): ShapePart => ({ kind: 'contour', rings: rings.filter((ring) => ring !== null), dark: true })

const disc = (x0: number, y0: number, x1: number, y1: number, r: number): ShapePart => ({ kind: 'capsule', x0, y0, x1, y1, r, dark: true })

/** A capsule as one ring: needed where it has a hole. */
const obroundRing = (w: number, h: number): ShapeRing => {
  const r = Math.min(w, h) / 2
  const s = Math.max(w, h) / 2 - r
  return w >= h ? [-s, -r, 0, s, -r, 1, s, r, 0, -s, r, 1] : [r, -s, 0, r, s, 1, -r, s, 0, -r, -s, 1]
}

/**
 * The standard templates C, R, O, P, lengths in nm.
 * @returns null for another template; no parts for a size of zero or less
 * @source Gerber Layer Format Specification 2024.05, 4.4
 */
export const standardAperture = (template: string, p: readonly number[]): StandardAperture | null => {
  switch (template) {
    case 'C': {
      const d = p[0] ?? 0
      const hole = holeRing(p, 1)
      const parts = d > 0 ? [hole ? contour(circleRing(0, 0, d / 2), hole) : disc(0, 0, 0, 0, d / 2)] : []
      return { shape: 'circle', parts, size: Math.max(0, d), hole: p[1] ?? 0 }
    }
    case 'R': {
      const [w, h] = [p[0] ?? 0, p[1] ?? p[0] ?? 0]
      const parts = w > 0 && h > 0 ? [contour(rectangleRing(-w / 2, -h / 2, w / 2, h / 2), holeRing(p, 2))] : []
      return { shape: 'rectangle', parts, size: Math.max(0, Math.min(w, h)), hole: p[2] ?? 0 }
    }
    case 'O': {
      const [w, h] = [p[0] ?? 0, p[1] ?? p[0] ?? 0]
      const hole = holeRing(p, 2)
      const r = Math.min(w, h) / 2
      const s = Math.max(w, h) / 2 - r
      const plain = w >= h ? disc(-s, 0, s, 0, r) : disc(0, -s, 0, s, r)
      const parts = w > 0 && h > 0 ? [hole ? contour(obroundRing(w, h), hole) : plain] : []
      return { shape: 'obround', parts, size: Math.max(0, Math.min(w, h)), hole: p[2] ?? 0 }
    }
    case 'P': {
      const [d, sides, degrees] = [p[0] ?? 0, Math.round(p[1] ?? 0), p[2] ?? 0]
      const parts = d > 0 && sides >= 3 && sides <= 4096 ? [contour(polygonRing(sides, 0, 0, d / 2, (degrees * Math.PI) / 180), holeRing(p, 3))] : []
      return { shape: 'polygon', parts, size: Math.max(0, d * Math.cos(Math.PI / Math.max(3, sides))), hole: p[3] ?? 0 }
    }
    default:
      return null
  }
}

/** @returns a regular polygon, first vertex at the angle, counterclockwise */
export const polygonRing = (sides: number, cx: number, cy: number, r: number, angle: number): ShapeRing => {
  const ring: number[] = []
  for (let k = 0; k < sides; k++) {
    const a = (2 * Math.PI * k) / sides
    ring.push(cx + r * Math.cos(a), cy + r * Math.sin(a), 0)
  }
  return turnedRing(ring, angle)
}

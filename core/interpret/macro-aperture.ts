import { evaluateMacroExpression } from '#core/read/gerber/macro-expression.ts'
import type { MacroBlock } from '#core/read/gerber/macro-program.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import { imageToRings } from '#core/geometry/combine/image-rings.ts'
import { PrimList } from '#core/geometry/combine/prim-list.ts'
import { polygonRing } from '#core/interpret/standard-aperture.ts'
import { circleRing, exactTurn, rectangleRing, turnedRing, type ShapePart, type ShapeRing } from '#core/interpret/shape.ts'

/** What a macro gave: its parts and what is wrong with it. */
export interface MacroAperture {
  readonly parts: readonly ShapePart[]
  readonly problems: readonly { readonly code: string; readonly message: string }[]
}

const RAD = Math.PI / 180
const MAX_VERTICES = 100_000
/** Fewest parameters of each primitive. */
const FEWEST: Readonly<Record<number, number>> = { 1: 4, 2: 7, 4: 6, 5: 6, 6: 9, 7: 6, 20: 7, 21: 6, 22: 6 }

/** Exposure 0 erases what the same macro drew before, 1 draws; 2 toggled in very old files and is read as 1. */
const exposed = (value: number): boolean => value !== 0

const contour = (rings: readonly ShapeRing[], dark = true): ShapePart => ({ kind: 'contour', rings, dark })

/**
 * Composes parts into rings, so that an exposure that is off erases inside its own macro only.
 * @returns one dark contour; none when nothing is left
 */
const composed = (parts: readonly ShapePart[]): readonly ShapePart[] => {
  const list = new PrimList()
  for (const part of parts) {
    if (part.kind === 'capsule') {
      list.capsule(part.dark, part.x0, part.y0, part.x1, part.y1, part.r)
      continue
    }
    const from = list.ringCount
    for (const ring of part.rings) {
      for (let v = 0; v < ring.length; v += 3) list.vertex(ring[v]!, ring[v + 1]!, ring[v + 2]!)
      list.ring()
    }
    list.contour(part.dark, from)
  }
  const { count, start, x, y, bulge } = imageToRings(composePrims(list.input()))
  const rings: number[][] = []
  for (let k = 0; k < count; k++) {
    const ring: number[] = []
    for (let v = start[k]!; v < start[k + 1]!; v++) ring.push(x[v]!, y[v]!, bulge[v]!)
    rings.push(ring)
  }
  return rings.length ? [contour(rings)] : []
}

const vectorLine = (w: number, x0: number, y0: number, x1: number, y1: number): ShapeRing | null => {
  const length = Math.hypot(x1 - x0, y1 - y0)
  if (length === 0 || w === 0) return null
  const [nx, ny] = [(-(y1 - y0) / length) * (w / 2), ((x1 - x0) / length) * (w / 2)]
  return [x0 - nx, y0 - ny, 0, x1 - nx, y1 - ny, 0, x1 + nx, y1 + ny, 0, x0 + nx, y0 + ny, 0]
}

const thermal = (cx: number, cy: number, outer: number, inner: number, gap: number, angle: number): readonly ShapePart[] => {
  if (outer <= 0) return []
  const reach = outer
  const parts = composed([
    contour([circleRing(cx, cy, outer / 2)]),
    ...(inner > 0 ? [contour([circleRing(cx, cy, inner / 2)], false)] : []),
    ...(gap > 0
      ? [
          contour([rectangleRing(cx - reach, cy - gap / 2, cx + reach, cy + gap / 2)], false),
          contour([rectangleRing(cx - gap / 2, cy - reach, cx + gap / 2, cy + reach)], false),
        ]
      : []),
  ])
  return parts.map((part) => (part.kind === 'contour' ? contour(part.rings.map((ring) => turnedRing(ring, angle))) : part))
}

const moire = (p: readonly number[], nm: number): readonly ShapePart[] => {
  const [cx, cy, outer, thickness, gap, most, crossWidth, crossLength, degrees = 0] = p as [number, number, number, number, number, number, number, number, number?]
  const rings: ShapeRing[][] = []
  for (let k = 0, d = outer; k < Math.min(most, 1000) && d > 0; k++, d -= 2 * (thickness + gap)) {
    const inside = d - 2 * thickness
    rings.push(inside > 0 ? [circleRing(cx * nm, cy * nm, (d / 2) * nm), circleRing(cx * nm, cy * nm, (inside / 2) * nm, true)] : [circleRing(cx * nm, cy * nm, (d / 2) * nm)])
  }
  const [l, w] = [(crossLength / 2) * nm, (crossWidth / 2) * nm]
  if (l > 0 && w > 0) {
    rings.push([rectangleRing(cx * nm - l, cy * nm - w, cx * nm + l, cy * nm + w)])
    rings.push([rectangleRing(cx * nm - w, cy * nm - l, cx * nm + w, cy * nm + l)])
  }
  return rings.map((set) => contour(set.map((ring) => turnedRing(ring, degrees * RAD))))
}

/** One primitive with its parameters as numbers; `nm` = nanometres per unit. */
const primitiveParts = (code: number, p: readonly number[], nm: number): readonly ShapePart[] | string => {
  const on = exposed(p[0]!)
  const turn = (index: number): number => (p[index] ?? 0) * RAD
  switch (code) {
    case 1: {
      const [cos, sin] = exactTurn(turn(4))
      const [x, y] = [p[2]! * nm, p[3]! * nm]
      const [cx, cy] = [x * cos - y * sin, x * sin + y * cos]
      return p[1]! > 0 ? [{ kind: 'capsule', x0: cx, y0: cy, x1: cx, y1: cy, r: (p[1]! / 2) * nm, dark: on }] : []
    }
    case 2:
    case 20: {
      const ring = vectorLine(p[1]! * nm, p[2]! * nm, p[3]! * nm, p[4]! * nm, p[5]! * nm)
      return ring ? [contour([turnedRing(ring, turn(6))], on)] : []
    }
    case 21: {
      const [w, h, cx, cy] = [p[1]! * nm, p[2]! * nm, p[3]! * nm, p[4]! * nm]
      return w > 0 && h > 0 ? [contour([turnedRing(rectangleRing(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2), turn(5))], on)] : []
    }
    case 22: {
      const [w, h, x, y] = [p[1]! * nm, p[2]! * nm, p[3]! * nm, p[4]! * nm]
      return w > 0 && h > 0 ? [contour([turnedRing(rectangleRing(x, y, x + w, y + h), turn(5))], on)] : []
    }
    case 4: {
      const n = Math.round(p[1]!)
      if (n < 1 || n > MAX_VERTICES) return `an outline with ${n} sides is left out`
      if (p.length < 2 + 2 * (n + 1)) return `an outline of ${n} sides has too few coordinates and is left out`
      const ring: number[] = []
      for (let k = 0; k <= n; k++) {
        const [x, y] = [p[2 + 2 * k]! * nm, p[3 + 2 * k]! * nm]
        // The last point repeats the first.
        if (k === n && x === ring[0] && y === ring[1]) break
        ring.push(x, y, 0)
      }
      return [contour([turnedRing(ring, turn(2 + 2 * (n + 1)))], on)]
    }
    case 5: {
      const n = Math.round(p[1]!)
      if (n < 3 || n > 4096) return `a polygon with ${n} sides is left out`
      return p[4]! > 0 ? [contour([turnedRing(polygonRing(n, p[2]! * nm, p[3]! * nm, (p[4]! / 2) * nm, 0), turn(5))], on)] : []
    }
    case 6:
      return moire(p, nm)
    case 7:
      return thermal(p[0]! * nm, p[1]! * nm, p[2]! * nm, p[3]! * nm, p[4]! * nm, turn(5))
    default:
      return `primitive ${code} does not exist and is left out`
  }
}

/**
 * Plots a macro around its origin.
 * @param nm nanometres per unit of the file
 * @returns parts in drawing order; when an exposure is off they are composed into one contour
 * @source Gerber Layer Format Specification 2024.05, 4.5
 */
export const macroAperture = (blocks: readonly MacroBlock[], parameters: readonly number[], nm: number): MacroAperture => {
  const variables = new Map<number, number>(parameters.map((value, k) => [k + 1, value]))
  const parts: ShapePart[] = []
  const problems: { code: string; message: string }[] = []
  for (const block of blocks) {
    if (block.kind === 'variable') {
      variables.set(block.index, evaluateMacroExpression(block.value, variables))
      continue
    }
    const values = block.parameters.map((parameter) => evaluateMacroExpression(parameter, variables))
    if (values.some((value) => !Number.isFinite(value))) {
      problems.push({ code: 'macro-not-finite', message: `line ${block.line}: a parameter divides by zero; the primitive is left out` })
      continue
    }
    // The rotation, always last, may be left out in old files.
    const fewest = (FEWEST[block.code] ?? 0) - (block.code === 4 || block.code === 1 ? 0 : 1)
    if (values.length < fewest) {
      problems.push({ code: 'macro-parameters', message: `line ${block.line}: primitive ${block.code} has too few parameters and is left out` })
      continue
    }
    const found = primitiveParts(block.code, values, nm)
    if (typeof found === 'string') problems.push({ code: 'macro-primitive', message: `line ${block.line}: ${found}` })
    else parts.push(...found)
  }
  return { parts: parts.every((part) => part.dark) ? parts : composed(parts), problems }
}

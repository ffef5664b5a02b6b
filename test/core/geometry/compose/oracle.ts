import type { Image } from '#core/geometry/image.ts'
import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'

/** What a slow, independent look at a point says. `distance` is to the nearest edge of anything, nm. */
export interface Look {
  readonly dark: boolean
  readonly distance: number
}

/** @returns distance to an edge and the angle it subtends, by vectors and arc tangents only */
const edgeAt = (
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  bulge: number,
): { angle: number; distance: number } => {
  const chordAngle = Math.atan2((ax - x) * (by - y) - (ay - y) * (bx - x), (ax - x) * (bx - x) + (ay - y) * (by - y))
  if (bulge === 0) {
    const square = (bx - ax) ** 2 + (by - ay) ** 2
    const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
    return { angle: chordAngle, distance: Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) }
  }
  const h = (1 - bulge * bulge) / (4 * bulge)
  const cx = (ax + bx) / 2 - (by - ay) * h
  const cy = (ay + by) / 2 + (bx - ax) * h
  const r = Math.hypot(ax - cx, ay - cy)
  const from = Math.hypot(x - cx, y - cy)
  const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  const isBeyondChord = bulge > 0 ? side < 0 : side > 0
  const direction = (bx - ax) * (cy + ((y - cy) / from) * r - ay) - (by - ay) * (cx + ((x - cx) / from) * r - ax)
  const facesArc = bulge > 0 ? direction < 0 : direction > 0
  const distance = facesArc ? Math.abs(from - r) : Math.min(Math.hypot(x - ax, y - ay), Math.hypot(x - bx, y - by))
  // Between chord and arc the arc passes on the other side of the point: one full turn more.
  const inside = isBeyondChord && from < r ? 2 * Math.PI * Math.sign(bulge) : 0
  return { angle: chordAngle + inside, distance }
}

/** The state of a point from the primitives themselves: the polarity of the last one that covers it. */
export const lookAtPrims = ({ prims, rings }: { prims: Prims; rings: Rings }, x: number, y: number): Look => {
  let dark = false
  let distance = Infinity
  for (let k = 0; k < prims.count; k++) {
    let covers: boolean
    if (prims.kind[k] === 0) {
      const d = edgeAt(x, y, prims.x0[k], prims.y0[k], prims.x1[k], prims.y1[k], 0).distance - prims.r[k]
      covers = d < 0
      distance = Math.min(distance, Math.abs(d))
    } else {
      let total = 0
      for (let ring = prims.ringFrom[k]; ring < prims.ringTo[k]; ring++) {
        const from = rings.start[ring]
        const to = rings.start[ring + 1]
        for (let v = from; v < to; v++) {
          const w = v + 1 < to ? v + 1 : from
          const edge = edgeAt(x, y, rings.x[v], rings.y[v], rings.x[w], rings.y[w], rings.bulge[v])
          total += edge.angle
          distance = Math.min(distance, edge.distance)
        }
      }
      covers = Math.round(total / (2 * Math.PI)) !== 0
    }
    if (covers) dark = prims.dark[k] === 1
  }
  return { dark, distance }
}

/** The state of a point from a composed outline: its winding number must be 0 or 1. */
export const windingInImage = (image: Image, x: number, y: number): number => {
  const { pieces } = image
  let total = 0
  for (let p = 0; p < pieces.count; p++) {
    let bulge = 0
    if (pieces.kind[p] !== 0) {
      const ux = pieces.x0[p] - pieces.cx[p]
      const uy = pieces.y0[p] - pieces.cy[p]
      const vx = pieces.x1[p] - pieces.cx[p]
      const vy = pieces.y1[p] - pieces.cy[p]
      const sweep = Math.atan2(Math.abs(ux * vy - uy * vx), ux * vx + uy * vy)
      bulge = Math.tan(sweep / 4) * (pieces.kind[p] === 1 ? 1 : -1)
    }
    total += edgeAt(x, y, pieces.x0[p], pieces.y0[p], pieces.x1[p], pieces.y1[p], bulge).angle
  }
  return Math.round(total / (2 * Math.PI))
}

/** What every image must keep: closed rings in walking order, areas that add up, holes within their component. */
export const flawsOf = (image: Image): string[] => {
  const flaws: string[] = []
  const { pieces, rings, components } = image
  for (let k = 0; k < rings.count; k++) {
    for (let p = rings.start[k]; p < rings.start[k + 1]; p++) {
      const q = p + 1 < rings.start[k + 1] ? p + 1 : rings.start[k]
      if (pieces.x1[p] !== pieces.x0[q] || pieces.y1[p] !== pieces.y0[q]) flaws.push(`ring ${k}: piece ${p} does not meet ${q}`)
      if (pieces.ring[p] !== k) flaws.push(`piece ${p} says ring ${pieces.ring[p]}, not ${k}`)
    }
  }
  if (rings.start[rings.count] !== pieces.count) flaws.push('rings do not hold all pieces')
  if (components.ringStart[components.count] !== rings.count) flaws.push('components do not hold all rings')
  let total = 0
  for (let c = 0; c < components.count; c++) {
    let area = 0
    for (let i = components.ringStart[c]; i < components.ringStart[c + 1]; i++) {
      const ring = components.ringList[i]
      if (rings.component[ring] !== c) flaws.push(`ring ${ring} says component ${rings.component[ring]}, not ${c}`)
      if (rings.area[ring] > 0 !== (i === components.ringStart[c])) flaws.push(`component ${c}: ring ${ring} is out of place`)
      area += rings.area[ring]
    }
    if (Math.abs(area - components.area[c]) > 1e-9 * Math.abs(area)) flaws.push(`component ${c}: area`)
    total += area
  }
  if (Math.abs(total - image.area) > 1e-9 * Math.abs(total)) flaws.push('areas do not add up')
  return flaws
}

import type { Point } from '#core/base/box.ts'
import type { ArtItem, Belongs, LayerId, PadShape, Vertex } from '#core/builder/description.ts'
import { grownShape, placedContour, shapeContour, shapeSize } from '#core/builder/shape-contour.ts'
import { imageOfContours } from '#core/geometry/combine/combine.ts'
import { imageToRings } from '#core/geometry/combine/image-rings.ts'
import { offsetImage } from '#core/geometry/combine/offset.ts'
import type { PrimList } from '#core/geometry/combine/prim-list.ts'

/** A piece of copper, an opening or a hole: a shape at a place, an area, or a line drawn with a round pen. mm. */
export type Blob =
  | { readonly kind: 'shape'; readonly shape: PadShape; readonly at: Point; readonly rotation: number }
  | { readonly kind: 'area'; readonly contour: readonly Vertex[] }
  | { readonly kind: 'stroke'; readonly path: readonly Vertex[]; readonly width: number }

export const NM = 1e6
/** How far a chord may stay inside the arc that it stands for, mm. */
const CHORD_MM = 0.0005

/** @returns the points of an edge with an arc, without its start */
const arcPoints = ([x0, y0, bulge = 0]: Vertex, [x1, y1]: Vertex): readonly Point[] => {
  if (bulge === 0) return [[x1, y1]]
  const k = (1 - bulge * bulge) / (4 * bulge)
  const [cx, cy] = [(x0 + x1) / 2 - (y1 - y0) * k, (y0 + y1) / 2 + (x1 - x0) * k]
  const radius = Math.hypot(x0 - cx, y0 - cy)
  const sweep = 4 * Math.atan(bulge)
  const step = 2 * Math.acos(Math.max(0, 1 - CHORD_MM / Math.max(radius, CHORD_MM)))
  const parts = Math.min(2000, Math.max(1, Math.ceil(Math.abs(sweep) / step)))
  const start = Math.atan2(y0 - cy, x0 - cx)
  return Array.from({ length: parts }, (_, i): Point => {
    if (i === parts - 1) return [x1, y1]
    const a = start + (sweep * (i + 1)) / parts
    return [cx + radius * Math.cos(a), cy + radius * Math.sin(a)]
  })
}

/** @returns a path as points; arcs become chords */
export const flatPath = (path: readonly Vertex[]): readonly Point[] => {
  const [first] = path
  if (!first) return []
  return [[first[0], first[1]], ...path.slice(1).flatMap((vertex, i) => arcPoints(path[i]!, vertex))]
}

/** @returns a contour that ends where it began without the last vertex, which says nothing new */
export const openedContour = (path: readonly Vertex[]): readonly Vertex[] => {
  const [first, last] = [path[0], path.at(-1)]
  return first && last && path.length > 2 && first[0] === last[0] && first[1] === last[1] ? path.slice(0, -1) : path
}

export const contoursOf = (contours: readonly (readonly Vertex[])[]) =>
  imageOfContours(contours.map((contour) => contour.map(([x, y, bulge = 0]) => ({ x: x * NM, y: y * NM, bulge }))))

/** A contour grown or shrunk by mm: outer contours, and holes that it made. */
const offsetContour = (contour: readonly Vertex[], by: number): { outer: (readonly Vertex[])[]; holes: (readonly Vertex[])[] } => {
  // Both directions are the same area under the nonzero rule.
  const image = offsetImage(contoursOf([contour]), by * NM)
  const rings = imageToRings(image)
  const outer: (readonly Vertex[])[] = []
  const holes: (readonly Vertex[])[] = []
  for (let k = 0; k < rings.count; k++) {
    const vertices: Vertex[] = []
    for (let v = rings.start[k]!; v < rings.start[k + 1]!; v++) vertices.push([rings.x[v]! / NM, rings.y[v]! / NM, rings.bulge[v]!])
    ;(image.rings.area[k]! > 0 ? outer : holes).push(vertices)
  }
  return { outer, holes }
}

/** @returns the blob grown (or, with a negative number, shrunk) by mm on all sides; empty when nothing remains */
export const grownBlob = (blob: Blob, by: number): readonly Blob[] => {
  if (by === 0) return [blob]
  switch (blob.kind) {
    case 'shape': {
      const shape = grownShape(blob.shape, by)
      return Math.min(...shapeSize(shape)) > 0 ? [{ ...blob, shape }] : []
    }
    case 'stroke':
      return blob.width + 2 * by > 0 ? [{ ...blob, width: blob.width + 2 * by }] : []
    case 'area':
      return offsetContour(blob.contour, by).outer.map((contour) => ({ kind: 'area', contour }))
  }
}

/** @returns the blob as something to be drawn */
export const blobItems = (blob: Blob, layer: LayerId, belongs: Belongs = {}): readonly ArtItem[] => {
  switch (blob.kind) {
    case 'shape':
      return [{ kind: 'flash', layer, at: blob.at, shape: blob.shape, rotation: blob.rotation, ...belongs }]
    case 'area':
      return [{ kind: 'region', layer, contour: blob.contour, ...belongs }]
    case 'stroke': {
      const { path, width } = blob
      if (path.length === 1) return [{ kind: 'flash', layer, at: [path[0]![0], path[0]![1]], shape: { kind: 'circle', diameter: width }, rotation: 0, ...belongs }] // prettier-ignore
      return path.slice(1).map((to, i): ArtItem => {
        const from = path[i]!
        const ends = { layer, from: [from[0], from[1]] as const, to: [to[0], to[1]] as const, width, ...belongs }
        const bulge = from[2] ?? 0
        if (bulge === 0) return { kind: 'draw', ...ends }
        const k = (1 - bulge * bulge) / (4 * bulge)
        const centre: Point = [(from[0] + to[0]) / 2 - (to[1] - from[1]) * k, (from[1] + to[1]) / 2 + (to[0] - from[0]) * k]
        return { kind: 'arc', ...ends, centre, clockwise: bulge < 0 }
      })
    }
  }
}

const addContour = (list: PrimList, contour: readonly Vertex[], dark: boolean): void => {
  const from = list.ringCount
  for (const [x, y, bulge = 0] of contour) list.vertex(x * NM, y * NM, bulge)
  list.ring()
  list.contour(dark, from)
}

const addLine = (list: PrimList, points: readonly Point[], radius: number, dark: boolean): void => {
  const r = radius * NM
  if (points.length === 1) list.capsule(dark, points[0]![0] * NM, points[0]![1] * NM, points[0]![0] * NM, points[0]![1] * NM, r)
  for (let i = 1; i < points.length; i++)
    list.capsule(dark, points[i - 1]![0] * NM, points[i - 1]![1] * NM, points[i]![0] * NM, points[i]![1] * NM, r)
}

/** Adds the blob, grown by mm, to what the kernel composes. Never smaller than it is: chords of arcs are drawn wider. */
export const addBlob = (list: PrimList, blob: Blob, by = 0, dark = true): void => {
  switch (blob.kind) {
    case 'shape':
      return addContour(list, placedContour(shapeContour(grownShape(blob.shape, by)), blob.at, blob.rotation), dark)
    case 'stroke': {
      const hasArcs = blob.path.some(([, , bulge]) => bulge)
      return addLine(list, flatPath(blob.path), blob.width / 2 + by + (hasArcs ? CHORD_MM : 0), dark)
    }
    case 'area': {
      addContour(list, blob.contour, dark)
      if (by <= 0) return
      const hasArcs = blob.contour.some(([, , bulge]) => bulge)
      addLine(list, flatPath([...blob.contour, blob.contour[0]!]), by + (hasArcs ? CHORD_MM : 0), dark)
    }
  }
}

import { unreachable } from '#core/base/result.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import { addImageRings } from './image-rings.ts'
import { ringsNear } from './near-rings.ts'
import { PrimList } from './prim-list.ts'

/** A vertex in nm; the bulge, tan(sweep / 4) and positive counterclockwise, belongs to the edge that starts here. */
export interface ContourVertex {
  readonly x: number
  readonly y: number
  readonly bulge?: number
}

export type CombineOperation = 'union' | 'intersect' | 'subtract' | 'xor'

/** Rings that take part, in this order; default: all. */
export interface ChosenRings {
  readonly a?: readonly number[]
  readonly b?: readonly number[]
}

/**
 * Combines two images exactly, arcs kept: `union` a or b, `intersect` a and b, `subtract` a without b, `xor` where they differ.
 * @param only which rings take part
 * @returns a new image; its pieces say `prim` 0 where the edge comes from a and 1 from b (for `xor` always 0)
 */
export const combineImages = (a: Image, b: Image, operation: CombineOperation, only: ChosenRings = {}): Image => {
  const list = new PrimList()
  switch (operation) {
    case 'union':
    case 'subtract': {
      addImageRings(list, a, false, only.a)
      list.contour(true, 0)
      const from = list.ringCount
      addImageRings(list, b, false, only.b)
      list.contour(operation === 'union', from)
      break
    }
    case 'intersect': {
      addImageRings(list, a, false, only.a)
      list.contour(true, 0)
      const from = list.ringCount
      addFrame(list, a, b)
      addImageRings(list, b, true, only.b)
      list.contour(false, from)
      break
    }
    case 'xor':
      addImageRings(list, a, false, only.a)
      // Winding number 1 only in a, -1 only in b, 0 in both or none.
      addImageRings(list, b, true, only.b)
      list.contour(true, 0)
      break
    default:
      unreachable(operation)
  }
  return composePrims(list.input())
}

/**
 * What is dark in both images. Works on what lies near each other only: much quicker than `combineImages` where one image is
 * large and the other has small parts; the crossings may differ from its in the last digit.
 */
export const overlapOf = (a: Image, b: Image): Image => combineImages(a, b, 'intersect', { a: ringsNear(a, b), b: ringsNear(b, a) })

/** @returns the area filled by the contours under the nonzero rule, nm; a hole is a contour that runs the other way round */
export const imageOfContours = (contours: readonly (readonly ContourVertex[])[]): Image => {
  const list = new PrimList()
  addContours(list, contours)
  list.contour(true, 0)
  return composePrims(list.input())
}

/** @returns what lies inside the boundary contours (nonzero rule) and outside the image: for planes drawn as negatives */
export const invertWithin = (image: Image, boundary: readonly (readonly ContourVertex[])[]): Image => {
  const list = new PrimList()
  addContours(list, boundary)
  list.contour(true, 0)
  const from = list.ringCount
  addImageRings(list, image, false)
  list.contour(false, from)
  return composePrims(list.input())
}

/** @returns the dark area in nm² */
export const areaOf = (image: Image): number => image.area

const addContours = (list: PrimList, contours: readonly (readonly ContourVertex[])[]): void => {
  for (const contour of contours) {
    for (const { x, y, bulge = 0 } of contour) list.vertex(x, y, bulge)
    list.ring()
  }
}

/** A counterclockwise rectangle around both images. */
const addFrame = (list: PrimList, a: Image, b: Image): void => {
  const boxes = [a.bounds, b.bounds].filter((box) => box !== null)
  if (boxes.length === 0) return
  const room = 1e6
  const x0 = Math.min(...boxes.map((box) => box[0])) - room
  const y0 = Math.min(...boxes.map((box) => box[1])) - room
  const x1 = Math.max(...boxes.map((box) => box[2])) + room
  const y1 = Math.max(...boxes.map((box) => box[3])) + room
  list.vertex(x0, y0, 0)
  list.vertex(x1, y0, 0)
  list.vertex(x1, y1, 0)
  list.vertex(x0, y1, 0)
  list.ring()
}

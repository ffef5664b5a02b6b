import { composePrims } from '#core/geometry/compose/compose.ts'
import { imageToRings } from '#core/geometry/combine/image-rings.ts'
import { Plot } from '#core/interpret/plot.ts'

/** An aperture's shape composed; `isExact` false where the outline had to be mended. */
export interface ComposedShape {
  readonly shape: Plot
  readonly isExact: boolean
}

/**
 * Composes the primitives of one aperture into a single contour, so that clear ones erase inside the aperture only and
 * overlapping ones become one outline.
 * @returns an empty shape when nothing dark is left
 */
export const composeShape = (parts: Plot): ComposedShape => {
  const image = composePrims({ prims: parts.prims.trimmed(), rings: parts.rings.trimmed() })
  const { count, start, x, y, bulge } = imageToRings(image)
  const shape = new Plot()
  for (let k = 0; k < count; k++) {
    for (let v = start[k]!; v < start[k + 1]!; v++) shape.rings.vertex(x[v]!, y[v]!, bulge[v]!)
    shape.rings.close()
  }
  if (count > 0) shape.contour(true, 0)
  return { shape, isExact: image.repaired.length === 0 }
}

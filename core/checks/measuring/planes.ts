import type { Image } from '#core/geometry/image.ts'

/** Smaller copper is no plane. */
const PLANE_MM2 = 100

/** @returns the components of an image that are large enough for planes */
export const planesOf = ({ components }: Image): readonly number[] => {
  const found: number[] = []
  for (let c = 0; c < components.count; c++) if (components.area[c]! / 1e12 > PLANE_MM2) found.push(c)
  return found
}

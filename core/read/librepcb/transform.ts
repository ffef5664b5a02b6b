import type { Point } from '#core/base/box.ts'
import type { Vertex } from '#core/builder/description.ts'
import { exactCos } from '#core/builder/shape-contour.ts'

/** Where a device, a pad or a text stands: mirrored left to right first, then turned (degrees, counterclockwise), then moved. */
export interface Placement {
  readonly at: Point
  readonly rotation: number
  readonly isMirrored: boolean
}

export const ORIGIN: Placement = { at: [0, 0], rotation: 0, isMirrored: false }

export const placePoint = ({ at, rotation, isMirrored }: Placement, [x, y]: Point): Point => {
  const a = (rotation * Math.PI) / 180
  const [c, s] = [exactCos(rotation, Math.cos(a)), exactCos(rotation - 90, Math.sin(a))]
  const px = isMirrored ? -x : x
  return [at[0] + px * c - y * s, at[1] + px * s + y * c]
}

/** @returns the rotation that something turned by `angle` has when it is placed */
export const placeAngle = ({ rotation, isMirrored }: Placement, angle: number): number => {
  const turned = isMirrored ? rotation - angle : rotation + angle
  return ((turned % 360) + 360) % 360
}

export const placePath = (placement: Placement, path: readonly Vertex[]): readonly Vertex[] =>
  path.map(([x, y, bulge]): Vertex => {
    const p = placePoint(placement, [x, y])
    return bulge ? [p[0], p[1], placement.isMirrored ? -bulge : bulge] : p
  })

/** @returns the placement of what stands in something that is placed itself */
export const placeIn = (outer: Placement, inner: Placement): Placement => ({
  at: placePoint(outer, inner.at),
  rotation: placeAngle(outer, inner.rotation),
  isMirrored: outer.isMirrored !== inner.isMirrored,
})

import type { Box, Point } from '#core/base/box.ts'

/** Where the view looks. World = board nm, y up; screen = CSS pixels from the upper left corner of the canvas, y down. */
export interface Camera {
  /** World point in the middle of the view, nm. */
  readonly x: number
  readonly y: number
  /** CSS pixels per nm. */
  readonly scale: number
  /** Quarter turns counterclockwise, 0..3. */
  readonly turns: number
  /** Seen from the other side: mirrored left to right before it is turned. */
  readonly flipped: boolean
}

/** Size of the view in CSS pixels. */
export interface ViewSize {
  readonly width: number
  readonly height: number
}

/** 1:1 on a 96 dpi screen: what "zoom 1×" means. */
export const SCALE_AT_1X = 96 / 25_400_000
export const MIN_SCALE = SCALE_AT_1X / 200
export const MAX_SCALE = SCALE_AT_1X * 2_000

const COS = [1, 0, -1, 0] as const
const SIN = [0, 1, 0, -1] as const

/** The linear part world -> screen: `[a, b, c, d]` with sx = a·wx + b·wy, sy = c·wx + d·wy (y down), pixels per nm. */
export type Linear = readonly [a: number, b: number, c: number, d: number]

/** @returns the linear part of world -> screen */
export const linearOf = ({ scale, turns, flipped }: Pick<Camera, 'scale' | 'turns' | 'flipped'>): Linear => {
  const cos = COS[turns & 3]!
  const sin = SIN[turns & 3]!
  const mirror = flipped ? -1 : 1
  // `0 - x` keeps plain zeros out of negative zero.
  return [scale * cos * mirror, 0 - scale * sin, 0 - scale * sin * mirror, 0 - scale * cos]
}

/** @returns the screen point of a world point */
export const toScreen = (camera: Camera, size: ViewSize, wx: number, wy: number): Point => {
  const [a, b, c, d] = linearOf(camera)
  const dx = wx - camera.x
  const dy = wy - camera.y
  return [size.width / 2 + a * dx + b * dy, size.height / 2 + c * dx + d * dy]
}

/** @returns the world point under a screen point */
export const toWorld = (camera: Camera, size: ViewSize, sx: number, sy: number): Point => {
  const [a, b, c, d] = linearOf(camera)
  const px = sx - size.width / 2
  const py = sy - size.height / 2
  const det = a * d - b * c
  return [camera.x + (d * px - b * py) / det, camera.y + (a * py - c * px) / det]
}

const clampScale = (scale: number): number => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale))

/** @returns the camera zoomed by `factor` with the world point under (sx, sy) kept in place */
export const zoomAt = (camera: Camera, size: ViewSize, sx: number, sy: number, factor: number): Camera => {
  const [wx, wy] = toWorld(camera, size, sx, sy)
  const zoomed = { ...camera, scale: clampScale(camera.scale * factor) }
  const [nx, ny] = toWorld(zoomed, size, sx, sy)
  return { ...zoomed, x: camera.x + wx - nx, y: camera.y + wy - ny }
}

/** @returns the camera moved so that the picture follows a drag of (dx, dy) screen pixels */
export const panBy = (camera: Camera, dx: number, dy: number): Camera => {
  const [wx, wy] = toWorld(camera, { width: 0, height: 0 }, -dx, -dy)
  return { ...camera, x: wx, y: wy }
}

/** @returns the camera that frames a world box with `margin` (share of the box) on each side */
export const fitBox = (camera: Camera, size: ViewSize, box: Box, margin = 0.05): Camera => {
  const odd = (camera.turns & 1) === 1
  const grow = 1 + 2 * margin
  const w = Math.max(box[2] - box[0], 1000) * grow
  const h = Math.max(box[3] - box[1], 1000) * grow
  const scale = Math.min(size.width / (odd ? h : w), size.height / (odd ? w : h))
  return { ...camera, x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2, scale: clampScale(scale) }
}

/** @returns the world box that the view shows */
export const visibleBox = (camera: Camera, size: ViewSize): Box => {
  const [ax, ay] = toWorld(camera, size, 0, 0)
  const [bx, by] = toWorld(camera, size, size.width, size.height)
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
}

/** @returns the camera seen from the other side; what is in the middle stays there */
export const flip = (camera: Camera): Camera => ({ ...camera, flipped: !camera.flipped })

/** @returns the camera turned a quarter counterclockwise */
export const rotate = (camera: Camera): Camera => ({ ...camera, turns: (camera.turns + 1) & 3 })

/** @returns `from` moved towards `to`; t in 0..1; scale runs geometrically so that the zoom feels even */
export const blend = (from: Camera, to: Camera, t: number): Camera => ({
  ...to,
  x: from.x + (to.x - from.x) * t,
  y: from.y + (to.y - from.y) * t,
  scale: from.scale * (to.scale / from.scale) ** t,
})

/** @returns zoom as people read it: 1 = true size on a 96 dpi screen */
export const zoomOf = (camera: Camera): number => camera.scale / SCALE_AT_1X

export const START_CAMERA: Camera = { x: 0, y: 0, scale: SCALE_AT_1X, turns: 0, flipped: false }

import { linearOf, type Camera, type Linear, type ViewSize } from './camera.ts'
import { MARGIN_PX } from './picture.ts'

/** A camera together with the size of the picture that was drawn with it, in device pixels. */
export interface CachedView {
  readonly camera: Camera
  readonly width: number
  readonly height: number
  readonly density: number
}

/** @returns the view that a scene's picture is drawn for: the canvas plus a margin for panning */
export const cachedViewOf = (camera: Camera, size: ViewSize, density: number): CachedView => ({
  camera,
  width: Math.max(1, Math.round(size.width * density)) + 2 * MARGIN_PX,
  height: Math.max(1, Math.round(size.height * density)) + 2 * MARGIN_PX,
  density,
})

/** Device pixels per nm, y down. */
export const deviceLinear = (view: CachedView): Linear => {
  const [a, b, c, d] = linearOf(view.camera)
  return [a * view.density, b * view.density, c * view.density, d * view.density]
}

/** An affine map of pixels: x' = a·x + b·y + e, y' = c·x + d·y + f. */
export type PixelMap = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** @returns the map from device pixels of the screen to pixels of the cached picture */
export const screenToCache = (camera: Camera, screen: { readonly width: number; readonly height: number }, cache: CachedView): PixelMap => {
  const [a, b, c, d] = linearOf(camera)
  const det = (a * d - b * c) * cache.density
  const [ca, cb, cc, cd] = deviceLinear(cache)
  // screen pixel -> world offset -> cache pixel
  const m: readonly [number, number, number, number] = [
    (ca * d - cb * c) / det,
    (cb * a - ca * b) / det,
    (cc * d - cd * c) / det,
    (cd * a - cc * b) / det,
  ]
  const dx = camera.x - cache.camera.x
  const dy = camera.y - cache.camera.y
  const e = cache.width / 2 + ca * dx + cb * dy - (m[0] * screen.width) / 2 - (m[1] * screen.height) / 2
  const f = cache.height / 2 + cc * dx + cd * dy - (m[2] * screen.width) / 2 - (m[3] * screen.height) / 2
  return [...m, e, f]
}

/** @returns whether the cached picture is sharp for this camera: same zoom and turn, moved by whole pixels within the margin */
export const isSharp = (camera: Camera, screen: { readonly width: number; readonly height: number }, cache: CachedView): boolean => {
  const k = cache.camera
  if (camera.scale !== k.scale || camera.turns !== k.turns || camera.flipped !== k.flipped) return false
  if (screen.width + 2 * MARGIN_PX !== cache.width || screen.height + 2 * MARGIN_PX !== cache.height) return false
  const [, , , , e, f] = screenToCache(camera, screen, cache)
  const whole = Math.abs(e - Math.round(e)) < 0.02 && Math.abs(f - Math.round(f)) < 0.02
  return whole && e >= 0 && f >= 0 && e <= 2 * MARGIN_PX && f <= 2 * MARGIN_PX
}

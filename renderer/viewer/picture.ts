import type { Camera, ViewSize } from './camera.ts'
import type { Versus } from './versus.ts'

/** How one layer is shown. The first of a list lies at the bottom. */
export interface ShownLayer {
  readonly id: string
  /** `#rrggbb`. */
  readonly color: string
  /** 0..1. */
  readonly opacity: number
}

/** All that decides the picture apart from the layers' geometry. */
export interface Scene {
  readonly camera: Camera
  readonly size: ViewSize
  /** Device pixels per CSS pixel. */
  readonly density: number
  readonly background: string
  /** Visible layers, bottom first. */
  readonly layers: readonly ShownLayer[]
  /** Two layers held against each other, beneath the others; null without. */
  readonly versus: Versus | null
  /** Shapes as outlines instead of filled. */
  readonly outlines: boolean
}

/** What a drawing of the scene cost and what is still missing. */
export interface PaintReport {
  /** True: the picture shown is an older one moved into place; call again for the next refinement. */
  readonly pending: boolean
  readonly drawn: number
  readonly bins: number
}

/** Draws scenes. Two kinds give the same picture: WebGL, and Canvas 2D where there is no GPU. */
export interface Painter {
  readonly kind: 'webgl' | 'canvas'
  /** True when no GPU does the work. */
  readonly software: boolean
  /** Says that a layer's geometry came, changed or went. */
  invalidate(layer: string): void
  paint(scene: Scene): PaintReport
  dispose(): void
}

/** Extra pixels drawn on each side of the view, so that a small pan needs no redraw. Device pixels. */
export const MARGIN_PX = 96

/** @returns `#rrggbb`, or `#rgb` as style sheets are shortened to, as three numbers 0..1 */
export const rgbOf = (color: string): readonly [number, number, number] => {
  const long = color.length === 4 ? [...color].map((c) => c + c).join('') : color
  const value = Number.parseInt(long.slice(-6), 16)
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

import type { Colour } from '#core/render/colours.ts'
import type { Raster } from '#core/render/raster.ts'
import type { View } from '#core/render/view.ts'

/** An RGBA picture that is painted through coverage masks, back to front. */
export class Canvas {
  readonly #data: Uint8Array
  readonly #view: View

  constructor(view: View) {
    this.#view = view
    this.#data = new Uint8Array(view.width * view.height * 4)
  }

  /** Lays `colour` over the pixels as far as `cover` (0 to 255 a pixel) says; no `cover` = everywhere. */
  paint(colour: Colour, cover?: Uint8Array): void {
    const data = this.#data
    const [red, green, blue] = colour
    for (let i = 0, at = 0; at < data.length; i++, at += 4) {
      const a = cover ? cover[i]! : 255
      if (a === 0) continue
      const under = data[at + 3]! * (255 - a)
      const alpha = a * 255 + under
      data[at] = (red * a * 255 + data[at]! * under) / alpha
      data[at + 1] = (green * a * 255 + data[at + 1]! * under) / alpha
      data[at + 2] = (blue * a * 255 + data[at + 2]! * under) / alpha
      data[at + 3] = Math.round(alpha / 255)
    }
  }

  /** Makes the pixels transparent as far as `cover` says. */
  erase(cover: Uint8Array): void {
    for (let i = 0; i < cover.length; i++) if (cover[i]! > 0) this.#data[i * 4 + 3] = (this.#data[i * 4 + 3]! * (255 - cover[i]!)) / 255
  }

  raster(): Raster {
    return { width: this.#view.width, height: this.#view.height, channels: 4, data: this.#data }
  }
}

/** @returns a AND b, pixel by pixel: how much both cover, taken as independent */
export const both = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((v, i) => (v * b[i]! + 127) / 255)

/** @returns a without b */
export const without = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((v, i) => (v * (255 - b[i]!) + 127) / 255)

/** @returns the complement */
export const inverted = (a: Uint8Array): Uint8Array => a.map((v) => 255 - v)

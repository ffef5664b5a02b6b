/** A picture: `channels` bytes a pixel (1 grey, 4 red green blue alpha, not premultiplied), rows from the top, no padding. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 4
  readonly data: Uint8Array
}

/** Why a picture can't be made; `message` says it in plain words with the numbers. */
export interface RenderFailure {
  readonly code: 'too-large' | 'nothing-to-show' | 'bad-resolution'
  readonly message: string
}

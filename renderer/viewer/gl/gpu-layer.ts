import type { Box } from '#core/base/box.ts'
import { TEXTURE_WIDTH, type BinnedGeometry, type GeometryRun } from '../geometry/binned-geometry.ts'
import type { Linear } from '../camera.ts'

const texture = (gl: WebGL2RenderingContext, format: number, channels: number, columns: Float32Array): WebGLTexture => {
  const handle = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, handle)
  const rows = columns.length / channels / TEXTURE_WIDTH
  gl.texImage2D(gl.TEXTURE_2D, 0, format, TEXTURE_WIDTH, rows, 0, channels === 4 ? gl.RGBA : gl.RG, gl.FLOAT, columns)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST)
  return handle
}

/** A stretch of primitives to draw: items `from <= i < to` of one kind. */
export interface DrawRange {
  readonly kind: 'capsules' | 'fills'
  readonly dark: boolean
  readonly from: number
  readonly to: number
}

/** A layer's geometry on the GPU. */
export class GpuLayer {
  readonly geometry: BinnedGeometry
  readonly ends: WebGLTexture
  readonly extra: WebGLTexture
  readonly fills: WebGLTexture
  readonly bins: WebGLTexture
  readonly #gl: WebGL2RenderingContext
  readonly #binData: Float32Array

  constructor(gl: WebGL2RenderingContext, geometry: BinnedGeometry) {
    this.#gl = gl
    this.geometry = geometry
    this.ends = texture(gl, gl.RGBA32F, 4, geometry.capsuleEnds)
    this.extra = texture(gl, gl.RG32F, 2, geometry.capsuleExtra)
    this.fills = texture(gl, gl.RGBA32F, 4, geometry.fills)
    this.#binData = new Float32Array(Math.max(1, Math.ceil(geometry.bins / TEXTURE_WIDTH)) * TEXTURE_WIDTH * 2)
    this.bins = texture(gl, gl.RG32F, 2, this.#binData)
  }

  /** Puts the bins' origins, as pixels from the middle of the view, on the GPU: computed in double precision. */
  placeBins([a, b, c, d]: Linear, x: number, y: number): void {
    const { binOrigins, bins } = this.geometry
    for (let i = 0; i < bins; i++) {
      const dx = binOrigins[2 * i]! - x
      const dy = binOrigins[2 * i + 1]! - y
      this.#binData[2 * i] = a * dx + b * dy
      this.#binData[2 * i + 1] = c * dx + d * dy
    }
    const gl = this.#gl
    gl.bindTexture(gl.TEXTURE_2D, this.bins)
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, TEXTURE_WIDTH, this.#binData.length / 2 / TEXTURE_WIDTH, gl.RG, gl.FLOAT, this.#binData)
  }

  /** Adds the ranges of visible bins in drawing order; neighbours are joined. @returns bins found visible */
  collect(view: Box, out: DrawRange[]): number {
    let visible = 0
    for (const run of this.geometry.runs) visible += collectRun(run, view, out)
    return visible
  }

  dispose(): void {
    for (const handle of [this.ends, this.extra, this.fills, this.bins]) this.#gl.deleteTexture(handle)
  }
}

const collectRun = (run: GeometryRun, [x0, y0, x1, y1]: Box, out: DrawRange[]): number => {
  let visible = 0
  const { boxes, dark } = run
  const collectKind = (kind: DrawRange['kind'], starts: Uint32Array): void => {
    let open = -1
    for (let k = 0; k <= run.ranges; k++) {
      const i = 4 * k
      const seen = k < run.ranges && boxes[i]! <= x1 && boxes[i + 2]! >= x0 && boxes[i + 1]! <= y1 && boxes[i + 3]! >= y0
      if (seen && kind === 'capsules') visible++
      if (seen && open < 0) open = k
      if (!seen && open >= 0) {
        if (starts[k]! > starts[open]!) out.push({ kind, dark, from: starts[open]!, to: starts[k]! })
        open = -1
      }
    }
  }
  collectKind('fills', run.fillFrom)
  collectKind('capsules', run.capsuleFrom)
  return visible
}

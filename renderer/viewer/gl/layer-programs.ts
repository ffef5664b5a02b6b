import type { Linear } from '../camera.ts'
import type { CoverageTargets } from './coverage-targets.ts'
import type { DrawRange, GpuLayer } from './gpu-layer.ts'
import { createProgram, type Program } from './program.ts'
import { CAPSULE_FRAGMENT, CAPSULE_VERTEX, FILL_FRAGMENT, FILL_VERTEX } from './shaders.ts'

/** Draws ranges of a layer into its coverage: dark keeps the larger value, clear takes away what it covers. */
export class LayerPrograms {
  readonly #gl: WebGL2RenderingContext
  readonly #capsules: Program
  readonly #fills: Program
  readonly #empty: WebGLVertexArrayObject

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl
    this.#capsules = createProgram(gl, CAPSULE_VERTEX, CAPSULE_FRAGMENT)
    this.#fills = createProgram(gl, FILL_VERTEX, FILL_FRAGMENT)
    this.#empty = gl.createVertexArray()
  }

  /** Readies the state for one layer; the bins must have been placed for the same view. */
  begin(layer: GpuLayer, linear: Linear, targets: CoverageTargets, outlines: boolean): void {
    const gl = this.#gl
    gl.bindVertexArray(this.#empty)
    const bind = (unit: number, texture: WebGLTexture): void => {
      gl.activeTexture(gl.TEXTURE0 + unit)
      gl.bindTexture(gl.TEXTURE_2D, texture)
    }
    bind(0, layer.bins)
    bind(1, layer.ends)
    bind(2, layer.extra)
    bind(3, layer.fills)
    gl.activeTexture(gl.TEXTURE0)
    const scale = Math.hypot(linear[0], linear[2])
    for (const program of [this.#capsules, this.#fills]) {
      gl.useProgram(program.handle)
      gl.uniform1i(program.uniform('uBins'), 0)
      gl.uniform4f(program.uniform('uLinear'), ...linear)
      gl.uniform2f(program.uniform('uHalf'), targets.width / 2, targets.height / 2)
      gl.uniform1f(program.uniform('uScale'), scale)
    }
    gl.uniform1i(this.#fills.uniform('uFills'), 3)
    gl.useProgram(this.#capsules.handle)
    gl.uniform1i(this.#capsules.uniform('uEnds'), 1)
    gl.uniform1i(this.#capsules.uniform('uExtra'), 2)
    gl.uniform1i(this.#capsules.uniform('uOutlines'), outlines ? 1 : 0)
    gl.enable(gl.BLEND)
  }

  draw(range: DrawRange, from: number, to: number, outlines: boolean): void {
    const gl = this.#gl
    if (outlines && range.kind === 'fills') return
    gl.useProgram(range.kind === 'fills' ? this.#fills.handle : this.#capsules.handle)
    if (range.dark || outlines) {
      gl.blendEquation(gl.MAX)
      gl.blendFunc(gl.ONE, gl.ONE)
    } else {
      gl.blendEquation(gl.FUNC_ADD)
      gl.blendFunc(gl.ZERO, gl.ONE_MINUS_SRC_ALPHA)
    }
    gl.drawArrays(gl.TRIANGLES, from * 6, (to - from) * 6)
  }
}

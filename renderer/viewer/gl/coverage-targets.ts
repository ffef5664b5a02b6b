/** An array of one-byte coverage pictures, one per visible layer, all of one size. */
export class CoverageTargets {
  readonly width: number
  readonly height: number
  readonly slots: number
  readonly texture: WebGLTexture
  readonly #framebuffer: WebGLFramebuffer
  readonly #gl: WebGL2RenderingContext

  /** @returns targets, or null when the GPU cannot hold them */
  static create(gl: WebGL2RenderingContext, width: number, height: number, slots: number): CoverageTargets | null {
    const largest = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number
    const deepest = gl.getParameter(gl.MAX_ARRAY_TEXTURE_LAYERS) as number
    if (width > largest || height > largest || slots > deepest) return null
    const targets = new CoverageTargets(gl, width, height, slots)
    targets.bind(0)
    const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE && gl.getError() === gl.NO_ERROR
    if (complete) return targets
    targets.dispose()
    return null
  }

  private constructor(gl: WebGL2RenderingContext, width: number, height: number, slots: number) {
    this.#gl = gl
    this.width = width
    this.height = height
    this.slots = slots
    this.texture = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, this.texture)
    gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.R8, width, height, slots)
    for (const parameter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D_ARRAY, parameter, gl.LINEAR)
    for (const parameter of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D_ARRAY, parameter, gl.CLAMP_TO_EDGE)
    this.#framebuffer = gl.createFramebuffer()
  }

  /** Makes one slot the drawing target. */
  bind(slot: number): void {
    const gl = this.#gl
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#framebuffer)
    gl.framebufferTextureLayer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, this.texture, 0, slot)
    gl.viewport(0, 0, this.width, this.height)
  }

  dispose(): void {
    this.#gl.deleteTexture(this.texture)
    this.#gl.deleteFramebuffer(this.#framebuffer)
  }
}

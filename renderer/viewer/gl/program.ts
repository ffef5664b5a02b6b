/** A linked program with its uniforms by name. */
export interface Program {
  readonly handle: WebGLProgram
  uniform(name: string): WebGLUniformLocation | null
}

const compile = (gl: WebGL2RenderingContext, type: number, source: string): WebGLShader => {
  const shader = gl.createShader(type)
  if (!shader) throw new Error('the graphics context is lost')
  gl.shaderSource(shader, source)
  gl.compileShader(shader)
  return shader
}

/** Compiles and links; throws with the driver's words when that fails, which the caller answers by drawing without WebGL. */
export const createProgram = (gl: WebGL2RenderingContext, vertex: string, fragment: string): Program => {
  const handle = gl.createProgram()
  const shaders = [compile(gl, gl.VERTEX_SHADER, vertex), compile(gl, gl.FRAGMENT_SHADER, fragment)]
  for (const shader of shaders) gl.attachShader(handle, shader)
  gl.linkProgram(handle)
  if (!gl.getProgramParameter(handle, gl.LINK_STATUS)) {
    const says = [...shaders.map((s) => gl.getShaderInfoLog(s)), gl.getProgramInfoLog(handle)].filter(Boolean).join('\n')
    throw new Error(`shader: ${says}`)
  }
  for (const shader of shaders) gl.deleteShader(shader)
  const locations = new Map<string, WebGLUniformLocation | null>()
  return {
    handle,
    uniform(name) {
      if (!locations.has(name)) locations.set(name, gl.getUniformLocation(handle, name))
      return locations.get(name) ?? null
    },
  }
}

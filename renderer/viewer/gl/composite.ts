import { screenToCache, type CachedView } from '../cached-view.ts'
import { rgbOf, type Scene, type ShownLayer } from '../picture.ts'
import type { Pane, Versus } from '../versus.ts'
import type { CoverageTargets } from './coverage-targets.ts'
import { createProgram, type Program } from './program.ts'
import { COMPOSITE_FRAGMENT, COMPOSITE_VERTEX, MAX_LAYERS_A_PASS, VERSUS_FRAGMENT } from './shaders.ts'

/** Cached coverages: whose view they are, which layer lies in which slot. */
export interface Composed {
  readonly view: CachedView
  readonly targets: CoverageTargets
  readonly slots: ReadonlyMap<string, { readonly slot: number }>
}

interface Screen {
  readonly width: number
  readonly height: number
}

/** Colours cached coverages on the screen. */
export class Composite {
  readonly #gl: WebGL2RenderingContext
  readonly #stack: Program
  readonly #overlay: Program

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl
    this.#stack = createProgram(gl, COMPOSITE_VERTEX, COMPOSITE_FRAGMENT)
    this.#overlay = createProgram(gl, COMPOSITE_VERTEX, VERSUS_FRAGMENT)
  }

  /** Lays a picture's layers over what is there in a part of the screen; what the picture covers is emptied before. */
  lay(picture: Composed, scene: Scene, screen: Screen, pane: Pane): void {
    const { versus } = scene
    this.#layStack(picture, scene, screen, pane, pane.show === 'stack' ? scene.layers : [], true)
    if (pane.show === 'stack' || !versus) return
    const alone = pane.show === 'overlay' ? null : versus[pane.show]
    if (pane.show === 'overlay') this.#layOverlay(picture, scene, screen, pane, versus)
    const shown = alone ? [{ id: alone, color: versus.colors.alone, opacity: 1 }, ...scene.layers] : scene.layers
    this.#layStack(picture, scene, screen, pane, shown, false)
  }

  /** Sets what all passes over a picture share. */
  #open(program: Program, picture: Composed, scene: Scene, screen: Screen, pane: Pane): void {
    const gl = this.#gl
    gl.useProgram(program.handle)
    gl.enable(gl.BLEND)
    gl.blendEquation(gl.FUNC_ADD)
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
    gl.activeTexture(gl.TEXTURE0)
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, picture.targets.texture)
    gl.uniform1i(program.uniform('uCoverage'), 0)
    gl.uniform2f(program.uniform('uScreen'), screen.width, screen.height)
    gl.uniform2f(program.uniform('uCache'), picture.view.width, picture.view.height)
    const [a, b, c, d, e, f] = screenToCache(scene.camera, screen, picture.view)
    gl.uniformMatrix3fv(program.uniform('uMap'), false, [a, c, 0, b, d, 0, e - a * pane.offset, f - c * pane.offset, 1])
  }

  #layOverlay(picture: Composed, scene: Scene, screen: Screen, pane: Pane, { from, to, colors }: Versus): void {
    const slotOf = (id: string | null): number => (id === null ? -1 : (picture.slots.get(id)?.slot ?? -1))
    const [a, b] = [slotOf(from), slotOf(to)]
    // Half a pair would show everything as a difference.
    if ((from !== null && a < 0) || (to !== null && b < 0)) return
    const gl = this.#gl
    const program = this.#overlay
    this.#open(program, picture, scene, screen, pane)
    gl.uniform2f(program.uniform('uPair'), a, b)
    gl.uniform3f(program.uniform('uOnlyFrom'), ...rgbOf(colors.onlyFrom))
    gl.uniform3f(program.uniform('uOnlyTo'), ...rgbOf(colors.onlyTo))
    gl.uniform3f(program.uniform('uBoth'), ...rgbOf(colors.both))
    gl.drawArrays(gl.TRIANGLES, 0, 3)
  }

  #layStack(picture: Composed, scene: Scene, screen: Screen, pane: Pane, layers: readonly ShownLayer[], empties: boolean): void {
    const gl = this.#gl
    const program = this.#stack
    const shown = layers.filter((l) => picture.slots.has(l.id))
    if (shown.length === 0 && !empties) return
    this.#open(program, picture, scene, screen, pane)
    gl.uniform3f(program.uniform('uGround'), ...rgbOf(scene.background))
    for (let from = 0; from === 0 || from < shown.length; from += MAX_LAYERS_A_PASS) {
      const pass = shown.slice(from, from + MAX_LAYERS_A_PASS)
      gl.uniform1i(program.uniform('uEmpties'), empties && from === 0 ? 1 : 0)
      gl.uniform1i(program.uniform('uCount'), pass.length)
      if (pass.length) {
        gl.uniform4fv(
          program.uniform('uColors'),
          pass.flatMap((l) => [...rgbOf(l.color), l.opacity]),
        )
        gl.uniform1fv(
          program.uniform('uSlots'),
          pass.map((l) => picture.slots.get(l.id)!.slot),
        )
      }
      gl.drawArrays(gl.TRIANGLES, 0, 3)
    }
  }
}

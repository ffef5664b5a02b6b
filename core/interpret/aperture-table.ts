import { Aperture, NO_APERTURE } from '#core/interpret/aperture.ts'
import { composeShape } from '#core/interpret/compose-shape.ts'
import { extentOf } from '#core/interpret/copy-shape.ts'
import { macroAperture } from '#core/interpret/macro-aperture.ts'
import { Plot } from '#core/interpret/plot.ts'
import type { PlotContext } from '#core/interpret/plot-context.ts'
import type { ApertureInfo } from '#core/interpret/plotted-layer.ts'
import { standardAperture, type StandardAperture } from '#core/interpret/standard-aperture.ts'
import type { MacroBlock } from '#core/read/gerber/macro-program.ts'
import type { ApertureStatement } from '#core/read/gerber/statement.ts'

/** Parameters of each template that are lengths; of P the number of sides and the angle are not. */
const isLength = (template: string, k: number): boolean => template !== 'P' || (k !== 1 && k !== 2)

/** The aperture and macro dictionaries of a file. */
export class ApertureTable {
  readonly #context: PlotContext
  readonly #all: Aperture[] = []
  readonly #byCode = new Map<number, Aperture>()
  readonly #macros = new Map<string, readonly MacroBlock[]>()
  #macroPrimitives = 0

  constructor(context: PlotContext) {
    this.#context = context
  }

  get(code: number): Aperture | undefined {
    return this.#byCode.get(code)
  }

  defineMacro(name: string, blocks: readonly MacroBlock[], at: number): void {
    if (this.#macros.has(name))
      this.#context.warn('macro-redefined', at, `The macro "${name}" is defined again; the new one holds from here on.`)
    this.#macros.set(name, blocks)
  }

  /** @param nm nanometres per unit of the definition */
  define(s: ApertureStatement, nm: number, at: number): void {
    const lengths = s.parameters.map((value, k) => (isLength(s.template, k) ? value * nm : value))
    const standard = standardAperture(s.template, lengths)
    if (standard) this.#defineStandard(s, lengths, standard, at)
    else if (s.template === 'P') {
      this.#context.error('bad-polygon', at, `Polygon aperture D${s.code} has ${s.parameters[1] ?? 'no'} sides; its flashes are missing.`)
      this.#store(s.code, 'polygon', 'P', lengths, new Plot(), false, 0, 0, at)
    } else this.#defineFromMacro(s, nm, at)
  }

  defineBlock(code: number, contents: Plot, at: number): void {
    this.#store(code, 'block', 'AB', [], contents, false, 0, 0, at)
  }

  /** @returns the table with the numbers of flashes and draws per aperture */
  infos(flashes: Uint32Array, draws: Uint32Array): readonly ApertureInfo[] {
    return this.#all.map((aperture) => ({
      ...aperture.info,
      flashes: flashes[aperture.row]! + aperture.blockFlashes,
      draws: draws[aperture.row]!,
    }))
  }

  get count(): number {
    return this.#all.length
  }

  #defineStandard(s: ApertureStatement, lengths: readonly number[], standard: StandardAperture, at: number): void {
    const context = this.#context
    const { kind, shape, size, hole } = standard
    if (lengths.length === 0 || lengths.some((value, k) => value < 0 && isLength(s.template, k)))
      context.error('aperture-size', at, `Aperture D${s.code} (${s.template}) has no size or a negative one; it plots nothing.`)
    else if (size === 0) context.constructs.add('zero-size-aperture', context.line(at))
    if (s.template === 'P' && lengths[1]! > 12)
      context.warn('polygon-sides', at, `Polygon aperture D${s.code} has ${lengths[1]} sides; the format allows 12.`)
    if (hole > 0) {
      context.constructs.add(standard.hasRectangularHole ? 'rectangular-hole' : 'hole-in-aperture', context.line(at))
      if (hole / 2 >= standard.inner && size > 0)
        context.warn('hole-not-inside', at, `The hole of aperture D${s.code} is as large as its body; only what is left of it is plotted.`)
    }
    this.#store(s.code, kind, s.template, lengths, shape, false, size, hole, at)
  }

  #defineFromMacro(s: ApertureStatement, nm: number, at: number): void {
    const context = this.#context
    const macro = this.#macros.get(s.template)
    if (!macro) {
      context.error(
        'unknown-macro',
        at,
        `Aperture D${s.code} uses the macro "${s.template}", which is not defined; its flashes are missing. Export again.`,
      )
      this.#store(s.code, 'macro', s.template, s.parameters, new Plot(), false, 0, 0, at)
      return
    }
    this.#macroPrimitives += macro.length
    if (this.#macroPrimitives > context.limits.macroPrimitives) {
      context.error(
        'too-many-macro-primitives',
        at,
        `The aperture macros of this file expand to more than ${context.limits.macroPrimitives} primitives; D${s.code} is missing.`,
      )
      this.#store(s.code, 'macro', s.template, s.parameters, new Plot(), false, 0, 0, at)
      return
    }
    const { parts, problems, deprecated } = macroAperture(macro, s.parameters, nm)
    for (const { line, message } of problems)
      context.problems.add('error', 'macro-primitive', line, `Macro "${s.template}" used for D${s.code}: ${message}; it is left out.`)
    for (const { code, line } of deprecated) context.constructs.add(`macro-primitive-${code}`, line)
    const { count, dark } = parts.prims
    const hasClear = dark.subarray(0, count).includes(0)
    const shape = hasClear ? composeShape(parts).shape : parts
    const [width, height] = extentOf(shape)
    this.#store(s.code, 'macro', s.template, s.parameters, shape, !hasClear && count > 1, Math.min(width, height), 0, at)
  }

  #store(
    code: number,
    kind: Aperture['kind'],
    template: string,
    parameters: readonly number[],
    shape: Plot,
    needsComposing: boolean,
    size: number,
    hole: number,
    at: number,
  ): void {
    const context = this.#context
    if (this.#byCode.has(code))
      context.warn('aperture-redefined', at, `Aperture D${code} is defined again; the new one holds from here on. Readers may differ.`)
    const row = this.#all.length
    if (row >= NO_APERTURE) {
      context.error('too-many-apertures', at, `The file defines more than ${NO_APERTURE} apertures; D${code} is missing.`)
      this.#byCode.delete(code)
      return
    }
    const [width, height] = extentOf(shape)
    const info = {
      code,
      shape: kind,
      template,
      parameters,
      size,
      width,
      height,
      hole,
      fn: context.attributes.apertureFunction,
      line: context.line(at),
    }
    const aperture = new Aperture(row, kind, info, context.attributes.apertureAttributes(), shape, needsComposing)
    this.#all.push(aperture)
    this.#byCode.set(code, aperture)
  }
}

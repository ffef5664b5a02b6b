import type { GerberLayer } from '#core/interpret/plotted-layer.ts'
import { generatorOf } from '#core/interpret/generator.ts'
import { Interpreter, PLOT_LIMITS, type PlotLimits } from '#core/interpret/interpreter.ts'
import type { ReadAssumptions } from '#core/read/gerber/gerber-commands.ts'
import { readGerber } from '#core/read/gerber/read-gerber.ts'

export interface InterpretOptions {
  readonly limits?: PlotLimits
  /** Readings to force, for comparing alternatives. */
  readonly assume?: ReadAssumptions
}

/**
 * Reads and plots one Gerber file.
 * @returns the layer in nm with everything that was wrong as problems; never fails: what could be read is kept
 * @source Gerber Layer Format Specification 2024.05; RS-274X User's Guide for withdrawn commands
 */
export const interpretGerber = (bytes: Uint8Array, options: InterpretOptions = {}): GerberLayer => {
  const commands = readGerber(bytes, options.assume)
  const interpreter = new Interpreter(commands, options.limits ?? PLOT_LIMITS)
  interpreter.run()
  const plot = interpreter.image.apply(interpreter.root)
  const fileAttributes = interpreter.attributes.file
  return {
    plotted: {
      prims: plot.prims(),
      rings: plot.rings(),
      objects: plot.objects(),
      apertures: interpreter.apertures,
      attributes: interpreter.attributes.sets,
      bounds: plot.bounds(),
    },
    fileAttributes,
    unit: commands.unit,
    format: commands.format,
    negativeImage: commands.negativeImage,
    names: commands.names,
    comments: commands.comments,
    generator: generatorOf(fileAttributes, [...commands.comments, ...commands.names]),
    ended: commands.ended,
    problems: [...commands.problems, ...interpreter.problems.list()],
    constructs: commands.constructs,
  }
}

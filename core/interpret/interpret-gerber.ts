import { generatorOf } from '#core/interpret/generator.ts'
import { Interpreter } from '#core/interpret/interpreter.ts'
import { PLOT_LIMITS, type PlotLimits } from '#core/interpret/plot-limits.ts'
import type { Plot } from '#core/interpret/plot.ts'
import { OBJECT_FLASH, OBJECT_REGION, type GerberLayer } from '#core/interpret/plotted-layer.ts'
import { reportHeader } from '#core/interpret/report-header.ts'
import type { ReadAssumptions } from '#core/read/gerber/gerber-commands.ts'
import { readGerber } from '#core/read/gerber/read-gerber.ts'

export interface InterpretOptions {
  readonly limits?: Partial<PlotLimits>
  /** Readings to force whatever the file says, for comparing alternatives. */
  readonly assume?: ReadAssumptions
}

/**
 * Reads and plots one Gerber file, of any age and dialect.
 * @returns the layer in nm, and everything that was wrong as problems in the order of the lines; never fails: what could be
 *   read is kept
 * @source Gerber Layer Format Specification 2024.05; RS-274X User's Guide for deprecated commands
 */
export const interpretGerber = (bytes: Uint8Array, options: InterpretOptions = {}): GerberLayer => {
  const commands = readGerber(bytes, options.assume)
  const interpreter = new Interpreter(commands, { ...PLOT_LIMITS, ...options.limits })
  const { context, apertures } = interpreter
  reportHeader(context, commands)
  interpreter.run()
  const { plot } = context
  const fileAttributes = context.attributes.file
  const { flashes, draws } = usesOf(plot, apertures.count)
  return {
    plotted: {
      prims: plot.prims.trimmed(),
      rings: plot.rings.trimmed(),
      objects: plot.objects.trimmed(),
      apertures: apertures.infos(flashes, draws),
      attributes: context.attributes.sets,
      bounds: plot.bounds(true),
    },
    fileAttributes,
    unit: commands.unit,
    format: commands.format,
    negativeImage: commands.negativeImage,
    names: commands.names,
    comments: commands.comments,
    generator: generatorOf(fileAttributes, [...commands.comments, ...commands.names], commands.statements),
    ended: commands.ended,
    problems: [...commands.problems, ...context.problems.list()].sort((a, b) => (a.line || Infinity) - (b.line || Infinity) || 0),
    constructs: [...commands.constructs, ...context.constructs.list()],
  }
}

/** Flashes and draws (arcs included) per aperture, after blocks and step-repeats. */
const usesOf = ({ objects }: Plot, count: number): { flashes: Uint32Array; draws: Uint32Array } => {
  const flashes = new Uint32Array(count)
  const draws = new Uint32Array(count)
  for (let o = 0; o < objects.count; o++) {
    const kind = objects.kind[o]!
    if (kind === OBJECT_REGION) continue
    const uses = kind === OBJECT_FLASH ? flashes : draws
    uses[objects.aperture[o]!]!++
  }
  return { flashes, draws }
}

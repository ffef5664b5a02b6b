import type { PlotContext } from '#core/interpret/plot-context.ts'
import { OP_SELECT, type GerberCommands } from '#core/read/gerber/gerber-commands.ts'

/** Reports what the file leaves open before its first coordinate: format and unit. */
export const reportHeader = (context: PlotContext, { kind, at, format, unit }: GerberCommands): void => {
  const first = kind.findIndex((op) => op < OP_SELECT)
  if (first < 0) {
    context.problems.add('info', 'nothing-plotted', 0, 'The file holds no coordinates.')
    return
  }
  if (!format)
    context.error(
      'missing-format',
      at[first]!,
      'The coordinate format (FS) is not given; read with 4 decimal digits, leading zeros omitted.',
    )
  if (!unit) context.error('missing-unit', at[first]!, 'The unit (MO or G70, G71) is not given; read as inch.')
}

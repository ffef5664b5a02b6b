import { boardMeasures } from '#core/checks/board-measures.ts'
import { ipc356Text } from '#core/report/ipc356-text.ts'
import { netRows } from '#core/report/nets-json.ts'
import { openPackage } from '#core/run/review-package.ts'
import { deliver, EXIT, oneOf, parseCall, type Command } from '#main/cli/command.ts'
import { clock, openInput } from '#main/cli/open-input.ts'

const FORMATS = ['json', 'ipc356'] as const

const help = `usage: boardproof nets INPUT [options]

  --format FORMAT      ${FORMATS.join(', ')}
  --out FILE           write the result there instead of standard output`

export const netsCommand: Command = {
  summary: 'connectivity worked out from the artwork',
  help,
  async run(args) {
    const { values, positionals } = parseCall(args, { format: { type: 'string' }, out: { type: 'string' } })
    const format = oneOf('format', values.format, FORMATS)
    const input = await openInput(positionals)
    const { board } = await openPackage(input, [], { clock })
    const rows = netRows(board, boardMeasures(board))
    await deliver(
      format === 'json' ? JSON.stringify({ schema: 'boardproof.nets/1', nets: rows }, null, 1) : ipc356Text(input.name, rows),
      values.out,
    )
    return EXIT.fine
  },
}

import { boardFacts, fileRow, holeRows, layerFacts } from '#core/report/board-json.ts'
import { boardLine, filesTable } from '#core/report/board-text.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import { openPackage } from '#core/run/review-package.ts'
import { appVersion } from '#main/cli/version.ts'
import { deliver, EXIT, oneOf, parseCall, type Command } from '#main/cli/command.ts'
import { clock, openInput } from '#main/cli/open-input.ts'

const FORMATS = ['text', 'json'] as const

const help = `usage: boardproof inspect INPUT [options]

  --format FORMAT      ${FORMATS.join(', ')}
  --out FILE           write the result there instead of standard output`

export const inspectCommand: Command = {
  summary: 'what every file is, board facts, layer areas, holes, nets',
  help,
  async run(args) {
    const { values, positionals } = parseCall(args, { format: { type: 'string' }, out: { type: 'string' } })
    const format = oneOf('format', values.format, FORMATS)
    const input = await openInput(positionals)
    const { board } = await openPackage(input, [], { clock })
    const layers = board.layers.map(layerFacts)
    if (format === 'json') {
      const result = {
        schema: 'boardproof.inspect/1',
        tool: { name: 'boardproof', version: appVersion },
        input: { name: input.name, sha256: input.sha256, bytes: input.bytes, files: board.files.map(fileRow), problems: input.problems },
        board: boardFacts(board, boardMeasures(board).nets().count),
        outline: {
          source: board.outline.source,
          path: board.outline.path,
          contours: board.outline.outer.length,
          cutouts: board.outline.cutouts.length,
          gaps: board.outline.gaps.length,
        },
        layers,
        holes: holeRows(board),
      }
      await deliver(JSON.stringify(result, null, 1), values.out)
      return EXIT.fine
    }
    const rows = layers.map((l) => {
      const f = l as { name: string; areaMm2: number; flashes: number; draws: number; arcs: number; regions: number; components: number }
      return `  ${f.name.padEnd(26)}${f.areaMm2.toFixed(3).padStart(12)} mm²  ${f.flashes} flashes, ${f.draws} draws, ${f.arcs} arcs, ${f.regions} regions, ${f.components} components`
    })
    await deliver([boardLine(board), '', ...filesTable(board.files), '', ...rows].join('\n'), values.out)
    return EXIT.fine
  },
}

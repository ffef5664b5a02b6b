import { boardFacts } from '#core/report/board-json.ts'
import { toMm } from '#core/base/units.ts'
import type { Board } from '#core/board/board.ts'
import { packHoles, packLayer } from '#core/board/layer-blob.ts'
import { requiredLayers } from '#core/board/required-layers.ts'
import type { IdentifiedFile } from '#core/identify/identified-file.ts'
import { factsShape, type FileShape } from '#core/ipc/board-shapes.ts'
import { landmarksOf, packLandmarks } from '#core/review/landmarks.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'
import type { PackageInput } from '#core/run/review-package.ts'
import type { BoardReport } from './review-protocol.ts'

const percent = (part: number, whole: number): string => `${whole ? Math.round((part / whole) * 100) : 0} %`

/** @returns how a drill file's numbers were read and what speaks for it, in one sentence; null for other files */
const drillSays = ({ drillReading, drill }: IdentifiedFile): string | null => {
  if (!drillReading || !drill) return null
  const { format, hits, onCopper, insideBoard, declared } = drillReading
  const { unit, integer, decimal, omitted } = format
  const how = drill.allDecimal
    ? 'decimal points'
    : `${integer}.${decimal} digits, ${omitted === 'none' ? 'no zeros' : `${omitted} zeros`} left out`
  return `${unit === 'mm' ? 'millimetres' : 'inches'}, ${how}, ${declared ? 'as declared' : 'worked out'}: ${percent(onCopper, hits)} of ${hits} hits on copper, ${percent(insideBoard, hits)} inside the board`
}

/** A row for a file that is known by name only. */
export const waitingRow = (path: string, stage: 'waiting' | 'read', format: FileShape['format'] = 'other'): FileShape => ({
  path,
  stage,
  format,
  role: 'unknown',
  side: null,
  order: null,
  plating: null,
  sureness: 0,
  evidence: [],
  conflicts: [],
  reason: null,
  problems: [],
  generator: null,
  drillSays: null,
  chosen: false,
})

/** An artwork file of which nothing could be used. */
const hasFailed = ({ gerber, drill, problems }: IdentifiedFile): boolean =>
  problems.some((p) => p.level === 'error') && (gerber ? gerber.plotted.objects.count === 0 : drill !== null && drill.commands.count === 0)

/** @returns the row of an identified file */
export const fileRowOf = (file: IdentifiedFile): FileShape => ({
  path: file.path,
  stage: hasFailed(file) ? 'failed' : 'identified',
  format: file.format,
  role: file.role,
  side: file.side,
  order: file.order,
  plating: file.plating,
  sureness: file.sureness,
  evidence: file.evidence.map(({ from, says }) => ({ from, says })),
  conflicts: [...file.conflicts],
  reason: file.reason,
  problems: [...file.problems],
  generator: file.gerber?.generator ?? file.drill?.generator ?? null,
  drillSays: drillSays(file),
  chosen: file.evidence.some((e) => e.from === 'user'),
})

/**
 * @param withoutTables leaves out layers and holes, which only drawing needs
 * @returns the board for the page: facts, layers as blocks, and what later judging needs
 */
export const boardReportOf = (board: Board, input: PackageInput, withoutTables = false): BoardReport => {
  const { required, missing } = requiredLayers(board)
  const gaps = board.outline.gaps.map(({ from, to, width }) => ({
    from: [toMm(from[0]), toMm(from[1])],
    to: [toMm(to[0]), toMm(to[1])],
    widthMm: toMm(width),
  }))
  return {
    model: {
      name: input.name,
      sha256: input.sha256,
      bytes: input.bytes,
      problems: [...input.problems],
      facts: factsShape.parse({ ...boardFacts(board, 0), gaps }),
      layers: board.layers.map(({ id, name, role, side, order, path, negative }) => ({ id, name, role, side, order, path, negative })),
    },
    basis: {
      context: judgeContextOf(board),
      summary: { required: required.length, missingRequired: missing.length, boardAreaMm2: board.outline.area / 1e12 },
    },
    layers: withoutTables ? [] : board.layers.map((layer) => ({ id: layer.id, block: packLayer(layer.plotted) })),
    holes: withoutTables ? new Uint8Array() : packHoles(board.holes),
    landmarks: packLandmarks(landmarksOf(board)),
  }
}

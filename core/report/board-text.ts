import type { Board } from '#core/board/board.ts'
import type { IdentifiedFile } from '#core/identify/identified-file.ts'
import { boardSize } from '#core/report/check-json.ts'
import { holeGroups } from '#core/report/board-json.ts'

/** @returns size, copper layers and holes in one line */
export const boardLine = (board: Board): string => {
  const size = boardSize(board)
  const copper = board.layers.filter((l) => l.role === 'copper' || l.role === 'plane').length
  const holes = holeGroups(board).reduce((sum, group) => sum + group.count, 0)
  return `${size ? `${size.width.toFixed(3)} × ${size.height.toFixed(3)} mm` : 'no outline'}, ${copper} copper layer${copper === 1 ? '' : 's'}, ${holes} holes`
}

const roleText = (file: IdentifiedFile): string =>
  [
    file.side,
    file.role,
    file.order === null ? '' : `L${file.order}`,
    file.plating ?? '',
    file.span ? `${file.span[0]}–${file.span[1]}` : '',
  ]
    .filter(Boolean)
    .join(' ')

/** @returns one line a file: path, what it is, how sure and why; problems below */
export const filesTable = (files: readonly IdentifiedFile[]): readonly string[] => {
  const width = Math.min(48, Math.max(0, ...files.map((f) => f.path.length)))
  return files.flatMap((file) => [
    `  ${file.path.padEnd(width)}  ${roleText(file).padEnd(26)} ${String(Math.round(file.sureness * 100)).padStart(3)} %  ${file.reason ?? file.evidence[0]?.says ?? ''}`,
    ...file.conflicts.map((text) => `      conflict: ${text}`),
    ...file.problems.map((p) => `      ${p.level}${p.line ? ` line ${p.line}` : ''}: ${p.message}`),
  ])
}

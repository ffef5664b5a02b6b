import type { Problem } from '#core/base/problem.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { kicadDialect, type Dialect } from '#core/builder/dialect.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { readBoard } from '#core/read/librepcb/read-board.ts'
import { EMPTY_CIRCUIT, readCircuit } from '#core/read/librepcb/read-circuit.ts'
import { ProjectFiles } from '#core/read/librepcb/project.ts'
import { PLOTTED, projectBoards, type ProjectBoard } from '#core/read/librepcb/project-boards.ts'
import { BoardPlotter, type PlottedBoard } from './plot-board.ts'

export interface PlottedProject {
  readonly boards: readonly ProjectBoard[]
  /** The board that was plotted. */
  readonly board: ProjectBoard
  /** Gerber and drill files of it; empty when it could not be read. */
  readonly files: readonly PackageFile[]
  /** What was made up or left out, about the project as a whole. */
  readonly problems: readonly Problem[]
  /** Problems of the project's own files, by path. */
  readonly problemsOf: ReadonlyMap<string, readonly Problem[]>
}

/** LibrePCB's own names of layers, so that each file tells where it comes from. */
const dialect: Dialect = { ...kicadDialect, id: 'librepcb' }

const note = (level: Problem['level'], code: string, message: string): Problem => ({ level, code, line: 0, message })

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

const notesOf = ({ filled, hasTexts }: PlottedBoard, { name }: ProjectBoard): Problem[] => {
  const planes = filled.reduce((sum, each) => sum + each.planes, 0)
  const islands = filled.reduce((sum, each) => sum + each.islandsLeftOut, 0)
  return [
    note('info', 'librepcb-plotted', `The project holds no Gerber files: the board "${name}" was plotted by Boardproof.`),
    ...(planes > 0
      ? [
          note(
            'info',
            'librepcb-planes',
            `${counted(planes, 'plane')} ${planes === 1 ? 'was' : 'were'} filled by Boardproof: LibrePCB does not store how it fills them${islands > 0 ? `; ${counted(islands, 'island')} without connection ${islands === 1 ? 'is' : 'are'} left out` : ''}. Compare with the files that LibrePCB exports before you order.`,
          ),
        ]
      : []),
    ...(hasTexts
      ? [
          note(
            'info',
            'librepcb-texts',
            "Texts are drawn with Boardproof's own stroke font, in capitals; characters that it lacks are left out.",
          ),
        ]
      : []),
  ]
}

/**
 * Plots one board of a LibrePCB project as a package of Gerber and drill files.
 * @param chosen folder of the board; null, or one that is not there, = the first
 * @returns null when the files are no such project
 */
export const plotProject = (files: readonly PackageFile[], chosen: string | null): PlottedProject | null => {
  const found = projectBoards(files.map(({ path }) => path))
  if (!found) return null
  const { root, boards } = found
  const board = boards.find(({ name }) => name === chosen) ?? boards[0]!
  const project = new ProjectFiles(root, files)
  const circuitNode = project.parse(`${root}circuit/circuit.lp`)
  const boardNode = project.parse(board.path)
  const reading = project.reading(board.path)
  const read = boardNode && readBoard(reading, boardNode)
  if (!read) {
    const problems = [note('error', 'librepcb-unreadable', `The board "${board.name}" cannot be read; nothing is plotted.`)]
    return { boards, board, files: [], problems, problemsOf: project.problems() }
  }
  const plotted = new BoardPlotter(read, circuitNode ? readCircuit(circuitNode) : EMPTY_CIRCUIT, project, reading).plot(board.name)
  const written = writePackage(plotted.description, dialect).map((file) => ({ ...file, path: `${PLOTTED}${board.name}/${file.path}` }))
  return { boards, board, files: written, problems: notesOf(plotted, board), problemsOf: project.problems() }
}

import { dirname } from 'node:path/posix'
import type { Problem } from '#core/base/problem.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { PLOTTED, projectBoards } from '#core/read/librepcb/project.ts'
import { looksLikeDrill } from '#core/read/excellon/looks-like-drill.ts'
import { looksLikeGerber } from '#core/read/gerber/looks-like-gerber.ts'

export interface WithProject {
  /** The package's files, with those that were plotted. */
  readonly files: readonly PackageFile[]
  readonly problems: readonly Problem[]
  /** Folder of the board that was chosen instead of the first; null in every other case. */
  readonly otherBoard: string | null
  /** Files that came, without those that were plotted: what the package's hash is of. */
  readonly own: readonly PackageFile[]
}

const isArtwork = ({ bytes }: PackageFile): boolean => looksLikeGerber(bytes) || looksLikeDrill(bytes)

/** Parts of a project that say nothing about fabrication by themselves; hundreds of files in a large one. */
const IN_THE_BACKGROUND = /(?:^|\/)(?:library|schematics|resources|logs)\//

const artworkNote = (artwork: readonly PackageFile[]): Problem => {
  const folders = [...new Set(artwork.map(({ path }) => dirname(path)))].map((folder) => (folder === '.' ? 'its root' : `"${folder}"`))
  const message = `This LibrePCB project holds ${artwork.length} Gerber and drill files in ${folders.join(', ')}: these are reviewed, and no board is plotted.`
  return { level: 'info', code: 'librepcb-artwork', line: 0, message }
}

/**
 * Plots the board of a LibrePCB project that brings no Gerber files. A package that was plotted before tells by its files
 * which board it was, and is plotted again.
 * @param wanted folder of the board; null = the one plotted before, else the first
 * @param keepsAll keeps the project's background files in the list, because nothing else holds them
 */
export const withPlottedProject = async (
  all: readonly PackageFile[],
  wanted: string | null,
  keepsAll: boolean,
): Promise<WithProject> => {
  const plain = { files: all, problems: [], otherBoard: null, own: all }
  const found = projectBoards(all.map(({ path }) => path))
  if (!found) return plain
  const own = all.filter(({ path }) => !path.startsWith(PLOTTED))
  const artwork = own.filter(isArtwork)
  if (artwork.length > 0) return { ...plain, problems: [artworkNote(artwork)] }
  const before = all.find(({ path }) => path.startsWith(PLOTTED))?.path.split('/')[1] ?? null
  const { plotProject } = await import('#core/read/librepcb/plot/plot-project.ts')
  const plotted = plotProject(own, wanted ?? before)
  if (!plotted) return plain
  const otherBoard = plotted.board === plotted.boards[0] ? null : plotted.board.name
  const shown = keepsAll || otherBoard !== null ? own : own.filter(({ path }) => !IN_THE_BACKGROUND.test(path) || plotted.problemsOf.has(path))
  const noted = shown.map((file) => {
    const notes = plotted.problemsOf.get(file.path)
    return notes ? { ...file, notes } : file
  })
  return { files: [...noted, ...plotted.files], problems: plotted.problems, otherBoard, own }
}

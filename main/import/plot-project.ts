import { dirname } from 'node:path/posix'
import type { Problem } from '#core/base/problem.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { PLOTTED, projectBoards } from '#core/read/librepcb/project-boards.ts'
import { looksLikeDrill } from '#core/read/excellon/looks-like-drill.ts'
import { looksLikeGerber } from '#core/read/gerber/looks-like-gerber.ts'

export interface WithProject {
  /** The package's files, with those that were plotted. */
  readonly files: readonly PackageFile[]
  readonly problems: readonly Problem[]
  /** What was plotted: from then on the package is its files, not the archive that they came in. */
  readonly plotted: { readonly board: string; readonly isFirst: boolean } | null
}

const isArtwork = ({ bytes }: PackageFile): boolean => looksLikeGerber(bytes) || looksLikeDrill(bytes)

const artworkNote = (artwork: readonly PackageFile[]): Problem => {
  const folders = [...new Set(artwork.map(({ path }) => dirname(path)))].map((folder) => (folder === '.' ? 'its root' : `"${folder}"`))
  const message = `This LibrePCB project holds ${artwork.length} Gerber and drill files in ${folders.join(', ')}: these are reviewed, and no board is plotted.`
  return { level: 'info', code: 'librepcb-artwork', line: 0, message }
}

/**
 * Plots the board of a LibrePCB project that brings no Gerber files. A package that was plotted before tells by its files
 * which board it was, and is plotted again.
 * @param wanted folder of the board; null = the one plotted before, else the first
 */
export const withPlottedProject = async (all: readonly PackageFile[], wanted: string | null): Promise<WithProject> => {
  const plain = { files: all, problems: [], plotted: null }
  if (!projectBoards(all.map(({ path }) => path))) return plain
  const own = all.filter(({ path }) => !path.startsWith(PLOTTED))
  const artwork = own.filter(isArtwork)
  if (artwork.length > 0) return { ...plain, problems: [artworkNote(artwork)] }
  const before = all.find(({ path }) => path.startsWith(PLOTTED))?.path.split('/')[1] ?? null
  const { plotProject } = await import('#core/read/librepcb/plot/plot-project.ts')
  const project = plotProject(own, wanted ?? before)
  if (!project) return plain
  const { board, boards, files, problems, problemsOf } = project
  const noted = own.map((file) => {
    const notes = problemsOf.get(file.path)
    return notes ? { ...file, notes } : file
  })
  return { files: [...noted, ...files], problems, plotted: { board: board.name, isFirst: board === boards[0] } }
}

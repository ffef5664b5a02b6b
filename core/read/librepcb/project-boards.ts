import type { Problem } from '#core/base/problem.ts'

export interface ProjectBoard {
  readonly path: string
  /** Of its folder, as LibrePCB shows it in the file manager. */
  readonly name: string
}

/** Where plotted files stand in the package, by the folder of their board. */
export const PLOTTED = 'plotted/'

/** Problems of design files begin so. */
export const isDesignProblem = ({ code }: Problem): boolean => code.startsWith('librepcb-')

const BOARD = /^((?:.*\/)?)boards\/([^/]+)\/board\.lp$/

/** @returns the boards of a project by their paths, null when the files are no project of LibrePCB */
export const projectBoards = (paths: readonly string[]): { readonly root: string; readonly boards: readonly ProjectBoard[] } | null => {
  const found = paths.flatMap((path) => {
    const match = BOARD.exec(path)
    return match ? [{ path, root: match[1]!, name: match[2]! }] : []
  })
  const root = found.map((each) => each.root).sort((a, b) => a.length - b.length)[0]
  if (root === undefined || !paths.includes(`${root}circuit/circuit.lp`)) return null
  const boards = found.filter((each) => each.root === root).map(({ path, name }) => ({ path, name }))
  return { root, boards: boards.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

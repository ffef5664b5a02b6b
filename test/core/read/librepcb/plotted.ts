import type { Problem } from '#core/base/problem.ts'
import type { Board } from '#core/board/board.ts'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { plotProject, type PlottedProject } from '#core/read/librepcb/plot/plot-project.ts'
import { boxOutline, projectFiles, type TestDevice, type TestPackage } from '#test/support/librepcb/project.ts'

export interface Plotted {
  readonly project: PlottedProject
  readonly board: Board
  /** Problems of the board file as `line code`. */
  readonly problems: readonly Problem[]
  /** @returns the composed area of a layer, mm² */
  area(layer: string): number
  /** @returns the bounds of a layer, mm, rounded to a nanometre */
  bounds(layer: string): readonly number[] | null
}

const round = (nm: number): number => Math.round(nm) / 1e6

/** Plots one board and reads it back through the same readers as any other package. */
export const plotted = (parts: {
  readonly body?: string
  readonly devices?: readonly TestDevice[]
  readonly packages?: readonly TestPackage[]
  readonly innerLayers?: number
  readonly rules?: string
  readonly nets?: readonly string[]
  readonly outline?: string
  /** Files that are left out. */
  readonly without?: RegExp
}): Plotted => {
  const { body = '', devices = [], packages = [], nets = ['A', 'B'], outline = boxOutline(20, 10), without, ...rest } = parts
  const board = { name: 'default', devices, body: `${outline}\n${body}`, ...rest }
  const project = plotProject(
    projectFiles({ nets, packages, boards: [board] }).filter((file) => !without?.test(file.path)),
    null,
  )!
  const assembled = assembleBoard(identifyPackage(project.files.map(readPackageFile)))
  const image = (layer: string) => assembled.layers.find(({ id }) => id === layer)?.image()
  return {
    project,
    board: assembled,
    problems: project.problemsOf.get('boards/default/board.lp') ?? [],
    area: (layer) => (image(layer)?.area ?? 0) / 1e12,
    bounds: (layer) => image(layer)?.bounds?.map(round) ?? null,
  }
}

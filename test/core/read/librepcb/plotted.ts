import type { Problem } from '#core/base/problem.ts'
import type { Board } from '#core/board/board.ts'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
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

export interface Parts {
  readonly body?: string
  readonly devices?: readonly TestDevice[]
  readonly packages?: readonly TestPackage[]
  readonly innerLayers?: number
  readonly rules?: string
  readonly nets?: readonly string[]
  readonly outline?: string
  /** Files that are left out. */
  readonly without?: RegExp
  /** Writes the board as format 0.1 does. */
  readonly isOld?: boolean
}

const projectOf = (parts: Parts): readonly PackageFile[] => {
  const { body = '', devices = [], packages = [], nets = ['A', 'B'], outline = boxOutline(20, 10), without, ...rest } = parts
  const board = { name: 'default', devices, body: `${outline}\n${body}`, ...rest }
  return projectFiles({ nets, packages, boards: [board] }).filter((file) => !without?.test(file.path))
}

/** @returns the package as it is reviewed: the project's files with what was found wrong with them, and what was plotted */
export const withNotes = (parts: Parts): readonly PackageFile[] => {
  const own = projectOf(parts)
  const project = plotProject(own, null)!
  return [...own.map((file) => ({ ...file, notes: project.problemsOf.get(file.path) ?? [] })), ...project.files]
}

/** Plots one board and reads it back through the same readers as any other package. */
export const plotted = (parts: Parts): Plotted => {
  const project = plotProject(projectOf(parts), null)!
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

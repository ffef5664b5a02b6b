import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateBoard } from '#core/builder/generate-board.ts'
import { sampleBoard } from '#core/builder/sample-board.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { sharedPath } from '#test/support/shared.ts'

/** Raised when generated boards change, so that old ones in the temporary folder are not used. */
const GENERATION = 4

const written = (name: string, make: () => BoardDescription): string => {
  const folder = join(tmpdir(), `boardproof-bench-${GENERATION}`, name)
  if (existsSync(folder)) return folder
  const partial = `${folder}-${process.pid}`
  mkdirSync(partial, { recursive: true })
  for (const file of writePackage(make())) writeFileSync(join(partial, file.path), file.bytes)
  renameSync(partial, folder)
  return folder
}

/** A package to measure. */
export interface BenchInput {
  readonly name: string
  readonly path: string
  /** Drawn objects; null for packages that were not generated. */
  readonly objects: number | null
}

/** @returns generated four-layer boards of growing size; written to the temporary folder on first use */
export const generatedInputs = (sizes: readonly number[]): readonly BenchInput[] =>
  sizes.map((objects) => ({
    name: `generated, ${objects.toLocaleString('en')} objects`,
    objects,
    path: written(`generated-${objects}`, () => generateBoard(objects, 4)),
  }))

/** @returns our own sample board */
export const sampleInput = (): BenchInput => ({ name: 'sample board', objects: null, path: written('sample', sampleBoard) })

const REAL = [
  ['stickhub (2 layers)', 'truth/stickhub.zip'],
  ['ColdFire (4 layers)', 'truth/coldfire.zip'],
  ['LimeSDR-QPCIe (14 layers)', 'boards/altium-limesdr-qpcie-14l.zip'],
] as const

/** @returns real packages beside the checkout, as far as they are there */
export const realInputs = (): readonly BenchInput[] =>
  REAL.flatMap(([name, path]) => {
    const found = sharedPath(...path.split('/'))
    return found ? [{ name, path: found, objects: null }] : []
  })

/** @returns the largest file of a folder */
export const largestFile = (folder: string): string =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size)[0]!

import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateBoard } from '#core/builder/generate-board.ts'
import { sampleBoard } from '#core/builder/sample-board.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import { protelDialect } from '#core/builder/dialect.ts'
import { layerText, writePackage } from '#core/builder/write-package.ts'
import { looksLikeGerber } from '#core/read/gerber/looks-like-gerber.ts'
import { readPackage } from '#main/import/read-package.ts'
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

/** A single Gerber file to read. */
export interface BenchFile {
  readonly name: string
  readonly path: string
}

const fileOf = (name: string, make: () => Uint8Array | string): string => {
  const path = join(tmpdir(), `boardproof-bench-${GENERATION}`, name)
  if (!existsSync(path)) {
    writeFileSync(`${path}-${process.pid}`, make())
    renameSync(`${path}-${process.pid}`, path)
  }
  return path
}

/** @returns the same board's top copper without attributes, as many CAD tools write it */
export const plainFile = (objects: number): BenchFile => ({
  name: `plain, ${objects.toLocaleString('en')} objects`,
  path: fileOf(`plain-${objects}.gbr`, () => layerText(generateBoard(objects, 4), 'top-copper', protelDialect)),
})

/** @returns the largest Gerber file of each real package */
export const realFiles = async (): Promise<readonly BenchFile[]> => {
  const files: BenchFile[] = []
  for (const input of realInputs()) {
    const read = await readPackage({ path: input.path })
    if (!read.ok) throw new Error(read.error.message)
    const [largest] = read.value.files.filter((file) => looksLikeGerber(file.bytes)).sort((a, b) => b.bytes.length - a.bytes.length)
    if (largest)
      files.push({
        name: `${input.name}, ${largest.path.split('/').at(-1)}`,
        path: fileOf(`real-${largest.sha256}.gbr`, () => largest.bytes),
      })
  }
  return files
}

/** @returns the largest file of a folder */
export const largestFile = (folder: string): string =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size)[0]!

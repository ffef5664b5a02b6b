import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import JSZip from 'jszip'
import { sampleBoard } from '#core/builder/sample-board.ts'
import { writePackage } from '#core/builder/write-package.ts'

/** Every entry bears the same date, so that the same board gives the same bytes. */
const DATE = new Date(Date.UTC(2026, 0, 1))

/** Writes the sample board's package: making the board takes seconds, opening it must not. */
export const writeSample = async (file: string): Promise<void> => {
  const zip = new JSZip()
  for (const { path, bytes } of writePackage(sampleBoard())) zip.file(path, bytes, { date: DATE })
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } }))
}

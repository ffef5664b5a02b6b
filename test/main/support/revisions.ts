import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import type { BoardDescription } from '#core/builder/description.ts'
import { kicadDialect, type Dialect } from '#core/builder/dialect.ts'
import { writePackage } from '#core/builder/write-package.ts'
import type { Running } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

export const CAPABILITY = 'ipc_class2_conservative'

/** @returns the path of a zip with the board as a tool writes it; files may be renamed and come in another order */
export const packageOf = async (
  board: BoardDescription,
  {
    dialect = kicadDialect,
    rename = (path: string) => path,
    reverse = false,
    name = 'board.zip',
  }: { dialect?: Dialect; rename?: (path: string) => string; reverse?: boolean; name?: string } = {},
): Promise<string> => {
  const zip = new JSZip()
  const files = [...writePackage(board, dialect)]
  for (const { path, bytes } of reverse ? files.reverse() : files) zip.file(rename(path), bytes, { date: new Date(Date.UTC(2026, 0, 1)) })
  const file = join(temporaryFolder(), name)
  writeFileSync(file, await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))
  return file
}

/** Opens a package and waits for its review. @returns the id to ask with */
export const openAndReview = async ({ application, ended }: Running, path: string, revisionOf?: string): Promise<string> => {
  const { id } = application.reviews.openPaths([path], revisionOf)
  if ((await ended(id)) !== 'done') throw new Error(`the review of ${path} did not end well`)
  return id
}

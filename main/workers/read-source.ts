import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { err, ok, type Result } from '#core/base/result.ts'
import type { RefusalShape } from '#core/ipc/board-shapes.ts'
import { PACKAGE_LIMITS } from '#core/archive/limits.ts'
import type { PackageInput } from '#core/run/review-package.ts'
import { ImportFailure } from '#main/import/import-error.ts'
import { kindOf, readFileWithin } from '#main/import/read-files.ts'
import { readPackage, type PackageSource } from '#main/import/read-package.ts'
import type { ReadOptions } from '#main/import/read-files.ts'
import type { ContentStore } from '#main/store/content-store.ts'
import type { JobSource } from './review-protocol.ts'

export interface SourceRead {
  readonly input: PackageInput
  /** The archive in the content store; null when its files are kept one by one. */
  readonly archiveSha256: string | null
}

const gone = {
  code: 'content-gone',
  message: 'The stored copy of this package is missing or damaged. Open the package again from where you have it.',
}

/** A single file by path is read here, so that exactly the bytes that are reviewed are kept. */
const fromPaths = async (paths: readonly string[]): Promise<PackageSource> => {
  const [only] = paths
  if (only === undefined || paths.length > 1 || (await kindOf(only)) === 'folder') return { paths }
  return { name: basename(only), bytes: await readFileWithin(only, PACKAGE_LIMITS.archiveBytes) }
}

const fromContents = (source: JobSource & { kind: 'archive' | 'files' }, contents: ContentStore): PackageSource | null => {
  if (source.kind === 'archive') {
    const bytes = contents.get(source.sha256)
    return bytes && { name: source.name, bytes }
  }
  const files = source.files.map(({ path, sha256 }) => ({ path, bytes: contents.get(sha256) }))
  return files.every((f): f is { path: string; bytes: Uint8Array } => f.bytes !== null) ? { name: source.name, files } : null
}

const SAMPLE_NAME = 'Sample board'
/** Beside the bundle in a built application, in the build folder when run from the sources. */
const BUILT_SAMPLE = new URL(import.meta.url.endsWith('.ts') ? '../../out/sample.zip' : '../sample.zip', import.meta.url)

/** The sample board as it was built; where nothing was built it is made now, which takes seconds. */
const sample = async (): Promise<PackageSource> => {
  const built = await readFile(BUILT_SAMPLE).catch(() => null)
  if (built) return { name: SAMPLE_NAME, bytes: built }
  const [{ sampleBoard }, { writePackage }] = await Promise.all([
    import('#core/builder/sample-board.ts'),
    import('#core/builder/write-package.ts'),
  ])
  return { name: SAMPLE_NAME, files: writePackage(sampleBoard()) }
}

const resolveSource = async (source: JobSource, contents: ContentStore): Promise<PackageSource | null> => {
  switch (source.kind) {
    case 'paths':
      return fromPaths(source.paths)
    case 'sample':
      return sample()
    case 'archive':
    case 'files':
      return fromContents(source, contents)
  }
}

/**
 * Reads a package and puts its bytes into the content store, so that it can be opened again when the original is gone.
 * @fails with the limit or the damage named
 */
export const readSource = async (
  source: JobSource,
  contents: ContentStore,
  options: ReadOptions,
): Promise<Result<SourceRead, RefusalShape>> => {
  let resolved: PackageSource | null
  try {
    resolved = await resolveSource(source, contents)
  } catch (error) {
    if (error instanceof ImportFailure) return err(error.reason)
    throw error
  }
  if (!resolved) return err(gone)
  const read = await readPackage(resolved, 'projectBoard' in source ? { ...options, projectBoard: source.projectBoard } : options)
  if (!read.ok) return err(read.error)
  const archive = 'bytes' in resolved ? contents.put(resolved.bytes) : null
  const archiveSha256 = archive === read.value.sha256 ? archive : null
  if (archiveSha256 === null) for (const file of read.value.files) contents.put(file.bytes)
  return ok({ input: read.value, archiveSha256 })
}

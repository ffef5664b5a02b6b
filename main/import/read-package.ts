import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Problem } from '#core/base/problem.ts'
import type { Result } from '#core/base/result.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { err, ok } from '#core/base/result.ts'
import { archiveKind, isJunk } from '#core/archive/entry-names.ts'
import { isExportedBoard } from '#core/archive/exported-board.ts'
import { PACKAGE_LIMITS, refuseDuplicates, refuseEntry, refuseTotals } from '#core/archive/limits.ts'
import { openNested } from '#main/import/nested-archives.ts'
import type { ImportError } from '#main/import/import-error.ts'
import { fail, ImportFailure, stopIfAborted } from '#main/import/import-error.ts'
import { kindOf, readFileWithin, readFolder, readSeveral } from '#main/import/read-files.ts'
import type { ReadOptions } from '#main/import/read-files.ts'
import { withPlottedProject } from '#main/import/plot-project.ts'
import type { RawFile } from '#main/import/read-zip.ts'
import { readZip } from '#main/import/read-zip.ts'

/** A zip, a folder or a file by path; several files by path; or bytes that came through a drop or an upload: one, or a folder's files. */
export type PackageSource =
  | { readonly path: string }
  | { readonly paths: readonly string[] }
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly files: readonly RawFile[] }

export interface ReadPackage {
  readonly name: string
  /** Of the zip's bytes; for folders and files of the list of their paths and hashes. */
  readonly sha256: string
  /** Size of the zip, or the sum of the files. */
  readonly bytes: number
  /** Sorted by path; never empty. */
  readonly files: PackageFile[]
  readonly problems: Problem[]
}

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

interface Opened {
  readonly name: string
  readonly raw: readonly RawFile[]
  /** The archive as it came; null for folders and files. */
  readonly archive: Uint8Array | null
}

const openBytes = async (name: string, bytes: Uint8Array, options: ReadOptions): Promise<Opened> => {
  if (bytes.length > PACKAGE_LIMITS.archiveBytes) {
    throw fail(
      'package-too-large',
      `"${name}" has more than ${Math.round(PACKAGE_LIMITS.archiveBytes / 1048576)} MB. Pass only the fabrication files.`,
    )
  }
  const kind = archiveKind(name, bytes)
  if (kind === 'zip' || /\.zip$/i.test(name)) {
    if (bytes.length === 0) throw fail('empty', `"${name}" is empty (0 bytes). Download or copy it again.`)
    const raw = await readZip(bytes, options)
    if (isExportedBoard(raw))
      throw fail(
        'exported-board',
        `"${name}" is a board that was exported with its history. Drop it on the window, or choose "Import an exported board…".`,
      )
    return { name, raw, archive: bytes }
  }
  if (kind !== null)
    throw fail('unsupported-archive', `"${name}" is a ${kind} archive. Extract it and pass the folder, or pack the files as a zip.`)
  return { name, raw: [{ path: name, bytes }], archive: null }
}

/** Files that came one by one obey the same rules as the entries of an archive. */
const openFiles = (name: string, files: readonly RawFile[]): Opened => {
  const raw = files.filter((f) => !isJunk(f.path))
  for (const { path, bytes } of raw) {
    const refusal = refuseEntry({ path, packedBytes: bytes.length, unpackedBytes: bytes.length, encrypted: false, link: false, method: 0 })
    if (refusal) throw new ImportFailure(refusal)
  }
  const twice = refuseDuplicates(raw.map((f) => f.path))
  if (twice) throw new ImportFailure(twice)
  return { name, raw, archive: null }
}

const openSource = async (source: PackageSource, problems: Problem[], options: ReadOptions): Promise<Opened> => {
  if ('bytes' in source) return openBytes(source.name, source.bytes, options)
  if ('files' in source) return openFiles(source.name, source.files)
  if ('path' in source) {
    if ((await kindOf(source.path)) === 'folder')
      return { name: basename(source.path), raw: await readFolder(source.path, problems, options), archive: null }
    return openBytes(basename(source.path), await readFileWithin(source.path, PACKAGE_LIMITS.archiveBytes), options)
  }
  const [only] = source.paths
  if (only === undefined) throw fail('empty', 'No file was given.')
  if (source.paths.length === 1) return openSource({ path: only }, problems, options)
  const raw = await readSeveral(source.paths, problems, options)
  return { name: `${basename(only)} and ${source.paths.length - 1} more`, raw, archive: null }
}

/** Another board of the same project was opened before under its own name. */
const plainName = (name: string): string => name.replace(/(\.lppz), board .+$/i, '$1')

const emptyMessage = 'The package holds no files. Pass the Gerber and drill files that the CAD tool wrote.'

/**
 * Reads a package into memory: a zip (one zip inside it is opened when nothing else is there), a folder with its
 * subfolders, or files. Nothing is written to disk and no path of an archive is ever used as one.
 * @fails with the limit or the damage named; `cancelled` when the signal was raised
 */
export const readPackage = async (source: PackageSource, options: ReadOptions = {}): Promise<Result<ReadPackage, ImportError>> => {
  const problems: Problem[] = []
  try {
    stopIfAborted(options.signal)
    const { name, raw, archive } = await openSource(source, problems, options)
    const opened = (await openNested(raw, problems, options))
      .map(({ path, bytes }): PackageFile => ({ path, bytes, sha256: sha256(bytes) }))
      .sort(byPath)
    const project = await withPlottedProject(opened, options.projectBoard ?? null)
    problems.push(...project.problems)
    const files = project.files.toSorted(byPath)
    const total = files.reduce((sum, f) => sum + f.bytes.length, 0)
    const refusal = refuseTotals(files.length, total)
    if (refusal) return err(refusal)
    if (files.length === 0)
      return err({ code: 'empty', message: problems[0]?.code === 'nested-archive' ? problems[0].message : emptyMessage })
    noteCaseTwins(files, problems)
    return ok({
      name: project.plotted && !project.plotted.isFirst ? `${plainName(name)}, board ${project.plotted.board}` : plainName(name),
      sha256: sha256(archive && !project.plotted ? archive : files.map((f) => `${f.path}\0${f.sha256}\n`).join('')),
      bytes: archive?.length ?? total,
      files,
      problems,
    })
  } catch (error) {
    if (error instanceof ImportFailure) return err(error.reason)
    throw error
  }
}

/** Names that differ only in case become one file on Windows and macOS: the fab may see another package than we do. */
const noteCaseTwins = (files: readonly PackageFile[], problems: Problem[]): void => {
  const seen = new Map<string, string>()
  for (const { path } of files) {
    const twin = seen.get(path.toLowerCase())
    if (twin !== undefined) {
      problems.push({
        level: 'warning',
        code: 'case-twins',
        line: 0,
        message: `"${twin}" and "${path}" differ only in case: on Windows and macOS one overwrites the other. Rename one.`,
      })
    }
    seen.set(path.toLowerCase(), path)
  }
}

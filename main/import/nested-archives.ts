import type { Problem } from '#core/base/problem.ts'
import { archiveKind } from '#core/archive/entry-names.ts'
import { looksLikeDrill } from '#core/read/excellon/looks-like-drill.ts'
import { looksLikeGerber } from '#core/read/gerber/looks-like-gerber.ts'
import type { ReadOptions } from '#main/import/read-files.ts'
import type { RawFile } from '#main/import/read-zip.ts'
import { readZip } from '#main/import/read-zip.ts'

const isArtwork = ({ bytes }: RawFile): boolean => looksLikeGerber(bytes) || looksLikeDrill(bytes)

/**
 * Deals with archives inside a package. Exactly one zip and no artwork beside it is what CAD tools and shops make when
 * they pack a package once more: it is opened, one level deep. Everything else is named in `problems` and left out.
 */
export const openNested = async (raw: readonly RawFile[], problems: Problem[], options: ReadOptions): Promise<RawFile[]> => {
  const archives = raw.filter((f) => archiveKind(f.path, f.bytes) !== null)
  if (archives.length === 0) return [...raw]
  const rest = raw.filter((f) => archiveKind(f.path, f.bytes) === null)
  const [only] = archives
  if (only && archives.length === 1 && archiveKind(only.path, only.bytes) === 'zip' && !rest.some(isArtwork)) {
    const inner = await readZip(only.bytes, options)
    problems.push({
      level: 'info',
      code: 'nested-archive-read',
      line: 0,
      message: `The files are inside "${only.path}", which was opened.`,
    })
    const opened = inner.map((f): RawFile => ({ path: `${only.path}/${f.path}`, bytes: f.bytes }))
    return [...rest, ...withoutArchives(opened, problems)]
  }
  return withoutArchives(raw, problems)
}

const withoutArchives = (raw: readonly RawFile[], problems: Problem[]): RawFile[] =>
  raw.filter((f) => {
    const kind = archiveKind(f.path, f.bytes)
    if (kind === null) return true
    const message = `"${f.path}" is a ${kind} archive inside the package and was not read. Extract it and pass its files if they belong to this board.`
    problems.push({ level: 'warning', code: 'nested-archive', line: 0, message })
    return false
  })

import JSZip from 'jszip'
import { err, ok, type Result } from '#core/base/result.ts'
import { ARCHIVE_SCHEMA, type ArchivedBoard, type ArchiveManifest } from '#main/store/archive-shape.ts'
import { sha256Of } from '#main/store/sha256.ts'
import type { Store } from '#main/store/store.ts'

/** Zip entries have no time of their own: the same board gives the same bytes. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1))

/** @returns every content that the board's packages lie in: the archive where there is one, else the files */
export const contentsOf = ({ revisions }: ArchivedBoard): readonly string[] => [
  ...new Set(revisions.flatMap((r) => (r.archive_sha256 ? [r.archive_sha256] : r.files.map((f) => f.sha256)))),
]

/**
 * Writes a board with its history as one zip: a manifest with the hash of each part, the rows, the packages' bytes.
 * @fails `gone` when there is no such board, `content-gone` when bytes of a package are missing or damaged
 */
export const exportBoard = async (
  store: Store,
  board: string,
  version: string,
): Promise<Result<{ bytes: Uint8Array; fileName: string }, { code: 'gone' | 'content-gone'; message: string }>> => {
  const archived = store.archive.dump(board)
  if (!archived) return err({ code: 'gone', message: 'This board is no longer in the list.' })
  const zip = new JSZip()
  const contents: { sha256: string; bytes: number }[] = []
  for (const sha256 of contentsOf(archived)) {
    const bytes = store.contents.get(sha256)
    if (!bytes) return err({ code: 'content-gone', message: 'The stored copy of a package of this board is missing or damaged.' })
    contents.push({ sha256, bytes: bytes.length })
    // Packages are packed already; their files are text.
    zip.file(`contents/${sha256}`, bytes, {
      date: NO_TIME,
      createFolders: false,
      compression: bytes[0] === 0x50 && bytes[1] === 0x4b ? 'STORE' : 'DEFLATE',
    })
  }
  const data = Buffer.from(JSON.stringify(archived))
  const manifest: ArchiveManifest = {
    schema: ARCHIVE_SCHEMA,
    tool: { name: 'boardproof', version },
    board: { id: archived.board.id, name: archived.board.name },
    data: { path: 'board.json', sha256: sha256Of(data), bytes: data.length },
    contents,
  }
  zip.file('board.json', data, { date: NO_TIME, createFolders: false, compression: 'DEFLATE' })
  zip.file('manifest.json', JSON.stringify(manifest, null, 1), { date: NO_TIME, createFolders: false, compression: 'DEFLATE' })
  const stem = archived.board.name
    .replace(/\.zip$/i, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return ok({ bytes: await zip.generateAsync({ type: 'uint8array' }), fileName: `${stem || 'board'}.boardproof.zip` })
}

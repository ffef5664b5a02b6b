import { err, ok, type Result } from '#core/base/result.ts'
import { PACKAGE_LIMITS } from '#core/archive/limits.ts'
import type { RefusalShape } from '#core/ipc/board-shapes.ts'
import { ImportFailure } from '#main/import/import-error.ts'
import { readZip, type RawFile } from '#main/import/read-zip.ts'
import { archivedBoard, archiveManifest, type ArchivedBoard } from '#main/store/archive-shape.ts'
import { sha256Of } from '#main/store/sha256.ts'
import type { Store } from '#main/store/store.ts'
import { contentsOf } from './export-board.ts'

const damaged = (what: string) =>
  err({ code: 'damaged', message: `This file is not a whole board of Boardproof: ${what}. Export it again.` })

const parse = (file: RawFile | undefined): unknown => {
  if (!file) return null
  try {
    return JSON.parse(new TextDecoder().decode(file.bytes))
  } catch {
    return null
  }
}

/** A board that was taken in. */
export interface TakenBoard {
  readonly board: string
  readonly name: string
  readonly revisions: number
}

interface Opened {
  readonly archived: ArchivedBoard
  readonly contents: readonly Uint8Array[]
}

/** Nothing is believed that its hash does not vouch for. */
const open = (files: readonly RawFile[]): Result<Opened, RefusalShape> => {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const manifest = archiveManifest.safeParse(parse(byPath.get('manifest.json')))
  if (!manifest.success) return damaged('its manifest is missing or of another kind')
  const { data, contents } = manifest.data
  const rows = byPath.get(data.path)
  if (!rows || rows.bytes.length !== data.bytes || sha256Of(rows.bytes) !== data.sha256)
    return damaged('its data are missing or were changed')
  const archived = archivedBoard.safeParse(parse(rows))
  if (!archived.success) return damaged(`its data are not as agreed (${archived.error.issues[0]?.path.join('.') ?? ''})`)
  const bytes: Uint8Array[] = []
  for (const { sha256 } of contents) {
    const content = byPath.get(`contents/${sha256}`)
    if (!content || sha256Of(content.bytes) !== sha256) return damaged('a package in it is missing or was changed')
    bytes.push(content.bytes)
  }
  const there = new Set(contents.map((c) => c.sha256))
  if (!contentsOf(archived.data).every((sha256) => there.has(sha256))) return damaged('a package in it is missing')
  return ok({ archived: archived.data, contents: bytes })
}

/** What stands in the way, and what to do. */
const knownText = (store: Store, { board, revisions }: ArchivedBoard): string => {
  const known = store.library.nameOf(board.id)
  if (known !== null)
    return store.library.exists(board.id)
      ? `It is here already, as ${known}. To take in the exported state, remove ${known} for good first.`
      : `It is here already, as ${known}, among the deleted boards. Restore it there, or remove it for good first.`
  for (const { package_sha256 } of revisions) {
    const place = store.revisions.ofPackage(package_sha256)
    if (place)
      return `One of its packages is here already, as revision ${place.number} of ${store.library.nameOf(place.board)}. Remove that board for good first.`
  }
  return 'One of its packages belongs to a deleted board. Remove that board for good first.'
}

/**
 * Takes a board with its history in from a zip that `exportBoard` wrote.
 * @fails with the limit named; `damaged`; `already-here` when the board, or one of its packages, is known here
 */
export const importBoard = async (store: Store, bytes: Uint8Array, actor: string): Promise<Result<TakenBoard, RefusalShape>> => {
  let files: readonly RawFile[]
  try {
    if (bytes.length > PACKAGE_LIMITS.archiveBytes)
      return err({ code: 'file-too-large', message: 'The file is larger than a board may be.' })
    files = await readZip(bytes, {})
  } catch (error) {
    if (error instanceof ImportFailure) return err(error.reason)
    throw error
  }
  const opened = open(files)
  if (!opened.ok) return opened
  const { archived, contents } = opened.value
  // The bytes are in place before anything refers to them; what is refused after all is collected later.
  for (const content of contents) store.contents.put(content)
  const refused = store.archive.load(archived, actor, store.ids.now())
  if (refused === 'not-whole') return damaged('its parts do not belong together')
  if (refused === 'already-here') return err({ code: 'already-here', message: knownText(store, archived) })
  return ok({ board: archived.board.id, name: archived.board.name, revisions: archived.revisions.length })
}

import type { PushedAs } from '#core/ipc/push.ipc.ts'
import { named } from '#core/provider/circuithub/upload.ts'
import type { PushedBoard } from '#core/provider/provider.ts'
import type { PushedFile } from '#main/store/pushes.repo.ts'
import { readPackage } from '#main/import/read-package.ts'
import { pushedBoard, type PushSource } from '../pushed-board.ts'

interface Sent {
  readonly path: string
  readonly bytes: Uint8Array
  readonly as: PushedAs
}

export interface Table {
  readonly path: string
  readonly bytes: Uint8Array
  readonly found: 'bom' | 'placement' | null
}

/** What can be sent of an approved package. */
export interface PushContent {
  readonly reference: string
  readonly packageSha256: string
  /** Goes whatever is chosen: design files where the package has some, else the package itself. Never empty. */
  readonly content: readonly Sent[]
  /** Files that list or place parts, and others that may. */
  readonly tables: readonly Table[]
}

const TABLE = /\.(?:csv|tsv|txt|xlsx?|ods|pos|mnt|bom)$/i

const designFilesOf = ({ options }: PushedBoard): readonly { path: string; bytes: Uint8Array }[] =>
  (options['designFiles'] ?? []) as readonly { path: string; bytes: Uint8Array }[]

/** Reads what an approved package holds for a provider that imports designs with their parts. */
export const pushContent = async (source: PushSource, accountId: string): Promise<PushContent> => {
  const board = await pushedBoard(source, accountId, {})
  const read = await readPackage({ name: source.packageName, bytes: source.packageBytes })
  const files = read.ok ? read.value.files : []
  const design = designFilesOf(board)
  const has = (list: readonly { readonly path: string }[], path: string): boolean => list.some((each) => each.path === path)
  return {
    reference: board.clientReference,
    packageSha256: board.packageSha256,
    content:
      design.length > 0
        ? design.map((file) => ({ ...file, as: 'design' as const }))
        : [{ path: board.packageName, bytes: board.packageBytes, as: 'package' as const }],
    tables: files
      .filter(({ path }) => has(board.bom, path) || has(board.placement, path) || TABLE.test(path))
      .map(({ path, bytes }) => ({ path, bytes, found: has(board.bom, path) ? 'bom' : has(board.placement, path) ? 'placement' : null })),
  }
}

/** @returns the content and the chosen tables with the names that they have there; null when a chosen one is not in the package */
export const chosenFiles = (
  { content, tables }: PushContent,
  chosen: readonly { readonly path: string; readonly as: 'bom' | 'placement' }[],
): readonly PushedFile[] | null => {
  const picked = chosen.map(({ path, as }) => {
    const table = tables.find((each) => each.path === path)
    return table ? { path, bytes: table.bytes, as } : null
  })
  if (picked.includes(null)) return null
  const all = [...content, ...picked.filter((each) => each !== null)]
  const names = named(all)
  return all.map(({ path, bytes, as }, k) => ({ path, name: names[k]!.filename, as, bytes: bytes.length, key: null }))
}

/** @returns the bytes of what is left to send, by the name that each file has there */
export const bytesToSend = (
  { content, tables }: PushContent,
  files: readonly PushedFile[],
): readonly { readonly path: string; readonly bytes: Uint8Array }[] =>
  files.flatMap(({ path, name, key }) => {
    const bytes = [...content, ...tables].find((each) => each.path === path)?.bytes
    return key === null && bytes ? [{ path: name, bytes }] : []
  })

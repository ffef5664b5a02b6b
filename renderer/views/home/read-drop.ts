import type { NamedFile } from '#renderer/bridge/backend.ts'

/** More entries than any package has: a whole disk dropped by mistake must not freeze the page. */
export const MAX_DROPPED = 5000

const readEntries = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject))
const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject))

const walk = async (entry: FileSystemEntry, into: NamedFile[]): Promise<void> => {
  if (into.length >= MAX_DROPPED) return
  if (entry.isFile) {
    into.push({ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A reader gives at most a hundred entries at a time.
  for (let entries = await readEntries(reader); entries.length; entries = await readEntries(reader)) {
    for (const child of entries) await walk(child, into)
  }
}

/** @returns all files of a drop, folders walked; at most `MAX_DROPPED` */
export const readDrop = async (data: DataTransfer): Promise<readonly NamedFile[]> => {
  // Entries must be taken before the first await: the list is emptied when the event is over.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const plain = [...data.files]
  const files: NamedFile[] = []
  for (const entry of entries) await walk(entry, files)
  return files.length ? files : plain.map((file) => ({ path: file.name, file }))
}

/** @returns the files of a file dialog; of a chosen folder with their paths in it */
export const filesOf = (list: FileList): readonly NamedFile[] =>
  [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }))

import { crc32, inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { decodeEntryName, isJunk } from '#core/archive/entry-names.ts'
import { refuseDuplicates, refuseEntry, refuseTotals } from '#core/archive/limits.ts'
import type { Refusal } from '#core/archive/limits.ts'
import { fail, ImportFailure, stopIfAborted } from '#main/import/import-error.ts'

export interface RawFile {
  readonly path: string
  readonly bytes: Uint8Array
}

interface Entry {
  readonly path: string
  readonly packed: number
  readonly unpacked: number
  readonly method: number
  readonly crc: number
  readonly raw: yauzl.Entry
}

const inflate = promisify(inflateRaw)
const FLAG_UTF8 = 0x800
/** Entries inflated at once: zlib works outside this thread. */
const AT_ONCE = 4

const insist = (refusal: Refusal | null): void => {
  if (refusal) throw new ImportFailure(refusal)
}

const openZip = (bytes: Uint8Array): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    yauzl.fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(zipFailure(error, bytes))
      else resolve(zip)
    })
  })

const zipFailure = (error: Error, bytes: Uint8Array): ImportFailure => {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return fail('not-a-zip', 'This is not a zip file. Pass the zip that the CAD tool wrote, its folder, or the files themselves.')
  if (/end of central directory/i.test(error.message) || /unexpected EOF/i.test(error.message)) {
    return fail('truncated', 'The zip ends too early: its directory is missing. Download or copy it again.')
  }
  return fail('damaged', `The zip is damaged (${error.message}). Download or copy it again.`)
}

const UNIX = 3
const FILE_TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000

/** True for links, devices, pipes: everything that a Unix zip writer marks as neither file nor folder. */
const isLink = (entry: yauzl.Entry): boolean => {
  const mode = entry.versionMadeBy >> 8 === UNIX ? (entry.externalFileAttributes >>> 16) & FILE_TYPE : 0
  return mode !== 0 && mode !== REGULAR && mode !== FOLDER
}

const listEntries = (zip: yauzl.ZipFile, bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = []
    let total = 0
    zip.on('error', (error: Error) => reject(error instanceof ImportFailure ? error : zipFailure(error, bytes)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (raw: yauzl.Entry) => {
      try {
        stopIfAborted(signal)
        const name = raw.fileName as unknown as Uint8Array
        const path = decodeEntryName(name, (raw.generalPurposeBitFlag & FLAG_UTF8) !== 0)
          .replaceAll('\\', '/')
          .replace(/^(\.\/)+/, '')
        const isFolder = path.endsWith('/')
        const facts = { path: isFolder ? path.slice(0, -1) : path, packedBytes: raw.compressedSize, unpackedBytes: raw.uncompressedSize }
        insist(refuseEntry({ ...facts, encrypted: raw.isEncrypted(), link: isLink(raw), method: raw.compressionMethod }))
        if (!isFolder && !isJunk(path)) {
          total += raw.uncompressedSize
          entries.push({
            path,
            packed: raw.compressedSize,
            unpacked: raw.uncompressedSize,
            method: raw.compressionMethod,
            crc: raw.crc32,
            raw,
          })
        }
        insist(refuseTotals(zip.entriesRead, total))
        zip.readEntry()
      } catch (error) {
        reject(error as Error)
      }
    })
    zip.readEntry()
  })

const readEntry = async (zip: yauzl.ZipFile, bytes: Uint8Array, entry: Entry): Promise<RawFile> => {
  const damaged = (what: string): ImportFailure =>
    fail('damaged', `"${entry.path}" in the zip is damaged (${what}). Download or copy the zip again.`)
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry.raw, { minimal: true }).catch((error: Error) => {
    throw damaged(error.message)
  })
  if (fileDataStart + entry.packed > bytes.length)
    throw fail('truncated', `The zip ends inside "${entry.path}". Download or copy it again.`)
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.packed)
  // The limit makes zlib stop as soon as a lying header is exceeded: nothing beyond it is ever held.
  const data =
    entry.method === 0
      ? packed.slice()
      : entry.unpacked === 0
        ? new Uint8Array()
        : new Uint8Array(
            await inflate(packed, { maxOutputLength: entry.unpacked }).catch((error: NodeJS.ErrnoException) => {
              throw damaged(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'it unpacks to more than its header says' : error.message)
            }),
          )
  if (data.length !== entry.unpacked) throw damaged('it unpacks to less than its header says')
  if (crc32(data) >>> 0 !== entry.crc >>> 0) throw damaged('its checksum is wrong')
  return { path: entry.path, bytes: data }
}

/**
 * Unpacks a zip in memory.
 * @returns the files in directory order, without folders and operating-system junk
 * @throws ImportFailure when a limit of `PACKAGE_LIMITS` is exceeded or the zip is damaged
 */
export const readZip = async (
  bytes: Uint8Array,
  options: { signal?: AbortSignal | undefined; onProgress?: ((done: number, total: number) => void) | undefined },
): Promise<RawFile[]> => {
  const zip = await openZip(bytes)
  const entries = await listEntries(zip, bytes, options.signal)
  insist(refuseDuplicates(entries.map((e) => e.path)))
  const files: RawFile[] = []
  for (let i = 0; i < entries.length; i += AT_ONCE) {
    stopIfAborted(options.signal)
    files.push(...(await Promise.all(entries.slice(i, i + AT_ONCE).map((entry) => readEntry(zip, bytes, entry)))))
    options.onProgress?.(files.length, entries.length)
  }
  return files
}

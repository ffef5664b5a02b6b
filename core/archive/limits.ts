/** What a package may hold. Beyond any of these it is refused as a whole, with the limit named. Sizes are bytes. */
export const PACKAGE_LIMITS = {
  entries: 20_000,
  archiveBytes: 512 * 1024 * 1024,
  fileBytes: 256 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  /** Unpacked to packed size; only looked at above `ratioFromBytes`, because small files of zeros are harmless. */
  ratio: 200,
  ratioFromBytes: 1024 * 1024,
  pathLength: 1024,
  folderDepth: 32,
  /** A package inside a package is read, one inside that is not. */
  nesting: 1,
} as const

/** Why a package or an entry is refused. `message` names the limit and says what to do. */
export interface Refusal {
  readonly code:
    | 'too-many-entries'
    | 'file-too-large'
    | 'package-too-large'
    | 'ratio-too-high'
    | 'unsafe-path'
    | 'path-too-long'
    | 'link'
    | 'encrypted'
    | 'unsupported-compression'
    | 'duplicate-entry'
  readonly message: string
}

export interface EntryFacts {
  readonly path: string
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly encrypted: boolean
  /** A symbolic link or a device: never followed. */
  readonly link: boolean
  /** ZIP method number; only 0 (stored) and 8 (deflate) are read. */
  readonly method: number
}

const megabytes = (bytes: number): string => `${Math.round(bytes / (1024 * 1024))} MB`
const refuse = (code: Refusal['code'], message: string): Refusal => ({ code, message })
const shown = (path: string): string => `"${path.length > 80 ? `${path.slice(0, 77)}…` : path}"`.replace(/[\u0000-\u001f\u007f]/g, '?')

/**
 * Judges the path of an entry. Backslashes count as separators, because some zip writers on Windows use them.
 * @returns the refusal, or null when the path stays inside the package
 */
export const refusePath = (path: string): Refusal | null => {
  const unsafe = (why: string): Refusal =>
    refuse('unsafe-path', `The package holds the path ${shown(path)}, which ${why}. Pack the files again without it.`)
  const parts = path.replaceAll('\\', '/').split('/')
  if (/[\u0000-\u001f]/.test(path)) return unsafe('holds control characters')
  if (parts[0] === '') return unsafe('is absolute')
  if (/^[A-Za-z]:/.test(path)) return unsafe('starts with a drive letter')
  if (parts.includes('..')) return unsafe('leads out of the package with ".."')
  if (path.length > PACKAGE_LIMITS.pathLength || parts.length > PACKAGE_LIMITS.folderDepth) {
    const { pathLength, folderDepth } = PACKAGE_LIMITS
    return refuse('path-too-long', `The path ${shown(path)} is longer than ${pathLength} characters or ${folderDepth} folders. Shorten it.`)
  }
  return null
}

/** @returns the refusal of one entry by what the directory says about it, or null */
export const refuseEntry = (entry: EntryFacts): Refusal | null => {
  const { path, packedBytes, unpackedBytes } = entry
  const badPath = refusePath(path)
  if (badPath) return badPath
  if (entry.encrypted) return refuse('encrypted', `${shown(path)} is encrypted. Pack the files again without a password.`)
  if (entry.link) return refuse('link', `${shown(path)} is a link. Pack the file that it points to instead.`)
  if (entry.method !== 0 && entry.method !== 8) {
    return refuse(
      'unsupported-compression',
      `${shown(path)} uses compression method ${entry.method}. Pack the files again as an ordinary zip (deflate).`,
    )
  }
  if (unpackedBytes > PACKAGE_LIMITS.fileBytes) {
    return refuse(
      'file-too-large',
      `${shown(path)} unpacks to ${megabytes(unpackedBytes)}; at most ${megabytes(PACKAGE_LIMITS.fileBytes)} a file are read. Leave it out.`,
    )
  }
  if (unpackedBytes > PACKAGE_LIMITS.ratioFromBytes && unpackedBytes > PACKAGE_LIMITS.ratio * Math.max(1, packedBytes)) {
    return refuse(
      'ratio-too-high',
      `${shown(path)} unpacks to more than ${PACKAGE_LIMITS.ratio} times its size, as a zip bomb does. Leave it out or pass the folder itself.`,
    )
  }
  return null
}

/** @returns the refusal of a package by its counts so far, or null */
export const refuseTotals = (entries: number, totalBytes: number): Refusal | null => {
  if (entries > PACKAGE_LIMITS.entries) {
    return refuse('too-many-entries', `The package holds more than ${PACKAGE_LIMITS.entries} files. Pass only the fabrication files.`)
  }
  if (totalBytes > PACKAGE_LIMITS.totalBytes) {
    return refuse(
      'package-too-large',
      `The files come to more than ${megabytes(PACKAGE_LIMITS.totalBytes)}. Pass only the fabrication files.`,
    )
  }
  return null
}

/** @returns the refusal when two entries have the same path: readers disagree on which one counts; or null */
export const refuseDuplicates = (paths: readonly string[]): Refusal | null => {
  const seen = new Set<string>()
  for (const path of paths) {
    if (seen.has(path)) return refuse('duplicate-entry', `The package holds ${shown(path)} twice. Pack the files again with one of them.`)
    seen.add(path)
  }
  return null
}

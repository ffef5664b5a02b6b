/** A library as it was saved on this computer. */
export interface KeptLibrary {
  readonly uuid: string
  readonly name: string
  readonly version: string
  readonly format: string
  readonly bytes: number
  /** Lower case hex. */
  readonly sha256: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** False when the file has gone or is not the one that was saved. */
  readonly isWhole: boolean
}

/** `update` = the server has another one than is kept. */
export type LibraryState = 'none' | 'here' | 'update' | 'damaged'

/** @returns how what is kept stands against what the server lists */
export const libraryState = (
  listed: { readonly version: string; readonly downloadSha256: string | null },
  kept: Pick<KeptLibrary, 'version' | 'sha256' | 'isWhole'> | undefined,
): LibraryState => {
  if (!kept) return 'none'
  if (!kept.isWhole) return 'damaged'
  const isOther = listed.version !== kept.version || (listed.downloadSha256 !== null && listed.downloadSha256 !== kept.sha256)
  return isOther ? 'update' : 'here'
}

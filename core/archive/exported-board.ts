/** What the manifest of an exported board says it is. */
export const EXPORTED_BOARD_SCHEMA = 'boardproof.board/1'

/** @returns true for the files of a board that was exported with its history: no package to be reviewed */
export const isExportedBoard = (files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): boolean => {
  const manifest = files.find((file) => file.path === 'manifest.json')
  return manifest !== undefined && String.fromCharCode(...manifest.bytes.subarray(0, 200)).includes(`"${EXPORTED_BOARD_SCHEMA}"`)
}

/** Hands bytes to the user as a file: the browser's download, the desktop window's save dialog. */
export const handOver = (bytes: Blob, fileName: string): void => {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download reads it from now on; a minute is far more than it takes to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

import type { Page } from 'playwright-core'

export interface DroppedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Drops files on the window as the file manager would: over it first, then let go. */
export const dropFiles = async (
  page: Page,
  files: readonly DroppedFile[],
  whileOver: () => Promise<void> = async () => {},
): Promise<void> => {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of list) {
      const text = atob(base64)
      transfer.items.add(new File([Uint8Array.from(text, (c) => c.charCodeAt(0))], name))
    }
    return transfer
  }, given)
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data })
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data })
  await whileOver()
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

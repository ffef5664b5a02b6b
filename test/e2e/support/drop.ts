import type { Page } from 'playwright-core'

export interface DroppedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Drops files on the window as the file manager would: over it first, then let go.
 * @param share of the window's width where they are let go, 0 = left
 */
export const dropFiles = async (
  page: Page,
  files: readonly DroppedFile[],
  whileOver: () => Promise<void> = async () => {},
  share = 0,
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
  const event = { dataTransfer: data, clientX: share * (page.viewportSize()?.width ?? 0) }
  await page.dispatchEvent('body', 'dragenter', event)
  await page.dispatchEvent('body', 'dragover', event)
  await whileOver()
  await page.dispatchEvent('body', 'drop', event)
}

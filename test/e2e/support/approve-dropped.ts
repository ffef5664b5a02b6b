import { dropFiles, type DroppedFile } from './drop.ts'
import { tickChecklist } from './tick-checklist.ts'
import type { AppWindow } from './window.ts'

/** Drops a package that nothing is wrong with and approves its first revision. */
export const approveDropped = async ({ page, reviewed }: AppWindow, file: DroppedFile): Promise<void> => {
  await dropFiles(page, [file])
  await page.getByRole('heading', { name: new RegExp(file.name.replace(/\.zip$/, '')) }).waitFor()
  await reviewed()
  await page.keyboard.press('Alt+3')
  const decision = page.getByRole('region', { name: 'Decision', exact: true })
  await decision.waitFor()
  await tickChecklist(page)
  await decision.getByRole('button', { name: 'Approve revision 1' }).click()
  await page.getByText('approved', { exact: true }).first().waitFor()
}

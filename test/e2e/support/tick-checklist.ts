import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Ticks every item of the checklist on the approve page; each tick is kept before the next. */
export const tickChecklist = async (page: Page): Promise<void> => {
  const boxes = page.getByRole('region', { name: 'Checklist' }).getByRole('listitem').getByRole('checkbox')
  for (const box of await boxes.all()) {
    if (await box.isChecked()) continue
    await box.click()
    await expect.poll(() => box.isChecked(), { timeout: 60_000 }).toBe(true)
  }
}

import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeWindow } from './support/window.ts'

const MOST_STEPS = 150

/** Goes on with Tab, as a person without a pointer does, until the element has the focus. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(target)}`)
}

/** Goes on with F6 until a pane has the focus. */
const paneTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let step = 0; step < 12; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('F6')
  }
  throw new Error(`F6 never came to ${String(target)}`)
}

const hasFocus = (target: Locator): Promise<void> =>
  expect.poll(() => target.evaluate((element) => element === document.activeElement), { timeout: 30_000 }).toBe(true)

/** The whole job with keys only: nothing here may click. */
describeWindow('from an unopened board to the order, by keyboard alone', {}, (window) => {
  const list = () => window().page.getByRole('grid', { name: 'Findings' })
  const canvas = () => window().page.getByRole('application')
  const counted = async (name: RegExp): Promise<number> =>
    Number((await window().page.getByRole('button', { name }).textContent())!.replace(/\D/g, ''))

  test('a board is opened and its files are looked through', async () => {
    const { page, accessible } = window()
    await accessible('home')
    await tabTo(page, page.getByRole('button', { name: 'Try the sample board' }))
    await page.keyboard.press('Enter')
    await page.getByText('Copper, top').waitFor()
    await tabTo(page, page.getByRole('listbox', { name: /Files/ }))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('r')
    await page.getByRole('dialog', { name: 'What is this file?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await accessible('import')
    await page.keyboard.press('Alt+2')
    await page
      .getByText(/\d+ of \d+ checks ran$/)
      .first()
      .waitFor()
  })

  test('the crosshair measures and picks, and says so', async () => {
    const { page } = window()
    await paneTo(page, canvas())
    await page.keyboard.press('f')
    const says = () => page.locator('.board-view > [role=status]').first().textContent()
    const patience = { timeout: 30_000 }
    await page.keyboard.press('m')
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(says, patience).toMatch(/^crosshair at x [\d.]+ y [\d.]+ mm/)
    await page.keyboard.press('Enter')
    for (let i = 0; i < 6; i++) await page.keyboard.press('Alt+Shift+ArrowRight')
    for (let i = 0; i < 6; i++) await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(says, patience).toMatch(/measured \d+\.\d+ mm$/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('i')
    const inspector = page.getByRole('region', { name: 'Inspector' })
    await hasFocus(inspector)
    await paneTo(page, canvas())
    for (let i = 0; i < 4; i++) await page.keyboard.press('Escape')
  })

  test('a note is pinned', async () => {
    const { page, accessible, picture } = window()
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await page.getByRole('form', { name: 'Note' }).waitFor()
    await page.keyboard.type('ask about this corner')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('list', { name: 'Notes', exact: true }).getByText('ask about this corner').waitFor()
    await accessible('notes')
    await picture('keyboard-note')
    await hasFocus(canvas())
    await page.keyboard.press('Shift+C')
    await list().waitFor()
  })

  test('every blocker is waived, and the focus stays in the list', async () => {
    const { page, accessible } = window()
    await paneTo(page, list())
    const selected = page.locator('.finding-card[data-selected]')
    for (let guard = 0; guard < 12 && (await counted(/^Blocked \d+$/)) > 0; guard++) {
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('j')
        if ((await selected.getAttribute('data-kind')) === 'error') break
      }
      const before = await counted(/^Waived \d+$/)
      await page.keyboard.press('w')
      await page.getByRole('form', { name: 'Waive' }).waitFor()
      await page.keyboard.type('accepted for the prototype')
      await page.keyboard.press('Control+Enter')
      await expect.poll(() => counted(/^Waived \d+$/), { timeout: 60_000 }).toBeGreaterThan(before)
      await hasFocus(list())
    }
    expect(await counted(/^Blocked \d+$/)).toBe(0)
    await accessible('review')
  })

  test('the board is approved', async () => {
    const { page, accessible, picture } = window()
    await page.keyboard.press('Alt+3')
    const decision = page.getByRole('region', { name: 'Decision', exact: true })
    await decision.waitFor()
    const boxes = page.getByRole('region', { name: 'Checklist' }).getByRole('listitem').getByRole('checkbox')
    for (const box of await boxes.all()) {
      if (await box.isChecked()) continue
      await tabTo(page, box)
      await page.keyboard.press('Space')
      await expect.poll(() => box.isChecked(), { timeout: 60_000 }).toBe(true)
    }
    await accessible('approve')
    await tabTo(page, decision.getByRole('button', { name: 'Approve revision 1' }))
    await page.keyboard.press('Enter')
    await page.getByText('approved', { exact: true }).first().waitFor()
    await picture('keyboard-approved')
  })

  test('the order page is filled in', async () => {
    const { page, accessible } = window()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: /^Order Sample board/ }).waitFor()
    await tabTo(page, page.getByRole('spinbutton', { name: /Quantity/ }))
    await page.keyboard.press('Control+a')
    await page.keyboard.type('25')
    await accessible('order')
  })
})

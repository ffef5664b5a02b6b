import { expect, test } from 'vitest'
import { tickChecklist } from './support/tick-checklist.ts'
import { describeWindow } from './support/window.ts'

const PATIENCE_MS = 60_000

describeWindow('deciding on findings and approving', { started: (window) => window.openSample() }, (window) => {
  const selected = () => window().page.locator('.finding-card[data-selected]')
  const waivedChip = () => window().page.getByRole('button', { name: /^Waived \d+$/ })

  test('a finding is waived with a reason by keyboard, and undo opens it again', async () => {
    const { page, accessible, picture } = window()
    await page.keyboard.press('F8')
    await selected()
      .getByRole('button', { name: /Waive…/ })
      .waitFor()
    await page.getByRole('grid', { name: 'Findings' }).focus()
    await page.keyboard.press('w')
    const form = page.getByRole('form', { name: 'Waive' })
    await form.waitFor()
    await accessible('waive form')
    await picture('waive-form')
    await page.keyboard.type('prototype, hand-soldered')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Waived 1', exact: true }).waitFor()
    await picture('waived')
    await page.getByRole('grid', { name: 'Findings' }).focus()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Waived 0', exact: true }).waitFor()
    await page.keyboard.press('Control+y')
    await page.getByRole('button', { name: 'Waived 1', exact: true }).waitFor()
  })

  test('the waived one is apart and tells its reason', async () => {
    const { page } = window()
    await page.getByRole('rowheader').filter({ hasText: 'Waived' }).getByRole('button').click()
    await page.locator('.finding-card[data-kind="waived"]').click()
    await selected().getByText('prototype, hand-soldered').waitFor()
  })

  test('a note stays with its finding', async () => {
    const { page, picture } = window()
    await page.keyboard.press('F8')
    await page.getByRole('grid', { name: 'Findings' }).focus()
    await page.keyboard.press('c')
    await page.getByRole('form', { name: 'Note' }).waitFor()
    await page.keyboard.type('asked the fab on Monday')
    await page.keyboard.press('Control+Enter')
    await selected().getByText('asked the fab on Monday').waitFor()
    await picture('note')
  })

  test('what was decided is there after a reload', async () => {
    const { page } = window()
    await page.reload()
    await page
      .getByRole('button', { name: /^Sample board/ })
      .first()
      .click()
    await page.keyboard.press('Alt+2')
    await waivedChip().waitFor()
    await page.getByRole('button', { name: 'Waived 1', exact: true }).waitFor()
  })

  test('a board with open blockers is rejected with what is to be done', async () => {
    const { page, accessible, picture } = window()
    await page.keyboard.press('Alt+3')
    await page.getByRole('heading', { name: /revision 1/ }).waitFor()
    await accessible('approve')
    await picture('approve')
    await page.getByLabel(/Remark/).fill('Widen the track at the connector\nMove the via out of the pad')
    await page.getByRole('button', { name: 'Reject' }).click()
    await page.getByText('rejected', { exact: true }).first().waitFor()
  })

  test('what is waived as a whole and confirmed can be approved', async () => {
    const { page, picture } = window()
    await page.keyboard.press('Alt+2')
    for (let guard = 0; guard < 40; guard++) {
      const blocked = Number((await page.getByRole('button', { name: /^Blocked \d+$/ }).textContent())!.replace(/\D/g, ''))
      if (blocked === 0) break
      const before = Number((await waivedChip().textContent())!.replace(/\D/g, ''))
      await page.locator('.finding-card[data-kind="error"], .group-row button').first().click()
      if ((await page.locator('.finding-card[data-selected][data-kind="error"]').count()) === 0)
        await page.locator('.finding-card[data-kind="error"]').first().click()
      await selected()
        .getByRole('button', { name: /Waive…/ })
        .click()
      await page.getByRole('form', { name: 'Waive' }).getByRole('textbox', { name: 'Reason' }).fill('accepted for the prototype')
      await page
        .getByRole('form', { name: 'Waive' })
        .getByRole('button', { name: /^Waive/ })
        .click()
      await expect
        .poll(async () => Number((await waivedChip().textContent())!.replace(/\D/g, '')), { timeout: PATIENCE_MS })
        .toBeGreaterThan(before)
    }
    await page.keyboard.press('Alt+3')
    const decision = page.getByRole('region', { name: 'Decision', exact: true })
    await decision.waitFor()
    await tickChecklist(page)
    await picture('approve-ready')
    await decision.getByRole('button', { name: 'Approve revision 1' }).click()
    await page.getByText('approved', { exact: true }).first().waitFor()
    await picture('approved')
  })

  test('the order page is filled in from the approved board', async () => {
    const { page, accessible, picture } = window()
    await page.keyboard.press('Alt+4')
    await page.getByRole('heading', { name: /^Order Sample board/ }).waitFor()
    await page.getByRole('spinbutton', { name: /Quantity/ }).waitFor()
    await accessible('order')
    await picture('order')
  })
})

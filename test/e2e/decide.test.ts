import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { builtPage, startApplication, type RunningApp } from './support/app.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { tickChecklist } from './support/tick-checklist.ts'

const PATIENCE_MS = 60_000
/** A folder for pictures of every screen on the way; none are taken without it. */
const PICTURES = process.env['BOARDPROOF_PICTURES'] ?? null

describe.skipIf(!chromiumPath)(
  `deciding on findings and approving${chromiumPath ? '' : ' (skipped: no Chromium)'}`,
  { timeout: 3 * PATIENCE_MS },
  () => {
    let browser: Browser
    let app: RunningApp
    let page: Page
    let failures: string[] = []

    beforeAll(async () => {
      await builtPage()
      app = await startApplication()
      browser = await launchChromium(false)
      page = await (
        await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce' })
      ).newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      page.on('pageerror', (error) => failures.push(error.message))
      page.on('console', (message) => message.type() === 'error' && failures.push(`${message.text()} ${message.location().url}`))
      await page.goto(app.address)
      await page.getByRole('button', { name: 'Try the sample board' }).click()
      await page.getByText('Copper, top').waitFor()
      await page.keyboard.press('Alt+2')
      await page
        .getByText(/\d+ of \d+ checks ran$/)
        .first()
        .waitFor()
    }, 240_000)
    afterAll(async () => {
      await browser?.close()
      await app?.stop()
    })
    beforeEach(() => {
      failures = []
    })

    const nothingFailed = (): void => expect(failures).toEqual([])
    const accessible = async (screen: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((v) => `${screen}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([])
    }
    const picture = async (name: string): Promise<void> => {
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` })
    }
    const selected = () => page.locator('.finding-card[data-selected]')
    const waivedChip = () => page.getByRole('button', { name: /^Waived \d+$/ })

    test('a finding is waived with a reason by keyboard, and undo opens it again', async () => {
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
      nothingFailed()
    })

    test('the waived one is apart and tells its reason', async () => {
      await page.getByRole('rowheader').filter({ hasText: 'Waived' }).getByRole('button').click()
      await page.locator('.finding-card[data-kind="waived"]').click()
      await selected().getByText('prototype, hand-soldered').waitFor()
      nothingFailed()
    })

    test('a note stays with its finding', async () => {
      await page.keyboard.press('F8')
      await page.getByRole('grid', { name: 'Findings' }).focus()
      await page.keyboard.press('c')
      await page.getByRole('form', { name: 'Note' }).waitFor()
      await page.keyboard.type('asked the fab on Monday')
      await page.keyboard.press('Control+Enter')
      await selected().getByText('asked the fab on Monday').waitFor()
      await picture('note')
      nothingFailed()
    })

    test('what was decided is there after a reload', async () => {
      await page.reload()
      await page
        .getByRole('button', { name: /^Sample board/ })
        .first()
        .click()
      await page.keyboard.press('Alt+2')
      await waivedChip().waitFor()
      await page.getByRole('button', { name: 'Waived 1', exact: true }).waitFor()
      nothingFailed()
    })

    test('a board with open blockers is rejected with what is to be done', async () => {
      await page.keyboard.press('Alt+3')
      await page.getByRole('heading', { name: /revision 1/ }).waitFor()
      await accessible('approve')
      await picture('approve')
      await page.getByLabel(/Remark/).fill('Widen the track at the connector\nMove the via out of the pad')
      await page.getByRole('button', { name: 'Reject' }).click()
      await page.getByText('rejected', { exact: true }).first().waitFor()
      nothingFailed()
    })

    test('what is waived as a whole and confirmed can be approved', async () => {
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
      nothingFailed()
    })

    test('the order page is filled in from the approved board', async () => {
      await page.keyboard.press('Alt+4')
      await page.getByRole('heading', { name: /^Order Sample board/ }).waitFor()
      await page.getByRole('spinbutton', { name: /Quantity/ }).waitFor()
      await accessible('order')
      await picture('order')
      nothingFailed()
    })
  },
)

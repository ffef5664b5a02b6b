import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCapabilityFile } from '#core/capability/capability-file.ts'
import { builtPage, startApplication, type RunningApp } from './support/app.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'

const PATIENCE_MS = 60_000
/** A folder for pictures of the screen on the way; none are taken without it. */
const PICTURES = process.env['BOARDPROOF_PICTURES'] ?? null

describe.skipIf(!chromiumPath)(
  `capabilities of one's own${chromiumPath ? '' : ' (skipped: no Chromium)'}`,
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
    const dialog = () => page.getByRole('dialog', { name: 'Capabilities' })
    const own = () => dialog().getByRole('region', { name: 'Your own' }).getByRole('button')
    const track = () => dialog().getByRole('textbox', { name: 'Track width, smallest, value' })

    test('every figure of a built-in one is shown with its source; it cannot be changed', async () => {
      await page.getByRole('button', { name: 'Figures and own sets' }).click()
      await dialog()
        .getByRole('row', { name: /Mask between openings/ })
        .waitFor()
      expect(await dialog().getByRole('textbox').count()).toBe(0)
      await accessible('built-in capability')
      await picture('capability-built-in')
      nothingFailed()
    })

    test('a copy is made, used, and a changed figure judges the open board anew, saying how long it took', async () => {
      await dialog().getByRole('button', { name: 'Make a copy' }).press('Enter')
      await track().waitFor()
      await dialog().getByLabel('Name').fill('Our fab')
      await dialog().getByLabel('Name').press('Enter')
      await own().filter({ hasText: 'Our fab' }).waitFor()
      await dialog().getByRole('button', { name: 'Judge by it' }).click()
      await page.getByText(/Judged by Our fab\. It took \d+ ms\./).waitFor()
      const ring = dialog().getByRole('textbox', { name: 'Ring of a plated hole, value' })
      await ring.fill('0,18')
      await ring.press('Enter')
      await page.getByText(/Judged anew by Our fab in \d+ ms\./).waitFor()
      await expect.poll(() => ring.inputValue()).toBe('0.18')
      const source = dialog().getByRole('textbox', { name: 'Ring of a plated hole, source' })
      await source.fill('mail of 20 November')
      await source.press('Enter')
      const castellated = dialog().getByRole('textbox', { name: 'Castellated hole, smallest, value' })
      await castellated.fill('0.7')
      await castellated.press('Enter')
      await dialog().getByRole('row', { name: 'Castellated holes dia 0.7' }).waitFor()
      await accessible('own capability')
      await picture('capability-own')
      nothingFailed()
    })

    test('what is no figure is not taken over, and says why beside the field', async () => {
      const before = await track().inputValue()
      await track().fill('thin')
      await track().press('Enter')
      await dialog()
        .getByRole('alert')
        .filter({ hasText: /is not a figure such as/ })
        .waitFor()
      expect(await track().getAttribute('aria-invalid')).toBe('true')
      await accessible('wrong figure')
      await picture('capability-wrong')
      await track().press('Escape')
      expect(await track().inputValue()).toBe(before)
      await dialog().waitFor()
      nothingFailed()
    })

    test('it is saved as a file, and the file is taken over again', async () => {
      const download = page.waitForEvent('download')
      await dialog().getByRole('button', { name: 'Export' }).click()
      const saved = await download
      expect(saved.suggestedFilename()).toBe('our-fab.capability.json')
      const path = await saved.path()
      const read = readCapabilityFile(readFileSync(path, 'utf8'))
      expect(read.ok && read.value.params['minAnnularPth']).toMatchObject({ value: 0.18, source: 'mail of 20 November' })
      const file = dialog().locator('input[type=file]')
      await file.setInputFiles({ name: 'fab.json', mimeType: 'application/json', buffer: readFileSync(path) })
      await own().filter({ hasText: 'Our fab (2)' }).waitFor()
      await file.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{') })
      await page.getByText(/The file was not taken over\. This is not JSON/).waitFor()
      nothingFailed()
    })

    test('one that is deleted comes back by undo, in light as in dark', async () => {
      await dialog().getByRole('button', { name: 'Delete' }).click()
      await dialog().getByText('Our fab (2) was deleted.').waitFor()
      await expect.poll(() => own().count()).toBe(1)
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await accessible('deleted capability, light')
      await picture('capability-light')
      await dialog().getByRole('button', { name: 'Undo' }).click()
      await expect.poll(() => own().count()).toBe(2)
      nothingFailed()
    })

    test('it opens from the palette, and Escape leads back', async () => {
      await page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'hidden' })
      await page.keyboard.press('Control+k')
      await page.keyboard.type('Capabilities')
      await page.keyboard.press('Enter')
      await dialog().waitFor()
      await page.reload()
      await page
        .getByRole('button', { name: /^Sample board/ })
        .first()
        .waitFor()
      nothingFailed()
    })
  },
)

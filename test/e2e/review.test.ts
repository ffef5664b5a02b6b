import { AxeBuilder } from '@axe-core/playwright'
import JSZip from 'jszip'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sampleBoard } from '#core/builder/sample-board.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtPage, startApplication, type RunningApp } from './support/app.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'
import { dropFiles } from './support/drop.ts'

const PATIENCE_MS = 60_000

const sampleZip = async (): Promise<Uint8Array> => {
  const zip = new JSZip()
  for (const file of writePackage(sampleBoard())) zip.file(file.path, file.bytes)
  return zip.generateAsync({ type: 'uint8array' })
}

describe.skipIf(!chromiumPath)(
  `the application from drop to findings${chromiumPath ? '' : ' (skipped: no Chromium)'}`,
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
      await page.getByRole('heading', { name: 'Drop a fabrication package here' }).waitFor()
    }, 180_000)
    afterAll(async () => {
      await browser?.close()
      await app?.stop()
    })
    beforeEach(() => {
      failures = []
    })

    const accessible = async (screen: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map((v) => `${screen}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([])
    }
    /** All checks are through when the counts no longer say "so far". */
    const reviewed = async (): Promise<void> => {
      await page.keyboard.press('Alt+2')
      await page.getByRole('grid', { name: 'Findings' }).waitFor()
      await page
        .getByRole('button', { name: /^Blocked \d+$/ })
        .first()
        .waitFor()
      await page
        .getByText(/\d+ of \d+ checks ran$/)
        .first()
        .waitFor()
    }
    /** Every message, since toasts go by themselves. */
    const nothingFailed = (): void => expect(failures).toEqual([])

    test('the start page promises that files stay here', async () => {
      await page.reload()
      await page.getByText('Files stay on this computer until you order.').waitFor()
      await accessible('home')
      nothingFailed()
    })

    test('the sample board opens, is drawn, and its planted faults are found', async () => {
      await page.getByRole('button', { name: 'Try the sample board' }).click()
      await page.getByText('Copper, top').waitFor()
      await accessible('import')
      await reviewed()
      const blockers = Number(
        (
          await page
            .getByRole('button', { name: /^Blocked \d+$/ })
            .first()
            .textContent()
        )?.replace(/\D/g, ''),
      )
      expect(blockers).toBeGreaterThan(0)
      await page.locator('.canvas-note').waitFor({ state: 'detached' })
      nothingFailed()
    })

    test('the artwork is on the screen, in the colour of top copper', async () => {
      const share = async (): Promise<number> => {
        const png = await page.locator('.board-canvas').screenshot()
        return page.evaluate(async (base64) => {
          const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]))
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
          context.drawImage(bitmap, 0, 0)
          const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
          let red = 0
          for (let i = 0; i < data.length; i += 4) if (data[i]! > 150 && data[i + 1]! < 80 && data[i + 2]! < 80) red++
          return red / (data.length / 4)
        }, png.toString('base64'))
      }
      await expect.poll(share, { timeout: PATIENCE_MS }).toBeGreaterThan(0.005)
    })

    test('findings are walked by keyboard; each shows numbers, why and what to try', async () => {
      await page.keyboard.press('F8')
      const selected = page.locator('.finding-card[data-selected]')
      await selected.getByText('Try').waitFor()
      await selected.getByText('Why').waitFor()
      await accessible('review')
      const first = await selected.textContent()
      await page.keyboard.press('F8')
      await expect.poll(() => selected.textContent()).not.toBe(first)
      await page.keyboard.press('Shift+F8')
      await expect.poll(() => selected.textContent()).toBe(first)
      nothingFailed()
    })

    test('another capability judges the same measurements', async () => {
      const limit = page.locator('.finding-card[data-selected] .card-limit')
      const before = await limit.textContent()
      await page.getByRole('button', { name: /Capability/ }).click()
      const options = page.getByRole('option')
      await options.first().waitFor()
      expect(await options.count()).toBeGreaterThan(1)
      const name = (await options.nth(1).locator('.option-name').textContent())!
      await options.nth(1).click()
      await page.getByText(`Judged by ${name}.`).waitFor()
      expect(await limit.textContent()).not.toBe(before)
      expect(await limit.textContent()).toContain(name)
      nothingFailed()
    })

    test('the approval states the board, and nothing can be ordered before it', async () => {
      await page.keyboard.press('Alt+3')
      await page.getByRole('heading', { name: /Sample board, revision 1/ }).waitFor()
      await accessible('approve')
      await page.keyboard.press('Alt+4')
      await page.getByRole('heading', { name: 'The board is not approved' }).waitFor()
      await accessible('order')
      nothingFailed()
    })

    test('a dropped zip opens as a new board, and dragging says so', async () => {
      const zip = await sampleZip()
      await dropFiles(page, [{ name: 'widget-r2.zip', bytes: zip }], async () => {
        await page.getByText('Open as new board').waitFor()
      })
      await page.getByRole('heading', { name: /widget-r2/ }).waitFor()
      await reviewed()
      nothingFailed()
    })

    test('a role is changed by keyboard and the board is read again', async () => {
      await page.keyboard.press('Alt+1')
      const list = page.getByRole('listbox', { name: /Files/ })
      await list.focus()
      await page.getByRole('option', { name: /Copper, bottom/ }).click()
      await list.focus()
      await page.keyboard.press('r')
      const dialog = page.getByRole('dialog', { name: 'What is this file?' })
      await dialog.waitFor()
      await accessible('role editor')
      await dialog.getByRole('button', { name: /What it is/ }).click()
      await page.getByRole('option', { name: 'Mechanical' }).click()
      await dialog.getByRole('button', { name: 'Use this role' }).click()
      await page.getByRole('option', { name: /Mechanical.*set by you/ }).waitFor()
      nothingFailed()
    })

    test('what is not a package is refused with a reason', async () => {
      await dropFiles(page, [{ name: 'broken.zip', bytes: new TextEncoder().encode('PK\u0003\u0004 this is no archive') }])
      await page.getByRole('heading', { name: 'This package was not opened' }).waitFor()
      expect((await page.getByRole('alert').textContent())?.length).toBeGreaterThan(10)
      await accessible('refused')
      nothingFailed()
    })

    test('after a reload the boards are listed with picture and verdict, and open again', async () => {
      await page.reload()
      const board = page.getByRole('button', { name: /^widget-r2/ })
      await board.waitFor()
      expect(await board.locator('img').count()).toBe(1)
      await board.click()
      await page.getByRole('heading', { name: /widget-r2/ }).waitFor()
      await reviewed()
      nothingFailed()
    })
  },
)

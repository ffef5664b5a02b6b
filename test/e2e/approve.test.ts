import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { BoardDescription } from '#core/builder/description.ts'
import { shiftBy } from '#core/builder/transform.ts'
import { pdfTags, pdfTexts } from '#test/main/report/pdf-content.ts'
import { packageOf } from '#test/main/support/revisions.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { startApplication, type RunningApp } from './support/app.ts'
import { dropFiles } from './support/drop.ts'
import { tickChecklist } from './support/tick-checklist.ts'
import { describeWindow } from './support/window.ts'

const PATIENCE_MS = 60_000
const folder = mkdtempSync(join(tmpdir(), 'boardproof-approve-'))
/** Applications beside the one of the window. */
const others: RunningApp[] = []

const packed = async (name: string, board: BoardDescription) => ({ name, bytes: readFileSync(await packageOf(board)) })

describeWindow(
  'from the first revision to an approval that lasts',
  {
    context: { acceptDownloads: true },
    after: async () => {
      for (const app of others) await app.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  },
  (window) => {
    const both = async (name: string): Promise<void> => {
      const { page, picture } = window()
      await picture(`${name}-dark`)
      await page.emulateMedia({ colorScheme: 'light' })
      await picture(`${name}-light`)
      await page.emulateMedia({ colorScheme: 'dark' })
    }
    const saved = async (start: (page: Page) => Promise<void>): Promise<string> => {
      const download = window().page.waitForEvent('download')
      await start(window().page)
      const file = await download
      const path = join(folder, file.suggestedFilename())
      await file.saveAs(path)
      return path
    }
    const count = async (chip: RegExp): Promise<number> =>
      Number((await window().page.getByRole('button', { name: chip }).first().textContent())!.replace(/\D/g, ''))
    const command = async (name: string): Promise<void> => {
      const { page } = window()
      await page.keyboard.press('Control+k')
      await page.keyboard.type(name)
      await page.getByRole('option', { name }).first().waitFor()
      await page.keyboard.press('Enter')
    }
    const approvePage = async (): Promise<void> => {
      await window().page.keyboard.press('Alt+3')
      await window().page.getByRole('region', { name: 'Decision', exact: true }).waitFor()
    }
    const stands = (text: RegExp) => window().page.getByRole('region', { name: 'Decisions so far' }).getByText(text).first().waitFor()
    /** Stops the application and shows the page of a new one on the same data or on others. */
    const restarted = async (data?: string): Promise<void> => {
      const app = await startApplication(data)
      others.push(app)
      await window().page.goto(app.address)
      await window().page.getByRole('heading', { name: 'Drop a fabrication package here' }).waitFor()
    }

    test('every blocker of a dropped package is waived, and a note is written', async () => {
      const { page, reviewed } = window()
      await dropFiles(page, [await packed('amp-v1.zip', smallBoard())])
      await page.getByRole('heading', { name: /amp-v1/ }).waitFor()
      await reviewed()
      await page.getByRole('button', { name: /^Waived 0$/ }).waitFor()
      for (let left = await count(/^Blocked \d+$/); left > 0; left = await count(/^Blocked \d+$/)) {
        await page.locator('.finding-card[data-kind="error"], .group-row[data-kind="error"] button').first().click()
        if ((await page.locator('.finding-card[data-selected][data-kind="error"]').count()) === 0)
          await page.locator('.finding-card[data-kind="error"]').first().click()
        await page
          .locator('.finding-card[data-selected]')
          .getByRole('button', { name: /Waive…/ })
          .click()
        const form = page.getByRole('form', { name: 'Waive' })
        await form.getByRole('textbox', { name: 'Reason' }).fill('prototype run')
        await page.keyboard.press('Control+Enter')
        await form.waitFor({ state: 'detached' })
        await expect.poll(() => count(/^Blocked \d+$/), { timeout: PATIENCE_MS }).toBeLessThan(left)
      }
      await page.keyboard.press('F8')
      await page.getByRole('grid', { name: 'Findings' }).focus()
      await page.keyboard.press('c')
      await page.getByRole('form', { name: 'Note' }).waitFor()
      await page.keyboard.type('asked the fab about ENIG')
      await page.keyboard.press('Control+Enter')
      await page.getByText('asked the fab about ENIG').first().waitFor()
    })

    test('all of it is there after a restart, and found from the start page', async () => {
      const { app, page, accessible } = window()
      await page.goto('about:blank')
      await app.end()
      await restarted(app.data)
      await page.getByRole('searchbox', { name: 'Find boards' }).fill('enig')
      const found = page.getByRole('region', { name: 'Found inside boards' })
      await found.getByText('note', { exact: true }).waitFor()
      await accessible('search')
      await both('search')
      await found.getByRole('button', { name: /ENIG/ }).click()
      await page.locator('.note[data-selected]').getByText('asked the fab about ENIG').waitFor()
      await page.keyboard.press('Alt+Home')
      await page.getByRole('searchbox', { name: 'Find boards' }).fill('copper around')
      await found.getByText('finding', { exact: true }).first().waitFor()
      await found
        .getByRole('button', { name: /copper around/ })
        .first()
        .click()
      await page
        .locator('.finding-card[data-selected]')
        .getByText(/copper around/)
        .first()
        .waitFor()
      await page.keyboard.press('Alt+Home')
      await page.getByRole('searchbox', { name: 'Find boards' }).fill('guard')
      const net = found.getByRole('listitem').filter({ has: page.getByText('net', { exact: true }) })
      await net.getByRole('button', { name: 'GUARD' }).click()
      await page.getByText('Net GUARD is highlighted.').waitFor()
      await page.locator('.canvas-note').waitFor({ state: 'detached' })
      await both('net')
      await page.keyboard.press('Alt+Home')
      await page.getByRole('searchbox', { name: 'Find boards' }).fill('')
    })

    test('a newer package is offered as revision 2, with a way back and a second way there; waivers are carried', async () => {
      const { page, reviewed, accessible } = window()
      await page
        .getByRole('button', { name: /^amp-v1/ })
        .first()
        .click()
      await reviewed()
      await page.getByRole('button', { name: /^Waived [1-9]/ }).waitFor()
      const waived = await count(/^Waived \d+$/)
      expect([await count(/^Blocked \d+$/), waived > 0]).toEqual([0, true])
      await dropFiles(page, [await packed('amp-v2.zip', shiftBy(1, 1).board(smallBoard()))], async () => {
        await page.getByText('Open as new board').waitFor()
        await page.getByText('Open as revision 2').waitFor()
        await both('drop-halves')
      })
      await page.getByText(/This looks like revision 2 of amp-v1/).waitFor()
      await accessible('offer')
      await both('offer')
      await page.getByRole('button', { name: 'Make it revision 2' }).click()
      await page.getByText(/^Revision 2 of amp-v1/).waitFor()
      await page.getByRole('button', { name: 'Undo' }).last().click()
      await page.getByText('A board of its own', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Make it a revision of' }).click()
      await both('revision-menu')
      await page.getByRole('menuitem', { name: /amp-v1/ }).click()
      await page.getByText(/^Revision 2 of amp-v1/).waitFor()
      await reviewed()
      await expect.poll(() => count(/^Waived \d+$/), { timeout: PATIENCE_MS }).toBe(waived)
      expect(await count(/^Blocked \d+$/)).toBe(0)
    })

    test('revision 2 is approved, and its record saved as PDF, page and JSON', async () => {
      const { page, accessible } = window()
      await approvePage()
      await tickChecklist(page)
      await both('approve-ready')
      await page.getByRole('button', { name: 'Approve revision 2' }).click()
      await stands(/speaks of the present state/)
      await accessible('approved')
      await both('approved')
      const record = async (name: string): Promise<Buffer> =>
        readFileSync(
          await saved(async () => {
            await page.getByRole('button', { name: 'Save record' }).first().click()
            await page.getByRole('menuitem', { name }).click()
          }),
        )
      const json = await record('JSON')
      const pdf = await record('PDF')
      const { state } = JSON.parse(json.toString()) as { state: { package: { sha256: string }; waivers: { reason: string }[] } }
      const text = pdfTexts(pdf).join('')
      expect(state.waivers.length).toBeGreaterThan(0)
      for (const part of [
        'Approved: amp-v1',
        'revision 2',
        'prototype run',
        'Top side',
        createHash('sha256').update(json).digest('hex').slice(0, 16),
      ])
        expect(text).toContain(part)
      expect(text.replaceAll(' ', '')).toContain(state.package.sha256)
      expect(pdfTags(pdf)['Figure']).toBe(2)
      expect((await record('HTML')).toString()).toContain('<figure class="board">')
    })

    test('whatever is changed afterwards marks it as for an earlier state, and says what', async () => {
      const { page, reviewed } = window()
      const undo = async (): Promise<void> => {
        await page.keyboard.press('Control+z')
        await stands(/speaks of the present state/)
      }
      await page.keyboard.press('Alt+1')
      await page.getByRole('option', { name: /Paste, top/ }).click()
      await page.keyboard.press('r')
      const dialog = page.getByRole('dialog', { name: 'What is this file?' })
      await dialog.getByRole('button', { name: /What it is/ }).click()
      await page.getByRole('option', { name: 'Mechanical' }).click()
      await dialog.getByRole('button', { name: 'Use this role' }).click()
      await reviewed()
      await approvePage()
      await stands(/for an earlier state: .*roles.* changed since/)
      await both('earlier-state')
      await undo()

      await page.getByRole('button', { name: /Capability/ }).click()
      const options = page.getByRole('option')
      const chosen = await options.and(page.locator('[aria-selected="true"]')).textContent()
      await options.filter({ hasNotText: chosen! }).first().click()
      await stands(/for an earlier state: capability.* changed since/)
      await page.getByRole('button', { name: /Capability/ }).click()
      await options.filter({ hasText: chosen! }).first().click()
      await stands(/speaks of the present state/)

      await page.keyboard.press('Alt+2')
      await page.getByRole('button', { name: /^Waivers/ }).click()
      await page.getByRole('button', { name: 'Take back' }).first().click()
      await approvePage()
      await stands(/for an earlier state: waivers changed since/)
      await undo()

      await dropFiles(page, [await packed('amp-v3.zip', shiftBy(2, 2).board(smallBoard()))], async () => {}, 0.9)
      await page.getByText(/^Revision 3 of amp-v1/).waitFor()
      await reviewed()
      await approvePage()
      await stands(/for an earlier state: .*files.* changed since/)
      await page.keyboard.press('Alt+1')
    })

    test('the board with its history travels as one file, and an import can be taken back', async () => {
      const { page } = window()
      await page.keyboard.press('Alt+Home')
      await page.getByRole('button', { name: /^More for amp-v1/ }).click()
      await both('card-menu')
      const path = await saved((at) => at.getByRole('menuitem', { name: 'Export…' }).click())
      expect(path.endsWith('amp-v1.boardproof.zip')).toBe(true)
      const exported = [{ name: 'from a colleague.zip', bytes: readFileSync(path) }]
      await dropFiles(page, exported)
      await page.getByText(/was not imported/).waitFor()
      await both('import-refused')

      await restarted()
      await dropFiles(page, exported)
      await page.getByText(/amp-v1.* was imported with 3 revisions/).waitFor()
      await both('imported')
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByText('Boards that you open are listed here.').waitFor()
      await page.getByRole('button', { name: /Which boards/ }).click()
      await page.getByRole('option', { name: 'Deleted' }).click()
      await page.getByRole('button', { name: /^More for amp-v1/ }).click()
      await page.getByRole('menuitem', { name: 'Restore' }).click()
      await page.getByRole('button', { name: /Which boards/ }).click()
      await page.getByRole('option', { name: 'All boards' }).click()
      await page
        .getByRole('button', { name: /^amp-v1/ })
        .first()
        .click()
      await approvePage()
      await stands(/revision 2/)
    })

    test('space and clean-up tell what is there, and the log is whole', async () => {
      const { page, accessible } = window()
      await command('Space and clean-up')
      const sheet = page.getByRole('dialog', { name: 'Space and clean-up' })
      await sheet.getByText(/^The log is whole/).waitFor()
      await sheet.getByText(/in \d+ files?$/).waitFor()
      await accessible('space')
      await both('space')
      await page.keyboard.press('Escape')

      await page.keyboard.press('Alt+Home')
      await page.getByRole('button', { name: /^More for amp-v1/ }).click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
      await page.getByText('Boards that you open are listed here.').waitFor()
      await command('Space and clean-up')
      await sheet.getByRole('checkbox', { name: /Also remove 1 deleted board for good/ }).check()
      await sheet.getByRole('button', { name: /^Clean up, frees/ }).click()
      await both('clean-up')
      await sheet.getByRole('button', { name: 'Remove for good' }).click()
      await sheet.getByText(/^Removed 1 deleted board.* are free again\.$/).waitFor()
      await sheet.getByText(/^The log is whole/).waitFor()
    })
  },
)

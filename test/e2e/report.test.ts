import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { describeWindow } from './support/window.ts'
import { pdfTexts } from '#test/main/report/pdf-content.ts'

const folder = mkdtempSync(join(tmpdir(), 'boardproof-reports-'))

describeWindow(
  'reports from the window',
  {
    context: { acceptDownloads: true },
    started: (window) => window.openSample(),
    after: async () => rmSync(folder, { recursive: true, force: true }),
  },
  (window) => {
    /** Saves a report through the menu. @returns where it lies */
    const saved = async (name: string): Promise<string> => {
      const { page } = window()
      await page.getByRole('button', { name: 'Save report' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name }).click()
      const file = await download
      const path = join(folder, file.suggestedFilename())
      await file.saveAs(path)
      return path
    }

    test('the menu offers six formats and can be walked by keyboard', async () => {
      const { page } = window()
      await page.getByRole('button', { name: 'Save report' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menu', { name: 'Save report' }).waitFor()
      expect(await page.getByRole('menuitem').count()).toBe(6)
      const { violations } = await new AxeBuilder({ page }).include('.popover').analyze()
      expect(violations.map((v) => v.id)).toEqual([])
      await page.keyboard.press('Escape')
    })

    test('HTML: findings, drawings and links work in a browser of its own, in dark and in light', async () => {
      const { browser, failures } = window()
      const path = await saved('HTML')
      expect(path.endsWith('Sample board-review.html')).toBe(true)
      for (const colorScheme of ['dark', 'light'] as const) {
        const report = await (await browser.newContext({ viewport: { width: 1200, height: 900 }, colorScheme })).newPage()
        const asked: string[] = []
        report.on('request', (request) => asked.push(request.url()))
        report.on('console', (message) => failures.push(message.text()))
        await report.goto(pathToFileURL(path).href)
        await report.getByRole('heading', { name: 'Review of Sample board' }).waitFor()
        expect(await report.locator('article.finding').count()).toBeGreaterThan(2)
        // From a finding to its mark and back, by keyboard alone.
        await report.locator('#f1 dd a').first().focus()
        await report.keyboard.press('Enter')
        expect(new URL(report.url()).hash).toMatch(/^#m1-/)
        const mark = report.locator(new URL(report.url()).hash)
        expect(await mark.locator('path').boundingBox()).not.toBeNull()
        await mark.focus()
        await report.keyboard.press('Enter')
        expect(new URL(report.url()).hash).toBe('#f1')
        expect(await report.locator('#f1').evaluate((e) => e.getBoundingClientRect().top < innerHeight)).toBe(true)
        // Copper is drawn, not only meant to be.
        expect(await report.locator('#d-top-copper .p-copper').evaluate((e) => (e as SVGGraphicsElement).getBBox().width)).toBeGreaterThan(
          50_000,
        )
        // Thousands of shapes take minutes to be judged once; their links are judged in the light.
        const judged = new AxeBuilder({ page: report })
        const { violations } = await (colorScheme === 'dark' ? judged.exclude('figure') : judged).analyze()
        expect(violations.map((v) => `${colorScheme}: ${v.id} ${v.nodes[0]!.target.join(' ')}`)).toEqual([])
        expect(asked).toEqual([pathToFileURL(path).href])
        await report.context().close()
      }
    })

    test('PDF: the findings of the window are on its pages', async () => {
      const pdf = readFileSync(await saved('PDF'))
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      const text = pdfTexts(pdf).join('')
      expect(['Review of Sample board', 'Blocked', 'Minimum conductor (trace) width'].filter((wanted) => !text.includes(wanted))).toEqual(
        [],
      )
    })

    test('JSON, CSV, SARIF and JUnit agree on the number of findings', async () => {
      const json = JSON.parse(readFileSync(await saved('JSON'), 'utf8')) as { findings: { severity: string; checkId: string }[] }
      const csv = readFileSync(await saved('CSV'), 'utf8')
      const sarif = JSON.parse(readFileSync(await saved('SARIF'), 'utf8')) as { runs: { results: unknown[] }[] }
      const junit = readFileSync(await saved('JUnit'), 'utf8')
      expect(json.findings.length).toBeGreaterThan(2)
      expect(csv.trimEnd().split('\r\n')).toHaveLength(json.findings.length + 1)
      expect(sarif.runs[0]!.results).toHaveLength(json.findings.length)
      const failing = new Set(json.findings.filter((f) => f.severity === 'error').map((f) => f.checkId))
      expect(junit).toContain(`failures="${failing.size}"`)
    })
  },
)

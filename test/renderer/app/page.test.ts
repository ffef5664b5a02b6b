import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AppStore } from '#renderer/state/store.ts'
import { chromiumPath, launchChromium } from '#test/e2e/support/chromium.ts'
import { servePages } from '#test/e2e/support/page-server.ts'

declare const window: { store: AppStore }

/** The scans are slow where the machine is busy; a test that was given up would go on pressing keys in the next one. */
const PATIENCE_MS = 240_000

const THEMES = ['dark', 'light', 'contrast-dark', 'contrast-light'] as const

describe.skipIf(!chromiumPath)(`the page on made-up data${chromiumPath ? '' : ' (skipped: no Chromium)'}`, { timeout: PATIENCE_MS }, () => {
  let browser: Browser
  let pages: { url: string; close(): Promise<void> }
  let page: Page
  let failures: string[] = []

  beforeAll(async () => {
    pages = await servePages()
    browser = await launchChromium(false)
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })).newPage()
    page.on('pageerror', (error) => failures.push(error.message))
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()))
  })
  afterAll(async () => {
    await browser?.close()
    await pages?.close()
  })
  beforeEach(() => {
    failures = []
  })

  const start = async (query: string): Promise<void> => {
    await page.goto(`${pages.url}/test/renderer/support/fake-app.html?${query}`)
    await page.getByRole('heading', { name: 'Drop a fabrication package here' }).waitFor()
    await page.waitForFunction(() => window.store !== undefined)
  }
  const openSample = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Try the sample board' }).click()
    await page.getByRole('heading', { name: 'sensor-node-r3' }).waitFor()
    await page.evaluate(() => window.store.setState({ reviewFinal: true, progress: { phase: 'done', done: 31, total: 31 } }))
  }
  const drawn = (): Promise<unknown> =>
    page.waitForFunction(() => window.store.getState().loadedLayers.length === window.store.getState().layerOrder.length)

  const expectAccessible = async (screen: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map((v) => `${screen}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([])
  }

  describe.each(THEMES)('axe, %s theme', (theme) => {
    test('every screen', async () => {
      await start(`theme=${theme}`)
      await page.getByText('motor-driver', { exact: true }).waitFor()
      await expectAccessible('home')
      await openSample()
      await drawn()
      await expectAccessible('import')
      await page.keyboard.press('Alt+2')
      await page.getByRole('grid', { name: 'Findings' }).waitFor()
      await page.keyboard.press('F8')
      await page.getByText('Make the land 0.60 mm').waitFor()
      await expectAccessible('review')
      for (const [key, screen] of [
        ['Control+k', 'palette'],
        ['Control+,', 'settings'],
        ['?', 'keys'],
      ] as const) {
        await page.keyboard.press(key)
        await page.getByRole('dialog').waitFor()
        await expectAccessible(screen)
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await page.keyboard.press('Alt+3')
      await page.getByRole('heading', { name: 'There is nothing to approve yet' }).waitFor()
      await expectAccessible('approve')
      await page.keyboard.press('Alt+4')
      await page.getByRole('heading', { name: 'This board cannot be ordered yet' }).waitFor()
      await expectAccessible('order')
      expect(failures).toEqual([])
    })
  })

  test('a refused package says why and what to do', async () => {
    await start('theme=dark&refuse')
    await page.getByRole('button', { name: 'Try the sample board' }).click()
    await page
      .getByRole('alert')
      .getByText(/more than 20,000 entries/)
      .waitFor()
    await expectAccessible('refused')
    await page.getByRole('button', { name: 'Home', exact: true }).last().click()
    await page.getByRole('heading', { name: 'Boards', exact: true }).waitFor()
  })

  test('the artwork of one board is gone before the next one is drawn', async () => {
    await start('theme=dark')
    await openSample()
    await drawn()
    const [removed, shown] = await page.evaluate(async () => {
      const { viewer, board } = window.store.getState()
      const gone: string[] = []
      const remove = viewer!.removeLayer.bind(viewer)
      viewer!.removeLayer = (id) => {
        gone.push(id)
        remove(id)
      }
      const ids = board!.layers.map((layer) => layer.id)
      window.store.setState({ board: null })
      return [gone, ids] as const
    })
    expect(removed).toEqual(expect.arrayContaining([...shown]))
  })

  test('the whole review by keyboard alone', async () => {
    await start('theme=dark')
    // Home: Tab reaches the sample board.
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab')
      if (await page.getByRole('button', { name: 'Try the sample board' }).evaluate((b) => b === document.activeElement)) break
    }
    await page.keyboard.press('Enter')
    await page.getByRole('listbox', { name: /Files/ }).waitFor()
    // Import: the first row needs a look; R changes it.
    await page.getByRole('listbox', { name: /Files/ }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('r')
    await page.getByRole('dialog', { name: 'What is this file?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Enter')
    // Review: F6 moves between panes, J and K walk, Enter frames, Esc leaves.
    const list = page.getByRole('grid', { name: 'Findings' })
    await list.waitFor()
    for (let i = 0; i < 8 && !(await list.evaluate((l) => l === document.activeElement)); i++) await page.keyboard.press('F6')
    expect(await list.evaluate((l) => l === document.activeElement)).toBe(true)
    const selected = (): Promise<string | null> => page.evaluate(() => window.store.getState().selectedFinding)
    await page.keyboard.press('j')
    const first = await selected()
    await page.keyboard.press('j')
    const second = await selected()
    expect(first).not.toBeNull()
    expect(second).not.toBe(first)
    await page.keyboard.press('k')
    expect(await selected()).toBe(first)
    const zoom = (): Promise<number> => page.evaluate(() => window.store.getState().zoom)
    const before = await zoom()
    await page.keyboard.press('Enter')
    await page.waitForFunction((was) => window.store.getState().zoom > was * 5, before)
    await page.keyboard.press('Backspace')
    await page.waitForFunction((was) => Math.abs(window.store.getState().zoom / was - 1) < 0.01, before)
    await page.keyboard.press('Control+u')
    await page.getByRole('button', { name: 'mil', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    expect(await selected()).toBeNull()
    expect(failures).toEqual([])
  })

  test('picking on the board names the object and its net; N goes beneath', async () => {
    await start('theme=dark')
    await openSample()
    await page.keyboard.press('Alt+2')
    await drawn()
    const canvas = page.locator('.board-canvas')
    await canvas.focus()
    await page.keyboard.press('f')
    // The first plated hole lies at 10, 4 mm.
    const at = await page.evaluate(() => {
      const { viewer } = window.store.getState()
      const { camera, size } = viewer!
      return { x: size.width / 2 + (10e6 - camera.x) * camera.scale, y: size.height / 2 - (4e6 - camera.y) * camera.scale }
    })
    await canvas.click({ position: at })
    const inspector = page.getByRole('region', { name: 'Inspector' })
    await inspector.getByText('plated hole', { exact: true }).waitFor()
    await page.keyboard.press('n')
    await inspector.getByText('flash', { exact: true }).waitFor()
    await inspector.getByText('NET0').waitFor()
    await page.keyboard.press('`')
    await page.waitForFunction(() => window.store.getState().highlightedNets.includes('NET0'))
    expect(failures).toEqual([])
  })

  test('measuring snaps to centres; Shift frees it', async () => {
    await start('theme=dark')
    await openSample()
    await page.keyboard.press('Alt+2')
    await drawn()
    const canvas = page.locator('.board-canvas')
    await canvas.focus()
    await page.keyboard.press('f')
    await page.evaluate(() => window.store.getState().viewer!.fit([9e6, 2e6, 14e6, 6e6], 0, { jump: true }))
    await page.waitForFunction(() => window.store.getState().zoom > 10)
    const place = (x: number, y: number): Promise<{ x: number; y: number }> =>
      page.evaluate(
        ([wx, wy]) => {
          const { camera, size } = window.store.getState().viewer!
          return {
            x: size.width / 2 + (wx! * 1e6 - camera.x) * camera.scale + 3,
            y: size.height / 2 - (wy! * 1e6 - camera.y) * camera.scale - 2,
          }
        },
        [x, y],
      )
    const length = (): Promise<number> =>
      page.evaluate(() => {
        const m = window.store.getState().measurement
        return m && m.done ? Math.hypot(m.to[0] - m.from[0], m.to[1] - m.from[1]) / 1e6 : -1
      })
    await page.keyboard.press('m')
    await canvas.click({ position: await place(10, 4) })
    await canvas.click({ position: await place(12.54, 4) })
    await expect.poll(length).toBeCloseTo(2.54, 9)
    await canvas.click({ position: await place(10, 4) })
    await canvas.click({ position: await place(12.54, 4), modifiers: ['Shift'] })
    await expect.poll(length).toBeGreaterThan(2.54)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => window.store.getState().tool)).toBe('select')
    expect(failures).toEqual([])
  })
})

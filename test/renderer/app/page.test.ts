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

  /** Pressed one after another; each must change what is asked for to what is expected. */
  const EFFECTS: readonly (readonly [focus: 'canvas' | 'list', key: string, of: string, is: unknown])[] = [
    ['canvas', 'm', 's.tool', 'measure'],
    ['canvas', 'Escape', 's.tool', 'select'],
    ['canvas', 'g', 's.tool', 'gap'],
    ['canvas', 'g', 's.tool', 'select'],
    ['canvas', 'z', 's.tool', 'zoom-box'],
    ['canvas', 'Escape', 's.tool', 'select'],
    ['canvas', 't', 's.realistic', true],
    ['canvas', 't', 's.realistic', false],
    ['canvas', 'Shift+N', 's.showsClear', true],
    ['canvas', 'Shift+N', 's.showsClear', false],
    ['canvas', 'o', 's.outlines', true],
    ['canvas', 'o', 's.outlines', false],
    ['canvas', 's', 's.solo !== null', true],
    ['canvas', 's', 's.solo', null],
    ['canvas', 'h', 's.dimOthers', true],
    ['canvas', 'h', 's.dimOthers', false],
    ['canvas', 'b', 's.flipped', true],
    ['canvas', 'b', 's.flipped', false],
    ['canvas', 'Shift+B', 's.turns', 1],
    ['canvas', 'Control+1', 's.layerViews[s.layerOrder[0]].visible', false],
    ['canvas', 'Control+1', 's.layerViews[s.layerOrder[0]].visible', true],
    ['canvas', 'PageDown', 's.activeLayer !== before.activeLayer', true],
    ['canvas', 'PageUp', 's.activeLayer !== before.activeLayer', true],
    ['canvas', '+', 's.zoom > before.zoom', true],
    ['canvas', '-', 's.zoom < before.zoom', true],
    ['canvas', 'ArrowLeft', 's.viewer.camera.x !== before.x || s.viewer.camera.y !== before.y', true],
    ['canvas', 'Shift+ArrowUp', 's.viewer.camera.x !== before.x || s.viewer.camera.y !== before.y', true],
    ['canvas', 'i', 'document.activeElement.hasAttribute("data-inspector")', true],
    ['list', 'j', 's.selectedFinding !== null', true],
    ['list', 'k', 's.selectedFinding !== before.selectedFinding', true],
    ['list', 'Enter', 's.zoom > before.zoom', true],
    ['list', 'Shift+F8', 's.selectedFinding !== before.selectedFinding', true],
    ['list', 'Control+u', 's.settings.unit', 'mil'],
    ['list', 'Escape', 's.hits.length', 0],
    ['list', 'Escape', 's.selectedFinding', null],
    ['list', 'F6', 'document.activeElement !== document.querySelector("[role=grid]")', true],
    ['list', 'Control+f', 'document.activeElement.hasAttribute("data-find")', true],
    ['list', 'Control+k', 's.dialog', 'palette'],
    ['list', 'Escape', 's.dialog', null],
    ['list', '?', 's.dialog', 'help'],
    ['list', 'Escape', 's.dialog', null],
    ['list', 'Control+,', 's.dialog', 'settings'],
    ['list', 'Escape', 's.dialog', null],
    ['list', 'Alt+1', 's.stage', 'import'],
  ]

  test('every key does what the sheet says', async () => {
    await start('theme=dark')
    await openSample()
    await page.keyboard.press('Alt+2')
    await drawn()
    await page.evaluate(() => window.store.setState({ highlightedNets: [] }))
    for (const [focus, key, of, is] of EFFECTS) {
      await page.evaluate(
        ([part]) => {
          const { viewer, zoom, activeLayer, selectedFinding, dialog } = window.store.getState()
          const { x, y } = viewer!.camera
          Object.assign(window, { before: { zoom, activeLayer, selectedFinding, x, y } })
          // A dialog keeps the focus.
          if (!dialog) document.querySelector<HTMLElement>(part === 'canvas' ? '.board-canvas' : '[role=grid]')?.focus()
        },
        [focus],
      )
      await page.keyboard.press(key)
      const now = `(() => { const s = window.store.getState(), before = window.before; return (${of}) })()`
      await expect.poll(() => page.evaluate(now), { message: `${key} on the ${focus}: ${of}`, timeout: 20_000 }).toEqual(is)
    }
    expect(failures).toEqual([])
  })

  test('a key is changed on the sheet, a taken one is refused, and the usual one comes back', async () => {
    await start('theme=dark')
    await openSample()
    await page.keyboard.press('Alt+2')
    await drawn()
    const isFlipped = (): Promise<boolean> => page.evaluate(() => window.store.getState().flipped)
    const row = page.locator('.key-list > div').filter({ hasText: 'Flip to the other side' })
    await page.keyboard.press('?')
    await row.getByRole('button', { name: /^B ?: change$/ }).click()
    await page.keyboard.press('m')
    await row.getByRole('alert').getByText('This key is taken: Measure.').waitFor()
    await page.keyboard.press('x')
    await row.getByRole('button', { name: /^X ?: change$/ }).waitFor()
    await expectAccessible('keys')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('.board-canvas').focus()
    await page.keyboard.press('b')
    await page.keyboard.press('x')
    await expect.poll(isFlipped).toBe(true)
    await page.keyboard.press('?')
    await row.getByRole('button', { name: /^The usual key/ }).click()
    await row.getByRole('button', { name: /^B ?: change$/ }).waitFor()
    expect(failures).toEqual([])
  })

  test('the gap between two objects is measured by two clicks; Space and a drag pan in any tool', async () => {
    await start('theme=dark')
    await openSample()
    await page.keyboard.press('Alt+2')
    await drawn()
    const canvas = page.locator('.board-canvas')
    await canvas.focus()
    await page.evaluate(() => window.store.getState().viewer!.fit([9e6, 2e6, 14e6, 6e6], 0, { jump: true }))
    await page.waitForFunction(() => window.store.getState().zoom > 10)
    const place = (x: number, y: number): Promise<{ x: number; y: number }> =>
      page.evaluate(
        ([wx, wy]) => {
          const { camera, size } = window.store.getState().viewer!
          return { x: size.width / 2 + (wx! * 1e6 - camera.x) * camera.scale, y: size.height / 2 - (wy! * 1e6 - camera.y) * camera.scale }
        },
        [x, y],
      )
    await page.keyboard.press('g')
    await page.getByText(/^Click two objects/).waitFor()
    // Two plated holes of 1 mm, 2.54 mm apart.
    await canvas.click({ position: await place(10, 4) })
    await page.waitForFunction(() => window.store.getState().hits.length > 0)
    await canvas.click({ position: await place(12.54, 4) })
    const length = (): Promise<number> =>
      page.evaluate(() => {
        const m = window.store.getState().measurement
        return m?.done ? Math.hypot(m.to[0] - m.from[0], m.to[1] - m.from[1]) / 1e6 : -1
      })
    await expect.poll(length).toBeCloseTo(1.54, 6)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('z')
    const x = (): Promise<number> => page.evaluate(() => window.store.getState().viewer!.camera.x)
    const before = await x()
    const box = (await canvas.boundingBox())!
    await page.keyboard.down('Space')
    await page.mouse.move(box.x + 300, box.y + 300)
    await page.mouse.down()
    await page.mouse.move(box.x + 380, box.y + 300, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Space')
    await expect.poll(x).not.toBe(before)
    expect(await page.evaluate(() => window.store.getState().tool)).toBe('zoom-box')
    expect(failures).toEqual([])
  })

  test('a picture of the view goes to the clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await start('theme=dark')
    await openSample()
    await page.keyboard.press('Alt+2')
    await drawn()
    await page.locator('.board-canvas').focus()
    await page.keyboard.press('Control+Shift+C')
    await page.getByText('A picture of the view is on the clipboard.').waitFor()
    const seen = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const bitmap = await createImageBitmap(await item!.getType('image/png'))
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      context.drawImage(bitmap, 0, 0)
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
      const colours = new Set<number>()
      for (let i = 0; i < data.length; i += 4) colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!)
      return { width: bitmap.width, colours: colours.size }
    })
    expect(seen.width).toBeGreaterThan(300)
    // An empty canvas has one.
    expect(seen.colours).toBeGreaterThan(20)
    expect(failures).toEqual([])
  })
})

import JSZip from 'jszip'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ArtItem, BoardDescription, Hole } from '#core/builder/description.ts'
import { shiftBy } from '#core/builder/transform.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { dropFiles } from './support/drop.ts'
import { describeWindow, type AppWindow } from './support/window.ts'

const before = smallBoard()

const editedItem = (item: ArtItem): ArtItem => {
  if (item.kind !== 'flash') return item
  // A part moved, a pad grown.
  if (item.ref === 'R5') return { ...item, at: [item.at[0] + 0.4, item.at[1] + 0.6] }
  if (item.ref === 'U1' && item.pin === '12' && item.layer === 'top-copper')
    return { ...item, shape: { kind: 'rect', width: 0.62, height: 1.9 } }
  return item
}
const editedHole = (hole: Hole): readonly Hole[] => {
  if (hole.at[0] === 3.5 && hole.at[1] === 3.5) return []
  return hole.at[0] === 36.5 && hole.at[1] === 3.5 ? [{ ...hole, diameter: 3.5 }] : [hole]
}
const BITES: readonly Hole[] = [0, 1, 2, 3].map((i) => ({ at: [40, 12 + i], diameter: 0.5, plated: false }))
const TRACK: ArtItem = { kind: 'draw', layer: 'top-copper', from: [4, 12], to: [8, 12], width: 0.8, net: 'NEW' }

/** The board after a day's work: moved part, grown pad, new track, lost hole, larger hole; and what a fab adds. */
const edited: BoardDescription = shiftBy(2.54, 1.27).board({
  ...before,
  items: [...before.items.map(editedItem), TRACK],
  holes: [...before.holes.flatMap(editedHole), ...BITES],
})

const zipOf = async (board: BoardDescription): Promise<Uint8Array> => {
  const zip = new JSZip()
  for (const { path, bytes } of writePackage(board)) zip.file(path, bytes)
  return zip.generateAsync({ type: 'uint8array' })
}

const drop = async ({ page }: AppWindow, name: string, board: BoardDescription): Promise<void> => {
  await dropFiles(page, [{ name: `${name}.zip`, bytes: await zipOf(board) }])
  await page.getByRole('heading', { name: new RegExp(name) }).waitFor()
}

const tokenColor = (page: Page, token: string): Promise<readonly number[]> =>
  page.evaluate((name) => {
    const written = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    const hex =
      written.length === 4
        ? [...written]
            .map((c) => c + c)
            .join('')
            .slice(1)
        : written
    return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16))
  }, token)

/** The colour of the artwork at a place, shares of its width and height. */
const pixelAt = (page: Page, x: number, y: number): Promise<readonly number[]> =>
  page.evaluate(
    ([fx, fy]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.compare .board-canvas-surface')!
      const context = canvas.getContext('2d')!
      return [...context.getImageData(Math.round(canvas.width * fx), Math.round(canvas.height * fy), 1, 1).data].slice(0, 3)
    },
    [x, y] as const,
  )

const STEP_MS = 30_000

const isColor = (is: readonly number[], wanted: readonly number[]): boolean => is.every((v, i) => Math.abs(v - wanted[i]!) <= 3)

describeWindow(
  'two revisions compared',
  {
    started: async (window) => {
      window.page.setDefaultTimeout(STEP_MS)
      await drop(window, 'board-a', before)
      await window.reviewed()
      await drop(window, 'board-b', edited)
      await window.page.getByRole('button', { name: 'Make it revision 2' }).click()
      await window.reviewed()
    },
  },
  (window) => {
    const differences = () => window().page.getByRole('listbox', { name: 'Differences' })
    const chosen = () => differences().locator('[aria-selected="true"]')

    /** Waits until the artwork shows a token's colour at a place. */
    const shows = async (token: string, x = 0.5, y = 0.5): Promise<void> => {
      const { page } = window()
      const wanted = await tokenColor(page, token)
      let is: readonly number[] = []
      await expect
        .poll(async () => isColor((is = await pixelAt(page, x, y)), wanted), {
          timeout: 20_000,
          message: `${token} at ${x}, ${y}: ${is.join()}`,
        })
        .toBe(true)
    }

    /** Walks by key until a difference is chosen whose row says what is wanted. */
    const walkTo = async (says: RegExp): Promise<void> => {
      const { page } = window()
      for (let guard = 0; guard < 60; guard++) {
        await page.keyboard.press('F8')
        if (says.test((await chosen().textContent()) ?? '')) return
      }
      throw new Error(`no difference says ${says}`)
    }

    test('are told apart in words: how they lie, layers, objects', async () => {
      const { page, accessible, picture } = window()
      await page.getByRole('button', { name: 'Compare revisions' }).press('Enter')
      await page.getByText(/\d+ of \d+ layers differ · \d+ differences/).waitFor()
      await page.getByText(/^Shifted 2\.540, 1\.270 mm; not turned/).waitFor()
      const layers = page.getByRole('region', { name: 'Layers' })
      await layers.getByRole('button', { name: /Top copper.*differs.*added.*moved.*resized/ }).waitFor()
      await layers.getByText(/^\d+ of \d+ layers unchanged$/).waitFor()
      expect(await differences().getByRole('option').count()).toBeGreaterThan(5)
      await shows('--canvas', 0.02, 0.5)
      await accessible('compare')
      await picture('compare-overlay')
    })

    test('lie over each other: only before, only after, both', async () => {
      const { page, picture } = window()
      await walkTo(/added.*track 0\.800 wide, 4\.000 long/)
      await shows('--only-after')
      await picture('compare-added-track')
      await walkTo(/resized.*1\.500 → .*1\.900/)
      await shows('--in-both')
      await picture('compare-resized-pad')
      await walkTo(/moved.*by 0\.721 mm/)
      await picture('compare-moved')
      await walkTo(/removed.*hole 3\.200/)
      expect(await page.getByRole('button', { name: /^Holes/ }).getAttribute('aria-pressed')).toBe('true')
      await shows('--only-before')
      await walkTo(/hole 3\.200 → 3\.500/)
      await shows('--in-both')
    })

    test('blink while V is held, and by a button', async () => {
      const { page, picture } = window()
      await walkTo(/added.*track 0\.800 wide/)
      await page.getByRole('application').focus()
      await page.keyboard.down('v')
      await shows('--canvas')
      await page.getByText('Before', { exact: true }).last().waitFor()
      await picture('compare-blink')
      await page.keyboard.up('v')
      await shows('--only-after')
      const blink = page.getByRole('button', { name: /^Blink/ })
      await blink.click()
      await shows('--canvas')
      await blink.click()
      await shows('--only-after')
    })

    test('by a slider, moved by keys and dragged', async () => {
      const { page, accessible, picture } = window()
      await page.getByRole('application').focus()
      await page.keyboard.press('Shift+V')
      const divider = page.getByRole('slider', { name: 'Divider between before and after' })
      await divider.focus()
      await page.keyboard.press('PageDown')
      expect(await divider.getAttribute('aria-valuenow')).toBe('40')
      await shows('--compared')
      await picture('compare-slider')
      await accessible('slider')
      const box = (await divider.boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + 200)
      await page.mouse.down()
      await page.mouse.move(box.x + 400, box.y + 200, { steps: 4 })
      await page.mouse.up()
      expect(Number(await divider.getAttribute('aria-valuenow'))).toBeGreaterThan(60)
      await shows('--canvas')
    })

    test('side by side at the same place', async () => {
      const { page, picture } = window()
      await page.getByRole('application').focus()
      await page.keyboard.press('Shift+V')
      await shows('--compared', 0.75)
      await shows('--canvas', 0.25)
      await picture('compare-beside')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('f')
      await picture('compare-beside-all')
      await page.getByRole('radio', { name: 'Overlay' }).click()
    })

    test('a box on the canvas chooses its row', async () => {
      const { page } = window()
      await walkTo(/added.*track 0\.800 wide/)
      const number = await chosen().locator('.change-number').textContent()
      await page.keyboard.press('Escape')
      expect(await chosen().count()).toBe(0)
      const box = (await page.getByRole('application').boundingBox())!
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
      await expect.poll(() => chosen().locator('.change-number').textContent()).toBe(number)
    })

    test("a fab's edits are accepted by kind, taken back by undo, and kept", async () => {
      const { page, picture } = window()
      const says = page.locator('.compare-says')
      const total = Number(/(\d+) differences/.exec((await says.textContent())!)![1])
      await page.getByRole('checkbox', { name: /Accept mouse bites/ }).check()
      await expect.poll(() => says.textContent()).toMatch(new RegExp(`· ${total} differences, 4 accepted$`))
      await expect.poll(() => differences().getAttribute('aria-label')).toBe('Differences')
      await page.getByText('4 accepted', { exact: true }).waitFor()
      await picture('compare-accepted')
      await page.getByRole('application').focus()
      await page.keyboard.press('Control+z')
      await expect.poll(() => says.textContent()).toMatch(new RegExp(`· ${total} differences$`))
      await page.keyboard.press('Control+y')
      await expect.poll(() => says.textContent()).toMatch(/4 accepted$/)
    })

    test('the shift that was found can be refused', async () => {
      const { page } = window()
      await page.getByRole('button', { name: 'Compare as they lie' }).click()
      await page.getByText(/^Compared as they lie: the shift that was found was refused/).waitFor()
      await page.getByRole('button', { name: 'Lay them on each other' }).click()
      await page.getByText(/^Shifted 2\.540/).waitFor()
    })

    test('in the light theme too', async () => {
      const { page, accessible, picture } = window()
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await walkTo(/added.*track 0\.800 wide/)
      await shows('--only-after')
      await accessible('compare in light')
      await picture('compare-light')
      await page.getByRole('radio', { name: 'Side by side' }).click()
      await shows('--compared', 0.75)
      await picture('compare-light-beside')
      await page.getByRole('radio', { name: 'Slider' }).click()
      await picture('compare-light-slider')
      await page.getByRole('radio', { name: 'Overlay' }).click()
      await page.getByRole('application').focus()
      await page.keyboard.press('f')
      await shows('--canvas', 0.02, 0.5)
      await picture('compare-light-all')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.getByRole('heading', { name: /board-/ }).waitFor()
    })
  },
)

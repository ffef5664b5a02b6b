import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { sampleBoard } from '#core/builder/sample-board.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { dropFiles } from './support/drop.ts'
import { describeWindow } from './support/window.ts'

const PATIENCE_MS = 60_000

const sampleZip = async (): Promise<Uint8Array> => {
  const zip = new JSZip()
  for (const file of writePackage(sampleBoard())) zip.file(file.path, file.bytes)
  return zip.generateAsync({ type: 'uint8array' })
}

describeWindow('the application from drop to findings', {}, (window) => {
  test('the start page promises that files stay here', async () => {
    const { page, accessible } = window()
    await page.reload()
    await page.getByText('Files stay on this computer until you order.').waitFor()
    await accessible('home')
  })

  test('the sample board opens, is drawn, and its planted faults are found', async () => {
    const { page, accessible, reviewed } = window()
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
  })

  test('the artwork is on the screen, in the colour of top copper', async () => {
    const { page } = window()
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
    const { page, accessible } = window()
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
  })

  test('another capability judges the same measurements', async () => {
    const { page } = window()
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
  })

  test('the approval states the board, and nothing can be ordered before it', async () => {
    const { page, accessible } = window()
    await page.keyboard.press('Alt+3')
    await page.getByRole('heading', { name: /Sample board, revision 1/ }).waitFor()
    await accessible('approve')
    await page.keyboard.press('Alt+4')
    await page.getByRole('heading', { name: 'The board is not approved' }).waitFor()
    await accessible('order')
  })

  test('a dropped zip opens as a new board, and dragging says so', async () => {
    const { page, reviewed } = window()
    const zip = await sampleZip()
    await dropFiles(page, [{ name: 'widget-r2.zip', bytes: zip }], async () => {
      await page.getByText('Open as new board').waitFor()
    })
    await page.getByRole('heading', { name: /widget-r2/ }).waitFor()
    await reviewed()
  })

  test('a role is changed by keyboard and the board is read again', async () => {
    const { page, accessible } = window()
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
  })

  test('what is not a package is refused with a reason', async () => {
    const { page, accessible } = window()
    await dropFiles(page, [{ name: 'broken.zip', bytes: new TextEncoder().encode('PK\u0003\u0004 this is no archive') }])
    await page.getByRole('heading', { name: 'This package was not opened' }).waitFor()
    expect((await page.getByRole('alert').textContent())?.length).toBeGreaterThan(10)
    await accessible('refused')
  })

  test('after a reload the boards are listed with picture and verdict, and open again', async () => {
    const { page, reviewed } = window()
    await page.reload()
    const board = page.getByRole('button', { name: /^widget-r2/ })
    await board.waitFor()
    expect(await board.locator('img').count()).toBe(1)
    await board.click()
    await page.getByRole('heading', { name: /widget-r2/ }).waitFor()
    await reviewed()
  })
})

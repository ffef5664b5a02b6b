import { readFileSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { inkOfPng, type Ink } from '#test/support/golden-image.ts'

/** Longer side of a rasterised drawing, pixels. */
const SIDE_PX = 560

/** Where the browser is. */
export const browserPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Opens the browser that draws SVG files; close it after use. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] })

/** @returns a page that draws one SVG file after another */
export const openPage = (browser: Browser): Promise<Page> => browser.newPage({ viewport: { width: SIDE_PX + 40, height: SIDE_PX + 40 } })

/** @returns the ink of an SVG file as a browser draws it, fitted to 560 pixels with a margin */
export const inkOfSvg = async (page: Page, svg: string): Promise<Ink> => {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(
    `<body style="margin:20px;background:#fff"><img src="${source}" style="width:${SIDE_PX}px;height:${SIDE_PX}px;object-fit:contain;color:#000"></body>`,
  )
  await page.locator('img').evaluate((img: HTMLImageElement) => img.decode())
  return inkOfPng(await page.screenshot())
}

/** @returns the ink of an SVG file on disk */
export const inkOfSvgFile = (page: Page, path: string): Promise<Ink> => inkOfSvg(page, readFileSync(path, 'utf8'))

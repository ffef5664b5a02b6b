import { readFileSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { inkOfPng, type Ink } from '#test/support/golden-image.ts'

/** Longer side of a rasterised drawing, pixels. */
const SIDE_PX = 800

/** Opens the browser that draws SVG files; close it after use. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })

/** @returns the ink of an SVG file as a browser draws it, fitted to 800 pixels with a margin */
export const inkOfSvg = async (browser: Browser, svg: string): Promise<Ink> => {
  const page = await browser.newPage({ viewport: { width: SIDE_PX + 40, height: SIDE_PX + 40 } })
  try {
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    await page.setContent(
      `<body style="margin:20px;background:#fff"><img src="${source}" style="width:${SIDE_PX}px;height:${SIDE_PX}px;object-fit:contain;color:#000"></body>`,
    )
    await page.locator('img').evaluate((img: HTMLImageElement) => img.decode())
    return inkOfPng(await page.screenshot())
  } finally {
    await page.close()
  }
}

/** @returns the ink of an SVG file on disk */
export const inkOfSvgFile = (browser: Browser, path: string): Promise<Ink> => inkOfSvg(browser, readFileSync(path, 'utf8'))

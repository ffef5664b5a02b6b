import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardOf } from '#core/builder/board-of.ts'
import { cleanSampleBoard } from '#core/builder/sample-board.ts'
import { layerSvg } from '#core/render/layer-svg.ts'
import { layerBounds } from '#core/render/render-layer.ts'
import { sideSvg } from '#core/render/side-svg.ts'
import { svgEscape } from '#core/render/svg.ts'
import { darkExtent, disagreement, inGoldenFrame, inkBox } from '#test/support/golden-image.ts'
import { browserPath, inkOfSvg, openBrowser, openPage } from '#test/support/golden-svg.ts'

const board = boardOf(cleanSampleBoard())

describe('SVG', () => {
  it('has the real size, a title that can hurt nothing, and nothing from outside', () => {
    const svg = layerSvg({ image: board.layers[0]!.image(), title: '<script>&"', bounds: [0, 0, 66, 44] })
    if (!svg.ok) throw new Error(svg.error.message)
    expect(svg.value).toContain('width="66mm" height="44mm" viewBox="0 0 66 44"')
    expect(svg.value).toContain('<title>&lt;script&gt;&amp;&quot;</title>')
    expect(svg.value).not.toMatch(/href|<script|<image|NaN|Infinity/)
  })
  it('escapes', () => expect(svgEscape(`a<b>&'"`)).toBe('a&lt;b&gt;&amp;&#39;&quot;'))
  it.each(['top', 'bottom'] as const)('%s side: clean numbers, holes cut out', (face) => {
    const svg = sideSvg(board, face, { title: 'board' })
    if (!svg.ok) throw new Error(svg.error.message)
    expect(svg.value).not.toMatch(/NaN|Infinity|undefined/)
    expect(svg.value).toContain('mask="url(#board)"')
  })
})

describe.skipIf(!existsSync(browserPath))('SVG as a browser draws it (skipped without a browser)', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
    page = await openPage(browser)
  })
  afterAll(async () => {
    await browser.close()
  })
  it.each(['top-copper', 'bottom-copper', 'top-mask', 'top-legend'])('%s looks like our raster', async (id) => {
    const layer = board.layers.find((l) => l.id === id)!
    const svg = layerSvg({ image: layer.image(), title: id })
    if (!svg.ok) throw new Error(svg.error.message)
    const drawn = await inkOfSvg(page, svg.value)
    const extent = darkExtent(layer.plotted, layerBounds(layer.plotted)!)!
    const { missing, extra, ink } = disagreement(drawn, inGoldenFrame(layer.plotted, extent, drawn, inkBox(drawn)!), 1)
    expect((missing + extra) / ink).toBeLessThan(0.002)
  })
})

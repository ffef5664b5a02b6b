import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CROPS, DISAGREEMENTS } from '#test/boards/golden-disagreements.ts'
import { goldenCases, paintCase, type GoldenCase } from '#test/support/golden-case.ts'
import { darkExtent, disagreement, inGoldenFrame, inkBox, inkOfFile, type Ink } from '#test/support/golden-image.ts'
import { browserPath, inkOfSvgFile, openBrowser, openPage } from '#test/support/golden-svg.ts'

/** Share of inked pixels that may differ beyond two pixels from an edge: a speck of an anti-aliased corner. */
const SPECKS = 0.002
const REACH_PX = 2

const cases = goldenCases()
const raster = cases.filter((c) => c.golden.endsWith('.png'))
const vector = cases.filter((c) => c.golden.endsWith('.svg'))

/** How far our picture is from the golden one; null when neither shows anything. */
const compare = (c: GoldenCase, golden: Ink): number | null => {
  const box = inkBox(golden)
  const { art, bounds } = paintCase(c.path)
  const extent = bounds && darkExtent(art, bounds)
  if (!box && !extent) return null
  if (!box || !extent) return Number.POSITIVE_INFINITY
  const { missing, extra, ink } = disagreement(golden, inGoldenFrame(art, extent, golden, box), REACH_PX)
  return (missing + extra) / ink
}

const judge = (c: GoldenCase, golden: Ink): void => {
  const share = compare(c, golden)
  const known = DISAGREEMENTS[c.name]
  if (!known) return expect(share ?? 0, 'unexplained disagreement').toBeLessThanOrEqual(SPECKS)
  // An entry that no longer holds must go.
  expect(share ?? 0, `explained as: ${known.why}`).toBeGreaterThan(SPECKS)
  if (known.most !== null) expect(share).toBeLessThanOrEqual(known.most)
}

describe.skipIf(raster.length === 0)('pictures by other programs (skipped without the reference material)', () => {
  it.each(raster)('$name', (c) => judge(c, inkOfFile(c.golden, CROPS[c.name])))

  it('explains only cases that exist', () => {
    const names = new Set(cases.map((c) => c.name))
    expect([...Object.keys(DISAGREEMENTS), ...Object.keys(CROPS)].filter((name) => !names.has(name))).toEqual([])
  })
})

describe.skipIf(vector.length === 0 || !existsSync(browserPath))(
  'drawings by other programs (skipped without the reference material or a browser)',
  () => {
    let browser: Browser
    let page: Page
    beforeAll(async () => {
      browser = await openBrowser()
      page = await openPage(browser)
    })
    afterAll(async () => {
      await browser.close()
    })
    it.each(vector)('$name', async (c) => judge(c, await inkOfSvgFile(page, c.golden)))
  },
)

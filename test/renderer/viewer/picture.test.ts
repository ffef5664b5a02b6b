import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packLayer } from '#core/board/layer-blob.ts'
import { sampleBoard } from '#core/builder/sample-board.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import type { Look } from '#renderer/viewer/versus.ts'
import { isDarkAt, nearestOnBoundary } from '#renderer/viewer/pick/prim-distance.ts'
import { chromiumPath, launchChromium } from '#test/e2e/support/chromium.ts'
import { servePages } from '#test/e2e/support/page-server.ts'
import type { Harness, View } from './harness.ts'
import { pictureCases, zooms } from './picture-cases.ts'
import { plot, rectangle } from './plot.ts'

declare const window: { harness: Harness }

const WIDTH = 160
const HEIGHT = 120
const DRAWINGS = ['webgl', 'canvas'] as const
const VIEWS: readonly View[] = [
  ...zooms,
  { pxPerMm: 14, at: [0.2, 0.1], turns: 1 },
  { pxPerMm: 14, at: [0.2, 0.1], flipped: true },
  { pxPerMm: 14, at: [0, 0], turns: 3, flipped: true },
]

const VERSUS_VIEW: View = { pxPerMm: 14, at: [0.2, 0.1] }

/** World mm of the middle of a pixel. */
const worldOf = ({ pxPerMm, at, turns = 0, flipped = false }: View, px: number, py: number): readonly [number, number] => {
  let x = (px + 0.5 - WIDTH / 2) / pxPerMm
  let y = -(py + 0.5 - HEIGHT / 2) / pxPerMm
  for (let t = 0; t < turns; t++) [x, y] = [y, -x]
  return [at[0] + (flipped ? -x : x), at[1] + y]
}

/** 255 dark, 0 clear, -1 within a pixel of an edge, where anti-aliasing decides. */
const goldOf = (name: string, view: View, shapes = pictureCases[name]!): Int16Array => {
  const art = plot(shapes)
  const gold = new Int16Array(WIDTH * HEIGHT)
  const slack = (1.05 / view.pxPerMm) * 1e6
  for (let i = 0; i < gold.length; i++) {
    const [x, y] = worldOf(view, i % WIDTH, Math.floor(i / WIDTH))
    let edge = Infinity
    for (let p = 0; p < art.prims.count; p++) edge = Math.min(edge, nearestOnBoundary(art, p, x * 1e6, y * 1e6).distance)
    gold[i] = edge < slack ? -1 : isDarkAt(art, x * 1e6, y * 1e6) ? 255 : 0
  }
  return gold
}

/** Pixels of `a` that no pixel of `b` within one pixel explains: the same picture allows edges to differ by less than that. */
const strangers = (a: Uint8Array, b: Uint8Array): readonly string[] => {
  const found: string[] = []
  for (let y = 1; y < HEIGHT - 1; y++) {
    for (let x = 1; x < WIDTH - 1; x++) {
      const near = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => b[(y + dy) * WIDTH + x + dx]!))
      const value = a[y * WIDTH + x]!
      if (value < Math.min(...near) - 48 || value > Math.max(...near) + 48) found.push(`${x},${y}: ${value}`)
    }
  }
  return found
}

const sampleLayers = (): readonly { readonly path: string; readonly plotted: PlottedLayer }[] =>
  writePackage(sampleBoard()).flatMap((file) => {
    const { gerber } = readPackageFile(file)
    return gerber ? [{ path: file.path, plotted: gerber.plotted }] : []
  })

describe.skipIf(!chromiumPath)(`picture truth${chromiumPath ? '' : ' (skipped: no Chromium)'}`, () => {
  let browser: Browser
  let pages: { url: string; close(): Promise<void> }
  const open: Partial<Record<(typeof DRAWINGS)[number], Page>> = {}

  beforeAll(async () => {
    pages = await servePages()
    browser = await launchChromium(true)
    for (const drawing of DRAWINGS) {
      const page = await browser.newPage()
      page.on('pageerror', (error) => {
        throw error
      })
      await page.goto(`${pages.url}/test/renderer/viewer/harness.html`)
      await page.waitForFunction('window.harness')
      const opened = await page.evaluate(([d, w, h]) => window.harness.open(d, w, h), [drawing, WIDTH, HEIGHT] as const)
      expect(opened.kind).toBe(drawing)
      open[drawing] = page
    }
  })
  afterAll(async () => {
    await browser?.close()
    await pages?.close()
  })

  const pictureOf = async (drawing: (typeof DRAWINGS)[number], view: View): Promise<Uint8Array> =>
    Buffer.from(await open[drawing]!.evaluate((v) => window.harness.picture(v), view), 'base64')

  describe.each(Object.keys(pictureCases))('%s', (name) => {
    test('WebGL and Canvas 2D give the picture of the geometry at every zoom, turned and flipped', async () => {
      for (const drawing of DRAWINGS) await open[drawing]!.evaluate((n) => window.harness.showCase(n), name)
      let dark = 0
      for (const view of VIEWS) {
        const gold = goldOf(name, view)
        const pictures = [await pictureOf('webgl', view), await pictureOf('canvas', view)]
        pictures.forEach((picture, d) => {
          const wrong: string[] = []
          gold.forEach((want, i) => {
            if (want >= 0 && Math.abs(picture[i]! - want) > 24)
              wrong.push(`${i % WIDTH},${Math.floor(i / WIDTH)}: ${picture[i]} not ${want}`)
          })
          expect(wrong.slice(0, 5), `${DRAWINGS[d]} at ${JSON.stringify(view)}: ${wrong.length} pixels`).toEqual([])
        })
        // Fills are hard-edged inside, so that abutting shapes leave no seam: the very tip of an acute corner may be fuller.
        expect(strangers(pictures[0]!, pictures[1]!).length, `WebGL against Canvas 2D at ${JSON.stringify(view)}`).toBeLessThanOrEqual(2)
        dark += gold.filter((v) => v === 255).length
      }
      // A picture that stayed blank, or a gold that is all clear, proves nothing.
      expect(dark).toBeGreaterThan(100)
    })
  })

  test('every layer of the sample board looks the same both ways', async () => {
    for (const { path, plotted } of sampleLayers()) {
      const box = plotted.bounds ?? [0, 0, 0, 0]
      const at = [(box[0] + box[2]) / 2e6, (box[1] + box[3]) / 2e6] as const
      const packed = Buffer.from(packLayer(plotted)).toString('base64')
      for (const drawing of DRAWINGS) await open[drawing]!.evaluate((p) => window.harness.showPacked(p), packed)
      for (const view of [
        { pxPerMm: 3, at },
        { pxPerMm: 20, at },
        { pxPerMm: 20, at, turns: 1, flipped: true },
      ]) {
        const pictures = [await pictureOf('webgl', view), await pictureOf('canvas', view)] as const
        // At 3 pixels a millimetre tracks are thinner than a pixel and gaps vanish: hardly anything but edges is left.
        expect(strangers(...pictures).length, `${path} at ${JSON.stringify(view)}`).toBeLessThanOrEqual(
          (WIDTH * HEIGHT) / (view.pxPerMm === 3 ? 200 : 500),
        )
        if (view.pxPerMm === 3) expect(pictures[0].filter((v) => v > 40).length, path).toBeGreaterThan(20)
      }
    }
  })

  describe('two layers held against each other', () => {
    const from = [...pictureCases['round flash']!, { rings: [rectangle(-4.5, -3.5, -2.5, -2)] }]
    const to = [...pictureCases['draw at an odd angle']!, { rings: [rectangle(-4.5, -3.5, -2.5, -2)] }]
    const [a, b] = [goldOf('from', VERSUS_VIEW, from), goldOf('to', VERSUS_VIEW, to)]
    /** What each pixel must be: of the pair there (x, y), shown as overlay, alone or not at all. */
    type Want = (x: number) => { readonly at: number; readonly show: 'overlay' | 'from' | 'to' }
    const LOOKS: readonly (readonly [name: string, look: Look, want: Want])[] = [
      ['as an overlay', { kind: 'overlay' }, (at) => ({ at, show: 'overlay' })],
      ['the older alone', { kind: 'alone', side: 'from' }, (at) => ({ at, show: 'from' })],
      ['the newer alone', { kind: 'alone', side: 'to' }, (at) => ({ at, show: 'to' })],
      ['by a slider', { kind: 'slider', at: 0.45 }, (at) => ({ at, show: at < 0.45 * WIDTH ? 'from' : 'to' })],
      ['beside each other', { kind: 'beside' }, (x) => (x < WIDTH / 2 ? { at: x + WIDTH / 4, show: 'from' } : { at: x - WIDTH / 4, show: 'to' })],
    ] // prettier-ignore
    const colorOf = (show: 'overlay' | 'from' | 'to', inA: boolean, inB: boolean): readonly number[] => {
      if (show !== 'overlay') return (show === 'from' ? inA : inB) ? [255, 255, 255] : [0, 0, 0]
      return [inA && !inB ? 255 : 0, inB && !inA ? 255 : 0, inA && inB ? 255 : 0]
    }

    test.each(LOOKS)('%s', async (_, look, want) => {
      for (const drawing of DRAWINGS) {
        await open[drawing]!.evaluate(([one, two]) => window.harness.showPair(one, two), [from, to] as const)
        await open[drawing]!.evaluate((l) => window.harness.look(l), look)
        const text = await open[drawing]!.evaluate((v) => window.harness.channels(v, [0, 1, 2]), VERSUS_VIEW)
        const picture = Buffer.from(text, 'base64')
        const wrong: string[] = []
        const seen = new Set<string>()
        for (let i = 0; i < WIDTH * HEIGHT; i++) {
          const { at, show } = want(i % WIDTH)
          const k = Math.floor(i / WIDTH) * WIDTH + at
          if (a[k]! < 0 || b[k]! < 0) continue
          const color = colorOf(show, a[k] === 255, b[k] === 255)
          seen.add(String(color))
          const is = [...picture.subarray(3 * i, 3 * i + 3)]
          if (is.some((v, c) => Math.abs(v - color[c]!) > 24)) wrong.push(`${i % WIDTH},${Math.floor(i / WIDTH)}: ${is} not ${color}`)
        }
        expect(wrong.slice(0, 5), `${drawing}: ${wrong.length} pixels`).toEqual([])
        expect(seen.size).toBe(look.kind === 'overlay' ? 4 : 2)
      }
    })

    test('equal edges leave no coloured seam, and a layer that is not there leaves all of the other', async () => {
      for (const drawing of DRAWINGS) {
        const shown = async (one: string | null, two: string | null): Promise<Buffer> => {
          await open[drawing]!.evaluate(([f, t]) => window.harness.look({ kind: 'overlay' }, f, t), [one, two] as const)
          return Buffer.from(await open[drawing]!.evaluate((v) => window.harness.channels(v, [0, 1, 2]), VERSUS_VIEW), 'base64')
        }
        await open[drawing]!.evaluate(([one, two]) => window.harness.showPair(one, two), [from, from] as const)
        const same = await shown('from', 'to')
        expect(same.filter((v, i) => i % 3 !== 2 && v > 0)).toHaveLength(0)
        expect(same.filter((v) => v > 200).length).toBeGreaterThan(500)
        const alone = await shown('from', null)
        expect(alone.filter((v, i) => i % 3 !== 0 && v > 0)).toHaveLength(0)
        expect(alone.filter((v) => v > 200).length).toBe(same.filter((v) => v > 200).length)
      }
    })
  })

  test('an all-blank picture would be noticed', () => {
    for (const name of Object.keys(pictureCases)) {
      const missed = VIEWS.flatMap((view) => [...goldOf(name, view)]).filter((v) => v === 255).length
      expect(missed, name).toBeGreaterThan(100)
    }
  })
})

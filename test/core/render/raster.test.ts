import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { boardOf } from '#core/builder/board-of.ts'
import { insideImage } from '#core/geometry/index/piece-grid.ts'
import { renderLayer } from '#core/render/render-layer.ts'
import { renderSide } from '#core/render/render-side.ts'
import { monoImage } from '#core/render/coverage.ts'
import { PrimList } from '#core/render/prim-list.ts'
import { viewOf } from '#core/render/view.ts'
import type { Board } from '#core/board/board.ts'
import type { Raster } from '#core/render/raster.ts'

const DPI = 254 // 10 pixels a mm: expectations can be counted by hand

const raster = (board: Board, mono: boolean, more: object = {}): Raster => {
  const result = renderLayer({ plotted: board.layers[0]!.plotted, dpi: DPI, mono, ...more })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const rows = ({ width, height, data }: Raster): string[] =>
  Array.from({ length: height }, (_, y) => Array.from(data.subarray(y * width, (y + 1) * width), (v) => (v ? '#' : '.')).join(''))

const mono = (builder: BoardBuilder, more: object = {}): string[] => rows(raster(boardOf(builder), true, more))

describe('mono pictures', () => {
  it('paint the pixels whose centres are inside: a box', () => {
    expect(mono(aBoard().pad({ at: [0.5, 0.3], size: [0.6, 0.4] }), { bounds: [0, 0, 1, 0.6] })).toEqual([
      '..........',
      '..######..',
      '..######..',
      '..######..',
      '..######..',
      '..........',
    ])
  })

  it('paint a disc', () => {
    expect(mono(aBoard().land({ at: [0.5, 0.5], diameter: 1 }))).toEqual([
      '...####...',
      '.########.',
      '.########.',
      '##########',
      '##########',
      '##########',
      '##########',
      '.########.',
      '.########.',
      '...####...',
    ])
  })

  it('take away what is drawn clear, and only what was there before', () => {
    const board = aBoard()
      .pad({ at: [0.5, 0.3], size: [1, 0.6] })
      .track({ from: [0, 0.3], to: [1, 0.3], width: 0.2, clear: true })
      .pad({ at: [0.5, 0.3], size: [0.2, 0.2] })
    expect(mono(board, { bounds: [0, 0, 1, 0.6] })).toEqual([
      '##########',
      '##########',
      '....##....',
      '....##....',
      '##########',
      '##########',
    ])
  })

  it('keep row 0 at the top and x to the right', () => {
    expect(mono(aBoard().pad({ at: [0.05, 0.25], size: 0.1 }), { bounds: [0, 0, 0.3, 0.3] })).toEqual(['#..', '...', '...'])
  })

  it('change places when the image is negative', () => {
    expect(mono(aBoard().pad({ at: [0.05, 0.25], size: 0.1 }), { bounds: [0, 0, 0.2, 0.3], inverted: true })).toEqual(['.#', '##', '##'])
  })

  it('agree with the composed outline at every pixel, for any strokes, arcs, areas and polarity', () => {
    const at = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
      .map(([x, y]): [number, number] => [x / 10 + 0.013, y / 10 + 0.007])
    const item = fc.record({
      from: at,
      to: at,
      width: fc.integer({ min: 1, max: 9 }).map((w) => w / 10),
      clear: fc.boolean(),
      kind: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 8 }), (items) => {
        const builder = aBoard().pad({ at: [2, 2], size: [3, 2.5], shape: 'roundrect', rotation: 20 })
        for (const { from, to, width, clear, kind } of items) {
          if (kind === 0) builder.track({ from, to, width, clear })
          else if (kind === 1) builder.region({ points: [from, [to[0], from[1], 0.5], to, [from[0], to[1], -0.3]], clear })
          else if (kind === 2) builder.arc({ from, to: [2 * to[0] - from[0], 2 * to[1] - from[1]], centre: to, width, clear })
          else
            builder.items([
              {
                kind: 'flash',
                layer: 'top-copper',
                at: from,
                shape: { kind: 'obround', width: 1, height: width + 0.1 },
                rotation: width * 100,
                clear,
              },
            ])
        }
        const board = boardOf(builder)
        const view = viewOf([0, 0, 4, 4], 254, false)
        if (!view.ok) throw new Error(view.error.message)
        const picture = monoImage(board.layers[0]!.plotted, view.value)
        const image = board.layers[0]!.image()
        let wrong = 0
        for (let y = 0; y < view.value.height; y++)
          for (let x = 0; x < view.value.width; x++) {
            const [nx, ny] = [(x + 0.5) * 100_000, (view.value.height - y - 0.5) * 100_000]
            if (insideImage(image, nx, ny) !== picture[y * view.value.width + x]! > 0) wrong++
          }
        return wrong === 0
      }),
      { numRuns: 60 },
    )
  })
})

describe('anti-aliased pictures', () => {
  it('cover what the shape covers', () => {
    const { data } = raster(boardOf(aBoard().land({ at: [1, 1], diameter: 1.5 })), false, {
      bounds: [0, 0, 2, 2],
      ink: [0, 0, 0],
      ground: [255, 255, 255],
    })
    const dark = data.reduce((sum, v, i) => (i % 4 === 0 ? sum + (255 - v) / 255 : sum), 0) / 100
    expect(dark).toBeCloseTo(Math.PI * 0.75 ** 2, 2)
  })

  it('point at the marks', () => {
    const plain = { bounds: [0, 0, 4, 4], marks: [{ from: [1, 1], to: [3, 3] }] }
    const { data, width } = raster(boardOf(aBoard().land({ at: [0.2, 0.2], diameter: 0.1 })), false, plain)
    const at = (20 * width + 20) * 4
    expect(data[at]!).toBeGreaterThan(200)
    expect(data[at + 1]!).toBeLessThan(120)
  })
})

describe('sides', () => {
  const board = boardOf(
    aBoard()
      .outline({ width: 10, height: 6 })
      .land({ at: [2, 2], diameter: 2, layer: 'all' })
      .hole({ at: [2, 2], diameter: 1 })
      .opening({ at: [2, 2], size: 2.2, shape: 'circle' })
      .layer('bottom-mask'),
  )
  const pixel = (face: 'top' | 'bottom', x: number, y: number): number[] => {
    const result = renderSide(board, face, { dpi: DPI, bounds: [0, 0, 10, 6] })
    if (!result.ok) throw new Error(result.error.message)
    const { data, width, height } = result.value
    const i = ((height - 1 - Math.floor(y * 10)) * width + Math.floor(x * 10)) * 4
    return [...data.subarray(i, i + 4)]
  }
  it('show holes through, finish in openings, mask elsewhere', () => {
    expect(pixel('top', 2, 2)[3]).toBe(0)
    expect(pixel('top', 2.75, 2).slice(0, 3)).toEqual([214, 178, 94])
    expect(pixel('top', 6, 4)).toEqual([10, 74, 43, 255])
  })
  it('show the bottom from below: x runs to the left, its mask covers the land', () => {
    expect(pixel('bottom', 8, 2)[3]).toBe(0)
    expect(pixel('bottom', 7.25, 2)).toEqual([22, 110, 62, 255])
  })
})

describe('limits', () => {
  const { plotted } = boardOf(aBoard().land({ at: [0, 0], diameter: 100 })).layers[0]!
  it.each([
    { dpi: 100_000, mono: true, code: 'too-large' },
    { dpi: 4000, mono: false, code: 'too-large' },
    { dpi: 0, mono: true, code: 'bad-resolution' },
    { dpi: Number.NaN, mono: true, code: 'bad-resolution' },
  ])('$dpi dpi: $code', ({ code, ...more }) => {
    expect(renderLayer({ plotted, ...more })).toMatchObject({ ok: false, error: { code } })
  })
  it('nothing to show', () => {
    expect(renderLayer({ plotted: { ...new PrimList().paintable(), bounds: null }, dpi: 100 })).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-show' },
    })
  })
})

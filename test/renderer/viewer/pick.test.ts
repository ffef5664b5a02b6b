import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeObject } from '#renderer/viewer/pick/describe-object.ts'
import { LayerIndex } from '#renderer/viewer/pick/layer-index.ts'
import { pickLayer } from '#renderer/viewer/pick/pick-layer.ts'
import { snapInLayer } from '#renderer/viewer/pick/snap.ts'
import { MeasureTool } from '#renderer/viewer/measure-tool.ts'
import { circle, plot, rectangle, type Shape } from './plot.ts'

const MM = 1e6

const pick = (shapes: readonly Shape[], x: number, y: number, tolerance = 0.05): readonly number[] => {
  const layer = plot(shapes)
  return pickLayer(layer, new LayerIndex(layer), x * MM, y * MM, tolerance * MM).map((hit) => hit.object)
}

describe('picking', () => {
  test('newest first, all that cover the point', () => {
    const shapes: readonly Shape[] = [{ rings: [rectangle(-5, -5, 5, 5)] }, { capsule: [0, 0, 0, 0, 2] }, { capsule: [-3, 0, 3, 0, 0.5] }]
    expect(pick(shapes, 0.2, 0.1)).toEqual([2, 1, 0])
    expect(pick(shapes, 4, 4)).toEqual([0])
  })

  test('a box that contains the point is not enough: the drawn shape must', () => {
    expect(pick([{ capsule: [-3, -3, 3, 3, 0.2] }], -2, 2)).toEqual([])
  })

  test('clear hides what lies below it, not what was drawn after it', () => {
    const shapes: readonly Shape[] = [
      { rings: [rectangle(-5, -5, 5, 5)] },
      { capsule: [0, 0, 0, 0, 2], clear: true },
      { capsule: [0.5, 0, 0.5, 0, 0.3] },
    ]
    expect(pick(shapes, 0, 1)).toEqual([])
    expect(pick(shapes, 0.5, 0)).toEqual([2])
    expect(pick(shapes, 3, 0)).toEqual([0])
  })

  test('a hole in a region is not the region', () => {
    expect(pick([{ rings: [rectangle(-4, -4, 4, 4), circle(0, 0, 1, -1)] }], 0, 0)).toEqual([])
  })

  test('beside everything the nearest within the tolerance counts', () => {
    const shapes: readonly Shape[] = [{ capsule: [0, 0, 0, 0, 1] }, { capsule: [3, 0, 3, 0, 1] }]
    expect(pick(shapes, 1.03, 0)).toEqual([0])
    expect(pick(shapes, 1.5, 0)).toEqual([])
  })

  test('an empty layer gives nothing', () => {
    expect(pick([], 0, 0)).toEqual([])
  })

  test('agrees with the distance to a disc everywhere', () => {
    const layer = plot([{ capsule: [1, 2, 1, 2, 1.5] }])
    const index = new LayerIndex(layer)
    fc.assert(
      fc.property(fc.double({ min: -4, max: 6, noNaN: true }), fc.double({ min: -4, max: 6, noNaN: true }), (x, y) => {
        const inside = Math.hypot(x - 1, y - 2) <= 1.5
        fc.pre(Math.abs(Math.hypot(x - 1, y - 2) - 1.5) > 1e-6)
        expect(pickLayer(layer, index, x * MM, y * MM, 0).length > 0).toBe(inside)
      }),
    )
  })
})

describe('object facts', () => {
  test('a draw tells its pen, length, line, aperture and net', () => {
    const facts = describeObject('top', plot([{ capsule: [0, 0, 3, 4, 0.1], net: 'GND' }]), 0)
    expect(facts).toMatchObject({ kind: 'draw', width: 0.2 * MM, length: 5 * MM, line: 1, dCode: 10, nets: ['GND'], layer: 'top' })
  })

  test('a region has no aperture and its extent as size', () => {
    const facts = describeObject('top', plot([{ rings: [rectangle(0, 0, 3, 2)] }]), 0)
    expect(facts).toMatchObject({ kind: 'region', dCode: null, width: 3 * MM, height: 2 * MM, x: 1.5 * MM, y: MM })
  })
})

describe('snapping', () => {
  const snap = (shapes: readonly Shape[], x: number, y: number): unknown => {
    const layer = plot(shapes)
    const found = snapInLayer(layer, new LayerIndex(layer), x * MM, y * MM, 0.2 * MM)
    return found && { x: found.x / MM, y: found.y / MM, kind: found.kind }
  }

  test.each([
    ['the centre of a flash', [{ capsule: [1, 1, 1, 1, 0.5] }], 1.05, 1.02, { x: 1, y: 1, kind: 'centre' }],
    ['the end of a draw', [{ capsule: [0, 0, 4, 0, 0.3] }], 3.95, 0.05, { x: 4, y: 0, kind: 'end' }],
    ['the edge of a draw', [{ capsule: [0, 0, 4, 0, 0.3] }], 2, 0.35, { x: 2, y: 0.3, kind: 'edge' }],
    ['a corner', [{ rings: [rectangle(0, 0, 2, 2)] }], 2.1, 1.95, { x: 2, y: 2, kind: 'corner' }],
    ['the edge of a region', [{ rings: [rectangle(0, 0, 2, 2)] }], 1, 2.1, { x: 1, y: 2, kind: 'edge' }],
  ] as const)('holds on to %s', (_, shapes, x, y, want) => {
    expect(snap(shapes, x, y)).toEqual(want)
  })

  test('lets go beyond its reach', () => {
    expect(snap([{ capsule: [0, 0, 0, 0, 0.5] }], 3, 3)).toBeNull()
  })
})

describe('measure tool', () => {
  test('start, follow, end, start again', () => {
    const tool = new MeasureTool()
    expect(tool.click([0, 0])).toMatchObject({ done: false })
    expect(tool.move([3, 4])).toMatchObject({ to: [3, 4], done: false })
    expect(tool.click([3, 4])).toEqual({ from: [0, 0], to: [3, 4], done: true })
    expect(tool.move([9, 9])).toMatchObject({ to: [3, 4] })
    expect(tool.click([1, 1])).toMatchObject({ from: [1, 1], done: false })
  })
})

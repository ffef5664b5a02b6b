import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CameraHistory } from '#renderer/viewer/camera-history.ts'
import { CameraMotion } from '#renderer/viewer/camera-motion.ts'
import {
  fitBox,
  flip,
  MAX_SCALE,
  MIN_SCALE,
  panBy,
  rotate,
  START_CAMERA,
  toScreen,
  toWorld,
  visibleBox,
  zoomAt,
  zoomOf,
  type Camera,
} from '#renderer/viewer/camera.ts'

const size = { width: 800, height: 600 }
const camera: fc.Arbitrary<Camera> = fc.record({
  x: fc.double({ min: -5e8, max: 5e8, noNaN: true }),
  y: fc.double({ min: -5e8, max: 5e8, noNaN: true }),
  scale: fc.double({ min: MIN_SCALE, max: MAX_SCALE, noNaN: true }),
  turns: fc.integer({ min: 0, max: 3 }),
  flipped: fc.boolean(),
})
const pixel = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) })

describe('camera', () => {
  test('what goes to the screen comes back', () => {
    fc.assert(
      fc.property(camera, pixel, (c, p) => {
        const [wx, wy] = toWorld(c, size, p.x, p.y)
        const [sx, sy] = toScreen(c, size, wx, wy)
        expect(sx).toBeCloseTo(p.x, 3)
        expect(sy).toBeCloseTo(p.y, 3)
      }),
    )
  })

  test('y runs up, x runs right', () => {
    const [x0, y0] = toScreen(START_CAMERA, size, 0, 0)
    const [x1, y1] = toScreen(START_CAMERA, size, 1e6, 1e6)
    expect([x0, y0]).toEqual([400, 300])
    expect(x1).toBeGreaterThan(400)
    expect(y1).toBeLessThan(300)
  })

  test('zooming keeps the point under the pointer', () => {
    fc.assert(
      fc.property(camera, pixel, fc.double({ min: 0.2, max: 5, noNaN: true }), (c, p, factor) => {
        const before = toWorld(c, size, p.x, p.y)
        const after = toWorld(zoomAt(c, size, p.x, p.y, factor), size, p.x, p.y)
        const pixelNm = 1 / c.scale
        expect(Math.abs(after[0] - before[0])).toBeLessThan(0.01 * pixelNm + 1e-3)
        expect(Math.abs(after[1] - before[1])).toBeLessThan(0.01 * pixelNm + 1e-3)
      }),
    )
  })

  test('zooming stops at both ends', () => {
    expect(zoomAt(START_CAMERA, size, 0, 0, 1e9).scale).toBe(MAX_SCALE)
    expect(zoomAt(START_CAMERA, size, 0, 0, 1e-9).scale).toBe(MIN_SCALE)
  })

  test('panning moves the picture with the hand', () => {
    fc.assert(
      fc.property(camera, pixel, (c, p) => {
        const world = toWorld(c, size, p.x, p.y)
        const [sx, sy] = toScreen(panBy(c, 17, -9), size, ...world)
        expect(sx).toBeCloseTo(p.x + 17, 2)
        expect(sy).toBeCloseTo(p.y - 9, 2)
      }),
    )
  })

  test.each([0, 1, 2, 3].flatMap((turns) => [false, true].map((flipped) => ({ turns, flipped }))))(
    'fitting shows the whole box, $turns turns, flipped $flipped',
    (turned) => {
      const box = [1e6, 2e6, 61e6, 40e6] as const
      const fitted = fitBox({ ...START_CAMERA, ...turned }, size, box, 0)
      const seen = visibleBox(fitted, size)
      expect(seen[0]).toBeLessThanOrEqual(box[0] + 1)
      expect(seen[1]).toBeLessThanOrEqual(box[1] + 1)
      expect(seen[2]).toBeGreaterThanOrEqual(box[2] - 1)
      expect(seen[3]).toBeGreaterThanOrEqual(box[3] - 1)
      // And wastes no room in the tighter direction.
      const spare = Math.min(seen[2] - seen[0] - 60e6, seen[3] - seen[1] - 38e6)
      expect(Math.abs(spare)).toBeLessThan(1)
    },
  )

  test('a flip mirrors left and right, twice is as before', () => {
    expect(toScreen(flip(START_CAMERA), size, 1e6, 0)[0]).toBeLessThan(400)
    expect(flip(flip(START_CAMERA))).toEqual(START_CAMERA)
  })

  test('a quarter turn goes counterclockwise, four are none', () => {
    const [x, y] = toScreen(rotate(START_CAMERA), size, 1e6, 0)
    expect(x).toBeCloseTo(400)
    expect(y).toBeLessThan(300)
    expect(rotate(rotate(rotate(rotate(START_CAMERA))))).toEqual(START_CAMERA)
  })

  test('zoom 1 is true size at 96 dpi', () => {
    const inch = toScreen(START_CAMERA, size, 25.4e6, 0)[0] - toScreen(START_CAMERA, size, 0, 0)[0]
    expect(inch).toBeCloseTo(96)
    expect(zoomOf(START_CAMERA)).toBe(1)
  })
})

describe('previous view', () => {
  test('returns to the view before, skipping equal ones', () => {
    const history = new CameraHistory()
    const far = { ...START_CAMERA, scale: START_CAMERA.scale * 8 }
    history.push(START_CAMERA)
    history.push(START_CAMERA)
    history.push(far)
    expect(history.pop(far)).toEqual(START_CAMERA)
    expect(history.pop(START_CAMERA)).toBeNull()
  })
})

describe('motion', () => {
  const to = { ...START_CAMERA, x: 1e6, scale: START_CAMERA.scale * 4 }

  test('runs from one camera to the other and ends exactly there', () => {
    const motion = new CameraMotion()
    motion.begin(START_CAMERA, to, 0, false)
    const middle = motion.at(60)!
    expect(middle.scale).toBeGreaterThan(START_CAMERA.scale)
    expect(middle.scale).toBeLessThan(to.scale)
    expect(motion.at(1000)).toEqual(to)
    expect(motion.at(1001)).toBeNull()
  })

  test('jumps where motion is not wanted', () => {
    const motion = new CameraMotion()
    motion.begin(START_CAMERA, to, 0, true)
    expect(motion.at(0)).toEqual(to)
  })
})

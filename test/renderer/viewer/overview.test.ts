import { describe, expect, test } from 'vitest'
import { cachedViewOf, isSharp, screenToCache } from '#renderer/viewer/cached-view.ts'
import { START_CAMERA, toWorld, zoomAt } from '#renderer/viewer/camera.ts'
import { chooseOverview, type Viewed } from '#renderer/viewer/overview.ts'
import { rgbOf } from '#renderer/viewer/picture.ts'

const size = { width: 300, height: 200 }
const at = (factor: number): Viewed => ({ view: cachedViewOf({ ...START_CAMERA, scale: START_CAMERA.scale * factor }, size, 1) })

describe('the picture behind', () => {
  test('is the widest that shows clearly more', () => {
    const [wide, middle, near] = [at(1), at(4), at(40)]
    expect(chooseOverview([wide, middle], near)).toBe(wide)
    expect(chooseOverview([null, middle], near)).toBe(middle)
  })

  test('is none when the new picture shows as much', () => {
    expect(chooseOverview([at(4), null], at(1))).toBeNull()
    expect(chooseOverview([at(1), null], at(1.1))).toBeNull()
  })
})

describe('the cached picture', () => {
  const screen = { width: 300, height: 200 }

  test('is sharp for whole-pixel moves within its margin only', () => {
    const view = cachedViewOf(START_CAMERA, size, 1)
    const moved = (px: number): typeof START_CAMERA => ({ ...START_CAMERA, x: START_CAMERA.x + px / START_CAMERA.scale })
    expect(isSharp(START_CAMERA, screen, view)).toBe(true)
    expect(isSharp(moved(50), screen, view)).toBe(true)
    expect(isSharp(moved(0.5), screen, view)).toBe(false)
    expect(isSharp(moved(200), screen, view)).toBe(false)
    expect(isSharp({ ...START_CAMERA, scale: START_CAMERA.scale * 1.01 }, screen, view)).toBe(false)
    expect(isSharp({ ...START_CAMERA, flipped: true }, screen, view)).toBe(false)
  })

  test('is moved, scaled, turned and flipped to where its world points are now', () => {
    const view = cachedViewOf({ ...START_CAMERA, turns: 1 }, size, 1)
    const camera = { ...zoomAt(START_CAMERA, size, 20, 30, 3), flipped: true }
    const [a, b, c, d, e, f] = screenToCache(camera, screen, view)
    for (const [x, y] of [
      [0, 0],
      [300, 200],
      [37, 111],
    ] as const) {
      const world = toWorld(camera, size, x, y)
      const cached = toWorld(view.camera, view, a * x + b * y + e, c * x + d * y + f)
      expect(cached[0]).toBeCloseTo(world[0], 0)
      expect(cached[1]).toBeCloseTo(world[1], 0)
    }
  })
})

test.each([
  ['#5aa9ff', [0x5a, 0xa9, 0xff]],
  ['#fff', [255, 255, 255]],
  ['#08f', [0, 0x88, 255]],
] as const)('the colour %s is read as it is written', (color, rgb) => {
  expect(rgbOf(color).map((v) => Math.round(v * 255))).toEqual(rgb)
})

import { describe, expect, test } from 'vitest'
import { thinMarkers } from '#renderer/viewer/overlay/draw-overlay.ts'

const at = (x: number, y: number, kind: 'error' | 'warning' | 'note'): Parameters<typeof thinMarkers>[0][number] => ({
  marker: { id: `${x},${y},${kind}`, x, y, kind },
  x,
  y,
})

describe('markers', () => {
  test('few of them stay as they are', () => {
    expect(thinMarkers([at(10, 10, 'note'), at(100, 10, 'error')])).toHaveLength(2)
  })

  test('the worst kind stands for those that it would cover', () => {
    expect(thinMarkers([at(10, 10, 'note'), at(12, 11, 'error'), at(11, 12, 'warning')]).map((p) => p.marker.kind)).toEqual(['error'])
  })

  test('errors are drawn last, on top', () => {
    expect(thinMarkers([at(10, 10, 'error'), at(50, 50, 'note'), at(90, 90, 'warning')]).map((p) => p.marker.kind)).toEqual([
      'note',
      'warning',
      'error',
    ])
  })

  test('in a crowd at most one per larger cell', () => {
    const crowd = Array.from({ length: 1000 }, (_, i) => at((i % 40) * 10, Math.floor(i / 40) * 10, 'warning'))
    expect(thinMarkers(crowd).length).toBeLessThanOrEqual(10 * 7)
  })
})

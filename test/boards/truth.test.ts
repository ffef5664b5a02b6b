import { beforeAll, describe, expect, it } from 'vitest'
import { boardMeasures } from '#core/checks/board-measures.ts'
import type { Measures } from '#core/checks/measures.ts'
import type { Layer } from '#core/board/board.ts'
import { holeGroups } from '#core/report/board-json.ts'
import type { Review } from '#core/run/review-package.ts'
import { reviewAt } from '#test/support/review.ts'
import { sharedJson, sharedNames, sharedPath } from '#test/support/shared.ts'

interface Place {
  readonly value: number
  readonly x: number
  readonly y: number
}
interface Truth {
  readonly profile: { readonly width: number; readonly height: number; readonly area: number; readonly bounds: readonly number[] }
  readonly copperLayers: number
  readonly annularRingMin: Place | null
  readonly holeToHoleMin: Place | null
  readonly holes: readonly { readonly d: number; readonly l: number; readonly plated: boolean; readonly count: number }[]
  readonly layers: Readonly<
    Record<
      string,
      { readonly area: number; readonly trackWidthMin: Place | null; readonly spacingMin: (Place & { readonly nets: readonly string[] }) | null; readonly copperToEdgeMin: Place | null }
    >
  >
  readonly pads: readonly { readonly ref: string; readonly pad: string; readonly x: number; readonly y: number; readonly layers: readonly string[]; readonly net: string; readonly npth: boolean }[]
}

const MICROMETRE = 0.001
const VALUE_MM = 2 * MICROMETRE
const names = sharedNames('truth', '.truth.json').map((name) => name.replace('.truth.json', ''))

const near = (at: readonly [number, number] | undefined, place: Place, within: number): void => {
  expect(at).toBeDefined()
  expect(Math.hypot(at![0] - place.x, at![1] - place.y)).toBeLessThan(within)
}

describe.skipIf(names.length === 0)('boards with their true measures (skipped where the reference material is absent)', () => {
  describe.each(names)('%s', (name) => {
    const truth = sharedJson<Truth>('truth', `${name}.truth.json`)
    let review: Review
    let measures: Measures
    beforeAll(async () => {
      review = await reviewAt(sharedPath('truth', `${name}.zip`)!)
      measures = boardMeasures(review.board)
    })
    const layersInOrder = (): readonly [Layer, Truth['layers'][string]][] => {
      const entries = Object.values(truth.layers)
      return measures.copper.map((layer, i) => [layer, entries[i]!])
    }

    it('has the outline size to 1 µm and the area', () => {
      const { box, area } = review.board.outline
      expect(box).not.toBeNull()
      expect(Math.abs((box![2] - box![0]) / 1e6 - truth.profile.width)).toBeLessThanOrEqual(MICROMETRE)
      expect(Math.abs((box![3] - box![1]) / 1e6 - truth.profile.height)).toBeLessThanOrEqual(MICROMETRE)
      expect(area / 1e12 / truth.profile.area).toBeCloseTo(1, 4)
    })

    it('has the holes by size and plating', () => {
      const ours = holeGroups(review.board).map((g) => `${g.diameterMm.toFixed(3)} ${g.lengthMm.toFixed(3)} ${g.plated} ${g.count}`)
      const theirs = truth.holes.map((h) => `${h.d.toFixed(3)} ${h.l.toFixed(3)} ${h.plated} ${h.count}`)
      expect([...ours].sort()).toEqual([...theirs].sort())
    })

    it('has every copper layer with its area (text on copper adds to ours)', () => {
      expect(measures.copper.length).toBe(truth.copperLayers)
      for (const [layer, expected] of layersInOrder()) {
        const ours = measures.image(layer).area / 1e12
        expect(ours).toBeGreaterThan(expected.area * 0.9999)
        expect(ours).toBeLessThan(expected.area * 1.01)
      }
    })

    it('finds the narrowest gap between nets of each layer', () => {
      for (const [layer, { spacingMin }] of layersInOrder()) {
        if (!spacingMin) continue
        const gap = measures.closest(layer)!
        expect(Math.abs(gap.value - spacingMin.value), layer.name).toBeLessThanOrEqual(VALUE_MM)
      }
    })

    it('finds the thinnest track of each layer', () => {
      for (const [layer, { trackWidthMin }] of layersInOrder()) {
        if (!trackWidthMin) continue
        const thinnest = measures.conductors(layer).reduce((best, c) => (c.width < best.width ? c : best))
        expect(Math.abs(thinnest.width - trackWidthMin.value), layer.name).toBeLessThanOrEqual(VALUE_MM)
      }
    })

    it('finds the copper nearest to the edge on each layer', () => {
      for (const [layer, { copperToEdgeMin }] of layersInOrder()) {
        if (!copperToEdgeMin) continue
        const nearest = measures.edgeGaps(layer, Math.max(1, copperToEdgeMin.value * 1.5)).reduce((best, g) => (g.value < best.value ? g : best))
        expect(Math.abs(nearest.value - copperToEdgeMin.value), layer.name).toBeLessThanOrEqual(VALUE_MM)
      }
    })

    it('finds the closest pair of holes at its place', () => {
      if (!truth.holeToHoleMin) return
      const closest = measures.holeGaps(Math.max(1, truth.holeToHoleMin.value * 1.5)).reduce((best, g) => (g.value < best.value ? g : best))
      expect(Math.abs(closest.value - truth.holeToHoleMin.value)).toBeLessThanOrEqual(VALUE_MM)
    })

    it('finds the thinnest ring', () => {
      const rings = review.raw.find((r) => r.id === 'min_annular_ring')!.run
      if (rings.kind !== 'measured' || !truth.annularRingMin) throw new Error('the ring check did not run')
      // The truth is of the pad alone; pours and tracks around it can only add.
      expect(rings.extreme!.value).toBeGreaterThanOrEqual(truth.annularRingMin.value - VALUE_MM)
      near(rings.extreme!.at ?? undefined, truth.annularRingMin, 500)
    })

    it('joins exactly the pads that the design joins', () => {
      const nets = measures.nets()
      const layerNames = Object.keys(truth.layers)
      const ours = new Map<string, Set<number>>()
      const byId = new Map<number, Set<string>>()
      for (const pad of truth.pads) {
        if (!pad.net || pad.npth) continue
        for (const [i, layer] of measures.copper.entries()) {
          if (!pad.layers.includes(layerNames[i]!) && !pad.layers.includes('*.Cu')) continue
          const component = measures.componentAt(layer, [pad.x, pad.y])
          if (component < 0) continue
          const { id } = nets.of(layer, component)
          ours.set(pad.net, (ours.get(pad.net) ?? new Set()).add(id))
          byId.set(id, (byId.get(id) ?? new Set()).add(pad.net))
        }
      }
      expect([...ours].filter(([, ids]) => ids.size !== 1).map(([net]) => net)).toEqual([])
      expect([...byId.values()].filter((found) => found.size !== 1).map((found) => [...found])).toEqual([])
    })
  })
})

import { HOLE_PLATED, type Board, type Layer } from '#core/board/board.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { isOuter, type Measures } from '#core/checks/measures.ts'

const QUORUM = 6
/** At most this share of the plated holes still meets copper on an inverted layer. */
const FEW = 0.2
const MOST = 0.8
/** A cleared hole has copper around it no further away than this, mm. */
const ANTIPAD_MM = 1
/** A clearance that is another layer's land agrees with its ring this well, mm. */
const SAME_MM = 0.01

interface Votes {
  readonly asked: number
  readonly inCopper: number
  /** Holes in a clearance, with its width around the hole, mm. */
  readonly values: ReadonlyMap<number, number>
  /** Holes in a land, with its ring, mm. */
  readonly rings: ReadonlyMap<number, number>
}

/** What the plated holes meet on a layer. */
const votesOf = (board: Board, measures: Measures, layer: Layer): Votes => {
  const [values, rings] = [new Map<number, number>(), new Map<number, number>()]
  let asked = 0
  for (const ring of measures.rings(layer)) {
    if (board.holes.plating[ring.hole] !== HOLE_PLATED) continue
    asked++
    if (ring.component >= 0) rings.set(ring.hole, ring.value)
    else if (ring.value >= 0 && ring.value <= ANTIPAD_MM) values.set(ring.hole, ring.value)
  }
  return { asked, inCopper: rings.size, values, rings }
}

const isCleared = ({ asked, inCopper, values }: Votes): boolean => asked >= QUORUM && inCopper <= FEW * asked && values.size >= MOST * asked

export const layerPolaritySuspect = defineCheck({
  id: 'layer_polarity_suspect',
  title: 'Layer polarity does not fit its role',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { suspect: { unit: 'bool', direction: 'boolean', limit: 0, target: null, source: 'Stated and apparent polarity agree' } },
  why: 'A plane made with the wrong polarity connects every hole it should clear.',
  fix: 'State the polarity with the X2 attribute .FilePolarity, and export planes as positive images.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.4 (.FilePolarity)',
  messages: {
    copper: '{share} % of the plated holes are cleared instead of held on this {stated} layer: it looks like the opposite polarity',
    mask: 'the openings cover {share} % of the board: it looks like a mask drawn with the opposite polarity',
  },
  run(board, measures, report) {
    const inverted = (layer: (typeof measures.copper)[number], stated: string, share: number, message: 'copper' | 'mask'): void =>
      report({
        message,
        limit: 'suspect',
        value: 1,
        at: null,
        always: true,
        layers: [layer.id],
        files: [{ path: layer.path, line: 0 }],
        values: { stated, share: String(Math.round(share * 100)) },
      })
    const outer = measures.copper.filter(isOuter).map((layer) => ({ layer, votes: votesOf(board, measures, layer) }))
    for (const one of outer) {
      const other = outer.find((o) => o !== one)
      if (!isCleared(one.votes) || !other) continue
      const { values } = one.votes
      const alike = [...values].filter(([hole, value]) => Math.abs(value - (other.votes.rings.get(hole) ?? Infinity)) <= SAME_MM).length
      // Either both layers clear all their holes, or one clears just what the other has as lands.
      if (!isCleared(other.votes) && alike < MOST * values.size) continue
      inverted(one.layer, one.layer.negative ? 'negative' : 'positive', 1 - one.votes.inCopper / one.votes.asked, 'copper')
    }
    if (board.outline.area === 0) return
    for (const layer of board.layers) {
      if (layer.role !== 'soldermask') continue
      const share = measures.image(layer).area / board.outline.area
      if (share > 0.9 && share <= 1.1) inverted(layer, 'positive', share, 'mask')
    }
  },
})

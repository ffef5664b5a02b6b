import { HOLE_NON_PLATED } from '#core/board/board.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { holeSource, holeText, middle, type Ring } from '#core/checks/measures.ts'

const LAND_MM = 0.15

export const npthWithPad = defineCheck({
  id: 'npth_with_pad',
  title: 'Copper pad around a non-plated hole',
  category: 'drill_via',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { holes: none('A non-plated hole is clear of copper') },
  why: 'A land around a hole declared non-plated means a wrong plating statement, or copper torn by the late drilling.',
  fix: 'Plate the hole, or clear the copper around it by 0.25 mm.',
  source: 'IPC-2221B, 9.2.3',
  messages: {
    land: 'a land of {ring} on every outer layer around a non-plated hole: should it be plated?',
    overlap: 'copper reaches into a non-plated hole',
  },
  run(board, measures, report) {
    const { holes } = board
    const outer = measures.copper.filter((l) => l.side === 'top' || l.side === 'bottom')
    const touching = new Map<number, { ring: Ring; layer: string; landed: number }>()
    for (const layer of measures.copper) {
      for (const ring of measures.rings(layer)) {
        if (holes.plating[ring.hole] !== HOLE_NON_PLATED || (ring.component < 0 && ring.value >= 0)) continue
        const known = touching.get(ring.hole) ?? { ring, layer: layer.id, landed: 0 }
        touching.set(ring.hole, known)
        if (outer.includes(layer) && ring.component >= 0 && ring.value >= LAND_MM) known.landed++
      }
    }
    for (const [hole, { ring, layer, landed }] of touching) {
      const both = outer.length > 1 && landed === outer.length
      report({
        message: both ? 'land' : 'overlap',
        limit: 'holes',
        value: 1,
        at: middle(ring),
        always: true,
        severity: both ? 'warning' : ring.component >= 0 ? 'info' : 'warning',
        layers: [layer],
        objects: [holeText(board, hole)],
        files: [holeSource(board, hole)],
        values: { ring: `${ring.value.toFixed(3)} mm` },
      })
    }
  },
})

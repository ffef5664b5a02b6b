import { HOLE_NON_PLATED } from '#core/board/board.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { holeSource, holeText } from '#core/checks/measures.ts'

/** Taken when nothing states a thickness; the finding then says so and cannot block. */
const USUAL_THICKNESS_MM = 1.6

export const drillAspectRatio = defineCheck({
  id: 'drill_aspect_ratio',
  title: 'Through-hole aspect ratio',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['drill'],
  limits: {
    ratio: { unit: 'ratio', direction: 'max', limit: 10, target: 8, source: 'Conservative class 2 default', capability: ['aspectRatio'] },
  },
  why: 'Plating hardly reaches the middle of a deep thin hole: the barrel is thin there and cracks.',
  fix: 'Use a larger drill or a thinner board.',
  source: 'IPC-2221B, 9.2.2.2; IPC-6012',
  messages: {
    deep: 'plated hole {diameter} through {thickness}: {measured} to 1, {limit} to 1 is the limit',
    assumed: 'plated hole {diameter}: {measured} to 1 if the board is {thickness} thick, which nothing states; {limit} to 1 is the limit',
  },
  run(board, _measures, report) {
    const { holes } = board
    const stated = board.thicknessMm
    const thickness = stated ?? USUAL_THICKNESS_MM
    const copper = board.layers.filter((l) => l.role === 'copper' || l.role === 'plane').length
    for (let h = 0; h < holes.count; h++) {
      if (holes.plating[h] === HOLE_NON_PLATED || holes.x0[h] !== holes.x1[h] || holes.y0[h] !== holes.y1[h]) continue
      // Blind and buried spans have their own depth, which only a stack-up tells.
      if (copper > 2 && (holes.from[h]! > 1 || holes.to[h]! < copper)) continue
      const diameter = holes.diameter[h]! / 1e6
      if (diameter <= 0) continue
      report({
        message: stated === null ? 'assumed' : 'deep',
        limit: 'ratio',
        // A tenth: what rounding the drill size to inches or millimetres changes is no finding.
        value: Math.round((10 * thickness) / diameter) / 10,
        at: [holes.x0[h]! / 1e6, holes.y0[h]! / 1e6],
        basis: stated === null ? 'inferred' : 'measured',
        cause: `tool ${diameter}`,
        objects: [holeText(board, h)],
        files: [holeSource(board, h)],
        values: { diameter: `${diameter.toFixed(3)} mm`, thickness: `${thickness} mm` },
      })
    }
  },
})

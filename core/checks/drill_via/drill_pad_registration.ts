import { HOLE_PLATED } from '#core/board/board.ts'
import { atMostMm, defineCheck } from '#core/checks/define-check.ts'
import { holeSource, holeText, isOuter, type Ring } from '#core/checks/measures.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'
import { layerFrames } from '#core/checks/measuring/layer-frames.ts'

/** With this much copper left on the thin side an off-centre hole is by design and harmless. */
const HARMLESS_RING_MM = 0.15

export const drillPadRegistration = defineCheck({
  id: 'drill_pad_registration',
  title: 'Drill centre off pad centre',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { offset: atMostMm(0.05, 0.02, 'A hole belongs in the centre of its pad') },
  why: 'A hole beside the centre of its pad eats the ring on one side before the drill has wandered at all.',
  fix: 'Rebuild the pad stack, or export all files again with one origin.',
  source: 'IPC-2221B, 9.1.2',
  messages: { off: 'the hole lies {measured} beside the centre of its pad; {ring} of copper on the thin side' },
  run(board, measures, report) {
    const { holes } = board
    const moved = new Set(layerFrames(board, measures).flatMap((f) => (f.frame.better && f.layer ? [f.layer.id] : [])))
    for (const layer of measures.copper) {
      // A layer that lies wrong as a whole is layer_misregistration's.
      if (!isOuter(layer) || layer.negative || moved.has(layer.id)) continue
      const pads = layerPads(board, measures, layer)
      const rings = new Map<number, Ring>(measures.rings(layer).map((ring) => [ring.hole, ring]))
      for (let h = 0; h < holes.count; h++) {
        const ring = rings.get(h)
        if (holes.plating[h] !== HOLE_PLATED || !ring || ring.component < 0 || holes.x0[h] !== holes.x1[h] || holes.y0[h] !== holes.y1[h])
          continue
        const reach = Math.max(150_000, holes.diameter[h]! / 2)
        const row = pads.index.near(holes.x0[h]!, holes.y0[h]!, Math.min(reach, 1_000_000))[0]
        if (row === undefined) continue
        const value = Math.hypot(pads.x[row]! - holes.x0[h]!, pads.y[row]! - holes.y0[h]!) / 1e6
        const measured = {
          message: 'off',
          limit: 'offset',
          value,
          at: [holes.x0[h]! / 1e6, holes.y0[h]! / 1e6],
          witness: [
            [holes.x0[h]! / 1e6, holes.y0[h]! / 1e6],
            [pads.x[row]! / 1e6, pads.y[row]! / 1e6],
          ],
          layers: [layer.id],
          objects: [holeText(board, h)],
          files: [holeSource(board, h)],
          values: { ring: `${ring.value.toFixed(3)} mm` },
        } as const
        if (ring.value < HARMLESS_RING_MM) report(measured)
        else report.extreme({ ...measured, value: 0 })
      }
    }
  },
})

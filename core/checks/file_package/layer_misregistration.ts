import { toMm } from '#core/base/units.ts'
import { atMostMm, defineCheck } from '#core/checks/define-check.ts'
import { frameSource, frameSubject, layerFrames } from '#core/checks/measuring/layer-frames.ts'

export const layerMisregistration = defineCheck({
  id: 'layer_misregistration',
  title: 'Layers not in the same coordinate frame',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits: { offset: atMostMm(0.05, 0.01, 'All layers of a board share one origin') },
  why: 'A layer plotted with another origin drills beside every pad; no clearance rule sees it.',
  fix: 'Plot all layers and drills again with the same origin.',
  source: 'Gerber Layer Format Specification 2024.05, 2.6 (alignment of layers)',
  messages: { shifted: '{subject} lies {dx}, {dy} mm off {against}; {share} % match when moved, {fit} % as they are' },
  run(board, measures, report) {
    const frames = layerFrames(board, measures)
    if (frames.length === 0) return 'needs pads that can be matched with drill hits or mask openings'
    for (const found of frames) {
      const { better, fit } = found.frame
      const source = frameSource(board, found)
      if (better?.placement !== 'shifted') {
        if (!better) report.extreme({ message: 'shifted', limit: 'offset', value: 0, at: null, ...source })
        continue
      }
      report({
        message: 'shifted',
        limit: 'offset',
        value: Math.hypot(toMm(better.dx), toMm(better.dy)),
        at: null,
        ...source,
        values: {
          subject: frameSubject(found),
          against: found.against,
          dx: toMm(better.dx).toFixed(3),
          dy: toMm(better.dy).toFixed(3),
          share: String(Math.round(better.fit * 100)),
          fit: String(Math.round(fit * 100)),
        },
      })
    }
  },
})

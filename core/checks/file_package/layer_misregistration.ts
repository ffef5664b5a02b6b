import { toMm } from '#core/base/units.ts'
import { atMostMm, defineCheck } from '#core/checks/define-check.ts'
import { frameSource, frameSubject, layerFrames, type LayerFrame } from '#core/checks/measuring/layer-frames.ts'

/** Below this share of matches a layer with enough pads does not belong to the drills. */
const UNRELATED_FIT = 0.1

const isUnrelated = ({ layer, frame }: LayerFrame): boolean => layer?.role === 'copper' && frame.comparable && frame.fit < UNRELATED_FIT

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
  messages: {
    unrelated: 'only {fit} % of {against} have a counterpart on {subject}, however it is moved, mirrored or scaled',
    shifted: '{subject} lies {dx}, {dy} mm off {against}; {share} % match when moved, {fit} % as they are',
  },
  run(board, measures, report) {
    const frames = layerFrames(board, measures)
    if (frames.length === 0) return 'needs pads that can be matched with drill hits or mask openings'
    for (const found of frames) {
      const { better, fit } = found.frame
      const source = frameSource(board, found)
      if (better?.placement !== 'shifted') {
        if (!better && isUnrelated(found)) {
          report({
            message: 'unrelated',
            limit: 'offset',
            value: 0,
            at: null,
            always: true,
            ...source,
            values: { subject: frameSubject(found), against: found.against, fit: String(Math.round(fit * 100)) },
          })
        } else if (!better) report.extreme({ message: 'shifted', limit: 'offset', value: 0, at: null, ...source })
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

import { defineCheck } from '#core/checks/define-check.ts'
import { frameSource, frameSubject, layerFrames } from '#core/checks/measuring/layer-frames.ts'

export const layerScaleMismatch = defineCheck({
  id: 'layer_scale_mismatch',
  title: 'Layer or drill file at the wrong scale',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits: {
    scale: { unit: 'ratio', direction: 'ratio', limit: 1, limitMax: 0.001, target: null, source: 'All files of a board share one scale' },
  },
  why: 'Mixed units or digits make every hole miss its pad; the board is scrap.',
  fix: 'Export the file again with the same units and digits as the others.',
  source: 'Gerber Layer Format Specification 2024.05, 4.2',
  messages: { scaled: '{subject} is {measured} times the size of {against}; {share} % match when scaled, {fit} % as they are' },
  run(board, measures, report) {
    const frames = layerFrames(board, measures)
    if (frames.length === 0) return 'needs pads that can be matched with drill hits or mask openings'
    for (const found of frames) {
      const { better, fit } = found.frame
      if (better?.placement !== 'scaled') continue
      report({
        message: 'scaled',
        limit: 'scale',
        value: found.layer ? better.scale : 1 / better.scale,
        at: null,
        ...frameSource(board, found),
        values: {
          subject: frameSubject(found),
          against: found.against,
          share: String(Math.round(better.fit * 100)),
          fit: String(Math.round(fit * 100)),
        },
      })
    }
  },
})

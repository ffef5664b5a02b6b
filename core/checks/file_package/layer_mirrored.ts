import { defineCheck } from '#core/checks/define-check.ts'
import { frameSource, frameSubject, layerFrames } from '#core/checks/measuring/layer-frames.ts'

const HOW = { 'mirrored-x': 'mirrored left to right', 'mirrored-y': 'mirrored top to bottom', turned: 'turned by 180°' } as const

export const layerMirrored = defineCheck({
  id: 'layer_mirrored',
  title: 'Layer mirrored or viewed from the wrong side',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits: {
    mirrored: {
      unit: 'bool',
      direction: 'boolean',
      limit: 0,
      target: null,
      source: 'Every layer is viewed from the top, through the board',
    },
  },
  why: 'A mirrored layer fits nothing: parts will not match their pads, and vias short.',
  fix: "Turn off 'mirror' when plotting: every layer is viewed from the top, through the board.",
  source: 'Gerber Layer Format Specification 2024.05, 2.6 (alignment of layers)',
  messages: { mirrored: '{subject} is {how} against {against}; {share} % match that way, {fit} % as they are' },
  run(board, measures, report) {
    const frames = layerFrames(board, measures)
    if (frames.length === 0) return 'needs pads that can be matched with drill hits or mask openings'
    for (const found of frames) {
      const { better, fit } = found.frame
      if (!better || better.placement === 'shifted' || better.placement === 'scaled') continue
      report({
        message: 'mirrored',
        limit: 'mirrored',
        value: 1,
        at: null,
        ...frameSource(board, found),
        values: {
          subject: frameSubject(found),
          how: HOW[better.placement],
          against: found.against,
          share: String(Math.round(better.fit * 100)),
          fit: String(Math.round(fit * 100)),
        },
      })
    }
  },
})

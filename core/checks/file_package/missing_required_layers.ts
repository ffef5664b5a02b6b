import { requiredLayers } from '#core/board/required-layers.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'

export const missingRequiredLayers = defineCheck({
  id: 'missing_required_layers',
  title: 'Required fabrication layer missing',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['files'],
  limits: { missing: none('Every copper layer, both masks, outline and drill are needed to make a board') },
  why: 'A fab cannot build what it was not given: it stops the job and asks, or guesses.',
  fix: 'Export the full set again (all copper, both masks, outline, drill) and look into the zip before sending it.',
  source: 'IPC-D-325 documentation set; common reasons for fabrication holds',
  messages: { missing: 'no file for the {name}' },
  run(board, _measures, report) {
    for (const layer of requiredLayers(board).missing) {
      report({
        message: 'missing',
        limit: 'missing',
        value: 1,
        at: null,
        always: true,
        severity: layer.grade === 'must' ? 'error' : 'warning',
        cause: layer.name,
        values: { name: layer.name },
      })
    }
  },
})

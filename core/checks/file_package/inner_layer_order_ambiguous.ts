import { defineCheck } from '#core/checks/define-check.ts'
import type { IdentifiedFile } from '#core/identify/identified-file.ts'

/** How the identification words that it does not know the order of the copper. */
const ORDER_DOUBT = /in which order|position in the stack/

/** The place that an attribute, a job file or a name gives, counted from the top; null when none does. */
const statedPlace = ({ evidence }: IdentifiedFile): number | null =>
  evidence.find((e) => e.order !== null && (e.role === 'copper' || e.role === 'plane'))?.order ?? null

export const innerLayerOrderAmbiguous = defineCheck({
  id: 'inner_layer_order_ambiguous',
  title: 'Inner copper order not stated',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits: {
    ambiguous: { unit: 'bool', direction: 'boolean', limit: 0, target: null, source: 'Each inner layer has one stated place in the stack' },
  },
  why: 'Swapped inner layers pass every electrical test of the bare board and still ruin impedance and shielding.',
  fix: 'Number the copper layers in file names and X2 attributes, and state the order in the fabrication notes.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.3 (.FileFunction, L number)',
  messages: { unstated: 'the place in the stack is a guess: {reason}', twice: 'two files claim place {order} in the stack' },
  run(board, _measures, report) {
    const inner = board.files.filter((f) => (f.role === 'copper' || f.role === 'plane') && f.side === 'inner')
    // One inner layer has one place only.
    if (inner.length < 2) return
    const byOrder = new Map<number, string[]>()
    for (const file of inner) {
      const stated = statedPlace(file)
      if (stated !== null) byOrder.set(stated, [...(byOrder.get(stated) ?? []), file.path])
      // A report or numbers of inner layers alone tell the order as well: only a doubt is a guess.
      const doubt = file.conflicts.find((text) => ORDER_DOUBT.test(text))
      if (doubt === undefined) continue
      report({
        message: 'unstated',
        limit: 'ambiguous',
        value: 1,
        at: null,
        always: true,
        severity: 'warning',
        files: [{ path: file.path, line: 0 }],
        values: { reason: doubt },
      })
    }
    for (const [order, paths] of byOrder) {
      if (paths.length < 2) continue
      report({
        message: 'twice',
        limit: 'ambiguous',
        value: 1,
        at: null,
        always: true,
        files: paths.map((path) => ({ path, line: 0 })),
        values: { order: String(order) },
      })
    }
  },
})

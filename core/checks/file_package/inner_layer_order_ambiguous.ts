import { defineCheck } from '#core/checks/define-check.ts'
import { SURE_ENOUGH } from '#core/identify/identified-file.ts'

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
      if (file.order !== null) byOrder.set(file.order, [...(byOrder.get(file.order) ?? []), file.path])
      const said = file.evidence.some((e) => e.order !== null && e.role !== 'unknown')
      if (said && file.order !== null && file.sureness >= SURE_ENOUGH && file.conflicts.every((text) => !/order/i.test(text))) continue
      report({
        message: 'unstated',
        limit: 'ambiguous',
        value: 1,
        at: null,
        always: true,
        severity: 'warning',
        files: [{ path: file.path, line: 0 }],
        values: { reason: file.conflicts.find((text) => /order/i.test(text)) ?? 'neither attributes nor the file name give its number' },
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

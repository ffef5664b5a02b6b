import { defineCheck, none } from '#core/checks/define-check.ts'
import { SURE_ENOUGH, type IdentifiedFile } from '#core/identify/identified-file.ts'

const UNIQUE_ROLES = new Set(['copper', 'plane', 'soldermask', 'paste', 'legend'])

/** Files that claim the same layer: same role group, side and order. */
const claimsOf = (file: IdentifiedFile): string | null => {
  if (!UNIQUE_ROLES.has(file.role) || file.side === null) return null
  const role = file.role === 'plane' ? 'copper' : file.role
  return `${role}|${file.side}|${file.side === 'inner' ? file.order : ''}`
}

export const layerRoleUnresolved = defineCheck({
  id: 'layer_role_unresolved',
  title: 'File role unknown or claimed twice',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['files'],
  limits: { unresolved: none('Each file of a package has one role, each layer one file') },
  why: 'A file taken for the wrong layer makes a wrong board, and nobody sees it before assembly.',
  fix: "Name files by the CAD tool's standard convention or export Gerber X2, so that each file says what it is; or assign the role by hand.",
  source: 'Gerber Layer Format Specification 2024.05, 5.6.3 (.FileFunction)',
  messages: {
    unknown: 'artwork of unknown purpose: {reason}',
    unsure: 'probably {role} ({sureness} %), please confirm',
    twice: '{count} files claim to be the {role}',
  },
  run(board, _measures, report) {
    const claims = new Map<string, IdentifiedFile[]>()
    for (const file of board.files) {
      const at = { limit: 'unresolved', value: 1, at: null, always: true, files: [{ path: file.path, line: 0 }] } as const
      const artwork = file.gerber !== null || file.drill !== null
      if (file.role === 'unknown' && artwork) {
        report({
          ...at,
          message: 'unknown',
          severity: 'warning',
          values: { reason: file.reason ?? 'nothing in it or its name says which layer it is' },
        })
      } else if (artwork && file.sureness < SURE_ENOUGH) {
        const role = [file.side, file.role].filter(Boolean).join(' ')
        report({ ...at, message: 'unsure', severity: 'warning', values: { role, sureness: String(Math.round(file.sureness * 100)) } })
      }
      const claim = claimsOf(file)
      if (claim) claims.set(claim, [...(claims.get(claim) ?? []), file])
    }
    for (const files of claims.values()) {
      if (files.length < 2) continue
      report({
        message: 'twice',
        limit: 'unresolved',
        value: files.length,
        at: null,
        always: true,
        files: files.map((f) => ({ path: f.path, line: 0 })),
        values: { count: String(files.length), role: [files[0]!.side, files[0]!.role].join(' ') },
      })
    }
  },
})

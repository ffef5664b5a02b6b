import { defineCheck, none } from '#core/checks/define-check.ts'

/** Constructs whose reading differs between CAM systems; the rest is old but harmless. */
const CHANGES_IMAGE = new Set([
  'g91',
  'incremental',
  'ip',
  'as',
  'ir',
  'mi',
  'of',
  'sf',
  'ij',
  'io',
  'ko',
  'pf',
  'ro',
  'unit-changed',
  'rectangular-hole',
])

/** Counted by the reader, but part of the current format or plain ways of writing it. */
const CURRENT = new Set([
  'file-attribute',
  'comment-attribute',
  'combined-operation',
  'zero-size-aperture',
  'hole-in-aperture',
  'm30',
  'decimal-point',
])

export const gerberDeprecatedConstructs = defineCheck({
  id: 'gerber_deprecated_constructs',
  title: 'Deprecated Gerber commands in use',
  category: 'file_package',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['files'],
  limits: { uses: none('The current format has withdrawn these commands') },
  why: 'Withdrawn commands are read differently by different CAM systems, or not at all.',
  fix: 'Set the CAD export to Gerber X2; the listed commands have been withdrawn from the format.',
  source: 'Gerber Layer Format Specification 2024.05, 8 (deprecated elements)',
  messages: {
    risky: '{code} is used {count} times and readers disagree about it',
    harmless: 'old commands, read without doubt: {list}',
  },
  run(board, _measures, report) {
    for (const file of board.files) {
      const constructs = (file.gerber?.constructs ?? []).filter((c) => !CURRENT.has(c.code))
      const harmless = constructs.filter((c) => !CHANGES_IMAGE.has(c.code))
      for (const { code, count, line } of constructs) {
        if (!CHANGES_IMAGE.has(code)) continue
        report({
          message: 'risky',
          limit: 'uses',
          value: count,
          at: null,
          always: true,
          cause: code,
          files: [{ path: file.path, line }],
          values: { code, count: String(count) },
        })
      }
      if (harmless.length === 0) continue
      report({
        message: 'harmless',
        limit: 'uses',
        value: harmless.length,
        at: null,
        always: true,
        severity: 'info',
        files: [{ path: file.path, line: harmless[0]!.line }],
        values: { list: harmless.map((c) => `${c.code} (${c.count})`).join(', ') },
      })
    }
  },
})

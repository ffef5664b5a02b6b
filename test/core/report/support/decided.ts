import type { Finding } from '#core/checks/finding.ts'
import type { ReportDecisions, ReportedFinding } from '#core/report/decisions.ts'

const note = { text: 'asked on Monday', author: 'Ada', at: '2026-11-30T09:00:00.000Z', resolved: false }
const untouched: ReportedFinding = { state: 'open', assignee: null, waiver: null, notes: [] }

/**
 * @param waived the finding that was waived and has a note
 * @param worse one whose waiver no longer reaches
 */
export const decidedOnBoard = (waived: Finding, worse?: Finding): ReportDecisions => {
  const waiver = { author: 'Ada', given: '2026-11-30T08:00:00.000Z', scope: 'place' } as const
  return {
    verdict: 'review',
    errors: 0,
    warnings: 3,
    infos: 0,
    waived: 1,
    text: 'No blockers · 1 waived',
    findings: {
      [waived.fingerprint]: {
        state: 'waived',
        assignee: null,
        waiver: { ...waiver, reason: 'the fab agreed <by mail>', until: '2027-01-31T00:00:00.000Z', standing: 'same' },
        notes: [note],
      },
      ...(worse && {
        [worse.fingerprint]: { ...untouched, assignee: 'Bo', waiver: { ...waiver, reason: 'was wider', until: null, standing: 'worse' } },
      }),
    },
    notes: [{ ...note, text: 'order in green', on: 'board' }],
  }
}

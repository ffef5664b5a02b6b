import type { DecisionsShape, NoteShape, WaiverShape } from '#core/ipc/decision-shapes.ts'
import type { ReportDecisions, ReportedFinding, ReportedNote, ReportedWaiver } from '#core/report/decisions.ts'

const instant = (ms: number): string => new Date(ms).toISOString()

const untilOf = ({ expiry }: WaiverShape): string | null => {
  switch (expiry.kind) {
    case 'none':
      return null
    case 'next-revision':
      return 'next-revision'
    case 'date':
      return instant(expiry.at)
  }
}

const waiverOf = (waiver: WaiverShape, standing: ReportedWaiver['standing']): ReportedWaiver => ({
  reason: waiver.reason,
  author: waiver.author,
  given: instant(waiver.createdAt),
  scope: waiver.scope,
  until: untilOf(waiver),
  standing,
})

const noteOf = ({ text, author, createdAt, resolved }: NoteShape): ReportedNote => ({ text, author, at: instant(createdAt), resolved })

/** Where a note belongs that is not on a finding. */
const placeOf = ({ now, target }: NoteShape): string => {
  const place = now ?? target
  switch (place.kind) {
    case 'board':
      return 'board'
    case 'place':
      return `x ${place.at.x.toFixed(3)} y ${place.at.y.toFixed(3)} mm`
    case 'file':
      return place.path
    case 'finding':
      return 'a finding that is no longer there'
  }
}

/** @returns what a report tells of the decisions on a board */
export const reportedDecisions = ({ effective, findings, waivers, notes }: DecisionsShape): ReportDecisions => {
  const given = new Map(waivers.map((waiver) => [waiver.id, waiver]))
  const onFinding = Map.groupBy(notes, ({ now }) => (now?.kind === 'finding' ? now.fingerprint : null))
  const reported = findings.map(({ fingerprint, state, assignee, waiver, standing }): [string, ReportedFinding] => {
    const known = waiver === null ? undefined : given.get(waiver)
    return [
      fingerprint,
      {
        state,
        assignee,
        waiver: known && standing ? waiverOf(known, standing) : null,
        notes: (onFinding.get(fingerprint) ?? []).map(noteOf),
      },
    ]
  })
  const { verdict, errors, warnings, infos, waived, text } = effective
  return {
    ...{ verdict, errors, warnings, infos, waived, text },
    findings: Object.fromEntries(reported),
    notes: (onFinding.get(null) ?? []).map((note) => ({ ...noteOf(note), on: placeOf(note) })),
  }
}

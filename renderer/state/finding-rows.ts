import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import type { FindingFilter, FindingSection, SectionId } from './finding-groups.ts'

/** A row of the findings list as it is scrolled and walked. */
export type FindingRow =
  | { readonly kind: 'section'; readonly key: string; readonly section: FindingSection; readonly isOpen: boolean }
  | {
      readonly kind: 'group'
      readonly key: string
      readonly cause: string
      readonly title: string
      readonly findings: readonly Finding[]
      readonly isOpen: boolean
    }
  | { readonly kind: 'finding'; readonly key: string; readonly finding: Finding; readonly title: string; readonly inGroup: boolean }
  | { readonly kind: 'outcome'; readonly key: string; readonly outcome: CheckOutcome }

/**
 * Flattens the sections into rows. A cause with one place is one row; with several it is a row with a count whose
 * places show when it is open. Closed sections keep their head.
 */
export const findingRows = (
  sections: readonly FindingSection[],
  { hidden }: FindingFilter,
  closed: readonly SectionId[],
  openGroups: readonly string[],
): readonly FindingRow[] => {
  const rows: FindingRow[] = []
  for (const section of sections) {
    if (hidden.includes(section.id) || (section.id === 'waived' && section.count === 0)) continue
    const isOpen = !closed.includes(section.id)
    rows.push({ kind: 'section', key: section.id, section, isOpen })
    if (!isOpen) continue
    for (const { cause, title, findings } of section.groups) {
      const many = findings.length > 1
      const open = !many || openGroups.includes(cause)
      if (many) rows.push({ kind: 'group', key: `group:${section.id}:${cause}`, cause, title, findings, isOpen: open })
      if (open)
        rows.push(...findings.map((finding): FindingRow => ({ kind: 'finding', key: finding.fingerprint, finding, title, inGroup: many })))
    }
    rows.push(...section.outcomes.map((outcome): FindingRow => ({ kind: 'outcome', key: `outcome:${outcome.id}`, outcome })))
  }
  return rows
}

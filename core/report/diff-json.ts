import type { Capability } from '#core/capability/capability.ts'
import type { Finding } from '#core/checks/finding.ts'
import type { DiffShape, ExpectedEdit } from '#core/ipc/compare.ipc.ts'
import { acceptanceOf } from '#core/review/compare/acceptance.ts'
import { countChanges, type FindingComparison } from '#core/review/compare-findings.ts'

export const DIFF_SCHEMA = 'boardproof.diff/1'

/** One of the two packages, as it is named in reports. */
export interface DiffSide {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/** Everything that a comparison reports. The same source gives the same bytes. */
export interface DiffSource {
  readonly from: DiffSide
  readonly to: DiffSide
  readonly diff: DiffShape
  readonly findings: FindingComparison<Finding, Finding>
  readonly capability: Capability
  /** Kinds of expected edits that are accepted. */
  readonly accepted: readonly ExpectedEdit[]
  readonly version: string
}

const sideOf = ({ name, sha256, bytes }: DiffSide): DiffSide => ({ name, sha256, bytes })

/** The changed findings of a comparison, by how they changed, in the order of the checks. */
export const changedFindings = ({ changes, fixed }: FindingComparison<Finding, Finding>) => {
  const pairs = (wanted: 'moved' | 'worse') => changes.filter((c) => c.change === wanted).map(({ from, to }) => ({ from, to }))
  return { new: changes.filter((c) => c.change === 'new').map((c) => c.to), fixed, moved: pairs('moved'), worse: pairs('worse') }
}

/** A comparison as the JSON contract `boardproof.diff/1` has it: lengths mm, areas mm², y up, in the newer board's coordinates. */
export const diffJson = ({ from, to, diff, findings, capability, accepted, version }: DiffSource): Record<string, unknown> => ({
  schema: DIFF_SCHEMA,
  tool: { name: 'boardproof', version },
  from: sideOf(from),
  to: sideOf(to),
  capability: { id: capability.id, name: capability.name },
  ...diff,
  says: acceptanceOf(diff, accepted).says,
  accepted: { kinds: accepted, differences: acceptanceOf(diff, accepted).accepted },
  findings: { counts: countChanges(findings), ...changedFindings(findings) },
})

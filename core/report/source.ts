import type { Capability } from '#core/capability/capability.ts'
import type { Verdict } from '#core/review/verdict.ts'
import type { PackageInput, Review } from '#core/run/review-package.ts'

/** What people decided on the findings; plain data. */
export interface ReportDecisions {
  /** The verdict with what was waived taken out, and in words with its coverage. */
  readonly verdict: Verdict
  readonly text: string
  /** Why a finding was waived and by whom, by its fingerprint. */
  readonly waived: Readonly<Record<string, string>>
}

/** Everything that a report is made of. The same source gives the same report, byte for byte. */
export interface ReportSource {
  readonly input: Pick<PackageInput, 'name' | 'sha256' | 'bytes' | 'problems'>
  readonly review: Pick<Review, 'board' | 'outcomes' | 'findings' | 'summary' | 'netCount' | 'timings'>
  readonly capability: Capability
  /** Of the program. */
  readonly version: string
  /** When the review was made, as it is shown; null leaves it out. Never taken from a clock in here. */
  readonly date: string | null
  /** Absent where nobody decides: on the command line. */
  readonly decisions?: ReportDecisions | null
}

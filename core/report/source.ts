import type { Capability } from '#core/capability/capability.ts'
import type { ReportDecisions } from '#core/report/decisions.ts'
import type { PackageInput, Review } from '#core/run/review-package.ts'

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

import { z } from 'zod'
import { PACKAGE_LIMITS } from '#core/archive/limits.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { Severity } from '#core/checks/check.ts'
import type { Finding } from '#core/checks/finding.ts'
import { findingShape } from '#core/ipc/finding-shapes.ts'
import { CHECK_SCHEMA, DECIDED_CHECK_SCHEMA } from '#core/report/check-json.ts'
import { align, alignmentText, type Alignment } from '#core/review/align.ts'
import { compareFindings, countChanges, type FindingComparison } from '#core/review/compare-findings.ts'
import { landmarksOf, landmarksOfBox, type Landmarks } from '#core/review/landmarks.ts'
import type { Review } from '#core/run/review-package.ts'
import type { Twin } from '#main/workers/twin.ts'
import { kindOf, readFileWithin } from '#main/import/read-files.ts'
import { UsageError } from '#main/cli/command.ts'
import { clock, openInput } from '#main/cli/open-input.ts'

/** What a review is held against: an older package, or the JSON that `check` wrote for it. */
export interface Baseline {
  readonly name: string
  readonly sha256: string
  readonly findings: readonly Finding[]
  readonly marks: Landmarks
}

export interface AgainstBaseline {
  readonly baseline: Baseline
  readonly alignment: Alignment
  readonly compared: FindingComparison<Finding, Finding>
}

const box = z.tuple([z.number(), z.number(), z.number(), z.number()])
const checkFile = z.object({
  schema: z.enum([CHECK_SCHEMA, DECIDED_CHECK_SCHEMA]),
  input: z.object({ name: z.string(), sha256: z.string() }),
  capability: z.object({ id: z.string() }),
  board: z.object({ boundsMm: box.nullable() }),
  findings: z.array(findingShape),
})

const OPENING_BRACE = 0x7b

/** @returns the file's JSON when it is one, else null: then it is a package */
const readJson = async (path: string): Promise<unknown> => {
  // What cannot be looked at is named when it is opened as a package.
  if ((await kindOf(path).catch(() => 'folder')) !== 'file') return null
  const bytes = await readFileWithin(path, PACKAGE_LIMITS.fileBytes)
  if (bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf) !== OPENING_BRACE) return null
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return null
  }
}

const fromJson = (path: string, value: unknown, capability: Capability): Baseline => {
  const parsed = checkFile.safeParse(value)
  if (!parsed.success) throw new UsageError(`${path} is not what "boardproof check --format json" writes`)
  const { input, findings, board, capability: judgedBy } = parsed.data
  if (judgedBy.id !== capability.id)
    throw new UsageError(`${path} was judged by ${judgedBy.id}; judge this package by the same (--capability ${judgedBy.id})`)
  return { name: input.name, sha256: input.sha256, findings: findings as readonly Finding[], marks: landmarksOfBox(board.boundsMm) }
}

/** Reads a baseline; an older package is reviewed by the same capability and checks. */
export const openBaseline = async (
  path: string,
  twin: Twin,
  capability: Capability,
  checks: readonly string[] | undefined,
): Promise<Baseline> => {
  const json = await readJson(path)
  if (json !== null) return fromJson(path, json, capability)
  const input = await openInput([path])
  const review = await twin.review(input, { capability, checks }, { clock })
  // Else everything would count as new.
  if (review.board.layers.length === 0) throw new UsageError(`${path} holds no artwork to hold the package against`)
  return { name: input.name, sha256: input.sha256, findings: review.findings, marks: landmarksOf(review.board) }
}

/** Holds a review against its baseline. */
export const againstBaseline = (baseline: Baseline, review: Pick<Review, 'board' | 'findings'>): AgainstBaseline => {
  const newer = landmarksOf(review.board)
  // A report knows the extent of its board only: then both are laid on each other by that.
  const alignment = align(baseline.marks, baseline.marks.count === 0 ? landmarksOfBox(newer.outline) : newer)
  const older = baseline.marks.count === 0 ? null : baseline.marks
  return { baseline, alignment, compared: compareFindings(baseline.findings, review.findings, { placement: alignment, older, newer }) }
}

/** @returns the findings that count for the exit code: new ones, and those that got worse */
export const countedFindings = ({ compared }: Pick<AgainstBaseline, 'compared'>): readonly Finding[] =>
  compared.changes.filter((c) => c.change === 'new' || c.change === 'worse').map((c) => c.to)

/** What the JSON report says of the baseline, beside the findings themselves. */
export const baselineJson = ({ baseline, alignment, compared }: AgainstBaseline): Record<string, unknown> => ({
  name: baseline.name,
  sha256: baseline.sha256,
  alignment: {
    dx: alignment.dx,
    dy: alignment.dy,
    turns: alignment.turns,
    mirrored: alignment.mirrored,
    from: alignment.from,
    says: alignmentText(alignment),
  },
  counts: countChanges(compared),
  changes: compared.changes.map(({ change, from, to }) => ({ fingerprint: to.fingerprint, change, was: from?.measured ?? null })),
  fixed: compared.fixed,
})

/** @returns whether any finding is of a level that fails a build */
export const isFailure = (findings: readonly { readonly severity: Severity }[], level: 'error' | 'warning' | 'never'): boolean => {
  const counted: readonly Severity[] = level === 'never' ? [] : level === 'error' ? ['error'] : ['error', 'warning']
  return findings.some((finding) => counted.includes(finding.severity))
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reviewAt } from '#test/support/review.ts'
import { sharedPath } from '#test/support/shared.ts'

/**
 * How many findings of each check every real board has, and which checks did not run. A sample of every kind was looked at on
 * the picture; a number that changes has to be looked at again, then written anew with BOARDPROOF_WRITE_COUNTS=1.
 */
interface Counts {
  readonly verdict: string
  readonly findings: Readonly<Record<string, number>>
  readonly skipped: readonly string[]
}

const TABLE = new URL('./finding-counts.json', import.meta.url)
const BOARDS = sharedPath('boards')
const table: Record<string, Counts> = existsSync(TABLE) ? (JSON.parse(readFileSync(TABLE, 'utf8')) as Record<string, Counts>) : {}
const isWriting = process.env['BOARDPROOF_WRITE_COUNTS'] === '1'

const countsOf = async (path: string): Promise<Counts> => {
  const { summary, findings, outcomes } = await reviewAt(path)
  expect(outcomes.filter((o) => o.outcome === 'crashed').map((o) => [o.id, o.reason])).toEqual([])
  const counts = new Map<string, number>()
  for (const { checkId } of findings) counts.set(checkId, (counts.get(checkId) ?? 0) + 1)
  return {
    verdict: summary.verdict,
    findings: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    skipped: outcomes
      .filter((o) => o.outcome === 'skipped')
      .map((o) => o.id)
      .sort(),
  }
}

describe.skipIf(!BOARDS)(`findings on real boards${BOARDS ? '' : ' (skipped: no reference boards)'}`, () => {
  it.each(Object.keys(table))('%s', async (name) => {
    const counts = await countsOf(join(BOARDS!, name))
    if (isWriting) {
      table[name] = counts
      writeFileSync(TABLE, `${JSON.stringify(table, null, 2)}\n`)
    }
    expect(counts).toEqual(table[name])
  })
})

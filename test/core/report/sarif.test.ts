import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allChecks } from '#core/checks/index.ts'
import { sarifReport } from '#core/report/sarif.ts'
import { faultyBoard, HOSTILE, reviewedBoard } from '#test/core/report/support/reviewed.ts'

/** RFC 3986, 4.1: every character that a reference may hold. The schema asks for this by a format that zod takes for a whole address. */
const URI_REFERENCE = "^(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$"

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const withReferences = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withReferences)
  if (value === null || typeof value !== 'object') return value
  const { format, ...rest } = value as { readonly [key: string]: Json }
  const kept = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, withReferences(inner)]))
  if (format === undefined) return kept
  return format === 'uri-reference' ? { ...kept, pattern: URI_REFERENCE } : { ...kept, format: withReferences(format) }
}

const published = JSON.parse(readFileSync(new URL('./support/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8')) as Json

/** The schema that OASIS publishes with SARIF 2.1.0 (revision rtm.5). */
const schema = z.fromJSONSchema(withReferences(published) as unknown as Parameters<typeof z.fromJSONSchema>[0])
const problemsOf = (log: unknown): unknown => schema.safeParse(log).error?.issues.slice(0, 5) ?? []

describe('the SARIF report', async () => {
  const { input, review } = await reviewedBoard(faultyBoard())
  const log = JSON.parse(sarifReport(input, review, allChecks, '1.2.3')) as {
    runs: { results: { ruleId: string; ruleIndex: number }[]; tool: { driver: { rules: { id: string }[] } } }[]
  }
  const run = log.runs[0]!

  it('is as the published schema has it', () => expect(problemsOf(log)).toEqual([]))

  it('holds every finding, each under its rule', () => {
    expect(run.results.map((result) => result.ruleId)).toEqual(review.findings.map((f) => f.checkId))
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]!.id).toBe(ruleId)
  })

  it('stays valid with hostile names', async () => {
    const hostile = await reviewedBoard(faultyBoard(), { name: HOSTILE, rename: (path) => `a b/Ж%/${path}` })
    expect(problemsOf(JSON.parse(sarifReport(hostile.input, hostile.review, allChecks, '1.2.3')))).toEqual([])
  })

  it.each([
    ['another version', { ...log, version: '2.0.0' }],
    ['a run without a tool', { ...log, runs: [{ results: [] }] }],
    ['a result without a message', { ...log, runs: [{ ...run, results: [{ ruleId: 'x' }] }] }],
    ['an unknown level', { ...log, runs: [{ ...run, results: [{ message: { text: 'x' }, level: 'fatal' }] }] }],
    ['an unknown field', { ...log, remarks: [] }],
    ['a space in an address', { ...log, runs: [{ ...run, artifacts: [{ location: { uri: 'a b' } }] }] }],
  ])('and the schema refuses %s', (_, broken) => expect(problemsOf(broken)).not.toEqual([]))
})

import { describe, expect, it } from 'vitest'
import { allChecks } from '#core/checks/index.ts'
import { sarifReport } from '#core/report/sarif.ts'
import { faultyBoard, HOSTILE, reviewedBoard } from '#test/core/report/support/reviewed.ts'
import { sarifProblems } from '#test/core/report/support/sarif-schema.ts'

describe('the SARIF report', async () => {
  const { input, review } = await reviewedBoard(faultyBoard())
  const log = JSON.parse(sarifReport(input, review, allChecks, '1.2.3')) as {
    runs: { results: { ruleId: string; ruleIndex: number }[]; tool: { driver: { rules: { id: string }[] } } }[]
  }
  const run = log.runs[0]!

  it('is as the published schema has it', () => expect(sarifProblems(log)).toEqual([]))

  it('holds every finding, each under its rule', () => {
    expect(run.results.map((result) => result.ruleId)).toEqual(review.findings.map((f) => f.checkId))
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]!.id).toBe(ruleId)
  })

  it('stays valid with hostile names', async () => {
    const hostile = await reviewedBoard(faultyBoard(), { name: HOSTILE, rename: (path) => `a b/Ж%/${path}` })
    expect(sarifProblems(JSON.parse(sarifReport(hostile.input, hostile.review, allChecks, '1.2.3')))).toEqual([])
  })

  it.each([
    ['another version', { ...log, version: '2.0.0' }],
    ['a run without a tool', { ...log, runs: [{ results: [] }] }],
    ['a result without a message', { ...log, runs: [{ ...run, results: [{ ruleId: 'x' }] }] }],
    ['an unknown level', { ...log, runs: [{ ...run, results: [{ message: { text: 'x' }, level: 'fatal' }] }] }],
    ['an unknown field', { ...log, remarks: [] }],
    ['a space in an address', { ...log, runs: [{ ...run, artifacts: [{ location: { uri: 'a b' } }] }] }],
  ])('and the schema refuses %s', (_, broken) => expect(sarifProblems(broken)).not.toEqual([]))
})

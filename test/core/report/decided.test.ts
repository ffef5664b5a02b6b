import { describe, expect, it } from 'vitest'
import { allChecks } from '#core/checks/index.ts'
import { checkJson } from '#core/report/check-json.ts'
import { csvReport } from '#core/report/csv.ts'
import { junitReport } from '#core/report/junit.ts'
import { sarifReport } from '#core/report/sarif.ts'
import { decidedOnBoard } from '#test/core/report/support/decided.ts'
import { faultyBoard, reviewedBoard } from '#test/core/report/support/reviewed.ts'
import { sarifProblems } from '#test/core/report/support/sarif-schema.ts'
import { parseXml } from '#test/core/report/support/xml.ts'

describe('reports for programs of a review that was decided on', async () => {
  const { input, review, capability } = await reviewedBoard(faultyBoard())
  const blocker = (check: string) => review.findings.find((f) => f.severity === 'error' && f.checkId === check)
  const [waived, worse] = [blocker('min_trace_width'), blocker('min_annular_ring')]
  const decisions = decidedOnBoard(waived!, worse!)
  const others = review.findings.filter((f) => f !== waived && f !== worse)

  it('JSON: its own schema, the decisions, and state, waiver and notes at each finding', () => {
    const json = checkJson(input, review, capability, '1.2.3', false, decisions)
    expect(json).toMatchObject({
      schema: 'boardproof.check/2',
      summary: review.summary,
      decisions: { verdict: 'review', errors: 0, warnings: 3, infos: 0, waived: 1, text: 'No blockers · 1 waived' },
    })
    expect(json['decisions']).not.toHaveProperty('findings')
    const findings = json['findings'] as { fingerprint: string; state: string; waiver: { reason: string; standing: string } | null }[]
    expect(findings.map((f) => f.fingerprint)).toEqual(review.findings.map((f) => f.fingerprint))
    const of = ({ fingerprint }: { fingerprint: string }) => findings.find((f) => f.fingerprint === fingerprint)!
    expect(of(waived!)).toMatchObject({
      ...waived,
      state: 'waived',
      waiver: { reason: 'the fab agreed <by mail>' },
      notes: [{ author: 'Ada' }],
    })
    expect(of(worse!)).toMatchObject({ state: 'open', assignee: 'Bo', waiver: { standing: 'worse' }, notes: [] })
    for (const other of others) expect(of(other)).toMatchObject({ state: 'open', assignee: null, waiver: null, notes: [] })
  })

  it('JSON: stays what it was where nobody decides', () => {
    const json = checkJson(input, review, capability, '1.2.3', false, null)
    expect(json['schema']).toBe('boardproof.check/1')
    expect(json).not.toHaveProperty('decisions')
    expect(json['findings']).toBe(review.findings)
  })

  it('CSV: columns of state, reason, author, end and notes behind the others', () => {
    const plain = csvReport(review.findings).trimEnd().split('\r\n')
    const lines = csvReport(review.findings, decisions).trimEnd().split('\r\n')
    expect(lines[0]).toBe(`${plain[0]},state,assignee,waived_because,waived_by,waived_until,waiver_stands,notes`)
    const added = lines.map((line, i) => line.slice(plain[i]!.length))
    const at = (f: typeof waived) => added[review.findings.indexOf(f!) + 1]
    expect(at(waived)).toBe(',waived,,the fab agreed <by mail>,Ada,2027-01-31T00:00:00.000Z,same,asked on Monday (Ada)')
    expect(at(worse)).toBe(',open,Bo,was wider,Ada,,worse,')
    for (const other of others) expect(at(other)).toBe(',open,,,,,,')
  })

  it('SARIF: a waived result is suppressed with its reason, the others are not; still as the schema has it', () => {
    const log = JSON.parse(sarifReport(input, review, allChecks, '1.2.3', decisions)) as {
      runs: { results: { partialFingerprints: Record<string, string>; suppressions: { justification: string }[] }[] }[]
    }
    expect(sarifProblems(log)).toEqual([])
    const results = log.runs[0]!.results
    const suppressed = results.filter((r) => r.suppressions.length > 0)
    expect(suppressed).toMatchObject([
      {
        partialFingerprints: { 'boardproof/v1': waived!.fingerprint },
        suppressions: [{ kind: 'external', status: 'accepted', justification: 'the fab agreed <by mail> (Ada, until 2027-01-31)' }],
      },
    ])
    expect(results).toHaveLength(review.findings.length)
    expect(sarifReport(input, review, allChecks, '1.2.3')).not.toContain('suppressions')
  })

  it('JUnit: a check whose blockers are all waived passes and says why', () => {
    const cases = (xml: string) =>
      new Map(parseXml(xml).children.map((c) => [c.attributes['name']!, c.children.map((child) => `${child.name} ${child.text}`).join()]))
    const before = cases(junitReport(input, review, false))
    const after = cases(junitReport(input, review, false, decisions))
    expect(before.get(waived!.checkId)).toMatch(/^failure /)
    expect(after.get(waived!.checkId)).toMatch(/^system-out waived error: .*: the fab agreed <by mail> \(Ada, until 2027-01-31\)$/)
    expect(after.get(worse!.checkId)).toMatch(/^failure /)
    const count = (xml: string): number => Number(parseXml(xml).attributes['failures'])
    expect(count(junitReport(input, review, false, decisions))).toBe(count(junitReport(input, review, false)) - 1)
  })
})

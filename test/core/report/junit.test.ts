import { describe, expect, it } from 'vitest'
import { junitReport } from '#core/report/junit.ts'
import { faultyBoard, HOSTILE, reviewedBoard } from '#test/core/report/support/reviewed.ts'
import { parseXml, type XmlElement } from '#test/core/report/support/xml.ts'

/** What build servers accept (the schema that Jenkins' JUnit reader describes): element, its attributes, its children. */
const SHAPE: Readonly<
  Record<string, { readonly needs: readonly string[]; readonly may: readonly string[]; readonly holds: readonly string[] }>
> = {
  testsuite: { needs: ['name', 'tests', 'failures', 'errors', 'skipped'], may: ['time', 'timestamp', 'hostname'], holds: ['testcase'] },
  testcase: { needs: ['name', 'classname'], may: ['time'], holds: ['skipped', 'error', 'failure', 'system-out'] },
  skipped: { needs: [], may: ['message'], holds: [] },
  error: { needs: [], may: ['message', 'type'], holds: [] },
  failure: { needs: [], may: ['message', 'type'], holds: [] },
  'system-out': { needs: [], may: [], holds: [] },
}

const misfits = (element: XmlElement): string[] => {
  const shape = SHAPE[element.name]
  if (!shape) return [`unknown element ${element.name}`]
  const given = Object.keys(element.attributes)
  return [
    ...shape.needs.filter((name) => !given.includes(name)).map((name) => `${element.name} lacks ${name}`),
    ...given.filter((name) => ![...shape.needs, ...shape.may].includes(name)).map((name) => `${element.name} has ${name}`),
    ...element.children.filter((child) => !shape.holds.includes(child.name)).map((child) => `${element.name} holds ${child.name}`),
    ...element.children.flatMap(misfits),
  ]
}

describe('the JUnit report', async () => {
  const { input, review } = await reviewedBoard(faultyBoard(), { name: HOSTILE })
  const suite = parseXml(junitReport(input, review, true))
  const count = (name: string): number => suite.children.filter((c) => c.children.some((child) => child.name === name)).length

  it('has the shape that build servers read', () => expect(misfits(suite)).toEqual([]))

  it('has a case for every check, and counts what it holds', () => {
    expect(suite.children.map((c) => c.attributes['name'])).toEqual(review.outcomes.map((o) => o.id))
    expect(suite.attributes).toMatchObject({
      tests: String(review.outcomes.length),
      failures: String(count('failure')),
      errors: String(count('error')),
      skipped: String(count('skipped')),
    })
    expect(count('failure')).toBe(new Set(review.findings.filter((f) => f.severity === 'error').map((f) => f.checkId)).size)
    expect(count('skipped')).toBe(review.outcomes.filter((o) => o.outcome === 'skipped').length)
  })

  it('gives names from files back as they were, unreadable characters marked', () =>
    expect(suite.attributes['name']).toBe(`boardproof ${HOSTILE.replace('\u0007', '\ufffd')}`))

  it('leaves times out on demand', () => expect(junitReport(input, review, false)).not.toContain(' time="'))

  it.each([
    ['an open element', '<a><b></a>'],
    ['a bare ampersand', '<a>&</a>'],
    ['text outside', '<a/>x'],
    ['an attribute twice', '<a b="1" b="2"/>'],
  ])('and the reader of this test refuses %s', (_, xml) =>
    expect(() => parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)).toThrow(),
  )
})

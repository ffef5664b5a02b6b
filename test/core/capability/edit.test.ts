import { describe, expect, test } from 'vitest'
import { builtInCapabilities, fallbackCapability } from '#core/capability/built-in.ts'
import { capabilityFileName, MAX_CAPABILITY_CHARACTERS, readCapabilityFile, writeCapabilityFile } from '#core/capability/capability-file.ts'
import {
  figureProblems,
  figuresGiven,
  figureText,
  partOfFigure,
  readAsOf,
  readFigure,
  withFigure,
  withPart,
  withWeight,
} from '#core/capability/edit.ts'
import { figureDefinitions, type FigureKind } from '#core/capability/figures.ts'
import { resolveLimits } from '#core/capability/limits.ts'
import { allChecks } from '#core/checks/index.ts'

describe('typed figures', () => {
  const cases: readonly (readonly [FigureKind, string, unknown])[] = [
    ['number', '0.15', 0.15],
    ['number', ' 0,15 ', 0.15],
    ['number', '6', 6],
    ['number', '', null],
    ['number', '0', 0],
    ['list', '5 5', [5, 5]],
    ['list', '400 × 500', [400, 500]],
    ['list', '0.8; 1,6', [0.8, 1.6]],
    ['list', '1, 2, 4', [1, 2, 4]],
    ['list', '', null],
    ['text', 'on request', 'on request'],
  ]
  test.each(cases)('%s “%s”', (kind, typed, value) => {
    expect(readFigure(kind, typed)).toEqual({ ok: true, value })
  })

  const refused: readonly (readonly [FigureKind, string])[] = [
    ['number', '-0.1'],
    ['number', '0.15 mm'],
    ['number', '1e3'],
    ['number', 'Infinity'],
    ['number', '10001'],
    ['number', '1.2.3'],
    ['list', '5 wide'],
    ['list', Array.from({ length: 51 }, () => '1').join(' ')],
    ['text', 'x'.repeat(501)],
    ['parts', '1'],
  ]
  test.each(refused)('%s “%s” is refused with a sentence', (kind, typed) => {
    const read = readFigure(kind, typed)
    expect(read.ok).toBe(false)
    expect(!read.ok && read.error.message).toMatch(/\.$/)
  })

  test('what is shown of a figure reads back as the same figure', () => {
    for (const capability of builtInCapabilities())
      for (const { name, kind } of figureDefinitions) {
        const value = capability.params[name]?.value ?? null
        if (kind === 'parts' || (typeof value === 'object' && value !== null && !Array.isArray(value))) continue
        expect(readFigure(kind, figureText(value)), `${capability.id} ${name}`).toEqual({ ok: true, value })
      }
  })

  test.each([
    ['2026', true],
    ['2026-06', true],
    ['2026-06-15', true],
    ['undated', true],
    ['', true],
    ['2026-13', false],
    ['15.6.2026', false],
  ])('date “%s”: %s', (typed, fine) => {
    expect(readAsOf(typed).ok).toBe(fine)
  })
})

describe('a changed capability', () => {
  const base = fallbackCapability()
  test('differs in the one figure, keeps its note, and leaves the original alone', () => {
    const frozen = JSON.stringify(base)
    const changed = withFigure(base, 'minTrace', { value: 0.4, source: 'our fab', asOf: '2026-11' })
    expect(changed.params['minTrace']).toEqual({ ...base.params['minTrace'], value: 0.4, source: 'our fab', asOf: '2026-11' })
    expect(JSON.stringify(base)).toBe(frozen)
    expect({ ...changed.params, minTrace: null }).toEqual({ ...base.params, minTrace: null })
  })

  test('is what checks are judged by', () => {
    const check = allChecks.find((c) => Object.values(c.limits).some((l) => l.capability?.includes('maskDam')))!
    const resolved = Object.values(resolveLimits(check, withFigure(base, 'maskDam', { value: 0.123, source: 'our fab', asOf: '2026' })))
    expect(resolved.map((l) => [l.limit, l.from])).toContainEqual([0.123, 'capability'])
    expect(resolved.find((l) => l.limit === 0.123)!.source).toContain('our fab (2026)')
  })

  test('takes one part of a figure with several, and loses it again', () => {
    const panel = withPart(withFigure(base, 'panel', { value: { tabRoutGap: 2 } }), 'panel', 'vLinesPitch', 8)
    expect(panel.params['panel']!.value).toEqual({ tabRoutGap: 2, vLinesPitch: 8 })
    expect(partOfFigure(panel, 'panel', 'vLinesPitch')).toBe(8)
    expect(withPart(panel, 'panel', 'vLinesPitch', null).params['panel']!.value).toEqual({ tabRoutGap: 2 })
    const bare = withFigure(base, 'castellation', { value: null })
    const dia = withPart(bare, 'castellation', 'dia', 0.7)
    expect(dia.params['castellation']!.value).toEqual({ dia: 0.7 })
    expect(withPart(dia, 'castellation', 'dia', null)).toEqual(bare)
    expect(figureProblems(withPart(base, 'castellation', 'dia', 'wide'))).toHaveLength(1)
    const check = allChecks.find((c) => Object.values(c.limits).some((l) => l.capability?.includes('castellation.dia')))!
    expect(Object.values(resolveLimits(check, dia)).map((l) => l.limit)).toContain(0.7)
  })

  test('takes a row of copper weights it did not have', () => {
    const bare = { ...base, copperByWeight: null }
    expect(withWeight(bare, 'outer', '70um', { trace: 0.2 }).copperByWeight).toEqual({ outer: { '70um': { trace: 0.2 } } })
    expect(figureProblems(withWeight(bare, 'outer', '2oz', { trace: 0.2 }))).toHaveLength(1)
    expect(figureProblems(withWeight(bare, 'inner', '35um', { space: -1 }))).toHaveLength(1)
  })

  test.each([
    ['minTrace', '0.1'],
    ['minTrace', -1],
    ['minTrace', Number.NaN],
    ['layers', 'many'],
    ['layers', [1, null]],
    ['edgePlating', 3],
    ['panel', 3],
    ['unheardOf', 1],
  ])('%s = %j is named as wrong', (name, value) => {
    expect(figureProblems(withFigure(base, name, { value }))).toHaveLength(1)
  })

  test('every built-in one is without a problem, and every figure of it has a title', () => {
    for (const capability of builtInCapabilities()) {
      expect(figureProblems(capability), capability.id).toEqual([])
      expect(figuresGiven(capability)).toBeGreaterThan(0)
    }
  })
})

describe('a capability as a file', () => {
  test('comes back as it was, and gives the same bytes', () => {
    for (const capability of builtInCapabilities()) {
      const text = writeCapabilityFile(capability)
      const read = readCapabilityFile(text)
      expect(read).toEqual({ ok: true, value: capability })
      expect(read.ok && writeCapabilityFile(read.value)).toBe(text)
    }
  })

  const whole = JSON.parse(writeCapabilityFile(fallbackCapability())) as Record<string, unknown>
  test.each([
    ['no JSON', '{', /not JSON/],
    ['another file', '{"a":1}', /not a capability: format/],
    ['a newer format', JSON.stringify({ ...whole, version: 2 }), /not a capability: version/],
    [
      'a figure below zero',
      JSON.stringify({ ...whole, capability: withFigure(fallbackCapability(), 'minTrace', { value: -1 }) }),
      /Track width/,
    ],
    ['inches', JSON.stringify({ ...whole, capability: { ...fallbackCapability(), units: 'inch' } }), /capability.units/],
    ['far too much', 'x'.repeat(MAX_CAPABILITY_CHARACTERS + 1), /too large/],
  ])('%s is refused and says why', (_, text, says) => {
    const read = readCapabilityFile(text)
    expect(!read.ok && read.error.message).toMatch(says)
  })

  test.each([
    ['JLCPCB 2-layer', 'jlcpcb-2-layer.capability.json'],
    ['../..', 'own.capability.json'],
  ])('%s is saved as %s', (name, file) => {
    expect(capabilityFileName({ ...fallbackCapability(), name })).toBe(file)
  })
})

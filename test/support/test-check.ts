import { describe, expect, it } from 'vitest'
import type { Point } from '#core/base/box.ts'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { describedBoard } from '#core/builder/board-of.ts'
import type { BoardBuilder } from '#core/builder/board-builder.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import { kicadDialect, protelDialect, type Dialect } from '#core/builder/dialect.ts'
import { mirrorX, shiftBy, turnBy, type BoardTransform } from '#core/builder/transform.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import type { CheckDefinition } from '#core/checks/check.ts'
import { judgeCheck, runCheck, type Judged } from '#core/checks/run-checks.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'

/** What a finding must say. Lengths mm; `at` is where the unmoved board has it. */
export interface ExpectedFinding {
  /** The key of the message. */
  readonly message: string
  readonly layer?: string
  readonly measured?: number
  readonly severity?: 'error' | 'warning' | 'info'
  readonly at?: Point
}

interface Case {
  readonly name: string
  readonly board: BoardBuilder | BoardDescription
  /** Default: the conservative set. */
  readonly capability?: string
  /** Ways of writing or placing the board that make no sense for the case. */
  readonly not?: readonly string[]
  /** Written so; the ways that only write differently are left out. */
  readonly dialect?: Dialect
  /** Changes the written files before they are read: a damaged, doubled or foreign file. */
  readonly files?: (files: readonly PackageFile[]) => readonly PackageFile[]
}

export interface CheckCases {
  readonly clean: readonly Case[]
  readonly flagged: readonly (Case & { readonly findings: readonly ExpectedFinding[] })[]
  /** `missing` is a part of the reason. */
  readonly skipped?: readonly (Case & { readonly missing: string })[]
}

interface Way {
  readonly name: string
  readonly transform: BoardTransform | null
  readonly dialect: Dialect
}

const inInches: Dialect = {
  ...kicadDialect,
  id: 'kicad-inch',
  gerber: { ...kicadDialect.gerber, unit: 'inch', integer: 2, decimal: 6 },
  drill: { ...kicadDialect.drill, unit: 'inch', zeros: 'point' },
}

const WAYS: readonly Way[] = [
  { name: 'as drawn', transform: null, dialect: kicadDialect },
  { name: 'shifted', transform: shiftBy(17.31, -83.2), dialect: kicadDialect },
  { name: 'turned', transform: turnBy(90), dialect: kicadDialect },
  { name: 'turned askew', transform: turnBy(31), dialect: kicadDialect },
  { name: 'mirrored', transform: mirrorX(), dialect: kicadDialect },
  { name: 'in inches', transform: null, dialect: inInches },
  {
    name: 'without attributes',
    transform: null,
    dialect: { ...protelDialect, gerber: { ...protelDialect.gerber, unit: 'mm', integer: 4, decimal: 6 } },
  },
]

/** Files keep six digits; a turn and the drill's micrometres add their own rounding. */
const VALUE_MM = 0.002
const PLACE_MM = 0.05

/** Runs one check on a described board, written as files and read back. */
export const runOn = (
  check: CheckDefinition,
  board: BoardBuilder | BoardDescription,
  capability = FALLBACK_CAPABILITY_ID,
  way: Way = WAYS[0]!,
  { dialect = way.dialect, files = (written) => written }: Pick<Case, 'dialect' | 'files'> = {},
): Judged => {
  const described = describedBoard(board)
  const written = writePackage(way.transform ? way.transform.board(described) : described, dialect)
  const read = assembleBoard(identifyPackage(files(written).map(readPackageFile), []))
  const raw = runCheck(check, read, boardMeasures(read), () => 0)
  return judgeCheck(check, raw, builtInCapability(capability)!, judgeContextOf(read))
}

const messageKey = (check: CheckDefinition, text: string): string => {
  const escaped = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const fits = (template: string): boolean =>
    new RegExp(
      `^${template
        .split(/\{\w+\}/)
        .map(escaped)
        .join('[\\s\\S]*')}$`,
    ).test(text)
  return Object.entries(check.messages).find(([, template]) => fits(template))?.[0] ?? text
}

const eachWay = (testCase: Case): readonly Way[] =>
  WAYS.filter((way) => !testCase.not?.includes(way.name) && (!testCase.dialect || way.dialect === kicadDialect))

/**
 * Tests a check on small boards: each case is written as files in several ways (shifted, turned, mirrored, in inches,
 * without attributes), read back and checked. Every message of the check has to be proven by a case.
 */
export const testCheck = (check: CheckDefinition, cases: CheckCases): void => {
  describe(check.id, () => {
    describe.each(cases.clean)('clean: $name', (testCase) => {
      it.each(eachWay(testCase))('$name', (way) => {
        const { outcome, findings } = runOn(check, testCase.board, testCase.capability, way, testCase)
        expect(findings.map((f) => f.message)).toEqual([])
        expect(outcome.outcome, outcome.reason).toBe('clean')
      })
    })
    describe.each(cases.flagged)('flagged: $name', (testCase) => {
      it.each(eachWay(testCase))('$name', (way) => {
        const { outcome, findings } = runOn(check, testCase.board, testCase.capability, way, testCase)
        expect(outcome.outcome, outcome.reason).toBe('flagged')
        const left = [...findings]
        for (const expected of testCase.findings) {
          const place = expected.at && (way.transform ? way.transform.point(expected.at) : expected.at)
          const found = left.findIndex(
            (f) =>
              messageKey(check, f.message) === expected.message &&
              (expected.layer === undefined || f.layers.includes(expected.layer)) &&
              (expected.measured === undefined || (f.measured !== null && Math.abs(f.measured - expected.measured) <= VALUE_MM)) &&
              (expected.severity === undefined || f.severity === expected.severity) &&
              (place === undefined || (f.at !== null && Math.hypot(f.at.x - place[0], f.at.y - place[1]) <= PLACE_MM)),
          )
          expect(
            found,
            `${JSON.stringify(expected)} among ${JSON.stringify(left.map((f) => [f.message, f.layers, f.measured, f.severity, f.at]))}`,
          ).toBeGreaterThanOrEqual(0)
          left.splice(found, 1)
        }
        expect(left.map((f) => f.message)).toEqual([])
      })
    })
    describe.each(cases.skipped ?? [])('skipped: $name', (testCase) => {
      it('says what is missing', () => {
        const { outcome } = runOn(check, testCase.board, testCase.capability, undefined, testCase)
        expect(outcome.outcome).toBe('skipped')
        expect(outcome.reason).toContain(testCase.missing)
      })
    })
    it('has every message proven by a case', () => {
      const proven = new Set(cases.flagged.flatMap((c) => c.findings.map((f) => f.message)))
      expect(Object.keys(check.messages).filter((key) => !proven.has(key))).toEqual([])
    })
  })
}

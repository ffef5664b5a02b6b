import { describe, expect, test } from 'vitest'
import { commentsDialect, eagleDialect, kicadDialect, protelDialect, type Dialect } from '#core/builder/dialect.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import { seededRandom } from '#core/builder/random.ts'
import { mirrorX, reordered, shiftBy, turnBy } from '#core/builder/transform.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import type { Finding } from '#core/checks/finding.ts'
import { align } from '#core/review/align.ts'
import { compareFindings, countChanges } from '#core/review/compare-findings.ts'
import { landmarksOf } from '#core/review/landmarks.ts'
import { matchFindings } from '#core/review/match-findings.ts'
import { IN_PLACE } from '#core/review/placement.ts'
import { aFinding, faultyBoard, pickyFab, reviewOf } from '#test/core/review/support.ts'

/** Checks that measure the board: what a dialect cannot say (nets, plating) must not make them differ. */
const MEASURING = [
  'min_trace_spacing', 'min_trace_width', 'missing_mask_opening', 'solder_mask_web', 'copper_to_edge_distance',
  'drill_to_drill_spacing', 'solder_mask_expansion', 'silkscreen_on_copper',
] as const // prettier-ignore

const RINGS = [...MEASURING, 'min_annular_ring']

const renamed = (files: readonly PackageFile[]): readonly PackageFile[] =>
  files.map((file) => ({ ...file, path: `export-7/${file.path.replace(/^generated-\d+/, 'controller_rev_b')}` }))
const reversed = (files: readonly PackageFile[]): readonly PackageFile[] => [...files].reverse()

const shifted = (board: BoardDescription): BoardDescription => shiftBy(12.7, -33.02).board(board)
const inOtherOrder = (board: BoardDescription): BoardDescription => reordered(board, seededRandom(7))

const WAYS: readonly {
  readonly name: string
  readonly board?: (board: BoardDescription) => BoardDescription
  readonly dialect?: Dialect
  readonly files?: (files: readonly PackageFile[]) => readonly PackageFile[]
  /** Default all. */
  readonly checks?: readonly string[]
  readonly exact: boolean
}[] = [
  { name: 'again', exact: true },
  { name: 'with renamed files', files: renamed, exact: true },
  { name: 'in another file order', files: reversed, exact: true },
  { name: 'with a shifted origin', board: shifted, exact: true },
  { name: 'turned by a quarter', board: (b) => shifted(turnBy(90).board(b)), checks: RINGS, exact: false },
  { name: 'mirrored', board: (b) => mirrorX().board(b), checks: RINGS, exact: false },
  { name: 'with objects in another order', board: inOtherOrder, checks: RINGS, exact: true },
  {
    name: 'shifted, renamed and reordered',
    board: (b) => shifted(inOtherOrder(b)),
    files: (f) => reversed(renamed(f)),
    checks: RINGS,
    exact: true,
  },
  { name: 'by a tool that writes inches without attributes', dialect: protelDialect, checks: MEASURING, exact: false },
  { name: 'by a tool that writes coarse inches without macros', dialect: eagleDialect, checks: MEASURING, exact: false },
  {
    name: 'by a tool that writes attributes in comments, shifted',
    dialect: commentsDialect,
    board: shifted,
    checks: MEASURING,
    exact: false,
  },
]

describe('findings of a board that is exported', () => {
  const original = (checks?: readonly string[]) => reviewOf(faultyBoard(), kicadDialect, undefined, checks, pickyFab())

  test.each(WAYS)('$name are the same findings', async ({ board, dialect, files, checks, exact }) => {
    const before = await original(checks)
    const after = await reviewOf((board ?? ((b) => b))(faultyBoard()), dialect ?? kicadDialect, files, checks, pickyFab())
    const [older, newer] = [landmarksOf(before.board), landmarksOf(after.board)]
    const placement = align(older, newer)
    const compared = compareFindings(before.findings, after.findings, { placement, older, newer })
    expect(before.findings.length).toBeGreaterThan(60)
    const counts = countChanges(compared)
    const told = JSON.stringify(compared.changes.filter((c) => c.change !== 'unchanged').map((c) => [c.change, c.to.message, c.to.at]))
    expect(counts, told).toMatchObject({ new: 0, fixed: 0, worse: 0 })
    expect(counts.unchanged + counts.moved).toBe(before.findings.length)
    // Without nets, the closest place between two parallel edges may be anywhere along them.
    expect(counts.moved, told).toBeLessThanOrEqual(exact ? 0 : 3)
    // A finding about a file as such is named by the file.
    const names = (findings: readonly Finding[]) => new Set(findings.filter((f) => f.at).map((f) => f.fingerprint))
    if (exact) expect(names(after.findings)).toEqual(names(before.findings))
  })
})

const NOWHERE = { placement: IN_PLACE, older: null, newer: null }

describe('two findings are', () => {
  const cases: readonly { name: string; change: Parameters<typeof aFinding>[0]; same: boolean }[] = [
    { name: 'the same when measured otherwise', change: { measured: 0.05 }, same: true },
    { name: 'the same a rounding away', change: { at: { x: 5.002, y: 4.999 } }, same: true },
    { name: 'the same when files are renamed', change: { files: [{ path: 'other.gbr', line: 9 }] }, same: true },
    { name: 'others on another layer', change: { layers: ['bottom-copper'] }, same: false },
    {
      name: 'the same for another cause of the same check: a ring that became a breakout',
      change: { cause: 'min_annular_ring:breakout' },
      same: true,
    },
    { name: 'others of another check', change: { cause: 'inner_annular_ring:narrow', checkId: 'inner_annular_ring' }, same: false },
    { name: 'others two millimetres away that measure otherwise', change: { at: { x: 7, y: 5 }, measured: 0.06 }, same: false },
    { name: 'others four millimetres away', change: { at: { x: 9, y: 5 } }, same: false },
  ]
  test.each(cases)('$name', ({ change, same }) => {
    const { pairs, gone, fresh } = matchFindings([aFinding()], [aFinding(change)], NOWHERE)
    expect([pairs.length, gone.length, fresh.length]).toEqual(same ? [1, 0, 0] : [0, 1, 1])
  })

  test('the same far along two nets that run side by side, but not along one net', () => {
    const far = { at: { x: 13, y: 5 } }
    const between = { nets: ['SDA', 'SCL'] }
    expect(matchFindings([aFinding(between)], [aFinding({ ...between, ...far })], NOWHERE).pairs).toHaveLength(1)
    const one = { nets: ['GND'] }
    expect(matchFindings([aFinding(one)], [aFinding({ ...one, ...far })], NOWHERE).pairs).toHaveLength(0)
  })

  test('paired with the closest one, each once', () => {
    const older = [5, 5.2, 5.4].map((x, i) => aFinding({ at: { x, y: 0 }, fingerprint: `a${i}` }))
    const newer = [5.41, 5.01].map((x, i) => aFinding({ at: { x, y: 0 }, fingerprint: `b${i}` }))
    const { pairs, gone } = matchFindings(older, newer, NOWHERE)
    expect(pairs.map((p) => [p.from.fingerprint, p.to.fingerprint]).sort()).toEqual([
      ['a0', 'b1'],
      ['a2', 'b0'],
    ])
    expect(gone.map((f) => f.fingerprint)).toEqual(['a1'])
  })

  test('without a place paired by their files first, then in order', () => {
    const file = (path: string, fingerprint: string) => aFinding({ at: null, files: [{ path, line: 1 }], fingerprint, layers: [] })
    const { pairs } = matchFindings([file('a.gbr', '1'), file('b.gbr', '2')], [file('b.gbr', '3'), file('c.gbr', '4')], NOWHERE)
    expect(pairs.map((p) => [p.from.fingerprint, p.to.fingerprint]).sort()).toEqual([
      ['1', '4'],
      ['2', '3'],
    ])
  })
})

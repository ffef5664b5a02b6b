import { describe, expect, it } from 'vitest'
import { assembleBoard } from '#core/board/assemble-board.ts'
import type { BoardBuilder } from '#core/builder/board-builder.ts'
import { describedBoard } from '#core/builder/board-of.ts'
import { eagleDialect, kicadDialect, type Dialect } from '#core/builder/dialect.ts'
import { comfortableBoard } from '#core/builder/examples/comfortable-board.ts'
import { writePackage } from '#core/builder/write-package.ts'
import type { Finding } from '#core/checks/finding.ts'
import { allChecks } from '#core/checks/index.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { judgedOn } from '#test/support/check-findings.ts'

/** The eighteen packages worth keeping: each one deviation from the same clean board. */
interface Fixture {
  readonly name: string
  readonly board?: (board: BoardBuilder) => BoardBuilder

  readonly dialect?: Dialect
  readonly files?: (files: readonly PackageFile[]) => readonly PackageFile[]
  /** Checks that have to speak. */
  readonly flags: readonly string[]
  /** Checks that speak as well because the same deviation is theirs too. */
  readonly also?: readonly string[]
  /** What one of the flagging checks must have measured, mm. */
  readonly measured?: number
}

const pads = (board: BoardBuilder, gap: number): BoardBuilder =>
  board
    .pad({ at: [16, 6], size: [1, 1], opening: 0.05, paste: 0, net: 'A', ref: 'U9', pin: '1', fn: 'SMDPad,CuDef' })
    .pad({ at: [17 + gap, 6], size: [1, 1], opening: 0.05, paste: 0, net: 'B', ref: 'U9', pin: '2', fn: 'SMDPad,CuDef' })

const pad = (board: BoardBuilder, at: readonly [number, number], net: string, pin: string): BoardBuilder =>
  board.pad({ at, size: [1, 1], opening: 0.05, paste: 0, net, ref: 'U9', pin, fn: 'SMDPad,CuDef' })

const link = (board: BoardBuilder, net: string, y: number): BoardBuilder =>
  pad(pad(board, [14.5, y], net, `${net}1`), [20.5, y], net, `${net}2`).track({
    from: [14.5, y],
    to: [20.5, y],
    width: 0.3,
    net,
    fn: 'Conductor',
  })

const renamed =
  (pattern: RegExp, to: string) =>
  (files: readonly PackageFile[]): readonly PackageFile[] => {
    expect(files.some((f) => pattern.test(f.path))).toBe(true)
    return files.map((f) => ({ ...f, path: f.path.replace(pattern, to) }))
  }

const without =
  (pattern: RegExp) =>
  (files: readonly PackageFile[]): readonly PackageFile[] => {
    expect(files.some((f) => pattern.test(f.path))).toBe(true)
    return files.filter((f) => !pattern.test(f.path))
  }

const edited =
  (pattern: RegExp, edit: (text: string) => string) =>
  (files: readonly PackageFile[]): readonly PackageFile[] => {
    expect(files.some((f) => pattern.test(f.path))).toBe(true)
    return files.map((f) => (pattern.test(f.path) ? { ...f, bytes: new TextEncoder().encode(edit(new TextDecoder().decode(f.bytes))) } : f))
  }

/** Moves every coordinate of a metric file with six decimals. */
const movedText =
  (dx: number, dy: number) =>
  (text: string): string =>
    text.replace(/^X(-?\d+)Y(-?\d+)/gm, (_, x: string, y: string) => `X${Number(x) + dx * 1e6}Y${Number(y) + dy * 1e6}`)

const FIXTURES: readonly Fixture[] = [
  { name: 'the clean base', flags: [] },
  {
    name: 'pads 30 µm apart',
    board: (b) => pads(b, 0.03),
    flags: ['min_trace_spacing'],
    also: ['solder_mask_web', 'mask_bridge'],
    measured: 0.03,
  },
  {
    name: 'a track 30 µm from a pour',
    board: (b) =>
      pad(link(b, 'A', 6), [17.5, 9], 'B', '3').region({
        net: 'B',
        fn: 'Conductor',
        points: [
          [15.5, 6.18],
          [19.5, 6.18],
          [19.5, 10],
          [15.5, 10],
        ],
      }),
    flags: ['min_trace_spacing'],
    measured: 0.03,
  },
  {
    name: 'a pour neck of 40 µm',
    board: (b) =>
      pad(b, [15.5, 5.2], 'A', '1').region({
        net: 'A',
        fn: 'Conductor',
        points: [
          [14, 4],
          [17, 4],
          [17, 6.48],
          [17.3, 6.48],
          [17.3, 4],
          [20, 4],
          [20, 9],
          [17.3, 9],
          [17.3, 6.52],
          [17, 6.52],
          [17, 9],
          [14, 9],
        ],
      }),
    flags: ['min_copper_neck'],
    measured: 0.04,
  },
  {
    name: 'no drill file',
    files: without(/\.drl$/),
    flags: ['missing_required_layers'],
    also: ['missing_drill_for_pad', 'net_open', 'floating_copper'],
  },
  {
    name: 'no outline and no masks',
    files: without(/Edge_Cuts|Mask/),
    flags: ['board_outline_missing', 'missing_required_layers'],
    also: ['missing_mask_opening'],
  },
  {
    name: 'bottom copper shifted by 3/2 mm',
    files: edited(/B_Cu/, movedText(1.5, 1.5)),
    flags: ['layer_misregistration'],
    also: [
      'hole_without_pad',
      'missing_drill_for_pad',
      'drill_pad_registration',
      'min_annular_ring',
      'net_open',
      'net_short',
      'via_to_copper_clearance',
      'npth_to_copper_clearance',
      'missing_mask_opening',
      'solder_mask_expansion',
      'mask_to_trace_clearance',
      'dangling_track',
      'min_trace_spacing',
      'copper_to_edge_distance',
      'floating_copper',
    ],
  },
  {
    name: 'a plated hole without a pad',
    board: (b) => b.hole({ at: [17, 9], diameter: 1, fn: 'ComponentDrill' }),
    flags: ['hole_without_pad'],
    also: ['via_to_copper_clearance', 'drill_registration_to_mask', 'via_partial_mask_exposure'],
  },
  {
    name: 'drills shifted by 0.5 mm',
    files: edited(/\.drl$/, (text) => text.replace(/^X(-?[\d.]+)Y/gm, (_, x: string) => `X${(Number(x) + 0.5).toFixed(3)}Y`)),
    flags: ['layer_misregistration'],
    also: [
      'drill_pad_registration',
      'hole_without_pad',
      'missing_drill_for_pad',
      'min_annular_ring',
      'inner_annular_ring',
      'via_to_copper_clearance',
      'net_open',
      'net_short',
      'drill_registration_to_mask',
      'via_partial_mask_exposure',
      'silkscreen_on_copper',
      'npth_to_copper_clearance',
      'npth_with_pad',
      'dangling_track',
      'floating_copper',
    ],
  },
  {
    name: 'two nested outlines',
    board: (b) => b.outline({ width: 23, height: 17, at: [0.5, 0.5] }),
    flags: ['multiple_outlines'],
    also: ['copper_to_edge_distance', 'copper_outside_board', 'hole_to_edge_distance', 'min_board_bridge', 'min_rout_width'],
  },
  {
    name: 'a slanted track end with a true gap of 0.100',
    board: (b) =>
      pad(link(b, 'A', 6), [18.5, 10], 'B', '5').track({
        from: [18.5, 10],
        to: [17.5, 6 + 0.15 + 0.1 + 0.15],
        width: 0.3,
        net: 'B',
        fn: 'Conductor',
      }),
    flags: ['min_trace_spacing'],
    also: ['dangling_track'],
    measured: 0.1,
  },
  {
    name: 'garbage in the top copper',
    files: edited(/F_Cu/, (text) => text.replace('M02*', '%ADD99*%\nM02*')),
    flags: ['file_parse_failure'],
  },
  { name: 'a drill file named .TXT', files: renamed(/\.drl$/, '.TXT'), flags: [] },
  {
    name: 'Eagle file names',
    dialect: eagleDialect,
    flags: [],
    also: [
      'gerber_deprecated_constructs',
      'plating_ambiguous',
      'excellon_format_ambiguity',
      'layer_role_unresolved',
      'npth_with_pad',
      'inner_layer_order_ambiguous',
    ],
  },
  {
    name: 'crossing tracks',
    board: (b) =>
      pad(pad(link(b, 'A', 6), [17.5, 4], 'B', '7'), [17.5, 9], 'B', '8').track({
        from: [17.5, 4],
        to: [17.5, 9],
        width: 0.3,
        net: 'B',
        fn: 'Conductor',
      }),
    flags: ['net_short'],
  },
  {
    name: 'a track that ends nowhere',
    board: (b) => pad(b, [15, 6], 'A', '1').track({ from: [15, 6], to: [19, 6], width: 0.3, net: 'A', fn: 'Conductor' }),
    flags: ['dangling_track'],
  },
  {
    name: 'missing mask openings',
    board: (b) =>
      b
        .pad({ at: [16, 6], size: [1, 1], paste: 0, net: 'A', ref: 'U9', pin: '1', fn: 'SMDPad,CuDef' })
        .pad({ at: [18, 6], size: [1, 1], paste: 0, net: 'B', ref: 'U9', pin: '2', fn: 'SMDPad,CuDef' }),
    flags: ['missing_mask_opening'],
  },
  {
    name: 'a drill hit twice',
    files: edited(/PTH\.drl$|\.drl$/, (text) => text.replace(/^(X[\d.-]+Y[\d.-]+)$/m, '$1\n$1')),
    flags: ['duplicate_drill_hits'],
  },
]

const findingsOf = ({ board = (b) => b, dialect = kicadDialect, files = (f) => f }: Fixture): readonly Finding[] => {
  const written = writePackage(describedBoard(board(comfortableBoard())), dialect)
  return judgedOn(assembleBoard(identifyPackage(files(written).map(readPackageFile), [])), allChecks).flatMap((j) => j.findings)
}

describe('the eighteen fixtures of the catalogue', () => {
  it('are eighteen', () => expect(FIXTURES).toHaveLength(18))

  it.each(FIXTURES)('$name', (fixture) => {
    const findings = findingsOf(fixture)
    const spoke = new Set(findings.map((f) => f.checkId))
    expect(
      fixture.flags.filter((id) => !spoke.has(id)),
      `it said ${[...spoke].join(', ')}`,
    ).toEqual([])
    const known = new Set([...fixture.flags, ...(fixture.also ?? [])])
    expect([...spoke].filter((id) => !known.has(id)).map((id) => findings.find((f) => f.checkId === id)!.message)).toEqual([])
    const { measured } = fixture
    if (measured !== undefined)
      expect(
        findings.filter((f) => fixture.flags.includes(f.checkId)).map((f) => f.measured),
        'measured values',
      ).toSatisfy((values: (number | null)[]) => values.some((v) => v !== null && Math.abs(v - measured) <= 0.002))
  })
})

import { describe, expect, it } from 'vitest'
import { boardOf } from '#core/builder/board-of.ts'
import { generateBoard } from '#core/builder/generate-board.ts'
import { cleanSampleBoard, sampleBoard, sampleWithFaults } from '#core/builder/sample-board.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { allChecks } from '#core/checks/index.ts'
import { judgedOn } from '#test/support/check-findings.ts'

const COMFORTABLE: Readonly<Record<string, number>> = {
  min_trace_width: 0.2,
  min_trace_spacing: 0.2,
  min_annular_ring: 0.199,
  min_drill_size: 0.3,
  drill_to_drill_spacing: 0.3,
  copper_to_edge_distance: 0.4,
  npth_to_copper_clearance: 0.25,
}

describe('the sample board', () => {
  const judged = judgedOn(boardOf(cleanSampleBoard()), allChecks)

  it('is clean without its faults', () => {
    expect(
      judged
        .flatMap((j) => j.findings)
        .filter((f) => f.severity !== 'info')
        .map((f) => `${f.checkId}: ${f.message}`),
    ).toEqual([])
  })

  it.each(Object.entries(COMFORTABLE))('keeps %s at %d mm or more', (id, least) => {
    const { measured } = judged.find((j) => j.outcome.id === id)!.outcome
    expect(measured?.value ?? Infinity).toBeGreaterThanOrEqual(least - 1e-9)
  })

  it('shows exactly its three faults', () => {
    const { board, faults } = sampleWithFaults()
    expect(faults.map((f) => f.kind)).toEqual(['narrow_track', 'shifted_drill', 'silk_on_pad'])
    const clean = new Set(judged.flatMap((j) => j.findings.map((f) => f.fingerprint)))
    const fresh = judgedOn(boardOf(board), allChecks)
      .flatMap((j) => j.findings)
      .filter((f) => !clean.has(f.fingerprint))
    const near = (f: (typeof fresh)[number], fault: (typeof faults)[number]): boolean =>
      f.at !== null && Math.hypot(f.at.x - fault.at![0], f.at.y - fault.at![1]) < 1.5
    for (const fault of faults)
      expect(
        fresh.filter((f) => fault.checks.includes(f.checkId) && near(f, fault)).map((f) => f.checkId),
        fault.kind,
      ).not.toEqual([])
    expect(fresh.filter((f) => !faults.some((fault) => near(f, fault))).map((f) => `${f.checkId} ${JSON.stringify(f.at)}`)).toEqual([])
  })

  it('is the same on every call', () => {
    expect(writePackage(sampleBoard()).map((f) => f.sha256)).toEqual(writePackage(sampleBoard()).map((f) => f.sha256))
  })
})

describe('generated boards', () => {
  it.each([1000, 10_000])('%d objects: as many as asked for, repeatable, all copper apart', (objects) => {
    const board = generateBoard(objects, 2)
    expect(board.items.length).toBeGreaterThanOrEqual(objects)
    expect(board.items.length).toBeLessThan(objects * 1.05 + 50)
    expect(generateBoard(objects, 2)).toEqual(board)
    const spacing = judgedOn(
      boardOf(board),
      allChecks.filter((c) => c.id === 'min_trace_spacing'),
    )[0]!
    expect(spacing.outcome.measured?.value ?? Infinity).toBeGreaterThanOrEqual(0.1)
  })
})

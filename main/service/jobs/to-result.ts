import type { DfmResult } from '#core/asap/dfm.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { RawOutcome } from '#core/checks/run-checks.ts'
import type { FileShape } from '#core/ipc/board-shapes.ts'
import type { RunFigures } from '#main/service/store/runs.repo.ts'
import { Judge } from '#main/services/judging.ts'
import type { BoardReport } from '#main/workers/review-protocol.ts'
import { issueLocation } from './issue-location.ts'

export interface Reviewed {
  readonly board: BoardReport
  readonly files: readonly FileShape[]
  readonly raw: readonly RawOutcome[]
  readonly netCount: number
}

export interface Analysed {
  readonly result: DfmResult
  readonly figures: RunFigures
}

const MM2_PER_SQIN = 645.16

/** @returns a finished review as the contract has it, with our finer fields beside, and the figures for pricing */
export const toResult = ({ board, files, raw, netCount }: Reviewed, capability: Capability, version: string): Analysed => {
  const { model, basis } = board
  const review = new Judge(capability).review(raw, basis, files)
  const { facts } = model
  const { summary } = review
  const holes = facts.holes.reduce((sum, group) => sum + group.count, 0)
  const measured = (check: string): number | null => review.outcomes.find((o) => o.id === check)?.measured?.value ?? null
  const smallestHole = facts.holes.length ? Math.min(...facts.holes.map((h) => h.diameterMm)) : null
  const areaSqin = facts.areaMm2 === null ? 0 : Math.round((facts.areaMm2 / MM2_PER_SQIN) * 1e4) / 1e4
  return {
    result: {
      summary: {
        overall_score: summary.overallScore,
        issues_count: review.findings.length + review.leftOut,
        checks_run: summary.checksRun,
        area_sqin: areaSqin,
        confidence: summary.confidence,
      },
      issues: review.findings.map((finding) => ({
        code: finding.checkId,
        severity: finding.severity,
        message: finding.message,
        location: issueLocation(finding, model.layers),
        check_id: finding.checkId,
      })),
      area_sqin: areaSqin,
      boardproof: {
        schema: 'boardproof.asap/1',
        version,
        capability: { id: capability.id, name: capability.name },
        summary,
        board: {
          width_mm: facts.widthMm,
          height_mm: facts.heightMm,
          area_mm2: facts.areaMm2,
          copper_layers: facts.copperLayers,
          holes,
          net_count: netCount,
        },
        checks: review.outcomes.map(({ ms: _, ...outcome }) => outcome),
        findings: review.findings,
      },
    },
    figures: {
      areaSqin,
      widthMm: facts.widthMm ?? 0,
      heightMm: facts.heightMm ?? 0,
      copperLayers: facts.copperLayers,
      holes,
      smallestTrackMm: measured('min_trace_width'),
      smallestGapMm: measured('min_trace_spacing'),
      smallestHoleMm: smallestHole,
      verdict: summary.verdict,
    },
  }
}

import type { Capability } from '#core/capability/capability.ts'
import type { Board } from '#core/board/board.ts'
import type { CheckDefinition } from '#core/checks/check.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import type { IdentifiedFile, PackageFile, RoleOverride } from '#core/identify/identified-file.ts'
import type { Problem } from '#core/base/problem.ts'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import { judgeCheck, runCheck, type Judged, type JudgeContext, type RawOutcome } from '#core/checks/run-checks.ts'
import { allChecks } from '#core/checks/index.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import type { FileRead } from '#core/identify/read-package-file.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { requiredLayers } from '#core/board/required-layers.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'
import { summarize, type Summary } from '#core/review/verdict.ts'

export interface PackageInput {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly files: readonly PackageFile[]
  /** What the import noticed about the package itself (skipped entries, a nested archive). */
  readonly problems: readonly Problem[]
}

export interface ReviewOptions {
  readonly capability: Capability
  /** User-made capabilities that may be switched to later: measuring reaches far enough for them too. */
  readonly extraCapabilities?: readonly Capability[]
  /** Only these checks; default all. */
  readonly checks?: readonly string[]
  readonly overrides?: readonly RoleOverride[]
}

/** How the caller follows and steers a run. All callbacks are optional and called in the order of the work. */
export interface ReviewHooks {
  /** Monotonic milliseconds. */
  readonly clock: () => number
  /** Asked between steps; true ends the run with `cancelled`. */
  readonly cancelled?: () => boolean
  /** Reads files elsewhere (other threads), in the order given; default: here, one after another. */
  readonly readAll?: (files: readonly PackageFile[]) => Promise<readonly FileRead[]>
  /** Composes the layers' images elsewhere before the checks need them. */
  readonly composeAll?: (board: Board) => Promise<void>
  readonly onRead?: (read: FileRead, done: number, total: number) => void
  readonly onIdentified?: (files: readonly IdentifiedFile[]) => void
  readonly onBoard?: (board: Board) => void
  readonly onCheck?: (judged: Judged, done: number, total: number, raw: RawOutcome) => void
}

export interface Timings {
  readonly readMs: number
  readonly interpretMs: number
  readonly composeMs: number
  readonly checksMs: number
  readonly totalMs: number
}

export interface Review {
  readonly board: Board
  readonly context: JudgeContext
  readonly raw: readonly RawOutcome[]
  readonly outcomes: readonly CheckOutcome[]
  readonly findings: readonly Finding[]
  readonly summary: Summary
  /** Nets worked out from the copper, joined through plated holes. */
  readonly netCount: number
  /** Names of the nets that have one. */
  readonly netNames: readonly string[]
  readonly timings: Timings
}

/** Thrown by a run whose `cancelled` hook said so; the only exception that is not a bug. */
export class ReviewCancelled extends Error {
  constructor() {
    super('cancelled')
  }
}

/** @returns the checks to run: all, or the named ones in catalogue order */
export const chosenChecks = (ids: readonly string[] | undefined): readonly CheckDefinition[] =>
  ids ? allChecks.filter((check) => ids.includes(check.id)) : allChecks

const readHere = async (files: readonly PackageFile[]): Promise<readonly FileRead[]> => files.map(readPackageFile)

/** Reads, identifies and assembles a package without checking it. */
export const openPackage = async (
  input: PackageInput,
  overrides: readonly RoleOverride[],
  hooks: ReviewHooks,
): Promise<{ board: Board; readMs: number; interpretMs: number }> => {
  const stop = (): void => {
    if (hooks.cancelled?.()) throw new ReviewCancelled()
  }
  const start = hooks.clock()
  const reads = await (hooks.readAll ?? readHere)(input.files)
  reads.forEach((read, i) => hooks.onRead?.(read, i + 1, reads.length))
  stop()
  const readDone = hooks.clock()
  const files = identifyPackage(reads, overrides)
  hooks.onIdentified?.(files)
  stop()
  const board = assembleBoard(files)
  hooks.onBoard?.(board)
  return { board, readMs: readDone - start, interpretMs: hooks.clock() - readDone }
}

/**
 * The whole review of a package: read, identify, interpret, compose, check, judge. Pure apart from the hooks; the same
 * input gives the same result, timings apart.
 */
export const reviewPackage = async (input: PackageInput, options: ReviewOptions, hooks: ReviewHooks): Promise<Review> => {
  const start = hooks.clock()
  const { board, readMs, interpretMs } = await openPackage(input, options.overrides ?? [], hooks)
  const composeStart = hooks.clock()
  await hooks.composeAll?.(board)
  const measures = boardMeasures(board)
  measures.composeCopper()
  const checksStart = hooks.clock()
  const context = judgeContextOf(board)
  const checks = chosenChecks(options.checks)
  const raw: RawOutcome[] = []
  const outcomes: CheckOutcome[] = []
  const findings: Finding[] = []
  for (const check of checks) {
    if (hooks.cancelled?.()) throw new ReviewCancelled()
    const outcome = runCheck(check, board, measures, hooks.clock, options.extraCapabilities)
    const judged = judgeCheck(check, outcome, options.capability, context)
    raw.push(outcome)
    outcomes.push(judged.outcome)
    findings.push(...judged.findings)
    hooks.onCheck?.(judged, raw.length, checks.length, outcome)
  }
  const end = hooks.clock()
  return {
    board,
    context,
    raw,
    outcomes,
    findings,
    summary: summaryOf(board, outcomes, findings),
    netCount: measures.nets().count,
    netNames: measures.nets().names(),
    timings: { readMs, interpretMs, composeMs: checksStart - composeStart, checksMs: end - checksStart, totalMs: end - start },
  }
}

/** @returns verdict and figures for outcomes and findings of a board */
export const summaryOf = (board: Board, outcomes: readonly CheckOutcome[], findings: readonly Finding[]): Summary => {
  const { required, missing } = requiredLayers(board)
  return summarize({
    outcomes,
    findings,
    files: board.files,
    required: required.length,
    missingRequired: missing.length,
    boardAreaMm2: board.outline.area / 1e12,
  })
}

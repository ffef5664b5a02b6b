import type { Capability } from '#core/capability/capability.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { Image } from '#core/geometry/image.ts'
import type { CheckDefinition } from '#core/checks/check.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import type { IdentifiedFile, PackageFile, Role, RoleOverride } from '#core/identify/identified-file.ts'
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
  /** How the work is done; default: here, one thing after another. */
  readonly worker?: ReviewWorker
  readonly onRead?: (read: FileRead, done: number, total: number) => void
  readonly onIdentified?: (files: readonly IdentifiedFile[]) => void
  readonly onBoard?: (board: Board) => void
  /** In the order in which checks end, which with several threads is not the catalogue's. */
  readonly onCheck?: (judged: Judged, done: number, total: number, raw: RawOutcome) => void
}

/** Does the three costly kinds of work, each on all items, in any order, and tells every result once. */
export interface ReviewWorker {
  read(files: readonly PackageFile[], onRead: (index: number, read: FileRead) => void): Promise<void>
  /** Composes images that the checks will need, so that `image()` of these layers gives them at once. */
  compose(board: Board, layers: readonly number[]): Promise<void>
  check(
    checks: readonly CheckDefinition[],
    run: (index: number) => RawOutcome,
    onCheck: (index: number, raw: RawOutcome) => void,
  ): Promise<void>
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

/** @returns null for a layer that cannot be composed: the checks that need it meet the same fault and tell it */
export const composedOrNull = (layer: Layer): Image | null => {
  try {
    return layer.image()
  } catch {
    return null
  }
}

/** One thing after another. `stop` is called between them and throws to end the run. */
const here = (stop: () => void): ReviewWorker => ({
  async read(files, onRead) {
    for (const [i, file] of files.entries()) {
      stop()
      onRead(i, readPackageFile(file))
    }
  },
  async compose(board, layers) {
    for (const i of layers) {
      stop()
      composedOrNull(board.layers[i]!)
    }
  },
  async check(checks, run, onCheck) {
    for (const i of checks.keys()) {
      stop()
      onCheck(i, run(i))
    }
  },
})

const stopOf =
  ({ cancelled }: ReviewHooks): (() => void) =>
  () => {
    if (cancelled?.()) throw new ReviewCancelled()
  }

const COPPER: readonly Role[] = ['copper', 'plane']
const IMAGED: readonly Role[] = [...COPPER, 'soldermask', 'paste', 'legend']

/**
 * @param all whether every check runs: then the images of all artwork on the board are needed, else those of the copper
 * @returns indexes of the layers to compose before the checks, the largest first
 */
export const layersToCompose = (board: Board, all: boolean): readonly number[] => {
  const roles = all ? IMAGED : COPPER
  const size = (i: number): number => board.layers[i]!.plotted.prims.count
  return [...board.layers.keys()].filter((i) => roles.includes(board.layers[i]!.role)).sort((a, b) => size(b) - size(a) || a - b)
}

/** Reads, identifies and assembles a package without checking it. */
export const openPackage = async (
  input: PackageInput,
  overrides: readonly RoleOverride[],
  hooks: ReviewHooks,
): Promise<{ board: Board; readMs: number; interpretMs: number }> => {
  const stop = stopOf(hooks)
  const start = hooks.clock()
  const reads = new Array<FileRead>(input.files.length)
  let readCount = 0
  await (hooks.worker ?? here(stop)).read(input.files, (i, read) => {
    reads[i] = read
    hooks.onRead?.(read, ++readCount, reads.length)
  })
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
  const worker = hooks.worker ?? here(stopOf(hooks))
  await worker.compose(board, layersToCompose(board, options.checks === undefined))
  const measures = boardMeasures(board)
  const checksStart = hooks.clock()
  const context = judgeContextOf(board)
  const checks = chosenChecks(options.checks)
  const raw = new Array<RawOutcome>(checks.length)
  const judged = new Array<Judged>(checks.length)
  let checkCount = 0
  await worker.check(
    checks,
    (i) => runCheck(checks[i]!, board, measures, hooks.clock, options.extraCapabilities),
    (i, outcome) => {
      raw[i] = outcome
      judged[i] = judgeCheck(checks[i]!, outcome, options.capability, context)
      hooks.onCheck?.(judged[i], ++checkCount, checks.length, outcome)
    },
  )
  const outcomes = judged.map(({ outcome }) => outcome)
  const findings = judged.flatMap((one) => one.findings)
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

import { boardOf } from '#core/builder/board-of.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import { generateBoard } from '#core/builder/generate-board.ts'
import { plantFault } from '#core/builder/plant-fault.ts'
import { seededRandom } from '#core/builder/random.ts'
import { kicadDialect, type Dialect } from '#core/builder/dialect.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { Finding } from '#core/checks/finding.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { landmarksOf } from '#core/review/landmarks.ts'
import { reviewPackage, type Review } from '#core/run/review-package.ts'

/** Reviews a described board as its files say it; `change` renames or reorders them. */
export const reviewOf = (
  board: BoardDescription,
  dialect: Dialect = kicadDialect,
  change: (files: readonly PackageFile[]) => readonly PackageFile[] = (files) => files,
  checks?: readonly string[],
  capability: Capability = builtInCapability(FALLBACK_CAPABILITY_ID)!,
): Promise<Review> =>
  reviewPackage(
    { name: board.name, sha256: '0'.repeat(64), bytes: 0, files: change(writePackage(board, dialect)), problems: [] },
    { capability, checks, extraCapabilities: [capability] },
    { clock: () => 0 },
  )

export const marksOf = (board: BoardDescription, dialect?: Dialect) => landmarksOf(boardOf(board, dialect))

/** A fab that wants so much copper and room that an ordinary board has findings all over. */
export const pickyFab = (): Capability => {
  const base = builtInCapability(FALLBACK_CAPABILITY_ID)!
  const row = { trace: 0.22, space: 0.32 }
  return { ...base, id: 'picky', name: 'Picky', copperByWeight: { outer: { '35um': row }, inner: { '35um': row } } }
}

/** A generated board with faults of many kinds. */
export const faultyBoard = (): BoardDescription => {
  const random = seededRandom(5)
  const kinds = [
    'thin_ring',
    'narrow_track',
    'close_pair',
    'small_drill',
    'close_holes',
    'covered_pad',
    'silk_on_pad',
    'thin_dam',
    'thin_silk',
    'thin_ring',
  ] as const
  return kinds.reduce<BoardDescription>((board, kind) => plantFault(board, kind, random)?.board ?? board, generateBoard(420, 2, 3))
}

/** A finding as a check would give it. */
export const aFinding = (change: Partial<Finding> = {}): Finding => ({
  fingerprint: 'f',
  checkId: 'min_annular_ring',
  severity: 'error',
  tier: 'limit',
  message: 'too thin',
  cause: 'min_annular_ring:narrow',
  layers: ['top-copper'],
  measured: 0.08,
  limit: 0.13,
  unit: 'mm',
  at: { x: 5, y: 5 },
  witness: [],
  boundsMm: null,
  nets: [],
  objects: [],
  files: [],
  fix: 'make it wider',
  basis: 'measured',
  ...change,
})

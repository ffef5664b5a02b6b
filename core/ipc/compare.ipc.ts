import { z } from 'zod'
import { boardId, capabilityId } from './board-shapes.ts'
import { call } from './call.ts'
import { alignmentShape, changeCounts, revisionNumber, revisionShape } from './decision-shapes.ts'
import { findingShape } from './finding-shapes.ts'

const box = z.tuple([z.number(), z.number(), z.number(), z.number()])
const place = z.object({ x: z.number(), y: z.number() })
const role = z.string()

/** What a fab does to files as a matter of course; a person may accept such changes by kind. */
export const expectedEdit = z.enum(['panel-frame', 'mouse-bites', 'order-number', 'drill-compensation'])
export type ExpectedEdit = z.infer<typeof expectedEdit>

/** One object that changed, in the newer board's coordinates (for a removed one: where it would be), mm. */
export const objectChangeShape = z.object({
  /** Running number within the comparison, from 1: shown in the box. */
  number: z.int().positive(),
  layer: z.string(),
  change: z.enum(['added', 'removed', 'moved', 'resized']),
  kind: z.enum(['flash', 'draw', 'arc', 'region', 'hole', 'slot']),
  at: place,
  /** Moved: where it was. */
  from: place.nullable(),
  boxMm: box,
  /** "circle 0.600" — what it is now; removed: what it was. */
  is: z.string(),
  /** Resized: what it was. */
  was: z.string().nullable(),
  net: z.string().nullable(),
  /** `U1.3`, when the files say so. */
  pin: z.string().nullable(),
  expected: expectedEdit.nullable(),
  /** Lines in the two files; 0 = not there. */
  lines: z.tuple([z.int(), z.int()]),
})
export type ObjectChangeShape = z.infer<typeof objectChangeShape>

export const layerDiffShape = z.object({
  id: z.string(),
  name: z.string(),
  role,
  /** Null where the layer is not there. */
  fromPath: z.string().nullable(),
  toPath: z.string().nullable(),
  /** `same-bytes`, `same-picture` (written differently, e.g. a new date), `differs`, `added`, `removed`. */
  state: z.enum(['same-bytes', 'same-picture', 'differs', 'added', 'removed']),
  /** Area that only one of them has, mm²; slivers of rounding are left out. */
  onlyFromMm2: z.number(),
  onlyToMm2: z.number(),
  counts: z.object({ added: z.int(), removed: z.int(), moved: z.int(), resized: z.int() }),
  /** Places where the pictures differ, largest first; each a box in the newer board's coordinates, mm. */
  places: z.array(z.object({ boxMm: box, mm2: z.number(), only: z.enum(['from', 'to']) })),
  placesLeftOut: z.int(),
})
export type LayerDiffShape = z.infer<typeof layerDiffShape>

export const fileDiffShape = z.object({
  fromPath: z.string().nullable(),
  toPath: z.string().nullable(),
  state: z.enum(['same', 'renamed', 'changed', 'added', 'removed']),
  /** Null where it is not there. */
  fromSha256: z.string().nullable(),
  toSha256: z.string().nullable(),
  role,
})

export const findingPairShape = z.object({ from: findingShape.nullable(), to: findingShape.nullable() })

export const diffShape = z.object({
  /** "No change to the board", "2 of 11 layers differ · 3 new findings". */
  says: z.string(),
  isSameBoard: z.boolean(),
  alignment: alignmentShape,
  facts: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
  files: z.array(fileDiffShape),
  layers: z.array(layerDiffShape),
  objects: z.array(objectChangeShape),
  objectsLeftOut: z.int(),
  /** Changed objects, and layers that differ without one; those left out too. */
  differences: z.int(),
  /** How many of them are edits that a fab is expected to make, by kind; those left out too. Kinds that do not occur are not listed. */
  expected: z.array(z.object({ kind: expectedEdit, count: z.int().positive() })),
})
export type DiffShape = z.infer<typeof diffShape>

/** How a board is drawn in the comparison; its layers come as bytes (`routes.comparedLayer`). */
export const comparedArtworkShape = z.object({
  /** Extent where the board lies on the newer one, mm; null for an empty one. */
  boundsMm: box.nullable(),
  /** Layers whose artwork says where there is nothing. */
  negatives: z.array(z.string()),
})
export type ComparedArtworkShape = z.infer<typeof comparedArtworkShape>

/** One of the two boards; `revision` null = its newest. */
const side = z.strictObject({ board: boardId, revision: revisionNumber.nullable() })
const shownSide = z.object({ board: boardId, name: z.string(), revision: revisionShape })

export const compareProgress = z.object({ says: z.string(), done: z.int(), total: z.int().positive() })
export type CompareProgressShape = z.infer<typeof compareProgress>

export const compareCalls = {
  /**
   * Compares two revisions, of one board or of two (a fab's working files with what was approved). Answers when all is
   * worked out; the same two are only worked out once.
   * @param refuseShift compares as they lie instead of by the shift found
   */
  'compare.run': call({
    input: z.strictObject({ from: side, to: side, capability: capabilityId, refuseShift: z.boolean() }),
    output: z.object({
      from: shownSide,
      to: shownSide,
      diff: diffShape,
      /** Named until another comparison takes its place. */
      artwork: z.object({ id: z.uuid(), from: comparedArtworkShape, to: comparedArtworkShape }),
      /** Kinds of expected edits that are accepted for the older board. */
      accepted: z.array(expectedEdit),
      findings: z.object({
        counts: changeCounts,
        new: z.array(findingShape),
        fixed: z.array(findingShape),
        moved: z.array(findingPairShape),
        worse: z.array(findingPairShape),
        /** Changed findings beyond those listed. */
        leftOut: z.int(),
      }),
    }),
    errors: ['gone', 'not-ready', 'no-such-capability', 'no-such-revision', 'unreadable', 'cancelled'],
  }),
  /** Accepts a kind of expected edits for a board, or no longer. @returns the kinds accepted now */
  'compare.accept': call({
    input: z.strictObject({ board: boardId, kind: expectedEdit, accepted: z.boolean() }),
    output: z.array(expectedEdit),
    errors: ['gone', 'not-ready'],
  }),
  /** The kinds accepted for a board. */
  'compare.accepted': call({
    input: z.strictObject({ board: boardId }),
    output: z.array(expectedEdit),
    errors: ['gone', 'not-ready'],
  }),
  /** How far the comparison that runs has come; null when none runs or it has not begun. */
  'compare.progress': call({ input: z.strictObject({}), output: compareProgress.nullable(), errors: [] }),
  'compare.cancel': call({ input: z.strictObject({}), output: z.null(), errors: [] }),
}
export type ComparisonShape = z.infer<(typeof compareCalls)['compare.run']['output']>

import { z } from 'zod'
import { boardId, recentShape } from './board-shapes.ts'
import { call } from './call.ts'

/** A board on the start page. */
export const cardShape = recentShape.extend({
  sha256: z.string().nullable(),
  revision: z.int().nullable(),
  revisions: z.int(),
  createdAt: z.number(),
  /** When something was last decided on it or it was last opened, ms since 1970. */
  activeAt: z.number(),
  activity: z.string(),
  waived: z.int(),
  notes: z.int(),
  /** `stale`: approved for an earlier revision. */
  approval: z.enum(['none', 'approved', 'stale', 'rejected']),
  deletedAt: z.number().nullable(),
})
export type CardShape = z.infer<typeof cardShape>

export const searchHitShape = z.object({
  kind: z.enum(['board', 'finding', 'net', 'note', 'file']),
  board: boardId,
  boardName: z.string(),
  revision: z.int().nullable(),
  /** Fingerprint, net name, note id or path. */
  ref: z.string(),
  /** The text around the words, in pieces; every second one (1, 3, …) is a word that was found. */
  pieces: z.array(z.string()),
})
export type SearchHitShape = z.infer<typeof searchHitShape>

/** What the data folder holds; bytes as they lie on the disk. */
export const spaceShape = z.object({
  /** Packages and their files. */
  contents: z.int(),
  contentBytes: z.number(),
  /** Reviews, decisions, records and the log. */
  databaseBytes: z.number(),
  boards: z.int(),
  deletedBoards: z.int(),
  /** What nothing refers to, and what only deleted boards do. */
  unusedContents: z.int(),
  unusedBytes: z.number(),
  deletedBytes: z.number(),
  /** Deleted boards go for good after so long. */
  keptDays: z.int(),
})
export type SpaceShape = z.infer<typeof spaceShape>

export const libraryCalls = {
  'library.list': call({
    input: z.strictObject({
      /** Words in the board's name, findings, nets, notes and files; empty = all boards. */
      text: z.string().max(200),
      verdicts: z.array(z.enum(['clear', 'review', 'blocked', 'none'])),
      approvals: z.array(z.enum(['none', 'approved', 'stale', 'rejected'])),
      /** true = the ones that were deleted and can be restored. */
      deleted: z.boolean(),
      sort: z.enum(['active', 'opened', 'created', 'name', 'verdict', 'size']),
      descending: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ boards: z.array(cardShape), total: z.int() }),
    errors: [],
  }),
  'library.search': call({
    input: z.strictObject({ text: z.string().max(200), board: boardId.nullable(), limit: z.int().min(1).max(100) }),
    output: z.object({ hits: z.array(searchHitShape), total: z.int() }),
    errors: [],
  }),
  'library.rename': call({
    input: z.strictObject({ id: boardId, name: z.string().trim().min(1).max(200) }),
    output: z.null(),
    errors: ['gone'],
  }),
  /** Takes a board from the list; `library.restore` brings it back until it is purged (`purgedAt`, ms since 1970). */
  'library.delete': call({ input: z.strictObject({ id: boardId }), output: z.object({ purgedAt: z.number() }), errors: ['gone'] }),
  'library.restore': call({ input: z.strictObject({ id: boardId }), output: z.null(), errors: ['gone'] }),
  /** Removes a deleted board for good; its approval records and audit entries stay. */
  'library.purge': call({ input: z.strictObject({ id: boardId }), output: z.null(), errors: ['gone', 'not-deleted'] }),
  'library.space': call({
    input: z.strictObject({}),
    output: spaceShape,
    errors: [],
  }),
  /** Removes what nothing refers to and, if asked for, every deleted board for good. */
  'library.cleanUp': call({
    input: z.strictObject({ deletedBoards: z.boolean() }),
    output: z.object({ boards: z.int(), contents: z.int(), bytes: z.number() }),
    errors: [],
  }),
}

import { z } from 'zod'
import { call } from './call.ts'
import { boardId, boardShape, capabilityId, fileShape, recentShape, roleChoiceShape } from './board-shapes.ts'
import { findingShape, outcomeShape, summaryShape } from './finding-shapes.ts'

const opened = z.object({ id: boardId, name: z.string() })
const onBoard = z.strictObject({ board: boardId })

export const boardCalls = {
  'recents.list': call({ input: z.strictObject({}), output: z.array(recentShape), errors: [] }),
  'recents.forget': call({ input: z.strictObject({ id: boardId }), output: z.null(), errors: ['gone'] }),
  'package.openSample': call({ input: z.strictObject({}), output: opened, errors: [] }),
  'package.openRecent': call({ input: z.strictObject({ id: boardId }), output: opened, errors: ['gone'] }),
  /** By path, as a new board or as the next revision of one: only where the shell hands out paths; the browser shell refuses it. */
  'package.openPaths': call({
    input: z.strictObject({ paths: z.array(z.string().min(1).max(32_000)).min(1).max(5000), revisionOf: boardId.optional() }),
    output: opened,
    errors: ['not-here'],
  }),
  /** The native dialog; null when the user closed it. */
  'package.choose': call({
    input: z.strictObject({ folder: z.boolean(), revisionOf: boardId.optional() }),
    output: opened.nullable(),
    errors: ['not-here'],
  }),
  /** Opens another board of the LibrePCB project that this one comes from, by the folder of the board. */
  'package.openProjectBoard': call({
    input: z.strictObject({ board: boardId, projectBoard: z.string().min(1).max(300) }),
    output: opened,
    errors: ['gone', 'not-ready', 'no-such-board'],
  }),
  'board.cancel': call({ input: onBoard, output: z.null(), errors: [] }),
  'board.files': call({ input: onBoard, output: z.array(fileShape), errors: ['gone'] }),
  'board.get': call({ input: onBoard, output: boardShape, errors: ['gone', 'not-ready'] }),
  /** Judges what was measured by the capability; nothing is measured again. */
  'board.review': call({
    input: z.strictObject({ board: boardId, capability: capabilityId }),
    output: z.object({
      why: z.record(z.string(), z.string()),
      capability: z.string(),
      summary: summaryShape,
      outcomes: z.array(outcomeShape),
      /** Worst first within a check; of very many only the worst: `outcomes` say how many there are. */
      findings: z.array(findingShape),
      /** Findings that exist beyond those listed. */
      leftOut: z.number(),
    }),
    errors: ['gone', 'not-ready', 'no-such-capability'],
  }),
  'board.setRole': call({
    input: z.strictObject({ board: boardId, path: z.string().min(1).max(1100), choice: roleChoiceShape }),
    output: z.null(),
    errors: ['gone', 'no-such-file'],
  }),
}

export type ReviewShape = z.infer<(typeof boardCalls)['board.review']['output']>
export type RecentShape = z.infer<typeof recentShape>

import { z } from 'zod'
import { boardId, requestId, sha256Hex } from './ids.ts'
import { named } from './registry.ts'

/** Answer of `POST /v1/boards`. Identical content is one board. */
export const boardAnswer = named(
  'Board',
  'A stored package of Gerber files.',
  z.object({
    request_id: requestId,
    board_id: boardId,
    sha256: sha256Hex,
    filename: z.string(),
    size_bytes: z.int().nonnegative(),
  }),
)
export type BoardAnswer = z.infer<typeof boardAnswer>

/** One entry of `GET /v1/checks` (shape proposed; the contract lists the call only). */
export const checkEntry = named(
  'Check',
  'A check whose id can be named in check_ids.',
  z.object({
    check_id: z.string(),
    name: z.string(),
    description: z.string(),
    category: z.string().nullable(),
    default_severity: z.string(),
  }),
)
export const checkList = z.array(checkEntry)
export type CheckEntry = z.infer<typeof checkEntry>

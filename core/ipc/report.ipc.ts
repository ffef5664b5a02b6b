import { z } from 'zod'
import { REPORT_FORMATS } from '#core/report/formats.ts'
import { boardId, capabilityId } from './board-shapes.ts'
import { call } from './call.ts'

export const reportCalls = {
  /** Makes a report of a finished review; its bytes are then read at `routes.report`. */
  'report.make': call({
    input: z.strictObject({ board: boardId, capability: capabilityId, format: z.enum(REPORT_FORMATS) }),
    output: z.object({ fileName: z.string(), mime: z.string() }),
    errors: ['gone', 'not-ready', 'no-such-capability', 'not-made'],
  }),
}

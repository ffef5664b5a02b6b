import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ASAP_ENDPOINTS, EndpointName } from '#core/asap/endpoints.ts'
import type { Caller } from '#main/service/http/caller.ts'

export interface Call {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly caller: Caller
  /** Parts of the path in braces. */
  readonly params: Readonly<Record<string, string>>
}

type Table = typeof ASAP_ENDPOINTS
type AnswerOf<N extends EndpointName> = Table[N] extends { pending: infer P extends z.ZodType }
  ? z.infer<Table[N]['answer']> | z.infer<P>
  : z.infer<Table[N]['answer']>

/** One function for each endpoint. One that sends the answer itself (events) resolves to undefined after `reply.hijack()`. */
export type EndpointHandlers = {
  [N in EndpointName]: (call: Call) => Promise<AnswerOf<N> | (Table[N] extends { events: z.ZodType } ? undefined : never)>
}

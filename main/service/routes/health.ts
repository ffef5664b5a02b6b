import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#main/service/http/api-error.ts'
import type { Service } from '#main/service/service.ts'

export const HEALTH_PATH = '/health'

export const healthAnswer = z.object({ status: z.literal('ok'), version: z.string(), jobs_waiting: z.int() })

/** `GET /health` needs no key and says nothing about anybody's data. */
export const healthRoute = (app: FastifyInstance, { store, version, isStopping }: Service): void => {
  app.get(HEALTH_PATH, async (): Promise<z.infer<typeof healthAnswer>> => {
    if (isStopping()) throw new ApiError('unavailable', 'The service stops.', {}, 5)
    if (!store.isSound()) throw new ApiError('unavailable', 'The database does not answer.', {}, 5)
    return { status: 'ok', version, jobs_waiting: store.runs.waiting() }
  })
}

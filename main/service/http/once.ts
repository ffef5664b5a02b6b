import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Replayed, Reservation } from '#main/service/store/idempotency.repo.ts'
import { ApiError } from './api-error.ts'
import type { Caller } from './caller.ts'

const KEY = /^[\x21-\x7e]{1,255}$/

/**
 * @param subject everything of the call that makes a difference
 * @returns what the header Idempotency-Key asks for, or null when it is not sent
 * @throws ApiError `invalid_request` for a value that is no key
 */
export const reservationFor = (request: FastifyRequest, caller: Caller, endpoint: string, subject: unknown): Reservation | null => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !KEY.test(key)) throw new ApiError('invalid_request', 'Idempotency-Key has 1 to 255 visible characters.')
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([endpoint, subject]))
    .digest('hex')
  return { orgId: caller.orgId, key, fingerprint }
}

/** Marks a replay in the answer. @throws ApiError `idempotency_key_reused` */
export const settle = (replayed: Replayed, reply: FastifyReply): Exclude<Replayed, { kind: 'other-body' }> => {
  if (replayed.kind === 'other-body') {
    throw new ApiError('idempotency_key_reused', 'This Idempotency-Key was used with another body. Use a new key for another call.')
  }
  if (replayed.kind === 'replayed') void reply.header('idempotency-replayed', 'true')
  return replayed
}

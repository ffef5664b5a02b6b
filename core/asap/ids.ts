import { z } from 'zod'

/**
 * Prefixes of the ids of the ASAP contract. An id is its prefix and lower-case hex digits; ours have 16 of them.
 * @source ASAP PCB API v1, conventions
 */
export const ID_PREFIX = {
  request: 'req_',
  board: 'brd_',
  dfmRun: 'dfm_',
  orderIntent: 'oi_',
  quote: 'quo_',
  order: 'ord_',
  job: 'job_',
} as const

export type IdKind = keyof typeof ID_PREFIX

/** An id of one kind: the prefix and hex digits. */
const idOf = (kind: IdKind) => z.string().regex(new RegExp(`^${ID_PREFIX[kind]}[0-9a-z]{1,64}$`))

export const requestId = idOf('request')
export const boardId = idOf('board')
export const dfmRunId = idOf('dfmRun')
export const orderIntentId = idOf('orderIntent')
export const quoteId = idOf('quote')
export const orderId = idOf('order')
export const jobId = idOf('job')

/** ISO 8601, UTC, ending in Z. */
export const timestamp = z.iso.datetime()

/** YYYY-MM-DD. */
export const plainDate = z.iso.date()

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

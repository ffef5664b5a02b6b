import { z } from 'zod'
import { named } from './registry.ts'

/**
 * Codes that the ASAP contract documents, with the status each comes with.
 * @source ASAP PCB API v1, errors
 */
export const CONTRACT_ERRORS = {
  missing_auth: 401,
  invalid_api_key: 403,
  forbidden: 403,
  invalid_file: 400,
  empty_file: 400,
  missing_input: 400,
  invalid_options: 400,
  invalid_quantity: 400,
  invalid_lead_time: 400,
  missing_design: 400,
  missing_shipping: 400,
  invalid_quote_id: 400,
  board_not_found: 404,
  dfm_run_not_found: 404,
  order_intent_not_found: 404,
  quote_not_found: 404,
  order_not_found: 404,
  job_not_found: 404,
  not_editable: 409,
  invalid_state: 409,
  board_store_failed: 500,
  dfm_failed: 500,
} as const

/** Codes that our service answers with where the contract names none. A client treats an unknown code by its status. */
export const SERVICE_ERRORS = {
  /** A body, field or header that cannot be read; `details.issues` says which. */
  invalid_request: 400,
  not_found: 404,
  method_not_allowed: 405,
  /** The body did not arrive in time. */
  request_timeout: 408,
  /** The quote's gates did not pass: it cannot be ordered. */
  quote_not_approved: 409,
  /** The quote was ordered before with another purchase order or contact. */
  quote_already_ordered: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  /** The same Idempotency-Key came with another body. */
  idempotency_key_reused: 422,
  rate_limited: 429,
  request_headers_too_large: 431,
  internal_error: 500,
  /** Stopping, or more work at once than can be taken: `Retry-After` says when to come again. */
  unavailable: 503,
} as const

export const ASAP_ERRORS = { ...CONTRACT_ERRORS, ...SERVICE_ERRORS } as const

export type AsapErrorCode = keyof typeof ASAP_ERRORS

/** The body of every failure. `details` may be empty. */
export const errorBody = named(
  'Error',
  'Every failure: a machine code, a sentence for people, and details that may be empty.',
  z.object({ detail: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) }) }),
)
export type ErrorBody = z.infer<typeof errorBody>

import { ASAP_ERRORS, type AsapErrorCode, type ErrorBody } from '#core/asap/errors.ts'

/** A failure that the caller is told, with the contract's code and the status that belongs to it. */
export class ApiError extends Error {
  readonly code: AsapErrorCode
  readonly details: Readonly<Record<string, unknown>>
  /** Seconds after which the same call may succeed. */
  readonly retryAfter: number | null

  constructor(code: AsapErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}, retryAfter: number | null = null) {
    super(message)
    this.code = code
    this.details = details
    this.retryAfter = retryAfter
  }

  get status(): number {
    return ASAP_ERRORS[this.code]
  }

  get body(): ErrorBody {
    return { detail: { code: this.code, message: this.message, details: { ...this.details } } }
  }
}

/** Codes of the server's parts that mean: more than is taken. */
const TOO_LARGE = new Set([
  'FST_ERR_CTP_BODY_TOO_LARGE',
  'FST_REQ_FILE_TOO_LARGE',
  'FST_PARTS_LIMIT',
  'FST_FILES_LIMIT',
  'FST_FIELDS_LIMIT',
])

/** @returns the failure as the contract has it; null for one that is nobody's mistake but ours */
export const toApiError = (error: unknown): ApiError | null => {
  if (error instanceof ApiError) return error
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message: string }
  if (code && TOO_LARGE.has(code)) return new ApiError('payload_too_large', 'The body is larger than is taken.')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new ApiError('unsupported_media_type', 'The body has a media type that this call does not take.')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new ApiError('invalid_request', message)
  return null
}

import type { Socket } from 'node:net'
import { ASAP_ERRORS } from '#core/asap/errors.ts'
import { ApiError } from './api-error.ts'

const REASONS: Readonly<Record<number, string>> = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Request Header Fields Too Large' }

const errorFor = (code: string | undefined): ApiError => {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ApiError('request_timeout', 'The request did not arrive in time.')
    case 'HPE_HEADER_OVERFLOW':
      return new ApiError('request_headers_too_large', 'The headers are larger than is taken.')
    default:
      return new ApiError('invalid_request', 'This is not an HTTP request.')
  }
}

/** Answers what never became a request: too slow, too large headers, no HTTP at all. */
export const answerSocketErrors = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const failure = errorFor(error.code)
  const body = JSON.stringify(failure.body)
  const status = ASAP_ERRORS[failure.code]
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${status} ${REASONS[status]}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    )
  }
  socket.destroySoon()
}

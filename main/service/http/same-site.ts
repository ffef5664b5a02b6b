import type { FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'

const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

/** @returns true for an address that only this computer reaches */
export const isLoopback = (host: string): boolean => LOOPBACK_NAME.test(host.includes(':') ? `[${host}]` : host)

/**
 * Keeps pages of other sites out: a browser on this computer reaches loopback addresses too, under a name that the page's
 * owner made point there.
 * @throws ApiError `forbidden`
 */
export const refuseOtherSites = (request: FastifyRequest, loopbackOnly: boolean): void => {
  const { hostname, host } = request
  if (loopbackOnly && !LOOPBACK_NAME.test(hostname))
    throw new ApiError('forbidden', 'This service answers to this computer only: call it as localhost.')
  const { origin } = request.headers
  if (origin !== undefined && URL.parse(origin)?.host !== host)
    throw new ApiError('forbidden', 'Pages of other sites may not call this service.')
}

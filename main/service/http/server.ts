import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ASAP_ENDPOINTS, type Endpoint, type EndpointName } from '#core/asap/endpoints.ts'
import { boardHandlers } from '#main/service/routes/boards.ts'
import { dfmHandlers } from '#main/service/routes/dfm.ts'
import { dfmRunHandlers } from '#main/service/routes/dfm-runs.ts'
import type { Call, EndpointHandlers } from '#main/service/routes/endpoint-handlers.ts'
import { healthRoute } from '#main/service/routes/health.ts'
import { jobHandlers } from '#main/service/routes/jobs.ts'
import { orderIntentHandlers } from '#main/service/routes/order-intents.ts'
import { orderHandlers } from '#main/service/routes/orders.ts'
import { quoteHandlers } from '#main/service/routes/quotes.ts'
import type { Service } from '#main/service/service.ts'
import { ApiError, toApiError } from './api-error.ts'
import { authenticator, requireScope, type Caller } from './caller.ts'
import { answerSocketErrors } from './client-errors.ts'
import { serveDocs } from './docs.ts'
import { openApi } from './open-api.ts'
import { rateLimits, type CountCall, type Rates } from './rate-limits.ts'
import { refuseOtherSites } from './same-site.ts'

export interface ServerOptions {
  readonly rates: Rates
  /** How long a request may take to arrive. */
  readonly requestTimeoutMs: number
  /** True where only this computer is to be answered. */
  readonly loopbackOnly: boolean
  /** Refuses to send an answer that is not what the schemas say. For tests. */
  readonly verifyAnswers?: boolean
}

const JSON_BYTES = 1024 * 1024
const HEADERS_MS = 15_000
const CHECK_MS = 1000
const API = '/api'

const allHandlers = (service: Service): EndpointHandlers => ({
  ...boardHandlers(service),
  ...dfmHandlers(service),
  ...dfmRunHandlers(service),
  ...jobHandlers(service),
  ...orderIntentHandlers(service),
  ...orderHandlers(service),
  ...quoteHandlers(service),
})

const fastifyPath = (path: string): string => API + path.replace(/\{(\w+)\}/g, ':$1')

const sendError = (reply: FastifyReply, error: ApiError): void => {
  if (error.retryAfter !== null) void reply.header('retry-after', String(error.retryAfter))
  void reply.code(error.status).send(error.body)
}

/** A call of another method on a path that exists is told which ones it has. */
const notFound = (request: FastifyRequest): ApiError => {
  const path = request.url.split('?')[0]!
  const matches = Object.values(ASAP_ENDPOINTS).filter((e) => new RegExp(`^${API}${e.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
  const methods = matches.map((e) => e.method)
  return methods.length
    ? new ApiError('method_not_allowed', `${path} takes ${methods.join(', ')}.`, { methods })
    : new ApiError('not_found', `There is nothing at ${path.slice(0, 200)}.`)
}

/** The server, and what counts a call of one that has no key. */
export interface BuiltServer {
  readonly app: FastifyInstance
  readonly count: CountCall
}

/** Builds the HTTP server: every endpoint of the table, documentation, health. It does not listen yet. */
export const buildServer = async (service: Service, options: ServerOptions): Promise<BuiltServer> => {
  const { log } = service
  const app = Fastify({
    logger: false,
    bodyLimit: JSON_BYTES,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    requestTimeout: options.requestTimeoutMs,
    keepAliveTimeout: 30_000,
    forceCloseConnections: 'idle',
    // While it stops, every call is answered in the contract's own words.
    return503OnClosing: false,
    http: { headersTimeout: Math.min(HEADERS_MS, options.requestTimeoutMs), connectionsCheckingInterval: CHECK_MS },
    clientErrorHandler: answerSocketErrors,
    frameworkErrors: (error, _request, reply) =>
      sendError(reply as FastifyReply, new ApiError('invalid_request', error.message.slice(0, 200))),
  })
  const auth = authenticator(service.store.keys, service.store.ids.now)
  const callers = new WeakMap<FastifyRequest, Caller>()

  // A file that is too large is told by its flag, after what was written of it is gone.
  await app.register(multipart, { throwFileSizeLimit: false })
  await app.register(rateLimit, { global: false })
  const count = rateLimits(app, options.rates, (request) => callers.get(request)?.keyId ?? request.ip)

  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(/^application\/(?:[\w.+-]+\+)?json/, { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, undefined)
    try {
      done(null, JSON.parse(body as string))
    } catch {
      done(new ApiError('invalid_request', 'The body is not JSON.'))
    }
  })
  app.setNotFoundHandler((request, reply) => {
    const failure = notFound(request)
    const { methods } = failure.details
    if (Array.isArray(methods)) void reply.header('allow', methods.join(', '))
    sendError(reply, failure)
  })
  app.setErrorHandler((error, request, reply) => {
    const known = toApiError(error)
    const cause = known ? known.cause : error
    if (cause !== undefined) {
      log.error({ method: request.method, route: request.routeOptions.url, cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }, 'a call broke') // prettier-ignore
    }
    sendError(reply, known ?? new ApiError('internal_error', 'The service made a mistake; its log says which.'))
  })
  app.addHook('onRequest', async (request, reply) => {
    refuseOtherSites(request, options.loopbackOnly)
    void reply.headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  })
  app.addHook('onResponse', async (request, reply) => {
    const caller = callers.get(request)
    const { method, routeOptions } = request
    log.info(
      {
        method,
        route: routeOptions.url ?? '-',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        caller: caller?.keyId ?? null,
      },
      'call',
    )
  })

  const handlers = allHandlers(service)
  for (const [name, entry] of Object.entries(ASAP_ENDPOINTS) as [EndpointName, Endpoint][]) {
    app.route({
      method: entry.method,
      url: fastifyPath(entry.path),
      onRequest: async (request, reply) => {
        let failure: unknown = null
        try {
          callers.set(request, auth.callerOf(request))
        } catch (error) {
          failure = error
        }
        // Guesses are counted too, by address.
        await count(request, reply)
        if (failure) throw failure
        requireScope(callers.get(request)!, entry.scope)
        if (service.isStopping()) throw new ApiError('unavailable', 'The service stops.', {}, 5)
      },
      handler: async (request, reply) => {
        if (request.isMultipart() ? !entry.multipart : entry.multipart && !entry.json) {
          throw new ApiError(
            'unsupported_media_type',
            entry.multipart ? 'This call takes multipart/form-data.' : 'This call takes no form.',
          )
        }
        const call: Call = { request, reply, caller: callers.get(request)!, params: request.params as Record<string, string> }
        const answer = await handlers[name](call)
        if (answer === undefined) return reply
        if (options.verifyAnswers) (reply.statusCode === 202 ? entry.pending! : entry.answer).parse(answer)
        return reply.send(answer)
      },
    })
  }
  healthRoute(app, service)
  await serveDocs(app, openApi(service.version))
  return { app, count }
}

import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import { err, ok, type Result } from '#core/base/result.ts'
import type { Capability } from '#core/capability/capability.ts'
import { appVersion } from '#main/cli/version.ts'
import type { Sealer } from '#main/secrets/sealer.ts'
import { reviewPool } from '#main/workers/review-pool.ts'
import { STANDARD_RATES, type Rates } from './http/rate-limits.ts'
import { isLoopback } from './http/same-site.ts'
import { buildServer } from './http/server.ts'
import { jobRunner } from './jobs/job-runner.ts'
import { startLibrepcb, type LibrepcbOptions } from './librepcb/librepcb.ts'
import { lockService } from './service-lock.ts'
import type { ServiceLog } from './service-log.ts'
import type { Service } from './service.ts'
import type { ServiceIds } from './store/ids.ts'
import { openServiceStore } from './store/service-store.ts'
import { webhookDispatcher } from './webhooks/dispatcher.ts'

export interface ServiceOptions {
  readonly data: string
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly capability: Capability
  readonly log: ServiceLog
  readonly sealer: Sealer
  readonly librepcb: LibrepcbOptions
  readonly rates?: Rates
  readonly maxUploadBytes?: number
  readonly requestTimeoutMs?: number
  /** Reviews at once. */
  readonly threads?: number
  readonly webhookRetryMs?: readonly number[]
  readonly webhookPollMs?: number
  readonly verifyAnswers?: boolean
  /** Boards that nobody used for so many days, and that were not ordered, are removed; null: none. */
  readonly keepDays?: number | null
  readonly ids?: ServiceIds
}

export interface RunningService {
  readonly host: string
  readonly port: number
  /** `http://host:port` */
  readonly address: string
  /** Stops: takes no more calls, answers those that wait, puts running jobs back, ends. */
  close(): Promise<void>
}

export type StartFailure = {
  readonly code: 'newer-database' | 'damaged-database' | 'database-unavailable' | 'already-running' | 'cannot-listen'
  readonly message: string
}

export const STANDARD_UPLOAD_BYTES = 100 * 1024 * 1024
const REQUEST_MS = 5 * 60_000
const MOST_THREADS = 8
/** How long open calls may take to end after the stop. */
const STOP_MS = 10_000
const SWEEP_MS = 60 * 60_000
const DAY_MS = 24 * SWEEP_MS

const shownHost = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** Starts the service. @fails with what is wrong with data folder or address */
export const startService = async (options: ServiceOptions): Promise<Result<RunningService, StartFailure>> => {
  const { data, host, log, maxUploadBytes = STANDARD_UPLOAD_BYTES } = options
  const opened = await openServiceStore(data, options.ids)
  if (!opened.ok) return err(opened.error)
  const store = opened.value
  const lock = lockService(store.folder)
  if (!lock) {
    store.close()
    return err({ code: 'already-running', message: `The service is already running on the data folder ${data}.` })
  }
  let stopping = false
  const threads = options.threads ?? Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1))
  const pool = reviewPool(threads)
  const jobs = jobRunner(store, pool, threads, log)
  const service: Service = {
    store,
    pool,
    jobs,
    log,
    capability: options.capability,
    version: appVersion,
    maxUploadBytes,
    isStopping: () => stopping,
  }
  const { app, count } = await buildServer(service, {
    rates: options.rates ?? STANDARD_RATES,
    requestTimeoutMs: options.requestTimeoutMs ?? REQUEST_MS,
    loopbackOnly: isLoopback(host),
    verifyAnswers: options.verifyAnswers ?? false,
  })
  const librepcb = await startLibrepcb(app, { count, data, pool, log, options: options.librepcb, capability: options.capability })
  const webhooks = webhookDispatcher({
    webhooks: store.webhooks,
    sealer: options.sealer,
    log,
    now: store.ids.now,
    ...(options.webhookRetryMs ? { retryMs: options.webhookRetryMs } : {}),
    ...(options.webhookPollMs ? { pollMs: options.webhookPollMs } : {}),
  })
  const sweep = (): void => {
    const boards = options.keepDays ? store.boards.forget(store.ids.now() - options.keepDays * DAY_MS) : 0
    const contents = store.collectGarbage()
    const keys = store.idempotency.forgetOld()
    if (boards || contents || keys) log.info({ boards, contents, keys }, 'swept')
  }
  sweep()
  const sweeping = setInterval(sweep, SWEEP_MS)
  sweeping.unref()

  const stop = async (): Promise<void> => {
    stopping = true
    log.info({}, 'stopping')
    clearInterval(sweeping)
    const force = setTimeout(() => app.server.closeAllConnections(), STOP_MS)
    // The calls that wait for jobs are answered first; closing the server waits for their answers.
    await jobs.close()
    await app.close()
    clearTimeout(force)
    await webhooks.close()
    // Ends the reviews of projects, too, which the other then hears of.
    await Promise.all([pool.close(), librepcb.close()])
    store.close()
    lock.release()
    log.info({}, 'stopped')
  }
  let stopped: Promise<void> | null = null
  const close = (): Promise<void> => (stopped ??= stop())
  try {
    await app.listen({ host, port: options.port })
  } catch (error) {
    await close()
    return err({ code: 'cannot-listen', message: `Cannot listen on ${host}:${options.port} (${(error as Error).message}).` })
  }
  const { port } = app.server.address() as AddressInfo
  log.info({ host, port, version: appVersion, threads }, 'listening')
  return ok({ host, port, address: `http://${shownHost(host)}:${port}`, close })
}

import { existsSync } from 'node:fs'
import { capabilityNamed } from '#main/cli/open-input.ts'
import { EXIT, parseCall, UsageError } from '#main/cli/command.ts'
import { isLoopback } from '#main/service/http/same-site.ts'
import { STANDARD_RATES } from '#main/service/http/rate-limits.ts'
import { serviceLog } from '#main/service/service-log.ts'
import { startService, type RunningService } from '#main/service/start-service.ts'
import { dataFolder } from '#main/shell/data-folder.ts'
import { commandSealer } from './command-sealer.ts'
import { withStore } from './open-for-command.ts'
import { listOrders, moveOrder, runWebhooks } from './operate.ts'
import type { ServedPage } from './serve-page.ts'

const OPTIONS = {
  data: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8000' },
  'allow-network': { type: 'boolean', default: false },
  capability: { type: 'string' },
  'rate-minute': { type: 'string', default: String(STANDARD_RATES.perMinute) },
  'rate-hour': { type: 'string', default: String(STANDARD_RATES.perHour) },
  'max-upload': { type: 'string', default: '100' },
  threads: { type: 'string' },
  'keep-days': { type: 'string' },
  libraries: { type: 'string' },
  'take-projects': { type: 'boolean', default: false },
  ui: { type: 'boolean', default: false },
} as const

const wholeNumber = (option: string, text: string, least: number, most: number): number => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UsageError(`--${option} must be a number from ${least} to ${most}; got "${text}"`)
  return value
}

const MB = 1024 * 1024

/** Beyond this computer only with a flag and a key: whoever reaches an open port could otherwise try. */
const insistOnSafety = async (host: string, allowed: boolean, data: string | undefined): Promise<void> => {
  if (isLoopback(host)) return
  if (!allowed) throw new UsageError(`--host ${host} can be reached from other computers; add --allow-network if that is meant`)
  const inForce = await withStore(data, ({ keys }) => keys.list().filter((key) => key.revokedAt === null).length)
  if (inForce === 0) throw new UsageError(`--host ${host} needs a key first: boardproof keys create`)
}

/** The page is asked for with the service: without it neither stays. */
const openPage = async (service: RunningService, data: string): Promise<ServedPage> => {
  try {
    const { servePage } = await import('./serve-page.ts')
    return await servePage(data)
  } catch (error) {
    await service.close()
    throw error
  }
}

const serve = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseCall(args, OPTIONS)
  if (positionals.length)
    throw new UsageError(`boardproof serve takes orders, move and webhooks beside its options; got "${positionals[0]}"`)
  const { host } = values
  const port = wholeNumber('port', values.port, 0, 65535)
  const libraries = values.libraries ?? null
  if (libraries !== null && !existsSync(libraries)) throw new UsageError(`there is no folder ${libraries}`)
  await insistOnSafety(host, values['allow-network'], values.data)
  const started = await startService({
    data: dataFolder(values.data),
    host,
    port,
    capability: capabilityNamed(values.capability),
    log: serviceLog(process.stderr),
    sealer: commandSealer(),
    librepcb: { takesProjects: isLoopback(host) || values['take-projects'], libraries },
    rates: {
      perMinute: wholeNumber('rate-minute', values['rate-minute'], 1, 1_000_000_000),
      perHour: wholeNumber('rate-hour', values['rate-hour'], 1, 1_000_000_000),
    },
    maxUploadBytes: wholeNumber('max-upload', values['max-upload'], 1, 512) * MB,
    keepDays: values['keep-days'] === undefined ? null : wholeNumber('keep-days', values['keep-days'], 1, 36_500),
    ...(values.threads === undefined ? {} : { threads: wholeNumber('threads', values.threads, 1, 64) }),
  })
  if (!started.ok) throw new UsageError(started.error.message)
  const service = started.value
  const page = values.ui ? await openPage(service, dataFolder(values.data)) : null
  process.stdout.write(`serving ${service.address}/api  (docs: ${service.address}/docs)\n`)
  if (page) process.stdout.write(`open ${page.address}\n`)
  await new Promise<void>((resolve) => {
    // Not once: a terminal and a launcher may both send it, and the second one must not cut the stop short.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
  await Promise.all([service.close(), page?.close()])
  return EXIT.fine
}

/** `boardproof serve [options]`, and the operator's `serve orders`, `serve move`, `serve webhooks`. */
export const runServe = (args: readonly string[]): Promise<number> => {
  const [name, ...rest] = args
  switch (name) {
    case 'orders':
      return listOrders(rest)
    case 'move':
      return moveOrder(rest)
    case 'webhooks':
      return runWebhooks(rest)
    default:
      return serve(args)
  }
}

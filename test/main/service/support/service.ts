import { onTestFinished } from 'vitest'
import { SCOPES, type Scope } from '#core/asap/endpoints.ts'
import { fallbackCapability } from '#core/capability/built-in.ts'
import { fileSealer } from '#main/secrets/sealer.ts'
import { createKey } from '#main/service/keys/api-key.ts'
import { serviceLog } from '#main/service/service-log.ts'
import { startService, type RunningService, type ServiceOptions } from '#main/service/start-service.ts'
import { serviceIds } from '#main/service/store/ids.ts'
import { openServiceStore } from '#main/service/store/service-store.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { join } from 'node:path'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The body as JSON; undefined for anything else. */
  readonly body: unknown
}

export interface CallOptions {
  /** Null: without the header. */
  readonly key?: string | null
  readonly json?: unknown
  readonly form?: FormData
  readonly headers?: Readonly<Record<string, string>>
}

export interface TestService {
  readonly data: string
  /** Lines of the log so far. */
  readonly log: readonly string[]
  address(): string
  /** A new key. */
  key(org?: string, scopes?: readonly Scope[]): Promise<{ id: string; key: string }>
  /** Calls with the standard key of organisation `acme`; paths begin at `/v1`. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>
  /** Moves the service's clock on. */
  later(ms: number): void
  /** Stops it and starts it again on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A very high rate: tests of everything else must not meet the limit. */
const NO_LIMIT = { perMinute: 1_000_000, perHour: 1_000_000 }

/** Starts the real service on loopback, in a folder of its own; every answer is held against its schema. It ends with the test file. */
export const aService = async (
  options: Partial<ServiceOptions> = {},
  onEnd: (stop: () => Promise<void>) => void = onTestFinished,
): Promise<TestService> => {
  const data = options.data ?? temporaryFolder()
  const log: string[] = []
  let offset = 0
  const ids = { ...serviceIds, now: () => Date.now() + offset }
  const settings: ServiceOptions = {
    data,
    host: '127.0.0.1',
    port: 0,
    capability: fallbackCapability(),
    log: serviceLog({ write: (line: string) => log.push(line) }),
    sealer: fileSealer(join(data, 'key')),
    librepcb: { takesProjects: true, libraries: null },
    rates: NO_LIMIT,
    threads: 1,
    verifyAnswers: true,
    ids,
    ...options,
  }
  const start = async (): Promise<RunningService> => {
    const started = await startService(settings)
    if (!started.ok) throw new Error(started.error.message)
    return started.value
  }
  let service = await start()
  const makeKey = async (org = 'acme', scopes: readonly Scope[] = SCOPES): Promise<{ id: string; key: string }> => {
    const opened = await openServiceStore(data)
    if (!opened.ok) throw new Error(opened.error.message)
    try {
      return createKey(opened.value.keys, { label: 'test', orgId: org, userId: 'ada', scopes })
    } finally {
      opened.value.close()
    }
  }
  const { key: standard } = await makeKey()
  onEnd(() => service.close())
  return {
    data,
    log,
    address: () => service.address,
    key: makeKey,
    async call(method, path, { key = standard, json, form, headers = {} } = {}) {
      const reply = await fetch(`${service.address}/api${path}`, {
        method,
        headers: {
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(form ? { body: form } : json === undefined ? {} : { body: JSON.stringify(json) }),
      })
      const text = await reply.text()
      const isJson = reply.headers.get('content-type')?.startsWith('application/json')
      return { status: reply.status, headers: reply.headers, body: isJson ? (JSON.parse(text) as unknown) : undefined }
    },
    later: (ms) => void (offset += ms),
    async restart() {
      await service.close()
      service = await start()
    },
    stop: () => service.close(),
  }
}

/** @returns a multipart body with one package and texts */
export const formWith = (zip: Uint8Array<ArrayBuffer> | null, texts: Readonly<Record<string, string>> = {}, name = 'amp.zip'): FormData => {
  const form = new FormData()
  if (zip) form.set('file', new Blob([zip], { type: 'application/zip' }), name)
  for (const [part, text] of Object.entries(texts)) form.set(part, text)
  return form
}

/** @returns the code of a failure's body */
export const codeOf = ({ body }: Answer): string | undefined => (body as { detail?: { code?: string } } | undefined)?.detail?.code

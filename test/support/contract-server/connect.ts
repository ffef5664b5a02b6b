import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ProviderAccount } from '#core/provider/provider.ts'
import { httpOut, type HttpLimits, type HttpOut } from '#main/provider/http-out.ts'
import { existsSync } from 'node:fs'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** @returns the contract's file beside the checkout, null where it is absent: tests that need it are skipped then, visibly */
export const contractPath = (provider: string): string | null => {
  const path = join(root, '..', 'shared', 'contracts', `${provider}.json`)
  return existsSync(path) ? path : null
}

/** An account for a test: its secret and clock are seen and moved from outside. */
export interface TestAccount extends ProviderAccount {
  readonly kept: { secret: string | null; now: number }
  close(): void
}

/** An account at a server, with the application's own way out. */
export const testAccount = (baseUrl: string, secret: string | null = null, limits: Partial<HttpLimits> = {}): TestAccount => {
  const kept = { secret, now: 0 }
  const http: HttpOut = httpOut({ idleMs: 5000, ...limits })
  return {
    baseUrl,
    locale: 'de-DE',
    secret: () => Promise.resolve(kept.secret),
    renew: (renewed) => {
      kept.secret = renewed
      return Promise.resolve()
    },
    http,
    clock: () => kept.now,
    kept,
    close: () => http.close(),
  }
}

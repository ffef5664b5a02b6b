import { onTestFinished } from 'vitest'
import type { ProviderAccount } from '#core/provider/provider.ts'
import { httpOut } from '#main/provider/http-out.ts'

/** An account at a server, over the real way out. */
export const anAccount = (baseUrl: string, change: Partial<ProviderAccount> = {}): ProviderAccount => {
  const http = httpOut({ idleMs: 3000, totalMs: 5000 })
  onTestFinished(() => http.close())
  return {
    baseUrl,
    secret: () => Promise.resolve('key-of-the-test'),
    renew: () => Promise.resolve(),
    http,
    clock: () => performance.now(),
    locale: 'en',
    ...change,
  }
}

import { err, ok, type Result } from '#core/base/result.ts'
import { openAddress } from './open-address.ts'
import type { ProviderService, ServiceFailure } from './provider-service.ts'

/** Sign-ins by the browser that wait for their way back, one for each account. */
export interface BrowserSignIns {
  /** @returns the address to open once the listener is there; how it ends is told by the account's state */
  begin(account: string): Promise<Result<{ address: string; isOpened: boolean }, ServiceFailure>>
  end(account: string): void
  endAll(): void
}

export const browserSignIns = (service: ProviderService, open: (address: string) => Promise<boolean> = openAddress): BrowserSignIns => {
  const waiting = new Map<string, AbortController>()
  const end = (account: string): void => {
    waiting.get(account)?.abort()
    waiting.delete(account)
  }
  return {
    async begin(account) {
      end(account)
      const stop = new AbortController()
      waiting.set(account, stop)
      let tell: (begun: Result<{ address: string; isOpened: boolean }, ServiceFailure>) => void = () => undefined
      const begun = new Promise<Result<{ address: string; isOpened: boolean }, ServiceFailure>>((resolve) => (tell = resolve))
      const onAddress = async (address: string): Promise<boolean> => {
        tell(ok({ address, isOpened: await open(address) }))
        // Where no browser could be opened the page shows the address.
        return true
      }
      void service.signInByBrowser(account, onAddress, stop.signal).then((result) => {
        if (waiting.get(account) === stop) waiting.delete(account)
        // Before the listener was there; later nobody waits for this any more.
        if (!result.ok) tell(err(result.error))
      })
      return begun
    },
    end,
    endAll: () => [...waiting.keys()].forEach(end),
  }
}

/** The part of the Trusted Types interface that is used; not every browser has it. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string; createScriptURL(address: string): string }): unknown
}

/**
 * Allows what the page needs under `require-trusted-types-for 'script'` and nothing else: emptying an element (the
 * screen-reader announcer does) and starting the page's own workers.
 */
export const allowOwnCodeOnly = (): void => {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes
  factory?.createPolicy('default', {
    createHTML(text) {
      if (text === '') return ''
      throw new TypeError('text must not become markup')
    },
    createScriptURL(address) {
      if (new URL(address, location.href).origin === location.origin) return address
      throw new TypeError('only own workers may be started')
    },
  })
}

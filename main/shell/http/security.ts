import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Sent with everything that is served, in both shells. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
}

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/

/**
 * Whether a request was addressed to this machine by a loopback name (a foreign name that leads here is another site's
 * trick) and, where it says so, comes from a page of this very address. What changes something must say so.
 */
export const isFromOwnPage = (headers: IncomingHttpHeaders, mustSayOrigin: boolean): boolean => {
  const { host, origin } = headers
  if (host === undefined || !LOOPBACK_HOST.test(host)) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return origin === undefined ? !mustSayOrigin : origin === `http://${host}`
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
const newSecret = (): string => randomBytes(32).toString('base64url')

const KEY_MS = 10 * 60 * 1000

/** Lets a browser in: a key in an address works once and gives a cookie; the cookie lets every further request in. */
export class Entrance {
  readonly #cookieName: string
  readonly #now: () => number
  readonly #keys = new Map<string, { readonly made: number; token: string | null }>()
  readonly #tokens = new Set<string>()

  /** @param port sets the cookies of two instances apart: cookies do not know ports */
  constructor(port: number, now: () => number = Date.now) {
    this.#cookieName = `boardproof-${port}`
    this.#now = now
  }

  newKey(): string {
    const key = newSecret()
    this.#keys.set(key, { made: this.#now(), token: null })
    return key
  }

  /**
   * @returns the `Set-Cookie` value for the first use of a key, null when the key is not valid. A second use by someone
   * without the cookie means that an address leaked: the first one is locked out, too
   */
  enter(key: string, cookies: string | undefined): string | null {
    const found = [...this.#keys].find(([known]) => isSame(known, key))?.[1]
    if (!found || this.#now() - found.made > KEY_MS) return null
    if (found.token !== null) {
      if (this.#tokenIn(cookies) === found.token) return this.#cookie(found.token)
      this.#tokens.delete(found.token)
      return null
    }
    found.token = newSecret()
    this.#tokens.add(found.token)
    return this.#cookie(found.token)
  }

  isIn(cookies: string | undefined): boolean {
    return this.#tokenIn(cookies) !== null
  }

  #cookie(token: string): string {
    return `${this.#cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`
  }

  #tokenIn(cookies: string | undefined): string | null {
    const given = cookies?.split(';').map((c) => c.trim().split('=')).find(([name]) => name === this.#cookieName)?.[1]
    if (!given) return null
    return [...this.#tokens].find((token) => isSame(token, given)) ?? null
  }
}

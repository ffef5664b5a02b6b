import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const secret = (): string => randomBytes(32).toString('base64url')

/** Compares without telling by the time how much was right. */
const same = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/**
 * Who may talk to the page server: only a page that came in by a one-time address, only under the server's own name,
 * only from its own pages. A site that guesses the port, a rebound name and a second user of the machine get nothing.
 */
export interface Access {
  /** @returns the path of a fresh one-time address */
  invite(): string
  /** Uses up an invitation. @returns the cookie to set, or null when it is unknown or was used */
  enter(invitation: string): string | null
  /** The request names this server and no other. */
  isOwnHost(request: IncomingMessage): boolean
  /** The request carries the cookie of a page that was let in. */
  isKnown(request: IncomingMessage): boolean
  /** The request was made by this server's own page, not by another site. `strict`: it must say so. */
  isOwnPage(request: IncomingMessage, strict: boolean): boolean
}

export const ENTRANCE = '/enter/'
/** Where a second start of the application asks the first for a page. */
export const SECOND_START = '/second-start'
const KEPT_INVITATIONS = 20

/** @param port where the server listens; asked when it is needed, because a free port is known late */
export const accessFor = (port: () => number): Access => {
  // Cookies know no ports: the name keeps two servers apart.
  const cookie = (): string => `boardproof-${port()}`
  const key = secret()
  const open: string[] = []
  return {
    invite() {
      open.push(secret())
      if (open.length > KEPT_INVITATIONS) open.shift()
      return ENTRANCE + open.at(-1)!
    },
    enter(invitation) {
      const place = open.findIndex((known) => same(known, invitation))
      if (place < 0) return null
      open.splice(place, 1)
      return `${cookie()}=${key}; HttpOnly; SameSite=Strict; Path=/`
    },
    isOwnHost: ({ headers }) => headers.host === `127.0.0.1:${port()}` || headers.host === `localhost:${port()}`,
    isKnown: ({ headers }) =>
      (headers.cookie ?? '').split(';').some((part) => {
        const [name, value = ''] = part.trim().split('=')
        return name === cookie() && same(value, key)
      }),
    isOwnPage({ headers }, strict) {
      const site = headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
      return headers.origin === undefined ? !strict : headers.origin === `http://${headers.host}`
    },
  }
}

import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { err, ok, type Result } from '#core/base/result.ts'
import type { Cancel } from '#core/provider/http.ts'

export type SignInError =
  | { readonly code: 'cancelled'; readonly message: string }
  | { readonly code: 'timed-out'; readonly message: string }
  | { readonly code: 'no-browser'; readonly message: string }

export interface LoopbackSignIn {
  /** Shown in the browser. */
  readonly providerName: string
  /** The address to open for a redirect address. */
  addressFor(redirectUri: string): string
  /** Opens an address in the user's browser. @returns false when that is not possible */
  open(address: string): Promise<boolean>
  readonly cancel: Cancel | null
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 5 * 60_000
/** Longer tokens are none. */
const MOST_TOKEN_CHARACTERS = 16 * 1024
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'",
  connection: 'close',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const page = (response: ServerResponse, status: number, title: string, text: string): Promise<void> =>
  new Promise((resolve) => {
    const body = `<!doctype html><meta charset="utf-8"><title>${escape(title)}</title><h1>${escape(title)}</h1><p>${escape(text)}</p>`
    response.writeHead(status, HEADERS).end(body, () => resolve())
    response.on('close', () => resolve())
  })

const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Signs in by the browser: a listener on loopback waits for the provider to come back with `?token=`. Its path holds a
 * secret of its own, so that no other page can hand in a token; it answers one request and is closed then, whatever happens.
 * @returns the token
 */
export const loopbackSignIn = async (options: LoopbackSignIn): Promise<Result<string, SignInError>> => {
  const { providerName, cancel } = options
  // In the path, not in the query: the provider appends its own query to the redirect address.
  const path = `/${randomBytes(24).toString('base64url')}`
  const stopped = { code: 'cancelled', message: 'The sign-in was stopped.' } as const
  if (cancel?.aborted) return err(stopped)

  let settle: (result: Result<string, SignInError>) => void = () => undefined
  const result = new Promise<Result<string, SignInError>>((resolve) => (settle = resolve))
  let host = ''
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${host}`)
    const token = url.searchParams.get('token')
    const isOurs = request.method === 'GET' && request.headers.host === host && isSame(url.pathname, path)
    if (!isOurs) return void page(response, 404, 'Nothing here', 'This address is only for signing in to Boardproof.')
    if (!token || token.length > MOST_TOKEN_CHARACTERS || !/^[\x21-\x7e]+$/.test(token))
      return void page(response, 400, 'Not signed in', `${providerName} came back without a token. Start again in Boardproof.`)
    void page(response, 200, 'Signed in', `Boardproof is signed in to ${providerName}. You can close this window.`).then(() =>
      settle(ok(token)),
    )
  })
  const stop = (): void => settle(err(stopped))
  cancel?.addEventListener('abort', stop)
  const timer = setTimeout(
    () => settle(err({ code: 'timed-out', message: `${providerName} did not come back in time. Start again.` })),
    options.timeoutMs ?? TIMEOUT_MS,
  )
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    if (!(await options.open(options.addressFor(`http://${host}${path}`))))
      settle(err({ code: 'no-browser', message: 'No browser could be opened.' }))
    return await result
  } finally {
    clearTimeout(timer)
    cancel?.removeEventListener('abort', stop)
    server.close()
    server.closeAllConnections()
  }
}

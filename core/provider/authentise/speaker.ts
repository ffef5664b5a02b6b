import { err, ok } from '#core/base/result.ts'
import { utf8Bytes } from '#core/base/utf8.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, ProviderAccount } from '#core/provider/provider.ts'
import { baseOf, isSecure, originOf } from '#core/provider/wire/address.ts'
import { fieldErrors } from '#core/provider/wire/field-errors.ts'
import { firstText, textIn } from '#core/provider/wire/fields.ts'
import { base64Of, jsonOf } from '#core/provider/wire/json.ts'
import { sendPlain, type Speaker } from '#core/provider/wire/send.ts'

/** Sessions and tokens live at a server of their own where the data is at `data.`; elsewhere at the same one. */
export const loginBase = (base: string): string => baseOf(base).replace(/^(https?:\/\/)data\./i, '$1users.')

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/**
 * @returns whether a link may be followed with the credentials: the same server, or a sister of it (`data.example.org` and
 * `users.example.org`)
 */
export const isOwnServer = (base: string, address: string): boolean => {
  const [own, other] = [originOf(base), originOf(address)]
  if (own === null || other === null || !isSecure(address)) return false
  if (own === other) return true
  const domain = /^https:\/\/[^.]+\.((?:[^.]+\.)+[^.:]+)(:\d+)?$/.exec(own)
  return domain !== null && new RegExp(`^https://[^./]+\\.${domain[1]!.replace(/\./g, '\\.')}${domain[2] ?? ''}$`).test(other)
}

const headersOf = (secret: string): Readonly<Record<string, string>> => {
  const isToken = UUID.test(secret.split(':')[0]!) && secret.includes(':')
  return isToken ? { authorization: `Basic ${base64Of(utf8Bytes(secret))}` } : { cookie: `session=${secret}` }
}

/** How Authentise is spoken to: a session cookie, or an API token (`uuid:secret`) as HTTP Basic. Errors have no agreed body. */
export const authentiseSpeaker = (account: ProviderAccount): Speaker => ({
  name: 'Authentise',
  account,
  async credentials() {
    const secret = await account.secret()
    return secret === null ? err({ code: 'signed-out', message: 'Authentise asks to sign in.' }) : ok(headersOf(secret))
  },
  refusal: (body) => ({
    reason: textIn(body, 'code'),
    message: typeof body === 'object' && body !== null ? firstText({ ...body }, ['message', 'title', 'error', 'detail']) : null,
    fields: fieldErrors(body),
  }),
})

const sessionOf = (headers: Readonly<Record<string, string>>): string | null =>
  /(?:^|[,;]\s*)session=([^;,\s]+)/.exec(headers['set-cookie'] ?? '')?.[1] ?? null

/**
 * Signs in with a name and a password, or with an API token whose id is given as the name.
 * @returns the secret to keep: a session key, or `uuid:secret`
 */
export const signIn = async (account: ProviderAccount, username: string, password: string, cancel: Cancel | null): Answer<string> => {
  if (UUID.test(username)) return ok(`${username}:${password}`)
  const speaker = authentiseSpeaker(account)
  const request = {
    method: 'POST' as const,
    url: `${loginBase(account.baseUrl)}/sessions/`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ logon_type: 'password', username, password }),
  }
  const reply = await sendPlain(speaker, request, cancel)
  if (!reply.ok) {
    if (reply.error.code !== 'signed-out') return reply
    return err({ code: 'rejected', reason: 'wrong-credentials', status: 401, message: 'Authentise does not know this name and password.' })
  }
  const json = jsonOf(reply.value.body)
  const session = sessionOf(reply.value.headers) ?? (json.ok ? textIn(json.value, 'session') : null)
  if (session !== null) return ok(session)
  return err({ code: 'rejected', reason: 'unexpected-answer', status: reply.value.status, message: 'Authentise sent no session.' })
}

import { z } from 'zod'
import { ok, err, type Result } from '#core/base/result.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, ProviderAccount } from '#core/provider/provider.ts'
import { callEndpoint, type Speaker } from '#core/provider/wire/send.ts'
import { postAuthLogin, postAuthRefresh } from './generated/session.ts'

/** The secret of an account: both tokens. Access lasts minutes, refresh days. */
const tokens = z.object({ access: z.string().min(1), refresh: z.string().min(1) })
export type Tokens = z.infer<typeof tokens>

const SIGNED_OUT: ProviderFailure = { code: 'signed-out', message: 'Batchivo asks to sign in.' }

export const writeTokens = ({ access_token, refresh_token }: { access_token: string; refresh_token: string }): string =>
  JSON.stringify({ access: access_token, refresh: refresh_token } satisfies Tokens)

export const bearer = ({ access }: Tokens): Readonly<Record<string, string>> => ({ authorization: `Bearer ${access}` })

/** @fails `signed-out` when there are no tokens or they are not ours */
export const readTokens = async (account: ProviderAccount): Answer<Tokens> => {
  const secret = await account.secret()
  if (secret === null) return err(SIGNED_OUT)
  try {
    const parsed = tokens.safeParse(JSON.parse(secret))
    return parsed.success ? ok(parsed.data) : err(SIGNED_OUT)
  } catch {
    return err(SIGNED_OUT)
  }
}

/** @returns the secret to keep. @fails `rejected` with `INVALID_CREDENTIALS` for a wrong e-mail or password */
export const signIn = async (speaker: Speaker, email: string, password: string, cancel: Cancel | null): Answer<string> => {
  const reply = await callEndpoint(speaker, postAuthLogin, { body: { email, password } }, cancel)
  if (reply.ok) return ok(writeTokens(reply.value))
  if (reply.error.code !== 'signed-out') return reply
  return err({ code: 'rejected', reason: 'INVALID_CREDENTIALS', status: 401, message: reply.error.message })
}

/**
 * Renews tokens, once at a time: requests that find the access token too old together wait for the same renewal, because a
 * refresh token is worth nothing after its use.
 */
export const tokenRenewal = (account: ProviderAccount, speaker: () => Speaker) => {
  let running: Promise<Result<boolean, ProviderFailure>> | null = null
  const renew = async (cancel: Cancel | null): Answer<boolean> => {
    const current = await readTokens(account)
    if (!current.ok) return ok(false)
    const reply = await callEndpoint(speaker(), postAuthRefresh, { body: { refresh_token: current.value.refresh } }, cancel)
    if (!reply.ok) return reply.error.code === 'signed-out' ? ok(false) : reply
    await account.renew(writeTokens(reply.value))
    return ok(true)
  }
  return async (refused: Readonly<Record<string, string>>, cancel: Cancel | null): Answer<boolean> => {
    if (running) return running
    const current = await readTokens(account)
    if (!current.ok) return ok(false)
    // A request that was on its way while the tokens were renewed.
    if (bearer(current.value)['authorization'] !== refused['authorization']) return ok(true)
    running ??= renew(cancel).finally(() => (running = null))
    return running
  }
}

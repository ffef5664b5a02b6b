import { err, ok } from '#core/base/result.ts'
import type { Answer, ProviderAccount } from '#core/provider/provider.ts'
import { textIn } from '#core/provider/wire/fields.ts'
import type { Speaker } from '#core/provider/wire/send.ts'

/** How CircuitHub is spoken to: a bearer token, errors as `{ error, code }`. */
export const circuithubSpeaker = (account: ProviderAccount): Speaker => ({
  name: 'CircuitHub',
  account,
  async credentials() {
    const token = await account.secret()
    return token === null ? err({ code: 'signed-out', message: 'CircuitHub asks to sign in.' }) : ok({ authorization: `Bearer ${token}` })
  },
  refusal: (body) => ({ reason: textIn(body, 'code'), message: textIn(body, 'error') }),
})

/** Subjects that are announced: a server has all calls of one or none. */
export type PlannedSubject = 'quotes' | 'issues' | 'billing'

/** What is known of announced calls. */
export interface PlannedCalls {
  /**
   * Makes an announced call. A 404 means that the server does not have it, unless the server is known to have the subject:
   * then what was asked for does not exist.
   * @param probe a call of the subject that no server answers with 404 when it has it
   */
  ask<T>(subject: PlannedSubject, call: () => Answer<T>, probe?: () => Answer<unknown>): Answer<T>
}

export const plannedCalls = (): PlannedCalls => {
  const served = new Set<PlannedSubject>()
  return {
    async ask(subject, call, probe) {
      const reply = await call()
      if (reply.ok) served.add(subject)
      if (reply.ok || reply.error.code !== 'not-offered') return reply
      if (!served.has(subject) && probe && (await probe()).ok) served.add(subject)
      return served.has(subject)
        ? err({ code: 'rejected', reason: 'NOT_FOUND', status: 404, message: 'CircuitHub does not have what was asked for.' })
        : reply
    },
  }
}

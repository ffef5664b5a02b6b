import { err, ok } from '#core/base/result.ts'
import type { Cancel, HttpRequest, HttpResponse } from '#core/provider/http.ts'
import type { Answer } from '#core/provider/provider.ts'
import { resolveLink } from './address.ts'
import { sendPlain, type Speaker } from './send.ts'

const MOST_REDIRECTS = 5
const REDIRECTS = [301, 302, 303, 307, 308]

/** Reads an address that needs no credentials, wherever it leads; redirects are followed to encrypted addresses only. */
export const fetchPublic = async (
  speaker: Speaker,
  address: string,
  cancel: Cancel | null,
  headers: Readonly<Record<string, string>> = {},
  onReceived?: HttpRequest['onReceived'],
): Answer<HttpResponse> => {
  let url = address
  for (let k = 0; k <= MOST_REDIRECTS; k++) {
    const reply = await sendPlain(
      speaker,
      { method: 'GET', url, headers, body: null, ...(onReceived ? { onReceived } : {}) },
      cancel,
      REDIRECTS,
    )
    if (!reply.ok || !REDIRECTS.includes(reply.value.status)) return reply
    const next = resolveLink(url, reply.value.headers['location'] ?? '')
    if (next === null)
      return err({ code: 'rejected', reason: 'bad-redirect', status: reply.value.status, message: `${speaker.name} redirects to nowhere.` })
    url = next
  }
  return err({ code: 'rejected', reason: 'endless-redirect', status: 0, message: `${speaker.name} redirects without end.` })
}

/** @returns the bytes of a public address that answers with success */
export const downloadPublic = async (
  speaker: Speaker,
  address: string,
  cancel: Cancel | null,
  onReceived?: HttpRequest['onReceived'],
): Answer<Uint8Array> => {
  const reply = await fetchPublic(speaker, address, cancel, {}, onReceived)
  return reply.ok ? ok(reply.value.body) : reply
}

import { err, ok, type Result } from '#core/base/result.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel, HttpRequest, HttpResponse } from '#core/provider/http.ts'
import type { Answer, ProviderAccount } from '#core/provider/provider.ts'
import { baseOf, resolveLink } from '#core/provider/wire/address.ts'
import { jsonOf } from '#core/provider/wire/json.ts'
import { sendPlain, sendSigned } from '#core/provider/wire/send.ts'
import { listQuery, type ListChoice } from './list-query.ts'
import type { Calls, NewOf, Resource, RowOf } from './resource.ts'
import { readList, readRow, type ReadList, type ReadRow } from './rows.ts'
import { authentiseSpeaker, isOwnServer, loginBase } from './speaker.ts'

/** Resources whose calls go to the login server. */
const AT_LOGIN = ['/sessions/', '/api_tokens/']
const PAGE_ROWS = 100
const MOST_PAGES = 200

/** Values for the `{…}` places of a path, in their order. */
export type Places = readonly string[]

/** What a creation answers: mostly addresses and an empty body. */
export interface Made {
  /** The new object. */
  readonly uri: string | null
  /** Where its bytes are to be sent. */
  readonly uploadTo: string | null
  /** The model that was made along with it. */
  readonly modelUri: string | null
  readonly body: unknown
}

type With<K extends keyof Calls> = Resource<Calls & Readonly<Record<K, string>>>

/** Every resource of the contract, by list, read and creation as far as it has them; links followed as they come. */
export interface AuthentiseClient {
  list<R extends With<'list'>>(resource: R, choice: ListChoice, places: Places, cancel: Cancel | null): Answer<ReadList<R>>
  /** Rows over all pages, at most `most`. */
  all<R extends With<'list'>>(resource: R, choice: ListChoice, most: number, cancel: Cancel | null): Answer<readonly RowOf<R>[]>
  get<R extends With<'get'>>(resource: R, places: Places, cancel: Cancel | null): Answer<ReadRow<R, 'g'>>
  /** Reads the one object that the resource is. */
  read<R extends With<'read'>>(resource: R, places: Places, cancel: Cancel | null): Answer<ReadRow<R, 'g'>>
  /** Reads what a link leads to. @fails `rejected` with `foreign-link` for a link to another service */
  follow<R extends Resource>(resource: R, uri: string, cancel: Cancel | null): Answer<ReadRow<R, 'g'>>
  create<R extends With<'create'>>(resource: R, input: NewOf<R>, places: Places, cancel: Cancel | null): Answer<Made>
  /** Changes what a link leads to; named in the reference's text for some resources. */
  change<R extends Resource>(resource: R, uri: string, changes: Readonly<Record<string, unknown>>, cancel: Cancel | null): Answer<null>
  remove(resource: Resource, uri: string, cancel: Cancel | null): Answer<null>
  /** A further call of a resource, such as `clone`. */
  act(
    resource: Resource,
    name: string,
    places: Places,
    input: Readonly<Record<string, unknown>> | null,
    cancel: Cancel | null,
  ): Answer<Made>
  /** Sends bytes to the address that a creation gave. */
  upload(uploadTo: string, bytes: Uint8Array, cancel: Cancel | null, onProgress?: (sent: number, total: number) => void): Answer<null>
}

const fill = (path: string, places: Places): string => {
  let k = 0
  return path.replace(/\{\w+\}/g, () => {
    const place = places[k++]
    if (place === undefined) throw new Error(`${path} needs ${k} places`)
    return encodeURIComponent(place)
  })
}

/** @returns the last part of a link: the id of what it leads to */
export const idOf = (uri: string): string =>
  uri
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1) ?? ''

const unexpected = (status: number): Result<never, ProviderFailure> =>
  err({ code: 'rejected', reason: 'unexpected-answer', status, message: 'Authentise answered differently than agreed.' }) as Result<
    never,
    ProviderFailure
  >

export const authentiseClient = (account: ProviderAccount): AuthentiseClient => {
  const speaker = authentiseSpeaker(account)
  const base = (resource: Resource): string => (AT_LOGIN.includes(resource.path) ? loginBase(account.baseUrl) : baseOf(account.baseUrl))

  const send = (method: HttpRequest['method'], url: string, input: unknown, cancel: Cancel | null): Answer<HttpResponse> => {
    const type: Readonly<Record<string, string>> = input === null ? {} : { 'content-type': 'application/json' }
    const body = input === null ? null : JSON.stringify(input)
    return sendSigned(speaker, { method, url, headers: { accept: 'application/json', ...type }, body }, cancel)
  }
  const readAt = async <R extends Resource>(resource: R, url: string, cancel: Cancel | null): Answer<ReadRow<R, 'g'>> => {
    const reply = await send('GET', url, null, cancel)
    if (!reply.ok) return reply
    const json = jsonOf(reply.value.body)
    const row = json.ok ? readRow(resource, 'g', json.value) : null
    return row ? ok(row) : unexpected(reply.value.status)
  }
  const made = async (method: HttpRequest['method'], url: string, input: unknown, cancel: Cancel | null): Answer<Made> => {
    const reply = await send(method, url, input, cancel)
    if (!reply.ok) return reply
    const { headers, body } = reply.value
    const json = jsonOf(body)
    const link = (...names: readonly string[]): string | null => {
      const found = names.map((name) => headers[name]).find((value) => value)
      return found ? resolveLink(account.baseUrl, found) : null
    }
    return ok({
      uri: link('location', 'x-location'),
      uploadTo: link('x-upload-location'),
      modelUri: link('model-location'),
      body: json.ok ? (json.value ?? null) : null,
    })
  }
  const own = (uri: string): Result<string, ProviderFailure> => {
    const url = resolveLink(account.baseUrl, uri)
    if (url !== null && isOwnServer(account.baseUrl, url)) return ok(url)
    return err({ code: 'rejected', reason: 'foreign-link', status: 0, message: 'The link leads to another service.' })
  }
  const verb = async (method: 'PUT' | 'DELETE', resource: Resource, uri: string, input: unknown, cancel: Cancel | null): Answer<null> => {
    if (!resource.verbs.includes(method)) return err({ code: 'not-offered', message: `Authentise: ${resource.path} cannot be changed so.` })
    const url = own(uri)
    if (!url.ok) return url
    const reply = await send(method, url.value, input, cancel)
    return reply.ok ? ok(null) : reply
  }

  const list: AuthentiseClient['list'] = async (resource, choice, places, cancel) => {
    const reply = await send('GET', `${base(resource)}${fill(resource.calls.list, places)}${listQuery(choice)}`, null, cancel)
    if (!reply.ok) return reply
    const json = jsonOf(reply.value.body)
    const read = json.ok ? readList(resource, json.value) : null
    return read ? ok(read) : unexpected(reply.value.status)
  }

  return {
    list,
    async all(resource, choice, most, cancel) {
      const rows: RowOf<typeof resource>[] = []
      let firstOfLast: string | null = null
      for (let k = 0; k < MOST_PAGES && rows.length < most; k++) {
        const limit = Math.min(PAGE_ROWS, most - rows.length)
        const page = await list(resource, { ...choice, offset: rows.length, limit }, [], cancel)
        if (!page.ok) return page
        const first = JSON.stringify(page.value.rows[0]?.row ?? null)
        // The reference names no paging: a server that knows another one sends the same page again.
        if (page.value.rows.length === 0 || first === firstOfLast) break
        firstOfLast = first
        rows.push(...page.value.rows.map(({ row }) => row))
        if (page.value.total !== null ? rows.length >= page.value.total : page.value.rows.length !== limit) break
      }
      return ok(rows.slice(0, most))
    },
    get: (resource, places, cancel) => readAt(resource, `${base(resource)}${fill(resource.calls.get, places)}`, cancel),
    read: (resource, places, cancel) => readAt(resource, `${base(resource)}${fill(resource.calls.read, places)}`, cancel),
    async follow(resource, uri, cancel) {
      const url = own(uri)
      return url.ok ? readAt(resource, url.value, cancel) : url
    },
    create: (resource, input, places, cancel) =>
      made('POST', `${base(resource)}${fill(resource.calls.create, places)}`, Object.keys(input).length > 0 ? input : null, cancel),
    change: (resource, uri, changes, cancel) => verb('PUT', resource, uri, changes, cancel),
    remove: (resource, uri, cancel) => verb('DELETE', resource, uri, null, cancel),
    act(resource, name, places, input, cancel) {
      const extra = resource.extras[name]
      if (!extra) return Promise.resolve(err({ code: 'not-offered', message: `Authentise: ${resource.path} has no ${name}.` }))
      return made(extra.method as HttpRequest['method'], `${base(resource)}${fill(extra.path, places)}`, input, cancel)
    },
    async upload(uploadTo, bytes, cancel, onProgress) {
      const headers = { 'content-type': 'application/octet-stream' }
      const request = { method: 'PUT' as const, url: uploadTo, headers, body: bytes, ...(onProgress ? { onSent: onProgress } : {}) }
      const reply = await sendPlain(speaker, request, cancel)
      return reply.ok ? ok(null) : reply
    },
  }
}

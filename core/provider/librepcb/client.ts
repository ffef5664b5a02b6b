import { err, ok } from '#core/base/result.ts'
import { sha256Hex } from '#core/builder/sha256.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel, HttpRequest } from '#core/provider/http.ts'
import type { Answer, ProviderAccount } from '#core/provider/provider.ts'
import { isSameServer, isSecure, resolveLink } from '#core/provider/wire/address.ts'
import { downloadPublic, fetchPublic } from '#core/provider/wire/fetch-public.ts'
import { base64Of, jsonOf } from '#core/provider/wire/json.ts'
import { callEndpoint, conform, sendPlain, type Speaker } from '#core/provider/wire/send.ts'
import { getLibraries } from './generated/libraries.ts'
import { getOrder, postUploadUrl } from './generated/order.ts'
import { libraryOf, type Library } from './library.ts'

const MOST_PAGES = 500

const rejected = (reason: string, message: string): { ok: false; error: ProviderFailure } =>
  err({ code: 'rejected', reason, status: 0, message })

export interface OrderService {
  /** A short page about the service. */
  readonly infoUrl: string
  /** Null while the service is down. */
  readonly uploadUrl: string | null
  /** Bytes of the project file. */
  readonly maxBytes: number
}

/** Everything that a LibrePCB server offers. No account is needed. */
export interface LibrepcbClient {
  /** All libraries that a file format can read, over all pages. `format` is such as `1` or `0.1`. */
  libraries(format: string, cancel: Cancel | null): Answer<readonly Library[]>
  /** @returns the icon's bytes, null for a library without one */
  icon(library: Library, cancel: Cancel | null): Answer<Uint8Array | null>
  /** @fails `rejected` with `wrong-size` or `wrong-hash` when it is not what the list promised */
  download(library: Library, cancel: Cancel | null, onReceived?: HttpRequest['onReceived']): Answer<Uint8Array>
  orderService(cancel: Cancel | null): Answer<OrderService>
  /**
   * Hands a project over.
   * @param board path of the board file in the project, null for the project's own choice
   * @returns the page where the order goes on. @fails `rejected` with `service-down` or `project-too-large` before anything is sent
   */
  upload(
    project: Uint8Array,
    board: string | null,
    cancel: Cancel | null,
    onProgress?: (sent: number, total: number) => void,
  ): Answer<string>
}

export const librepcbClient = (account: ProviderAccount): LibrepcbClient => {
  const speaker: Speaker = {
    name: 'LibrePCB',
    account,
    credentials: () => Promise.resolve(ok({})),
    refusal: () => ({ reason: null, message: null }),
  }
  const language = { 'accept-language': account.locale.replace('-', '_') }

  const nextPage = async (link: string, cancel: Cancel | null) => {
    const url = resolveLink(account.baseUrl, link)
    if (url === null || !isSameServer(account.baseUrl, url)) return rejected('foreign-page', 'The list goes on at another server.')
    const reply = await fetchPublic(speaker, url, cancel, { accept: 'application/json', ...language })
    if (!reply.ok) return reply
    const json = jsonOf(reply.value.body)
    return conform(speaker.name, getLibraries.answer, json.ok ? json.value : null)
  }

  const orderService = async (cancel: Cancel | null): Answer<OrderService> => {
    const reply = await callEndpoint(speaker, getOrder, {}, cancel, language)
    if (!reply.ok) return reply
    const { info_url: infoUrl, upload_url: uploadUrl, max_size: maxBytes } = reply.value
    return ok({ infoUrl, uploadUrl: uploadUrl || null, maxBytes })
  }

  return {
    async libraries(format, cancel) {
      const found = new Map<string, Library>()
      const links = new Set<string>()
      let page = await callEndpoint(speaker, getLibraries, { params: { format }, query: {} }, cancel, language)
      for (let k = 0; k < MOST_PAGES; k++) {
        if (!page.ok) return page
        // A library that moved to the next page while they were read comes twice.
        for (const each of page.value.results) found.set(each.uuid, libraryOf(each, account.locale))
        const { next } = page.value
        if (next === null) return ok([...found.values()])
        if (links.has(next)) break
        links.add(next)
        page = await nextPage(next, cancel)
      }
      return rejected('endless-list', 'LibrePCB sent a list without end.')
    },
    async icon({ iconUrl }, cancel) {
      const url = iconUrl === null ? null : resolveLink(account.baseUrl, iconUrl)
      return url === null ? ok(null) : downloadPublic(speaker, url, cancel)
    },
    async download({ downloadUrl, downloadBytes, downloadSha256 }, cancel, onReceived) {
      const url = resolveLink(account.baseUrl, downloadUrl)
      if (url === null) return rejected('bad-address', 'The library has no address to download from.')
      const reply = await downloadPublic(speaker, url, cancel, onReceived)
      if (!reply.ok) return reply
      const bytes = reply.value
      if (downloadBytes !== null && bytes.length !== downloadBytes)
        return rejected('wrong-size', `The library has ${bytes.length} bytes, the list promised ${downloadBytes}. It was not kept.`)
      if (downloadSha256 !== null && sha256Hex(bytes) !== downloadSha256)
        return rejected('wrong-hash', 'The library is not the one that the list promised (SHA-256 differs). It was not kept.')
      return ok(bytes)
    },
    orderService,
    async upload(project, board, cancel, onProgress) {
      const service = await orderService(cancel)
      if (!service.ok) return service
      const { uploadUrl, maxBytes } = service.value
      if (uploadUrl === null) return rejected('service-down', 'The order service is down at the moment. Try again later.')
      if (project.length > maxBytes)
        return rejected('project-too-large', `The project has ${project.length} bytes; the service takes ${maxBytes}.`)
      const url = resolveLink(account.baseUrl, uploadUrl)
      if (url === null) return rejected('bad-address', 'The order service named no address to upload to.')
      const sent = {
        method: 'POST' as const,
        url,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...language },
        body: JSON.stringify({ project: base64Of(project), board }),
        ...(onProgress ? { onSent: onProgress } : {}),
      }
      const reply = await sendPlain(speaker, sent, cancel)
      if (!reply.ok) return reply
      const json = jsonOf(reply.value.body)
      const answer = conform(speaker.name, postUploadUrl.answer, json.ok ? json.value : null)
      if (!answer.ok) return answer
      const page = resolveLink(url, answer.value.redirect_url)
      return page !== null && isSecure(page) ? ok(page) : rejected('bad-address', 'The order service named no page to go on with.')
    },
  }
}

import type { Application } from '#main/services/application.ts'
import { dataRoutes } from './data-routes.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import { plainAnswer, type ShellAnswer } from './shell-answer.ts'
import { staticFiles } from './static-files.ts'

export const APP_SCHEME = 'app'
export const APP_ORIGIN = `${APP_SCHEME}://boardproof`

/** @returns true for an address inside the page that this application serves itself */
export const isOwnAddress = (address: string): boolean => URL.canParse(address) && address.startsWith(`${APP_ORIGIN}/`)

const nothing = async function* (): AsyncGenerator<Uint8Array> {}

const responseOf = ({ status, headers, body }: ShellAnswer): Response =>
  new Response(body as Uint8Array<ArrayBuffer> | string, { status, headers: { ...SECURITY_HEADERS, ...headers } })

/**
 * Answers the desktop window's own protocol: the built page and what travels as bytes, with the same headers and the same
 * limits as the loopback server.
 * @param page folder of the built page
 */
export const appProtocol = (application: Application, page: string) => {
  const { log } = application
  const files = staticFiles(page)
  const data = dataRoutes(application)
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (!isOwnAddress(request.url)) return responseOf(plainAnswer(403, 'This is not an address of Boardproof.'))
    try {
      const answer = await data({
        method: request.method,
        path: pathname,
        body: (request.body as AsyncIterable<Uint8Array> | null) ?? nothing(),
      })
      if (answer) return responseOf(answer)
      if (request.method !== 'GET') return responseOf(plainAnswer(405, 'Only GET.'))
      return responseOf((await files(pathname)) ?? plainAnswer(404, 'There is nothing here.'))
    } catch (error) {
      log.fault(`answering ${request.method} failed`, error)
      return responseOf(plainAnswer(500, 'Something went wrong in Boardproof. The log in the data folder says where.'))
    }
  }
}

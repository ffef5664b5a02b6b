import { err, ok } from '#core/base/result.ts'
import type { Provider, ProviderCapability, ProviderModule, PushedBoard, SignIn } from '#core/provider/provider.ts'
import { librepcbClient, type LibrepcbClient } from './client.ts'
import { CURRENT_FORMAT } from './formats.ts'

/** The provider with its own typed client, for the libraries. */
export interface LibrepcbProvider extends Provider {
  readonly client: LibrepcbClient
}

const SIGN_IN: SignIn = { kind: 'none' }
const CAPABILITIES: readonly ProviderCapability[] = ['boards', 'libraries']
const MEGABYTE = 1_000_000

/** The project file: the package itself when it is one, else the one that was given beside it. */
const projectOf = ({ packageName, packageBytes, options }: PushedBoard): Uint8Array | null => {
  if (/\.lppz$/i.test(packageName)) return packageBytes
  const given = options['project']
  return given instanceof Uint8Array ? given : null
}

/** LibrePCB: libraries, and ordering of a project by way of a page in the browser. */
export const provider: ProviderModule<LibrepcbProvider> = {
  id: 'librepcb',
  name: 'LibrePCB',
  defaultBaseUrl: 'https://api.librepcb.org',
  signIn: SIGN_IN,
  capabilities: CAPABILITIES,
  connect(account) {
    const client = librepcbClient(account)
    return {
      id: 'librepcb',
      name: 'LibrePCB',
      capabilities: new Set(CAPABILITIES),
      signIn: SIGN_IN,
      client,
      async whoAmI(cancel) {
        const service = await client.orderService(cancel)
        if (service.ok && service.value.uploadUrl === null) return ok('no account needed; the order service is down')
        if (service.ok) return ok(`no account needed; projects up to ${Math.floor(service.value.maxBytes / MEGABYTE)} MB`)
        if (service.error.code !== 'rejected' && service.error.code !== 'not-offered') return service
        const libraries = await client.libraries(CURRENT_FORMAT, cancel)
        return libraries.ok ? ok(`no account needed; ${libraries.value.length} libraries, no orders`) : libraries
      },
      async push(board, cancel, onProgress) {
        const project = projectOf(board)
        if (project === null)
          return err({
            code: 'rejected',
            reason: 'not-a-project',
            status: 0,
            message: 'LibrePCB takes project files (.lppz), no Gerber packages.',
          })
        const path = board.options['board']
        const page = await client.upload(project, typeof path === 'string' ? path : null, cancel, onProgress)
        return page.ok ? ok({ id: board.clientReference, url: page.value, state: 'opened-in-browser' }) : page
      },
      // An upload orders nothing before a person goes on in the browser, and the server has no call to look one up.
      find: () => Promise.resolve(ok(null)),
      production: () => Promise.resolve(ok([])),
    }
  },
}

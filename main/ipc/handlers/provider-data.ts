import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { providerDataCalls } from '#core/ipc/provider-data.ipc.ts'
import { resourceEntries, resourceNamed } from '#core/provider/authentise/browser.ts'
import { answered, callError } from '#main/providers/call-error.ts'
import { libraryFolder } from '#main/providers/library-folder.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'
import { billingHandlers } from './billing.ts'

const READ_MS = 5 * 60_000
const NO_LIBRARY = { code: 'no-such-library', message: 'The server lists no such library.' } as const
const NO_RESOURCE = { code: 'no-such-resource', message: 'There is no such resource, or no list of it.' } as const

export const providerDataHandlers = (service: ProviderService, dataFolder: string): Handlers<typeof providerDataCalls> => {
  const folder = libraryFolder(dataFolder)
  const librariesOf = async (account: string, format: string) => {
    const typed = service.typed(account, 'librepcb')
    if (!typed.ok) return typed
    const { client } = typed.value
    const libraries = await client.libraries(format, AbortSignal.timeout(READ_MS))
    return libraries.ok ? ok({ client, libraries: libraries.value }) : libraries
  }
  return {
    ...billingHandlers(service),
    'libraries.list': async ({ account, format }) =>
      answered(await librariesOf(account, format), ({ libraries }) =>
        libraries.map(({ iconUrl, downloadSha256, downloadUrl: _address, ...shown }) => ({
          ...shown,
          keywords: [...shown.keywords],
          dependencies: [...shown.dependencies],
          counts: { ...shown.counts },
          hasIcon: iconUrl !== null,
          isVerifiable: downloadSha256 !== null,
        })),
      ),
    'libraries.icon': async ({ account, format, uuid }) => {
      const found = await librariesOf(account, format)
      if (!found.ok) return err(callError(found.error))
      const library = found.value.libraries.find((each) => each.uuid === uuid)
      if (!library) return err(NO_LIBRARY)
      return answered(await found.value.client.icon(library, AbortSignal.timeout(READ_MS)), folder.iconAddress)
    },
    'libraries.download': async ({ account, format, uuid }) => {
      const found = await librariesOf(account, format)
      if (!found.ok) return err(callError(found.error))
      if (!found.value.libraries.some((each) => each.uuid === uuid)) return err(NO_LIBRARY)
      return answered(
        await folder.download(found.value.client, found.value.libraries, uuid, AbortSignal.timeout(READ_MS)),
        (saved) => saved,
      )
    },
    'resources.entries': () =>
      ok(
        resourceEntries().map((entry) => ({
          ...entry,
          calls: [...entry.calls],
          extras: [...entry.extras],
          places: [...entry.places],
          fields: entry.fields.map((field) => ({ ...field, words: [...field.words] })),
        })),
      ),
    'resources.list': async ({ account, name, places, filters, offset, limit }) => {
      const resource = resourceNamed(name)
      const list = resource?.calls.list
      if (!resource || list === undefined || places.length < [...list.matchAll(/\{/g)].length) return err(NO_RESOURCE)
      const typed = service.typed(account, 'authentise')
      if (!typed.ok) return err(callError(typed.error))
      const listable = { ...resource, calls: { ...resource.calls, list } }
      const reply = await typed.value.client.list(listable, { filters, offset, limit }, places, AbortSignal.timeout(READ_MS))
      return answered(reply, ({ rows, total }) => ({
        rows: rows.map(({ row, deviations }) => ({ row: { ...row }, deviations: [...deviations] })),
        total,
      }))
    },
    'resources.get': async ({ account, name, uri }) => {
      const resource = resourceNamed(name)
      if (!resource) return err(NO_RESOURCE)
      const typed = service.typed(account, 'authentise')
      if (!typed.ok) return err(callError(typed.error))
      const reply = await typed.value.client.follow(resource, uri, AbortSignal.timeout(READ_MS))
      return answered(reply, ({ row, deviations }) => ({ row: { ...row }, deviations: [...deviations] }))
    },
  }
}

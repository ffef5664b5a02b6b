import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { providerDataCalls } from '#core/ipc/provider-data.ipc.ts'
import { resourceEntries, resourceNamed } from '#core/provider/authentise/browser.ts'
import { answered, callError } from '#main/providers/call-error.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'

const READ_MS = 5 * 60_000
const NO_RESOURCE = { code: 'no-such-resource', message: 'There is no such resource, or no list of it.' } as const

export const providerDataHandlers = (service: ProviderService): Handlers<typeof providerDataCalls> => {
  return {
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

import { err, ok, type Result } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { resourceCalls } from '#core/ipc/resources.ipc.ts'
import { authentiseResources } from '#core/provider/authentise/browser.ts'
import { batchivoResources } from '#core/provider/batchivo/browser.ts'
import type { OpenedRow, ResourceEntry, ResourceSource, ShownRow } from '#core/provider/resource-source.ts'
import { answered as answeredPlainly, callError, type ProviderError } from '#main/providers/call-error.ts'
import type { ProviderService, ServiceFailure } from '#main/providers/provider-service.ts'

/** Shorter than the page waits for an answer. */
const MOST_MS = 50_000
const NO_RESOURCE = { code: 'no-such-resource', message: 'There is no such resource.' } as const
const NOTHING = { code: 'not-offered', message: 'This provider keeps nothing that could be looked through.' } as const

/** Only for its type: a failure is answered as one. */
const NOTHING_MADE = { kind: 'made', uri: null, needsUpload: false } as const

const shown = ({ row, deviations }: ShownRow) => ({ row: { ...row }, deviations: [...deviations] })
const opened = ({ name, ...row }: OpenedRow) => ({ name, ...shown(row) })

const entryShape = (entry: ResourceEntry) => ({
  ...entry,
  calls: [...entry.calls],
  extras: [...entry.extras],
  places: [...entry.places],
  fields: entry.fields.map((field) => ({ ...field, words: [...field.words] })),
})

export const resourceHandlers = (service: ProviderService): Handlers<typeof resourceCalls> => {
  const sourceOf = (account: string): Result<ResourceSource, ProviderError> => {
    const authentise = service.typed(account, 'authentise')
    if (authentise.ok) return ok(authentiseResources(authentise.value.client))
    const batchivo = service.typed(account, 'batchivo')
    if (batchivo.ok) return ok(batchivoResources(batchivo.value.client))
    return batchivo.error.code === 'gone' ? err(callError(batchivo.error)) : err(NOTHING)
  }
  const answered = <T, U>(account: string, reply: Result<T, ServiceFailure>, then: (value: T) => U): Result<U, ProviderError> => {
    if (!reply.ok && reply.error.code === 'signed-out') service.signedOut(account, reply.error.message)
    return answeredPlainly(reply, then)
  }
  const named = (account: string, name: string): Result<ResourceSource, ProviderError | typeof NO_RESOURCE> => {
    const source = sourceOf(account)
    if (!source.ok || source.value.entries.some((entry) => entry.name === name)) return source
    return err(NO_RESOURCE)
  }
  return {
    'resources.entries': ({ account }) => {
      const source = sourceOf(account)
      return source.ok ? ok(source.value.entries.map(entryShape)) : source
    },
    'resources.list': async ({ account, name, ...wanted }) => {
      const source = named(account, name)
      if (!source.ok) return source
      const reply = await source.value.list(name, wanted, AbortSignal.timeout(MOST_MS))
      return answered(account, reply, ({ rows, total }) => ({ rows: rows.map(shown), total }))
    },
    'resources.follow': async ({ account, uri }) => {
      const source = sourceOf(account)
      return source.ok ? answered(account, await source.value.follow(uri, AbortSignal.timeout(MOST_MS)), opened) : source
    },
    'resources.open': async ({ account, name, places }) => {
      const source = named(account, name)
      return source.ok ? answered(account, await source.value.open(name, places, AbortSignal.timeout(MOST_MS)), opened) : source
    },
    'resources.create': async ({ account, name, places, input }) => {
      const source = named(account, name)
      if (!source.ok) return source
      const made = await source.value.create(name, places, input, AbortSignal.timeout(MOST_MS))
      if (made.ok) return ok({ kind: 'made', uri: made.value.uri, needsUpload: made.value.uploadTo !== null })
      const { error } = made
      if (error.code === 'rejected') return ok({ kind: 'refused', message: error.message, fields: { ...error.fields } })
      return answered(account, made, () => NOTHING_MADE)
    },
  }
}

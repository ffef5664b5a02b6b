import { err, ok, type Result } from '#core/base/result.ts'
import type { CallError, Handlers } from '#core/ipc/call.ts'
import type { keyCalls, KeyShape } from '#core/ipc/keys.ipc.ts'
import { createKey } from '#main/service/keys/api-key.ts'
import type { KeyRow } from '#main/service/store/keys.repo.ts'
import { openServiceStore, type ServiceStore } from '#main/service/store/service-store.ts'

const shapeOf = ({ orgId, userId, scopes, ...rest }: KeyRow): KeyShape => ({
  ...rest,
  organisation: orgId,
  user: userId,
  scopes: [...scopes],
})

/** Opens the service's store for one call, beside a service that may be running. */
const withStore = async <T, E extends string>(
  dataFolder: string,
  work: (store: ServiceStore) => Result<T, CallError<E>>,
): Promise<Result<T, CallError<E | 'unavailable'>>> => {
  const opened = await openServiceStore(dataFolder)
  if (!opened.ok) return err({ code: 'unavailable', message: opened.error.message })
  try {
    return work(opened.value)
  } finally {
    opened.value.close()
  }
}

export const keyHandlers = (dataFolder: string): Handlers<typeof keyCalls> => ({
  'keys.list': () => withStore(dataFolder, ({ keys }) => ok(keys.list().map(shapeOf))),
  'keys.create': ({ label, organisation, user, scopes }) =>
    withStore(dataFolder, ({ keys }) => ok(createKey(keys, { label, orgId: organisation, userId: user, scopes }))),
  'keys.revoke': ({ id }) =>
    withStore(dataFolder, ({ keys }) =>
      keys.revoke(id) ? ok(null) : err({ code: 'gone' as const, message: 'There is no such key in force: it may be revoked already.' }),
    ),
})

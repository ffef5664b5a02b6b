import { err, ok, type Result } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { pushCalls } from '#core/ipc/push.ipc.ts'
import { callError, type ProviderError } from '#main/providers/call-error.ts'
import { circuithubAsking } from '#main/providers/circuithub-asking.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'
import type { PushFailure, PushService } from '#main/providers/push/push-service.ts'
import type { BoardPlaces } from '#main/services/ordering/ordering-parts.ts'

type OwnCode = 'not-approved' | 'elsewhere' | 'sent' | 'refused'
const OWN: readonly string[] = ['not-approved', 'elsewhere', 'sent', 'refused'] satisfies OwnCode[]

const isOwn = (failure: PushFailure): failure is Extract<PushFailure, { code: OwnCode }> => OWN.includes(failure.code)

const errorOf = (failure: PushFailure): { code: ProviderError['code'] | OwnCode; message: string } =>
  isOwn(failure) ? { code: failure.code, message: failure.message } : callError(failure)

const said = <T, U>(result: Result<T, PushFailure>, then: (value: T) => U): Result<U, ReturnType<typeof errorOf>> =>
  result.ok ? ok(then(result.value)) : err(errorOf(result.error))

const same = <T>(value: T): T => value

export const pushHandlers = (
  pushes: PushService,
  service: ProviderService,
  boards: Pick<BoardPlaces, 'locate'>,
): Handlers<typeof pushCalls> => ({
  'push.workspaces': ({ account }) =>
    circuithubAsking(service)(
      account,
      (client, cancel) => client.workspaces(cancel),
      (rows) => rows.map(({ slug, name }) => ({ slug, name })),
    ),
  'push.draft': async ({ account, board }) => {
    const located = boards.locate(board)
    if (!located.ok) return located
    return said(await pushes.draft(account, located.value.board), ({ source, approvedAt, content, push }) => ({
      name: source.name,
      revision: Number(source.revision),
      approvedAt,
      packageSha256: content.packageSha256,
      content: content.content.map(({ path, as, bytes }) => ({ path, as, bytes: bytes.length })),
      tables: content.tables.map(({ path, bytes, found }) => ({ path, bytes: bytes.length, found })),
      push,
    }))
  },
  'push.start': async (input) => {
    const located = boards.locate(input.board)
    return located.ok ? said(await pushes.start({ ...input, board: located.value.board }), same) : located
  },
  'push.resume': ({ id }) => said(pushes.resume(id), same),
  'push.stop': ({ id }) => said(pushes.stop(id), same),
  'push.forget': ({ id }) => said(pushes.forget(id), same),
  'push.list': ({ account, board }) => {
    if (board === null) return ok(pushes.list(account, null))
    const located = boards.locate(board)
    return located.ok ? ok(pushes.list(account, located.value.board)) : located
  },
})

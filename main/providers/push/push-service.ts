import { err, ok, type Result } from '#core/base/result.ts'
import type { InputOf } from '#core/ipc/call.ts'
import type { pushCalls, PushShape } from '#core/ipc/push.ipc.ts'
import type { AccountsRepo } from '#main/store/accounts.repo.ts'
import { sha256Of } from '#main/store/sha256.ts'
import { approvedSource } from '../approved-source.ts'
import type { ServiceFailure } from '../provider-service.ts'
import type { PushSource } from '../pushed-board.ts'
import { chosenFiles, pushContent, type PushContent } from './push-files.ts'
import { pushRunner, type RunnerParts } from './push-runner.ts'
import { pushShapeOf } from './push-shape.ts'

export type PushFailure = ServiceFailure | { readonly code: 'not-approved' | 'elsewhere' | 'sent' | 'refused'; readonly message: string }
type Reply<T> = Result<T, PushFailure>

export interface PushDraft {
  readonly source: PushSource
  readonly approvedAt: number
  readonly content: PushContent
  readonly push: PushShape | null
}

/** Approved packages on their way to CircuitHub. A push is recorded before it is sent, and looked up before it is sent again. */
export interface PushService {
  draft(account: string, board: string): Promise<Reply<PushDraft>>
  start(input: InputOf<(typeof pushCalls)['push.start']>): Promise<Reply<PushShape>>
  resume(id: string): Reply<PushShape>
  stop(id: string): Reply<PushShape>
  forget(id: string): Reply<null>
  /** Newest first; null = of all. */
  list(account: string | null, board: string | null): PushShape[]
  /** An account answers again: what waited for a sign-in goes on. */
  accountsChanged(): void
  /** Goes on with what was on its way when the application ended. */
  begin(): void
  close(): Promise<void>
}

export interface PushParts extends Omit<RunnerParts, 'onPush'> {
  readonly accounts: Pick<AccountsRepo, 'list'>
  readonly onPush: (push: PushShape) => void
}

const gone = { code: 'gone', message: 'There is no such push any more.' } as const
const elsewhere = { code: 'elsewhere', message: 'Another Boardproof on this computer sends from this data folder. Go on there, or close it.' } as const // prettier-ignore

export const pushService = (parts: PushParts): PushService => {
  const { pushes, accounts, service, approved } = parts
  const shown = (id: string): PushShape | null => {
    const push = pushes.find(id)
    return push && push.state !== 'forgotten' ? pushShapeOf(push, runner.sentOf(id)) : null
  }
  const runner = pushRunner({
    ...parts,
    onPush(id) {
      const shape = shown(id)
      if (shape) parts.onPush(shape)
    },
  })
  const shapeOf = (id: string): Reply<PushShape> => {
    const shape = shown(id)
    return shape ? ok(shape) : err(gone)
  }

  return {
    async draft(account, board) {
      const source = await approvedSource(approved, board)
      if (!source.ok) return source
      const { approvalId } = source.value
      const begun = pushes.ofApproval(account, approvalId)
      return ok({
        source: source.value,
        approvedAt: approved.find(approvalId)?.approvedAt ?? 0,
        content: await pushContent(source.value, account),
        push: begun && shown(begun.id),
      })
    },
    async start({ account, board, workspace, project, tables }) {
      const typed = service.typed(account, 'circuithub')
      if (!typed.ok) return typed
      const source = await approvedSource(approved, board)
      if (!source.ok) return source
      const content = await pushContent(source.value, account)
      const files = chosenFiles(content, tables)
      if (!files) return err({ code: 'refused', message: 'A chosen file is not in the approved package. Open this again.' })
      const { approvalId, name, revision, packageBytes } = source.value
      const wanted = {
        accountId: account,
        boardId: board,
        boardName: name,
        revision: Number(revision),
        approvalId,
        packageSha256: sha256Of(packageBytes),
        workspace,
        projectId: project.id,
        projectName: project.name,
        files,
      }
      // Nothing is recorded that nobody here may send.
      if (!runner.maySend()) return err(elsewhere)
      // A failed import is a project already: the next try must not be taken for it.
      const { id, state } = pushes.add(wanted, (earlier) => (earlier === 0 ? content.reference : `${content.reference}-${earlier + 1}`))
      runner.run(state === 'sending' ? [id] : [])
      return shapeOf(id)
    },
    resume(id) {
      if (!shown(id)) return err(gone)
      return runner.run([id]) ? shapeOf(id) : err(elsewhere)
    },
    stop(id) {
      const push = shown(id)
      if (!push) return err(gone)
      if (push.made !== null) return err({ code: 'sent', message: 'It is there already. CircuitHub goes on with it.' })
      runner.stop(id)
      return shapeOf(id)
    },
    forget(id) {
      if (!pushes.find(id)) return err(gone)
      if (!runner.isRunning(id) && pushes.forget(id)) return ok(null)
      return err({ code: 'sent', message: 'It may have arrived. Go on with it first: that looks whether it is there.' })
    },
    list: (account, board) => pushes.list(account, board).map((push) => pushShapeOf(push, runner.sentOf(push.id))),
    accountsChanged() {
      for (const { id, state } of accounts.list()) if (state === 'ok') runner.run(pushes.signedOut(id))
    },
    begin: () => void runner.run(pushes.going().map(({ id }) => id)),
    close: () => runner.close(),
  }
}

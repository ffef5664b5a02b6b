import type { PushShape } from '#core/ipc/push.ipc.ts'
import type { Push } from '#main/store/pushes.repo.ts'

/** @param sent bytes of files on their way, by name */
export const pushShapeOf = (push: Push, sent: ReadonlyMap<string, number>): PushShape => {
  const state = push.state === 'forgotten' ? 'stopped' : push.state
  const isGoing = state === 'sending' || state === 'waiting'
  return {
    id: push.id,
    account: push.accountId,
    board: push.boardId,
    boardName: push.boardName,
    revision: push.revision,
    workspace: push.workspace,
    project: { id: push.projectId, name: push.projectName },
    files: push.files.map(({ name, as, bytes, key }) => ({ name, as, bytes, sent: key === null ? (sent.get(name) ?? 0) : bytes })),
    step: push.step,
    state,
    says: push.says,
    reason: push.reason,
    nextAt: state === 'waiting' ? push.dueAt : null,
    canStop: isGoing && push.made === null,
    canForget: (state === 'failed' || (state === 'stopped' && (push.made === null || push.reason === 'refused'))) && !push.mayBeThere,
    made: push.made,
    createdAt: push.createdAt,
    updatedAt: push.updatedAt,
  }
}

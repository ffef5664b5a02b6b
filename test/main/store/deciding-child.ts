import { noteRow, waiverRow } from '#main/store/decisions.repo.ts'
import { sha256Of } from '#main/store/sha256.ts'
import { openStore } from '#main/store/store.ts'
import { aFinding } from '#test/core/review/support.ts'
import { aReview } from '#test/main/support/stored.ts'

/** Decides on boards, one deed after another, until it is killed; says which ones it was told are safe. */

const folder = process.argv[2]!
const round = Number(process.argv[3])
const opened = await openStore(folder)
if (!opened.ok) throw new Error(opened.error.message)
const store = opened.value
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const board = store.boards.save({ ...aReview('amp'), actor: 'Ada' })
const revision = store.revisions.find(board)!
say('ready')

const record = (says: string, work: Parameters<typeof store.commands.record>[1]): void =>
  store.commands.record({ board, actor: 'Ada', action: 'test', says }, work) as void
const waiver = (id: string, reason: string) =>
  waiverRow(
    {
      id, boardId: board, revisionId: revision.id, scope: 'place', checkId: 'c', cause: 'c:x', reason, author: 'Ada', createdAt: 5,
      expiry: { kind: 'none' }, covered: [aFinding()],
    },
    aFinding(),
  ) // prettier-ignore
const note = (id: string, text: string) =>
  noteRow({
    id,
    boardId: board,
    revisionId: revision.id,
    target: { kind: 'board' },
    anchor: null,
    text,
    author: 'Ada',
    createdAt: 1,
    changedAt: null,
    resolved: false,
  })

/** Every kind of deed that the application does, each under a name of its own. */
const deeds: readonly ((name: string) => void)[] = [
  (name) =>
    record(name, (rows) => {
      rows.put('waiver', waiver(`${name}-w`, name))
      rows.put('note', note(`${name}-n`, name))
      store.search.notes(board)
    }),
  () => void store.commands.undo(board, 'Ada'),
  () => void store.commands.redo(board, 'Ada'),
  (name) => {
    const text = `{"name":"${name}"}`
    const approval = {
      id: name, boardId: board, revisionId: revision.id, revision: 1, decision: 'approved', at: 9, actor: 'Ada', capability: 'x',
      subjects: { files: '', roles: '', capability: '', waivers: '' }, record: text, sha256: sha256Of(text),
    } as const // prettier-ignore
    store.approve(approval, name)
  },
  (name) => void store.library.rename(board, name, 'Ada'),
  (name) => {
    const other = store.boards.save({ ...aReview(name), actor: 'Ada' })
    store.library.delete(other, 'Ada')
    store.library.purge(other, 'Ada')
  },
  (name) => void store.boards.save({ ...aReview(name), actor: 'Ada', revisionOf: board }),
]

for (let n = 0; ; n++) {
  const name = `r${round}-${n}`
  deeds[(n * 5 + round) % deeds.length]!(name)
  say(`${name} ${store.audit.list(null, null, 1)[0]!.hash}`)
  // Output of a process that is killed is only there when it had the chance to be written.
  await new Promise((resolve) => setImmediate(resolve))
}

import { writeSync } from 'node:fs'
import { pick, seededRandom } from '#core/builder/random.ts'
import { aReview } from '#test/main/support/stored.ts'
import { readFacts } from './crash-facts.ts'
import { openServices } from './open-services.ts'

/** Decides, notes, approves, orders and saves, one deed after another, until it is killed; says which ones it was told are safe. */

const folder = process.argv[2]!
/** Negative: only start. */
const seed = Number(process.argv[3])
const random = seededRandom(seed)
const { capability, board, fingerprints, file, ordered, approval, account, form } = readFacts(folder)
const { store, decisions, ordering, library } = await openServices(folder)
const { waivers, notes, checklist, revisions, approvals } = decisions
const say = (text: string): void => void writeSync(1, `${text}\n`)
const WEEK_MS = 7 * 86_400_000

/** What was said to be done must have been done. */
const done = <T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly message: string } },
): T => {
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value
}
let lastSaved: string | null = null
const finding = (): string => pick(random, fingerprints)

/** Each kind of deed under a name of its own. */
const deeds: readonly ((name: string) => void | Promise<void>)[] = [
  (name) => {
    const scope = pick(random, ['place', 'group', 'check'] as const)
    done(waivers.addWaiver(board, capability, { fingerprint: finding(), scope, reason: name, expiry: { kind: 'none' } }))
  },
  () => {
    const [waiver] = store.decisions.waivers(board)
    if (waiver) done(waivers.removeWaiver(board, waiver.id))
  },
  (name) => {
    const at = { x: 10 * random(), y: 10 * random() }
    const target = pick(random, [
      { kind: 'board' },
      { kind: 'place', at, layer: null },
      { kind: 'finding', fingerprint: finding() },
      { kind: 'file', path: file },
    ] as const)
    done(notes.addNote(board, capability, target, name))
  },
  (name) => {
    const [note] = store.decisions.notes(board)
    if (note) done(notes.changeNote(board, note.id, name, random() < 0.5))
  },
  () => {
    const [note] = store.decisions.notes(board)
    if (note) done(notes.removeNote(board, note.id))
  },
  (name) => void done(notes.markFindings(board, capability, [finding(), finding()], { state: 'fix', assignee: name })),
  () => {
    const { items } = done(checklist.checklist(board))
    done(checklist.tickItem(board, pick(random, items).id, random() < 0.5))
  },
  () => void revisions.turn(board, true),
  () => void revisions.turn(board, true),
  () => void revisions.turn(board, false),
  (name) => {
    const { stateSha256 } = done(approvals.draft(board, capability))
    done(approvals.decide(board, capability, { decision: 'rejected', reason: name, stateSha256, ticked: [] }))
  },
  async () => {
    const limit = { agreed: null, ceiling: 250, currency: 'USD', expiresAt: Date.now() + WEEK_MS }
    say(`order ${done(await ordering.orders.place({ board: ordered, account, form, approval, ...limit })).id}`)
  },
  () => {
    const [message] = ordering.outbox.list(false).messages
    if (message) ordering.outbox.cancel(message.id)
  },
  (name) => void done(library.rename(board, name)),
  (name) => {
    const archiveSha256 = store.contents.put(new TextEncoder().encode(name.padEnd(20_000, '.')))
    const review = aReview(name)
    const of = lastSaved === null || random() < 0.5 ? {} : { revisionOf: lastSaved }
    lastSaved = store.boards.save({ ...review, ...of, package: { ...review.package, archiveSha256 }, actor: 'Ada' })
    say(`package ${review.package.sha256}`)
  },
]

// Started once to its end, it leaves its compiled code behind for the starts that follow.
if (seed < 0) process.exit(0)
say('ready')
for (let n = 0; ; n++) {
  await pick(random, deeds)(`s${seed}-${n}`)
  say(`log ${store.audit.list(null, null, 1)[0]!.hash}`)
}

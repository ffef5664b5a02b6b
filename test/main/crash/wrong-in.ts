import type { Services } from './open-services.ts'
import type { CrashFacts } from './crash-facts.ts'

/** What processes were told is safe before they were killed, by kind. */
export interface Safe {
  readonly log: Set<string>
  readonly order: Set<string>
  readonly package: Set<string>
}

/** Rows that belong together and are not there together; each query lists what is alone. */
const APART: Readonly<Record<string, string>> = {
  'a message without its order': `SELECT id FROM outbox WHERE kind = 'order' AND request_id NOT IN (SELECT id FROM order_request)`,
  'an order without its message': `SELECT id FROM order_request WHERE id NOT IN (SELECT request_id FROM outbox WHERE request_id IS NOT NULL)`,
  'a message that its log does not know': `SELECT id FROM outbox WHERE id NOT IN (SELECT message_id FROM outbox_log)`,
  'a cancelled message whose log does not say so': `SELECT id FROM outbox WHERE state = 'cancelled'
    AND id NOT IN (SELECT message_id FROM outbox_log WHERE says = 'Cancelled.')`,
  'a note that cannot be found': `SELECT id FROM note WHERE id NOT IN (SELECT ref FROM search_row WHERE kind = 'note' AND text = note.text)`,
  'a found note that is not there': `SELECT ref FROM search_row WHERE kind = 'note' AND ref NOT IN (SELECT id FROM note)`,
  'an approval without its entry': `SELECT id FROM approval WHERE id NOT IN
    (SELECT substr(key, 10) FROM audit_entry, json_each(body, '$.rows') WHERE key LIKE 'approval:%')`,
  'a revision without its review': `SELECT id FROM revision WHERE id NOT IN (SELECT revision_id FROM review)`,
  'a revision that is half there': `SELECT id FROM revision WHERE id NOT IN (SELECT revision_id FROM file)
    OR id NOT IN (SELECT revision_id FROM raw_outcome) OR id NOT IN (SELECT revision_id FROM finding)`,
  'a revision without its entry': `SELECT id FROM revision WHERE package_sha256 NOT IN
    (SELECT json_extract(body, '$.package') FROM audit_entry WHERE action = 'revision.added')`,
  'a board with another name in the search': `SELECT board.id FROM board JOIN search_row ON search_row.board_id = board.id
    WHERE kind = 'board' AND text <> name`,
}

/** Each deed that can be undone is kept with what undoes it; each undoing with its entry. */
const UNEVEN = `SELECT
  (SELECT count(*) FROM command) - (SELECT count(*) FROM audit_entry WHERE json_extract(body, '$.rows') <> '{}'
    AND (action LIKE 'waiver.%' OR action LIKE 'note.%' OR action LIKE 'finding.%' OR action LIKE 'checklist.%')) AS deeds,
  (SELECT count(*) FROM command WHERE state <> 'done') -
    (SELECT count(*) FILTER (WHERE action = 'undo') - count(*) FILTER (WHERE action = 'redo') FROM audit_entry) AS undone`

/** @returns what is lost, half or broken in a data folder after a crash, in words; empty = nothing */
export const wrongIn = ({ store, decisions }: Services, { board, capability }: CrashFacts, safe: Safe): string[] => {
  const { database } = store
  const wrong: string[] = []
  const list = (sql: string): readonly string[] => database.prepare<[], string>(sql).pluck().all()
  const missing = (what: string, told: ReadonlySet<string>, sql: string): void => {
    const there = new Set(list(sql))
    for (const one of told) if (!there.has(one)) wrong.push(`lost: ${what} ${one}`)
  }
  if (database.pragma('integrity_check', { simple: true }) !== 'ok') wrong.push('the database is damaged')
  if ((database.pragma('foreign_key_check') as unknown[]).length) wrong.push('a row refers to one that is not there')
  const { broken } = store.verifyLog()
  if (broken) wrong.push(`the log: ${broken.what}`)
  if (!store.search.isSound()) wrong.push('the search index is not sound')
  missing('the deed', safe.log, 'SELECT hash FROM audit_entry')
  missing('the order', safe.order, 'SELECT id FROM outbox')
  missing('the package', safe.package, 'SELECT package_sha256 FROM revision')
  for (const [what, sql] of Object.entries(APART)) for (const id of list(sql)) wrong.push(`${what}: ${id}`)
  const { deeds, undone } = database.prepare<[], { deeds: number; undone: number }>(UNEVEN).get()!
  if (deeds !== 0 || undone !== 0) wrong.push(`the history and the log differ by ${deeds} deeds and ${undone} undone ones`)
  const contents = list(`SELECT archive_sha256 FROM revision UNION SELECT content_sha256 FROM outbox`)
  for (const sha256 of contents) if (store.contents.get(sha256) === null) wrong.push(`a content is missing: ${sha256}`)
  const decided = decisions.deeds.decided(board, capability)
  const shown = store.revisions.find(board)?.coverage
  if (!decided.ok || decided.value.effective.text !== shown) wrong.push(`the start page says: ${shown}`)
  return wrong
}

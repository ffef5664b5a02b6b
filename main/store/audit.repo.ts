import type { Database } from 'better-sqlite3'
import { canonicalJson } from '#core/base/canonical-json.ts'
import { sha256Of } from './sha256.ts'

export interface AuditEntry {
  readonly seq: number
  /** ms since 1970. */
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly board: string | null
  readonly body: AuditBody
  readonly previous: string
  readonly hash: string
}

/** What an entry states beside who did what, when. */
export interface AuditBody {
  /** One sentence for people. */
  readonly says: string
  /** Hash of each row as it was left, by its name; null = removed. */
  readonly rows?: Readonly<Record<string, string | null>>
  readonly [fact: string]: unknown
}

/** The first thing that is wrong with the log. */
export interface Broken {
  readonly seq: number
  readonly what: string
}

export interface AuditVerdict {
  readonly broken: Broken | null
  readonly entries: number
  /** Hash of the last entry; of no entry the chain's start. */
  readonly head: string
  /** The last stated hash of each row, by its name, with the entry that states it. */
  readonly rows: ReadonlyMap<string, { readonly hash: string | null; readonly seq: number }>
}

export interface AuditRepo {
  /** Appends an entry; only within the transaction of what it tells of. */
  append(entry: {
    readonly at: number
    readonly actor: string
    readonly action: string
    readonly board: string | null
    readonly body: AuditBody
  }): AuditEntry
  /** Newest first. */
  list(board: string | null, before: number | null, limit: number): readonly AuditEntry[]
  /** Oldest first. */
  ofBoard(board: string): readonly AuditEntry[]
  verify(): AuditVerdict
}

/** What the first entry follows. */
export const CHAIN_START = '0'.repeat(64)

interface Row {
  readonly seq: number
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly board_id: string | null
  readonly body: string
  readonly previous: string
  readonly hash: string
}

/** @returns the hash that an entry must have */
export const auditHashOf = (row: Omit<Row, 'hash'>): string =>
  sha256Of(canonicalJson([row.previous, row.seq, row.at, row.actor, row.action, row.board_id, row.body]))

const entryOf = ({ board_id, body, ...rest }: Row): AuditEntry => ({ ...rest, board: board_id, body: JSON.parse(body) as AuditBody })

const rowsOf = (body: string): Readonly<Record<string, string | null>> => {
  try {
    return (JSON.parse(body) as AuditBody).rows ?? {}
  } catch {
    return {}
  }
}

/** Append-only and chained: each entry's hash covers the entry before, so that none can be changed, taken out or put in unseen. */
export const auditRepo = (db: Database): AuditRepo => {
  const head = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM audit_head WHERE id = 1')
  const setHead = db.prepare(`
    INSERT INTO audit_head (id, seq, hash) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`)
  const insert = db.prepare(
    'INSERT INTO audit_entry (seq, at, actor, action, board_id, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const newest = db.prepare<[number, number], Row>('SELECT * FROM audit_entry WHERE seq < ? ORDER BY seq DESC LIMIT ?')
  const newestOf = db.prepare<[string, number, number], Row>(
    'SELECT * FROM audit_entry WHERE board_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
  )
  const allOf = db.prepare<[string], Row>('SELECT * FROM audit_entry WHERE board_id = ? ORDER BY seq')
  const all = db.prepare<[], Row>('SELECT * FROM audit_entry ORDER BY seq')

  const append: AuditRepo['append'] = ({ at, actor, action, board, body }) => {
    if (!db.inTransaction) throw new Error('an audit entry belongs to the transaction of what it tells of')
    const last = head.get() ?? { seq: 0, hash: CHAIN_START }
    const row = { seq: last.seq + 1, at, actor, action, board_id: board, body: canonicalJson(body), previous: last.hash }
    const hash = auditHashOf(row)
    insert.run(row.seq, at, actor, action, board, row.body, row.previous, hash)
    setHead.run(row.seq, hash)
    return entryOf({ ...row, hash })
  }

  const verify = (): AuditVerdict => {
    const rows = new Map<string, { hash: string | null; seq: number }>()
    let [previous, seq, entries] = [CHAIN_START, 0, 0]
    let broken: Broken | null = null
    const say = (at: number, what: string): void => void (broken ??= { seq: at, what })
    for (const row of all.iterate()) {
      entries++
      if (row.seq !== seq + 1)
        say(seq + 1, row.seq === seq + 2 ? `Entry ${seq + 1} is missing.` : `Entries ${seq + 1} to ${row.seq - 1} are missing.`)
      else if (auditHashOf(row) !== row.hash)
        say(row.seq, `Entry ${row.seq} (${row.action}, ${new Date(row.at).toISOString()}) was changed after it was written.`)
      else if (row.previous !== previous) say(row.seq, `Entry ${row.seq} does not follow the entry before it: one of them was replaced.`)
      seq = row.seq
      previous = row.hash
      for (const [name, hash] of Object.entries(rowsOf(row.body))) rows.set(name, { hash, seq: row.seq })
    }
    const stated = head.get() ?? { seq: 0, hash: CHAIN_START }
    if (stated.seq > seq) say(seq + 1, `The last ${stated.seq - seq} entries were cut off: the log ended with entry ${stated.seq}.`)
    else if (stated.seq < seq) say(stated.seq + 1, `Entry ${stated.seq + 1} was put in around the application.`)
    else if (stated.hash !== previous) say(seq, `Entry ${seq} is not the one that the log ended with.`)
    return { broken, entries, head: previous, rows }
  }

  return {
    append,
    list: (board, before, limit) => {
      const below = before ?? Number.MAX_SAFE_INTEGER
      return (board === null ? newest.all(below, limit) : newestOf.all(board, below, limit)).map(entryOf)
    },
    ofBoard: (board) => allOf.all(board).map(entryOf),
    verify,
  }
}

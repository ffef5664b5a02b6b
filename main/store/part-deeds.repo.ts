import type { Database } from 'better-sqlite3'

export interface AssignedPart {
  readonly mpn: string
  readonly manufacturer: string
  /** Null where only its name is known. */
  readonly id: number | null
}

/** A part assigned to a line (`before` null = it had none), or a placement marked. */
export type PartChange =
  | { readonly kind: 'part'; readonly before: AssignedPart | null; readonly after: AssignedPart }
  | { readonly kind: 'dnp'; readonly ref: string; readonly before: boolean; readonly after: boolean }

export type PartDeed = PartChange & { readonly seq: number; readonly line: number }

/** Where something was changed: a revision's list of parts at an account. */
export interface PartsPlace {
  readonly account: string
  readonly project: number
  readonly revision: number
}

/** Changes of a provider's list of parts that were made from here. */
export interface PartDeedsRepo {
  add(place: PartsPlace, line: number, change: PartChange): void
  /** The newest that was not undone, null when there is none. */
  last(place: PartsPlace): PartDeed | null
  undone(seq: number): void
  /** Placements that are marked as not placed by what was done here. */
  notPlaced(place: PartsPlace): readonly { readonly line: number; readonly ref: string }[]
  /** The part that was assigned to a line from here, null when none was. */
  assigned(place: PartsPlace, line: number): AssignedPart | null
}

interface Row {
  readonly seq: number
  readonly line_id: number
  readonly ref: string | null
  readonly before: string
  readonly after: string
}

const deedOf = ({ seq, line_id, ref, before, after }: Row): PartDeed => {
  const [from, to] = [JSON.parse(before) as unknown, JSON.parse(after) as unknown]
  return ref === null
    ? { seq, line: line_id, kind: 'part', before: from as AssignedPart | null, after: to as AssignedPart }
    : { seq, line: line_id, kind: 'dnp', ref, before: from as boolean, after: to as boolean }
}

export const partDeedsRepo = (db: Database, now: () => number): PartDeedsRepo => {
  const insert = db.prepare(
    'INSERT INTO part_deed (account_id, project_id, revision_id, line_id, ref, before, after, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const standing = db.prepare<[string, number], Row>(
    'SELECT seq, line_id, ref, before, after FROM part_deed WHERE account_id = ? AND revision_id = ? AND undone_at IS NULL ORDER BY seq',
  )
  const undo = db.prepare('UPDATE part_deed SET undone_at = ? WHERE seq = ?')
  const all = ({ account, revision }: PartsPlace): readonly PartDeed[] => standing.all(account, revision).map(deedOf)
  return {
    add: ({ account, project, revision }, line, change) =>
      void insert.run(
        account,
        project,
        revision,
        line,
        change.kind === 'dnp' ? change.ref : null,
        JSON.stringify(change.before),
        JSON.stringify(change.after),
        now(),
      ),
    last: (place) => all(place).at(-1) ?? null,
    undone: (seq) => void undo.run(now(), seq),
    notPlaced(place) {
      const marks = new Map<string, { line: number; ref: string }>()
      for (const deed of all(place)) {
        if (deed.kind !== 'dnp') continue
        const key = `${deed.line}/${deed.ref}`
        if (deed.after) marks.set(key, { line: deed.line, ref: deed.ref })
        else marks.delete(key)
      }
      return [...marks.values()]
    },
    assigned: (place, line) =>
      (all(place).findLast((deed) => deed.kind === 'part' && deed.line === line)?.after as AssignedPart | undefined) ?? null,
  }
}

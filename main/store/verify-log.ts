import type { AuditRepo, Broken } from './audit.repo.ts'
import type { ApprovalsRepo } from './approvals.repo.ts'
import { rowHash, rowName, trackedTables, type TrackedRows } from './tracked-rows.ts'

export interface LogVerdict {
  /** Null = the log is whole and every decision is as it states. */
  readonly broken: Broken | null
  readonly entries: number
  readonly head: string
}

/** A decision that is not as the log states it. */
const brokenRow = (
  tracked: TrackedRows,
  stated: ReadonlyMap<string, { readonly hash: string | null; readonly seq: number }>,
): Broken | null => {
  for (const table of trackedTables) {
    for (const row of tracked.all(table)) {
      const name = rowName(table, row)
      const known = stated.get(name)
      // Roles were chosen before there was a log.
      if (!known && (table === 'package_role' || table === 'pattern_role')) continue
      if (!known) return { seq: 0, what: `The row ${name} was put in around the application: no entry tells of it.` }
      if (known.hash === null) return { seq: known.seq, what: `The row ${name} is there although entry ${known.seq} removed it.` }
      if (known.hash !== rowHash(row))
        return { seq: known.seq, what: `The row ${name} was changed around the application since entry ${known.seq}.` }
    }
  }
  return null
}

/** Rows that the log states and that are gone, unless their board was purged. */
const lostRow = (
  tracked: TrackedRows,
  stated: ReadonlyMap<string, { readonly hash: string | null; readonly seq: number; readonly board?: string | null }>,
  isPurged: (seq: number) => boolean,
): Broken | null => {
  const there = new Set(trackedTables.flatMap((table) => tracked.all(table).map((row) => rowName(table, row))))
  for (const [name, { hash, seq }] of stated) {
    if (hash === null || there.has(name) || isPurged(seq)) continue
    const table = name.split(':')[0]!
    if ((trackedTables as readonly string[]).includes(table))
      return { seq, what: `The row ${name} of entry ${seq} was removed around the application.` }
  }
  return null
}

/**
 * Checks the audit log, and that decisions and approval records are what it says: an entry that was changed, taken out,
 * put in or cut off is named, and so is a row that was edited around the application.
 */
export const verifyLog = (
  audit: AuditRepo,
  tracked: TrackedRows,
  approvals: ApprovalsRepo,
  hasBoard: (id: string) => boolean,
): LogVerdict => {
  const { broken, entries, head, rows } = audit.verify()
  const verdict = (found: Broken | null): LogVerdict => ({ broken: found, entries, head })
  if (broken) return verdict(broken)
  const boardOf = new Map<number, string | null>()
  const isPurged = (seq: number): boolean => {
    if (!boardOf.has(seq)) boardOf.set(seq, audit.list(null, seq + 1, 1)[0]?.board ?? null)
    const board = boardOf.get(seq)
    return board !== null && board !== undefined && !hasBoard(board)
  }
  const edited = brokenRow(tracked, rows) ?? lostRow(tracked, rows, isPurged)
  if (edited) return verdict(edited)
  for (const { id } of approvals.tampered())
    return verdict({ seq: rows.get(`approval:${id}`)?.seq ?? 0, what: `The approval record ${id} was changed after it was written.` })
  for (const { id, sha256 } of approvals.all()) {
    const known = rows.get(`approval:${id}`)
    if (!known) return verdict({ seq: 0, what: `The approval record ${id} was put in around the application: no entry tells of it.` })
    if (known.hash !== sha256)
      return verdict({ seq: known.seq, what: `The approval record ${id} is not the one that entry ${known.seq} tells of.` })
  }
  const kept = new Set(approvals.all().map((a) => `approval:${a.id}`))
  for (const [name, { seq }] of rows)
    if (name.startsWith('approval:') && !kept.has(name)) return verdict({ seq, what: `The record ${name} of entry ${seq} was removed.` })
  return verdict(null)
}

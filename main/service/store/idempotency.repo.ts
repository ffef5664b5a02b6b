import type { Database } from 'better-sqlite3'
import type { ServiceIds } from './ids.ts'

/** A call that is to be carried out once. */
export interface Reservation {
  readonly orgId: string
  /** The header's value. */
  readonly key: string
  /** Hash over call and body: another one under the same key is a mistake of the caller. */
  readonly fingerprint: string
}

/** What a call is answered with: the first one's own, or what the first one made. */
export type Replayed =
  | { readonly kind: 'new' | 'replayed'; readonly requestId: string; readonly subjectId: string; readonly filename: string | null }
  | { readonly kind: 'other-body' }

export interface IdempotencyRepo {
  /** @returns what the key stands for, or null when it is unused */
  find(reservation: Reservation): Replayed | null
  /** Takes the key for a subject that was made in the same transaction, or finds what it stands for. */
  reserve(reservation: Reservation, subjectId: string, filename: string | null): Replayed
  /** Forgets keys older than a day. @returns how many */
  forgetOld(): number
}

/** How long a key is remembered. */
export const IDEMPOTENCY_MS = 24 * 60 * 60 * 1000

interface Row {
  readonly fingerprint: string
  readonly request_id: string
  readonly subject_id: string
  readonly filename: string | null
}

export const idempotencyRepo = (db: Database, { id, now }: ServiceIds): IdempotencyRepo => {
  const find = db.prepare<[string, string, number], Row>(
    'SELECT fingerprint, request_id, subject_id, filename FROM idempotency WHERE org_id = ? AND key = ? AND created_at > ?',
  )
  const take = db.prepare(`
    INSERT INTO idempotency (org_id, key, fingerprint, request_id, subject_id, filename, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (org_id, key) DO UPDATE SET fingerprint = excluded.fingerprint, request_id = excluded.request_id,
      subject_id = excluded.subject_id, filename = excluded.filename, created_at = excluded.created_at`)
  const forget = db.prepare('DELETE FROM idempotency WHERE created_at <= ?')
  const oldest = (): number => now() - IDEMPOTENCY_MS

  const findKey: IdempotencyRepo['find'] = ({ orgId, key, fingerprint }) => {
    const row = find.get(orgId, key, oldest())
    if (!row) return null
    if (row.fingerprint !== fingerprint) return { kind: 'other-body' }
    return { kind: 'replayed', requestId: row.request_id, subjectId: row.subject_id, filename: row.filename }
  }
  return {
    find: findKey,
    reserve(reservation, subjectId, filename) {
      const known = findKey(reservation)
      if (known) return known
      const requestId = id('request')
      take.run(reservation.orgId, reservation.key, reservation.fingerprint, requestId, subjectId, filename, now())
      return { kind: 'new', requestId, subjectId, filename }
    },
    forgetOld: () => forget.run(oldest()).changes,
  }
}

import { randomBytes } from 'node:crypto'
import { ID_PREFIX, type IdKind } from '#core/asap/ids.ts'

/** Where new ids and the time come from. */
export interface ServiceIds {
  /** A new id: prefix and 16 hex digits, not to be guessed. */
  readonly id: (kind: IdKind) => string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export const serviceIds: ServiceIds = {
  id: (kind) => ID_PREFIX[kind] + randomBytes(8).toString('hex'),
  now: () => Date.now(),
}

/** @returns ISO 8601, UTC, with Z */
export const isoTime = (ms: number): string => new Date(ms).toISOString()

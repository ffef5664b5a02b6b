import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/base/canonical-json.ts'

/** @returns SHA-256 as 64 hex digits */
export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** @returns SHA-256 of a value's canonical JSON */
export const sha256OfValue = (value: unknown): string => sha256Of(canonicalJson(value))

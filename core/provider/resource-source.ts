import type { Cancel } from './http.ts'
import type { Answer } from './provider.ts'
import type { LooseRow } from './wire/fields.ts'

export type ResourceFieldKind =
  'text' | 'link' | 'address' | 'identifier' | 'moment' | 'integer' | 'decimal' | 'seconds' | 'flag' | 'series' | 'record' | 'anything'

export interface ResourceField {
  readonly name: string
  readonly kind: ResourceFieldKind
  /** Words that the contract names; empty = any. */
  readonly words: readonly string[]
  readonly isListed: boolean
  /** May be sent to create one. */
  readonly isSent: boolean
  /** The contract gives it no default where it is sent. */
  readonly isRequired: boolean
}

/** A kind of thing that a provider keeps, as a browser of such things shows it. */
export interface ResourceEntry {
  readonly name: string
  readonly path: string
  readonly about: string
  readonly group: string
  readonly calls: readonly ('list' | 'read' | 'get' | 'create')[]
  /** Further calls, by name. */
  readonly extras: readonly string[]
  readonly canChange: boolean
  readonly canRemove: boolean
  /** The server sorts; elsewhere only the rows that were read can be. */
  readonly sortsThere: boolean
  /** Places of the path that have to be filled for a list. */
  readonly places: readonly string[]
  /** Empty where the contract documents none: what comes is shown. */
  readonly fields: readonly ResourceField[]
}

export interface RowsWanted {
  readonly places: readonly string[]
  readonly filters: Readonly<Record<string, string>>
  readonly ranges: readonly { readonly field: string; readonly above: boolean; readonly value: string }[]
  /** Switches of the list, such as `include_archived`. */
  readonly options: readonly string[]
  readonly sort: { readonly by: string; readonly descending: boolean } | null
  readonly offset: number
  readonly limit: number
}

export interface ShownRow {
  readonly row: LooseRow
  /** Names of properties that came in another form than agreed. */
  readonly deviations: readonly string[]
}

export interface OpenedRow extends ShownRow {
  /** Of the resource that it is one of. */
  readonly name: string
}

export interface CreatedRow {
  /** Where it is; null where the server does not say. */
  readonly uri: string | null
  /** Where its bytes are to be sent; good for minutes. */
  readonly uploadTo: string | null
  readonly body: unknown
}

/** Everything that an account holds, read and created by name. Names that are not in `entries` are refused. */
export interface ResourceSource {
  readonly entries: readonly ResourceEntry[]
  list(name: string, wanted: RowsWanted, cancel: Cancel): Answer<{ readonly rows: readonly ShownRow[]; readonly total: number | null }>
  /** Reads what a link leads to. */
  follow(uri: string, cancel: Cancel): Answer<OpenedRow>
  /** Reads one by what its path wants to have filled. */
  open(name: string, places: readonly string[], cancel: Cancel): Answer<OpenedRow>
  create(name: string, places: readonly string[], input: LooseRow, cancel: Cancel): Answer<CreatedRow>
}

/** What a property holds. Links are addresses of the service, addresses may point anywhere, seconds are durations. */
export type FieldKind =
  'text' | 'link' | 'address' | 'identifier' | 'moment' | 'integer' | 'decimal' | 'seconds' | 'flag' | 'series' | 'record' | 'anything'

/**
 * A property of a resource. `tables` says where it stands: `l` lists, `g` single reads, `c` creation, `C` creation and
 * without a default there.
 */
export interface Field<In extends string = string, T = unknown> {
  readonly kind: FieldKind
  readonly tables: In
  /** Words that the reference names; servers may know more. */
  readonly words: readonly string[]
  /** Only for the types; never there. */
  readonly holds?: T
}

const field =
  <T>(kind: FieldKind) =>
  <const In extends string>(tables: In): Field<In, T> => ({ kind, tables, words: [] })

export const text = field<string>('text')
export const link = field<string>('link')
export const address = field<string>('address')
export const identifier = field<string>('identifier')
export const moment = field<string>('moment')
export const integer = field<number>('integer')
export const decimal = field<number>('decimal')
export const seconds = field<number>('seconds')
export const flag = field<boolean>('flag')
export const series = field<readonly unknown[]>('series')
export const record = field<Readonly<Record<string, unknown>>>('record')
export const anything = field<unknown>('anything')
/** A text with known words. */
export const words = <const In extends string, const W extends readonly string[]>(
  tables: In,
  ...known: W
): Field<In, W[number] | (string & {})> => ({ kind: 'text', tables, words: known })

/** A text with very many known words, such as currencies. */
export const manyWords = <const In extends string>(tables: In, known: string): Field<In, string> => ({
  kind: 'text',
  tables,
  words: known.split('|'),
})

export type Fields = Readonly<Record<string, Field>>

/** A call beside list, read and create. */
export interface Extra {
  readonly method: string
  readonly path: string
  readonly takes: readonly string[]
  readonly gives: readonly string[]
}

/** The paths of a resource's calls; a call that is not there is not offered. Places are filled in their order. */
export interface Calls {
  readonly list?: string
  /** Reads the one object that the resource is. */
  readonly read?: string
  readonly get?: string
  readonly create?: string
}

export interface Resource<C extends Calls = Calls, F extends Fields = Fields> {
  readonly path: string
  readonly about: string
  readonly calls: C
  /** The reference has a table for creation and says that the call is not served. */
  readonly isCreateClosed: boolean
  /** Further verbs that the reference names in its text. */
  readonly verbs: readonly string[]
  readonly extras: Readonly<Record<string, Extra>>
  readonly fields: F
}

/** Declares a resource. */
export const resource = <const C extends Calls, const F extends Fields>(entry: Resource<C, F>): Resource<C, F> => entry

type NamesIn<F extends Fields, L extends string> = {
  [N in keyof F]: F[N]['tables'] extends `${string}${L}${string}` ? N : never
}[keyof F]
type Held<F> = F extends Field<string, infer T> ? T : never

/** A row as it is read; what the server leaves out, or sends in another form than agreed, is null. */
export type RowOf<R extends Resource, L extends 'l' | 'g' = 'l'> = {
  readonly [N in NamesIn<R['fields'], L>]: Held<R['fields'][N]> | null
}

/** What may be sent to create one. */
export type NewOf<R extends Resource> = {
  readonly [N in NamesIn<R['fields'], 'c' | 'C'>]?: Held<R['fields'][N]> | null
}

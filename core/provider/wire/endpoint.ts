import { z } from 'zod'

/** One call of a provider's contract. Paths have their places as `{name}`. */
export interface Endpoint<
  P extends string = string,
  Q extends z.ZodType | null = z.ZodType | null,
  B extends z.ZodType | null = z.ZodType | null,
  R extends z.ZodType | null = z.ZodType | null,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: P
  readonly summary: string
  /** The statuses that mean success. */
  readonly status: readonly number[]
  /** `none` = sent without credentials. */
  readonly auth: 'none' | 'account'
  /** Announced in the contract; servers may not have it yet. */
  readonly planned: boolean
  readonly query: Q
  readonly body: B
  /** Schema of the answer; null when it has no JSON body. */
  readonly answer: R
}

/** Declares a call. */
export const endpoint = <const P extends string, Q extends z.ZodType | null, B extends z.ZodType | null, R extends z.ZodType | null>(
  entry: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> => entry

/** A text with known words that may get new ones: the answer stays readable when it does. */
export const openWords = <const W extends readonly string[]>(..._words: W) => z.string() as z.ZodType<W[number] | (string & {})>

type PlacesOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | PlacesOf<Rest> : never
type Part<K extends string, S> = S extends z.ZodType ? { readonly [N in K]: z.input<S> } : object

/** What a call needs: values for the places in its path, its query and its body, as far as it has them. */
export type RequestOf<E extends Endpoint> = ([PlacesOf<E['path']>] extends [never]
  ? object
  : { readonly params: { readonly [N in PlacesOf<E['path']>]: string | number } }) &
  Part<'query', E['query']> &
  Part<'body', E['body']>

export type AnswerOf<E extends Endpoint> = E['answer'] extends z.ZodType ? z.output<E['answer']> : null

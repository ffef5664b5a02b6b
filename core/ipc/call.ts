import type { z } from 'zod'
import type { Result } from '#core/base/result.ts'

/** Failures that any call may answer with, beside its own. */
export const GENERAL_ERRORS = ['bad-request', 'internal', 'disconnected', 'timed-out'] as const

/** One entry of the contract: what goes in, what comes out, which failures are expected. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, E extends string = string> {
  readonly input: I
  readonly output: O
  /** Own error codes; `GENERAL_ERRORS` are always possible. */
  readonly errors: readonly E[]
}

/** Declares a call. */
export const call = <I extends z.ZodType, O extends z.ZodType, const E extends string>(entry: Call<I, O, E>): Call<I, O, E> => entry

/** A failure as it crosses the bridge: a stable code and a sentence for people. */
export interface CallError<E extends string = string> {
  readonly code: E | (typeof GENERAL_ERRORS)[number]
  readonly message: string
}

export type InputOf<C extends Call> = z.infer<C['input']>
export type OutputOf<C extends Call> = z.infer<C['output']>
export type ErrorOf<C extends Call> = CallError<C['errors'][number]>
export type ReplyOf<C extends Call> = Result<OutputOf<C>, ErrorOf<C>>

/** A function for each call of a group; wired and checked at one place. */
export type Handlers<T extends Readonly<Record<string, Call>>> = {
  readonly [K in keyof T]: (input: InputOf<T[K]>) => ReplyOf<T[K]> | Promise<ReplyOf<T[K]>>
}

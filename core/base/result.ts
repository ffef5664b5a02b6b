/** An expected outcome: a value or a failure named by `code`. Exceptions mean a bug. */
export type Result<T, E extends { code: string } = { code: string }> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** Wraps a value as success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** Wraps a failure. */
export const err = <E extends { code: string }>(error: E): { readonly ok: false; readonly error: E } => ({
  ok: false,
  error,
})

/** Marks the end of a `switch` over a union: a new member becomes a type error here. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}

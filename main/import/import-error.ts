import type { Refusal } from '#core/archive/limits.ts'

/** Why an input could not be read as a package. `message` is for the user: what is wrong and what to do. */
export interface ImportError {
  readonly code:
    | Refusal['code']
    | 'not-found'
    | 'not-readable'
    | 'not-a-zip'
    | 'unsupported-archive'
    | 'empty'
    | 'truncated'
    | 'damaged'
    | 'cancelled'
    | 'exported-board'
  readonly message: string
}

/** Carries an import error up through streams and callbacks; caught in `readPackage`, never seen outside this folder. */
export class ImportFailure extends Error {
  readonly reason: ImportError

  constructor(reason: ImportError) {
    super(reason.message)
    this.reason = reason
  }
}

export const fail = (code: ImportError['code'], message: string): ImportFailure => new ImportFailure({ code, message })

/** Throws when the caller gave up. */
export const stopIfAborted = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw fail('cancelled', 'Reading was cancelled.')
}

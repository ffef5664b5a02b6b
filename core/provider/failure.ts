/**
 * Why a call to a provider did not do what was asked. What follows from each:
 * `retry` later, the same again; `unclear` the request was sent and no answer came: look it up before sending again;
 * `rejected` never again as it is, with the provider's own reason; `signed-out` a person has to sign in; `rate-limited` after
 * the time given; `not-offered` this server does not have the call; `cancelled` by the caller.
 */
export type ProviderFailure =
  | { readonly code: 'retry'; readonly message: string; readonly afterMs: number | null }
  | { readonly code: 'unclear'; readonly message: string }
  | {
      readonly code: 'rejected'
      readonly reason: string
      readonly status: number
      readonly message: string
      /** What the provider said of single fields of what was sent, by field. */
      readonly fields?: Readonly<Record<string, string>>
    }
  | { readonly code: 'signed-out'; readonly message: string }
  | { readonly code: 'rate-limited'; readonly message: string; readonly afterMs: number }
  | { readonly code: 'not-offered'; readonly message: string }
  | { readonly code: 'cancelled'; readonly message: string }

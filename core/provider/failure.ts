/**
 * Why a call to a provider did not do what was asked. What follows from each:
 * `retry` later, the same again; `unclear` the request was sent and no answer came: look it up before sending again;
 * `rejected` never again as it is; `signed-out` a person has to sign in; `rate-limited` after the time given;
 * `not-offered` this server does not have the call.
 */
export type ProviderFailure =
  | { readonly kind: 'retry'; readonly message: string; readonly afterMs: number | null }
  | { readonly kind: 'unclear'; readonly message: string }
  | { readonly kind: 'rejected'; readonly code: string; readonly status: number; readonly message: string }
  | { readonly kind: 'signed-out'; readonly message: string }
  | { readonly kind: 'rate-limited'; readonly message: string; readonly afterMs: number }
  | { readonly kind: 'not-offered'; readonly message: string }

/** A request that may be given up. */
export interface Cancel {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string | null
  readonly cancel: Cancel | null
  /** Bytes of the body sent so far. */
  readonly onSent?: (sent: number, total: number) => void
  /** Bytes of the answer so far; `total` null where the server does not say it. */
  readonly onReceived?: (received: number, total: number | null) => void
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** No answer came. `sent` is false only when it is sure that nothing reached the server. */
export interface HttpFault {
  readonly code: 'no-answer' | 'too-large' | 'cancelled'
  readonly sent: boolean
  readonly message: string
}

/** A request as both shells hand it on: the path without the query, decoded where it is used. */
export interface ShellRequest {
  readonly method: string
  readonly path: string
  readonly body: AsyncIterable<Uint8Array>
}

export interface ShellAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
}

export const plainAnswer = (status: number, text: string): ShellAnswer => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: text,
})

export const jsonAnswer = (value: unknown): ShellAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  body: JSON.stringify(value),
})

export const bytesAnswer = (type: string, body: Uint8Array): ShellAnswer => ({
  status: 200,
  headers: { 'Content-Type': type, 'Cache-Control': 'no-store' },
  body,
})

export interface Parts {
  readonly texts: Readonly<Record<string, string>>
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null
}

/** Reads a multipart body by its own means, so that what we write is judged by something else than what wrote it. */
export const readMultipart = (body: Uint8Array, type: string): Parts => {
  const boundary = /boundary=([^;]+)/.exec(type)?.[1]
  if (!boundary) throw new Error('no boundary')
  const bytes = Buffer.from(body)
  const mark = Buffer.from(`--${boundary}`)
  const texts: Record<string, string> = {}
  let file: Parts['file'] = null
  for (let at = bytes.indexOf(mark); ;) {
    const start = at + mark.length
    if (bytes.subarray(start, start + 2).toString() === '--') break
    const next = bytes.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), start)
    if (next < 0) throw new Error('the body is cut')
    const head = bytes.indexOf('\r\n\r\n', start)
    const headers = bytes.subarray(start, head).toString('utf8')
    const content = bytes.subarray(head + 4, next)
    const name = / name="([^"]*)"/.exec(headers)![1]!
    const fileName = / filename="([^"]*)"/.exec(headers)?.[1]
    if (fileName === undefined) texts[name] = content.toString('utf8')
    else file = { name: fileName, bytes: content }
    at = next + 2
  }
  return { texts, file }
}

import { utf8Bytes } from '#core/base/utf8.ts'

export interface MultipartFile {
  readonly name: string
  readonly fileName: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface Multipart {
  readonly contentType: string
  readonly body: Uint8Array
}

const contains = (bytes: Uint8Array, wanted: Uint8Array): boolean => {
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    let k = 1
    while (k < wanted.length && bytes[at + k] === wanted[k]) k++
    if (k === wanted.length) return true
  }
  return false
}

/** Names in a header: quotes, backslashes and line ends are percent-encoded (WHATWG HTML, multipart/form-data encoding). */
const headerText = (text: string): string =>
  text.replace(/["\\\r\n]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

/**
 * Writes a `multipart/form-data` body. The same parts give the same bytes; the boundary is one that no part contains.
 * @source RFC 7578, RFC 2046 section 5.1
 */
export const multipart = (texts: Readonly<Record<string, string>>, file: MultipartFile | null): Multipart => {
  const contents = [...Object.values(texts).map(utf8Bytes), ...(file ? [file.bytes] : [])]
  let boundary = 'boardproof-part-boundary'
  for (let n = 0; contents.some((content) => contains(content, utf8Bytes(boundary))); n++) boundary = `boardproof-part-boundary-${n}`
  const pieces: Uint8Array[] = []
  const line = (text: string): void => void pieces.push(utf8Bytes(`${text}\r\n`))
  for (const [name, text] of Object.entries(texts)) {
    line(`--${boundary}`)
    line(`Content-Disposition: form-data; name="${headerText(name)}"`)
    line('')
    line(text)
  }
  if (file) {
    line(`--${boundary}`)
    line(`Content-Disposition: form-data; name="${headerText(file.name)}"; filename="${headerText(file.fileName)}"`)
    line(`Content-Type: ${file.type}`)
    line('')
    pieces.push(file.bytes)
    line('')
  }
  line(`--${boundary}--`)
  const body = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    body.set(piece, at)
    at += piece.length
  }
  return { contentType: `multipart/form-data; boundary=${boundary}`, body }
}

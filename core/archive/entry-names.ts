/** Upper half of code page 437, which zip writers use when they do not flag UTF-8. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/**
 * Decodes an entry name. Flagged names are UTF-8; the rest is UTF-8 when it is valid as such, else code page 437 when
 * it uses its letters that Latin-1 lacks, else Latin-1.
 * @source ZIP APPNOTE 6.3.10, 4.4.4 bit 11 and appendix D
 */
export const decodeEntryName = (raw: Uint8Array, flaggedUtf8: boolean): string => {
  if (raw.every((b) => b < 0x80)) return String.fromCharCode(...raw)
  const utf8 = decodeUtf8(raw)
  if (flaggedUtf8 || !utf8.includes('\ufffd')) return utf8
  const latin = !raw.some((b) => b >= 0x80 && b < 0xa0)
  return Array.from(raw, (b) => (b < 0x80 || latin ? String.fromCharCode(b) : CP437[b - 0x80]!)).join('')
}

/** Decodes UTF-8; anything malformed becomes U+FFFD. */
const decodeUtf8 = (raw: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < raw.length;) {
    const lead = raw[i++]!
    if (lead < 0x80) {
      text += String.fromCharCode(lead)
      continue
    }
    const more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0
    let code = more === 3 ? lead & 0x07 : more === 2 ? lead & 0x0f : lead & 0x1f
    let good = more > 0
    for (let k = 0; good && k < more; k++) {
      const next = raw[i] ?? 0
      good = (next & 0xc0) === 0x80
      if (good) {
        code = (code << 6) | (next & 0x3f)
        i++
      }
    }
    const overlong =
      (more === 2 && code < 0x800) || (more === 3 && (code < 0x10000 || code > 0x10ffff)) || (code >= 0xd800 && code < 0xe000)
    text += good && !overlong ? String.fromCodePoint(code) : '\ufffd'
  }
  return text
}

/** Folders and files that operating systems, editors and version control leave behind; never part of a package. */
export const isJunk = (path: string): boolean => {
  const parts = path.split('/')
  const name = parts.at(-1)!
  return (
    parts.slice(0, -1).some((p) => p === '__MACOSX' || (p.startsWith('.') && p !== '.')) ||
    name.startsWith('.') ||
    /^(thumbs\.db|desktop\.ini|icon\r?)$/i.test(name) ||
    /(~|\.bak|\.swp|\.lck)$/i.test(name)
  )
}

/** Formats that are zips inside but one document to the user (a BOM as a spreadsheet, a 3D model). */
const DOCUMENT_ZIP = /\.(xlsx|xlsm|docx|pptx|vsdx|od[tsgp]|epub|jar|3mf|f3z|kmz|stpz)$/i

export type ArchiveKind = 'zip' | 'rar' | '7z' | 'gzip' | 'tar' | 'bzip2' | 'xz'

/** What kind of archive a file is, by its magic numbers; null for none. Only zip can be read. */
export const archiveKind = (path: string, bytes: Uint8Array): ArchiveKind | null => {
  const kind = kindByMagic(bytes)
  return kind === 'zip' && DOCUMENT_ZIP.test(path) ? null : kind
}

const kindByMagic = (bytes: Uint8Array): ArchiveKind | null => {
  const starts = (...magic: number[]): boolean => magic.every((b, i) => bytes[i] === b)
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06) || starts(0x50, 0x4b, 0x07, 0x08)) return 'zip'
  if (starts(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07)) return 'rar'
  if (starts(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)) return '7z'
  if (starts(0x1f, 0x8b)) return 'gzip'
  if (starts(0x42, 0x5a, 0x68)) return 'bzip2'
  if (starts(0xfd, 0x37, 0x7a, 0x58, 0x5a)) return 'xz'
  const ustar = [0x75, 0x73, 0x74, 0x61, 0x72]
  return ustar.every((b, i) => bytes[257 + i] === b) ? 'tar' : null
}

import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { archiveKind, decodeEntryName, isJunk } from '#core/archive/entry-names.ts'
import { PACKAGE_LIMITS, refuseDuplicates, refuseEntry, refusePath, refuseTotals } from '#core/archive/limits.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const entry = { path: 'a.gbr', packedBytes: 100, unpackedBytes: 1000, encrypted: false, link: false, method: 8 }

describe('paths', () => {
  it.each(['a.gbr', 'folder/a.gbr', 'a..b/c.gbr', 'Ünïcode/顶层.gbr', 'a b (1).gbr', '...gbr'])('accepts %s', (path) =>
    expect(refusePath(path)).toBeNull(),
  )

  it.each([
    ['../a.gbr', '".."'],
    ['a/../../b', '".."'],
    ['a\\..\\b', '".."'],
    ['/etc/passwd', 'absolute'],
    ['\\server\\a', 'absolute'],
    ['C:\\a.gbr', 'drive letter'],
    ['c:a.gbr', 'drive letter'],
    ['a\u0000b', 'control characters'],
    ['x/'.repeat(40) + 'a', '32 folders'],
    ['a'.repeat(1025), '1024 characters'],
  ])('refuses %s', (path, why) => expect(refusePath(path)?.message).toContain(why))

  it('never lets a path out that it accepts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '.', 'a', '', 'C:', 'b.gbr'), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('/', '\\'),
        (parts, separator) => {
          const path = parts.join(separator)
          if (refusePath(path) !== null) return
          expect(path.split(/[\\/]/)).not.toContain('..')
          expect(/^([\\/]|[A-Za-z]:)/.test(path)).toBe(false)
        },
      ),
    )
  })
})

describe('limits', () => {
  it('accepts an entry exactly at each limit and refuses one beyond, with the limit named', () => {
    const { fileBytes, ratio, ratioFromBytes, totalBytes, entries } = PACKAGE_LIMITS
    expect(refuseEntry({ ...entry, unpackedBytes: fileBytes, packedBytes: fileBytes })).toBeNull()
    expect(refuseEntry({ ...entry, unpackedBytes: fileBytes + 1, packedBytes: fileBytes })).toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('256 MB'),
    })
    expect(refuseEntry({ ...entry, packedBytes: 1, unpackedBytes: ratioFromBytes })).toBeNull()
    expect(refuseEntry({ ...entry, packedBytes: 10_000, unpackedBytes: 10_000 * ratio })).toBeNull()
    expect(refuseEntry({ ...entry, packedBytes: 10_000, unpackedBytes: 10_000 * ratio + 1 })).toMatchObject({
      code: 'ratio-too-high',
      message: expect.stringContaining('200 times'),
    })
    expect(refuseTotals(entries, totalBytes)).toBeNull()
    expect(refuseTotals(entries + 1, 0)).toMatchObject({ code: 'too-many-entries', message: expect.stringContaining('20000') })
    expect(refuseTotals(1, totalBytes + 1)).toMatchObject({ code: 'package-too-large', message: expect.stringContaining('1024 MB') })
  })

  it.each([
    [{ encrypted: true }, 'encrypted'],
    [{ link: true }, 'link'],
    [{ method: 12 }, 'unsupported-compression'],
    [{ path: '../a' }, 'unsafe-path'],
  ])('refuses %j', (change, code) => expect(refuseEntry({ ...entry, ...change })?.code).toBe(code))

  it('refuses a path that comes twice', () => {
    expect(refuseDuplicates(['a', 'b', 'A'])).toBeNull()
    expect(refuseDuplicates(['a', 'b', 'a'])).toMatchObject({ code: 'duplicate-entry', message: expect.stringContaining('"a"') })
  })
})

describe('entry names', () => {
  it.each([
    ['plain', bytes(0x61, 0x2e, 0x67), false, 'a.g'],
    ['flagged UTF-8', bytes(0xc3, 0xa4), true, 'ä'],
    ['UTF-8 without the flag', bytes(0xe9, 0xa1, 0xb6), false, '顶'],
    ['Latin-1', bytes(0x4c, 0xf6, 0x74), false, 'Löt'],
    ['code page 437', bytes(0x4c, 0x94, 0x74), false, 'Löt'],
    ['broken UTF-8 with the flag', bytes(0x61, 0xff), true, 'a\ufffd'],
    ['an overlong slash', bytes(0xc0, 0xaf), true, '\ufffd\ufffd'],
    ['four bytes', bytes(0xf0, 0x9f, 0x98, 0x80), true, '😀'],
  ])('decodes %s', (_, raw, flagged, text) => expect(decodeEntryName(raw, flagged)).toBe(text))

  it('reads what a UTF-8 writer wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeEntryName(new TextEncoder().encode(text), true)).toBe(text)
      }),
    )
  })

  it('knows what operating systems leave behind', () => {
    expect(['__MACOSX/._a.gbr', 'x/.DS_Store', '.git/config', 'Thumbs.db', 'a/desktop.ini', 'board.gbr~'].map(isJunk)).toEqual(
      Array(6).fill(true),
    )
    expect(['a.gbr', 'MACOSX/a.gbr', 'x.y/a.gbr', 'thumbs.gbr'].map(isJunk)).toEqual(Array(4).fill(false))
  })

  it('tells archives by their bytes, but not spreadsheets', () => {
    const zip = bytes(0x50, 0x4b, 3, 4)
    expect(archiveKind('a', zip)).toBe('zip')
    expect(archiveKind('bom.xlsx', zip)).toBeNull()
    expect(archiveKind('a.7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c))).toBe('7z')
    expect(archiveKind('a.gz', bytes(0x1f, 0x8b, 8))).toBe('gzip')
    expect(archiveKind('a.gbr', bytes(0x47, 0x30, 0x34))).toBeNull()
  })
})

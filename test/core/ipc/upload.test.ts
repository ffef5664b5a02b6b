import { describe, expect, test } from 'vitest'
import { PACKAGE_LIMITS } from '#core/archive/limits.ts'
import { parseUploadList, uploadHead } from '#core/ipc/upload.ts'

const list = (...files: readonly { path: string; bytes: number }[]): string => JSON.stringify({ name: 'amp', files })

describe('the list of an upload', () => {
  test('is taken as it is', () => {
    expect(parseUploadList(list({ path: 'gerber/F_Cu.gbr', bytes: 10 }, { path: 'drill.drl', bytes: 0 }))).toEqual({
      ok: true,
      value: {
        name: 'amp',
        files: [
          { path: 'gerber/F_Cu.gbr', bytes: 10 },
          { path: 'drill.drl', bytes: 0 },
        ],
      },
    })
  })

  test('an archive may be as large as archives may be, a single file of several not', () => {
    const bytes = PACKAGE_LIMITS.fileBytes + 1
    expect(parseUploadList(list({ path: 'a.zip', bytes })).ok).toBe(true)
    expect(parseUploadList(list({ path: 'a.gbr', bytes }, { path: 'b.gbr', bytes: 1 }))).toMatchObject({
      ok: false,
      error: { code: 'file-too-large' },
    })
  })

  test.each([
    ['no JSON', '{', 'bad-request'],
    ['no files', list(), 'bad-request'],
    ['another shape', JSON.stringify({ name: 'amp', files: [{ path: 'a', bytes: -1 }] }), 'bad-request'],
    ['more than was agreed', JSON.stringify({ name: 'amp', files: [{ path: 'a', bytes: 1 }], mode: 'x' }), 'bad-request'],
    ['a path that leads out', list({ path: '../a', bytes: 1 }), 'unsafe-path'],
    ['an absolute path', list({ path: '/etc/passwd', bytes: 1 }), 'unsafe-path'],
    ['the same path twice', list({ path: 'a', bytes: 1 }, { path: 'a', bytes: 1 }), 'duplicate-entry'],
    [
      'too much in all',
      list(...Array.from({ length: 5 }, (_, i) => ({ path: `f${i}`, bytes: PACKAGE_LIMITS.fileBytes }))),
      'package-too-large',
    ],
  ])('%s is refused', (_, text, code) => {
    expect(parseUploadList(text)).toMatchObject({ ok: false, error: { code } })
  })

  test('its head says how long it is, in bytes', () => {
    const files = { name: 'платa', files: [{ path: 'a', bytes: 1 }] }
    const head = uploadHead(files, (text) => new TextEncoder().encode(text))
    expect(new DataView(head.buffer).getUint32(0, true)).toBe(head.length - 4)
    expect(parseUploadList(new TextDecoder().decode(head.subarray(4)))).toEqual({ ok: true, value: files })
  })
})

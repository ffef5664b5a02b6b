import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPackage } from '#main/import/read-package.ts'

const GERBER = '%FSLAX46Y46*%\n%MOMM*%\n%ADD10C,0.5*%\nD10*\nX0Y0D03*\nM02*\n'
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const zipOf = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { unixPermissions?: number } = {},
): Promise<Uint8Array> => {
  const zip = new JSZip()
  for (const [path, content] of Object.entries(files)) zip.file(path, content, { createFolders: false, ...options })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: options.unixPermissions ? 'UNIX' : 'DOS' })
}

/** Writes over bytes of every central directory entry: field at an offset from its signature. */
const patched = (zip: Uint8Array, change: (view: DataView, central: number) => void): Uint8Array => {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  for (let i = 0; i + 4 <= copy.length; i++) if (view.getUint32(i, true) === 0x02014b50) change(view, i)
  return copy
}

const read = (bytes: Uint8Array, name = 'board.zip'): ReturnType<typeof readPackage> => readPackage({ name, bytes })
const failure = async (bytes: Uint8Array, name?: string): Promise<{ code: string; message: string }> => {
  const result = await read(bytes, name)
  if (result.ok) throw new Error('was read')
  return result.error
}

describe('a zip', () => {
  it('comes as files sorted by path, with hashes, without junk', async () => {
    const result = await read(await zipOf({ 'b.gbr': GERBER, 'a/c.gbr': 'x', '__MACOSX/._b.gbr': 'junk', '.DS_Store': 'junk' }))
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.files.map((f) => f.path)).toEqual(['a/c.gbr', 'b.gbr'])
    expect(text(result.value.files[1]!.bytes)).toBe(GERBER)
    expect(result.value.files[0]!.sha256).toBe('2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881')
    expect(result.value.problems).toEqual([])
  })

  it('hashes as its own bytes, so that the same zip is the same package', async () => {
    const zip = await zipOf({ 'a.gbr': GERBER })
    const [first, second] = [await read(zip), await read(zip.slice(), 'other name.zip')]
    expect(first.ok && second.ok && first.value.sha256 === second.value.sha256).toBe(true)
    expect(first.ok && first.value.bytes).toBe(zip.length)
  })

  it('reports progress and stops when asked', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, k) => [`f${k}.gbr`, GERBER]))
    const zip = await zipOf(files)
    const seen: number[] = []
    await readPackage({ name: 'a.zip', bytes: zip }, { onProgress: (done) => seen.push(done) })
    expect(seen.at(-1)).toBe(30)
    const abort = new AbortController()
    const result = await readPackage({ name: 'a.zip', bytes: zip }, { signal: abort.signal, onProgress: () => abort.abort() })
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('names files that differ only in case', async () => {
    const result = await read(await zipOf({ 'Top.gbr': GERBER, 'top.gbr': GERBER }))
    expect(result.ok && result.value.problems.map((p) => p.code)).toEqual(['case-twins'])
  })
})

describe('a bad zip', () => {
  it.each([
    ['not a zip', async () => new TextEncoder().encode('hello'), 'not-a-zip'],
    ['nothing', async () => new Uint8Array(), 'empty'],
    ['an empty zip', async () => zipOf({}), 'empty'],
    ['only junk', async () => zipOf({ '.DS_Store': 'x' }), 'empty'],
    ['cut short', async () => (await zipOf({ 'a.gbr': GERBER.repeat(100) })).slice(0, 60), 'truncated'],
    ['without its last bytes', async () => (await zipOf({ 'a.gbr': GERBER })).slice(0, -30), 'truncated'],
    ['encrypted', async () => patched(await zipOf({ 'a.gbr': GERBER }), (v, at) => v.setUint16(at + 8, 1, true)), 'encrypted'],
    [
      'with a strange method',
      async () => patched(await zipOf({ 'a.gbr': GERBER }), (v, at) => v.setUint16(at + 10, 99, true)),
      'unsupported-compression',
    ],
    ['with a path out of it', async () => renamed(await zipOf({ 'aa/xx.gbr': GERBER }), 'aa/xx.gbr', '../xx.gbr'), 'unsafe-path'],
    ['with an absolute path', async () => renamed(await zipOf({ 'aaxx.gbr': GERBER }), 'aaxx.gbr', '/axx.gbr'), 'unsafe-path'],
    ['with the same path twice', async () => renamed(await zipOf({ 'a.gbr': '1', 'b.gbr': '2' }), 'b.gbr', 'a.gbr'), 'duplicate-entry'],
    ['with a link', async () => zipOf({ 'a.gbr': '/etc/passwd' }, { unixPermissions: 0o120777 }), 'link'],
    ['that is a bomb', async () => zipOf({ 'a.gbr': new Uint8Array(40 * 1024 * 1024) }), 'ratio-too-high'],
    [
      'whose header lies about the size',
      async () => patched(await zipOf({ 'a.gbr': 'x'.repeat(100_000) }), (v, at) => v.setUint32(at + 24, 1000, true)),
      'damaged',
    ],
    ['whose checksum is wrong', async () => patched(await zipOf({ 'a.gbr': GERBER }), (v, at) => v.setUint32(at + 16, 1, true)), 'damaged'],
    ['that is a rar', async () => Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0), 'unsupported-archive', 'a.rar'],
  ])('%s is refused with its reason', async (_, make, code, name?: string) => {
    const error = await failure(await make(), name)
    expect(error.code).toBe(code)
    expect(error.message.length).toBeGreaterThan(20)
  })

  it('never throws and never hangs on damaged bytes', async () => {
    const zip = await zipOf({ 'a.gbr': GERBER.repeat(20), 'b/c.gbr': GERBER })
    for (let at = 0; at < zip.length; at += 3) {
      const hurt = zip.slice()
      hurt[at] = hurt[at]! ^ 0xff
      const result = await read(hurt)
      if (!result.ok) expect(result.error.message).not.toBe('')
    }
  })
})

/** Renames an entry in both its headers; the names have the same length. */
const renamed = (zip: Uint8Array, from: string, to: string): Uint8Array => {
  const [copy, old, fresh] = [zip.slice(), new TextEncoder().encode(from), new TextEncoder().encode(to)]
  for (let i = 0; i + old.length <= copy.length; i++) if (old.every((b, k) => copy[i + k] === b)) copy.set(fresh, i)
  return copy
}

describe('archives inside', () => {
  it('opens a single zip that holds everything, and says so', async () => {
    const inner = await zipOf({ 'a.gbr': GERBER })
    const result = await read(await zipOf({ 'order/gerbers.zip': inner, 'readme.txt': 'hello' }))
    expect(result.ok && result.value.files.map((f) => f.path)).toEqual(['order/gerbers.zip/a.gbr', 'readme.txt'])
    expect(result.ok && result.value.problems).toMatchObject([{ level: 'info', code: 'nested-archive-read' }])
  })

  it('leaves a zip beside artwork, and two zips, and says so', async () => {
    const inner = await zipOf({ 'a.gbr': GERBER })
    const beside = await read(await zipOf({ 'old.zip': inner, 'b.gbr': GERBER }))
    expect(beside.ok && beside.value.files.map((f) => f.path)).toEqual(['b.gbr'])
    expect(beside.ok && beside.value.problems).toMatchObject([
      { level: 'warning', code: 'nested-archive', message: expect.stringContaining('old.zip') },
    ])
    expect((await failure(await zipOf({ 'one.zip': inner, 'two.zip': inner }))).message).toContain('one.zip')
  })

  it('goes one level deep and no further', async () => {
    const deepest = await zipOf({ 'a.gbr': GERBER })
    const result = await read(await zipOf({ 'b.zip': await zipOf({ 'c.zip': deepest, 'x.gbr': GERBER }) }))
    expect(result.ok && result.value.files.map((f) => f.path)).toEqual(['b.zip/x.gbr'])
    expect(result.ok && result.value.problems.map((p) => p.code)).toEqual(['nested-archive-read', 'nested-archive'])
  })

  it('keeps a spreadsheet, which is a zip too', async () => {
    const sheet = await zipOf({ 'xl/workbook.xml': '<x/>' })
    const result = await read(await zipOf({ 'bom.xlsx': sheet, 'a.gbr': GERBER }))
    expect(result.ok && result.value.files.map((f) => f.path)).toEqual(['a.gbr', 'bom.xlsx'])
  })
})

describe('folders and files', () => {
  let root = ''
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'package-'))
    await mkdir(join(root, 'fab', 'drill'), { recursive: true })
    await mkdir(join(root, 'fab', '.git'))
    await writeFile(join(root, 'fab', 'top.gbr'), GERBER)
    await writeFile(join(root, 'fab', 'drill', 'a.drl'), 'M48\n')
    await writeFile(join(root, 'fab', '.git', 'config'), 'x')
    await writeFile(join(root, 'outside.gbr'), 'secret')
    await symlink(join(root, 'outside.gbr'), join(root, 'fab', 'link.gbr'))
    await mkdir(join(root, 'none'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  it('reads a folder with its subfolders; hidden ones and links stay out', async () => {
    const result = await readPackage({ path: join(root, 'fab') })
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value.name).toBe('fab')
    expect(result.value.files.map((f) => f.path)).toEqual(['drill/a.drl', 'top.gbr'])
    expect(result.value.problems.map((p) => p.code)).toEqual(['link-skipped'])
    expect(result.value.bytes).toBe(GERBER.length + 4)
  })

  it('gives a folder the same hash wherever it lies', async () => {
    const [a, b] = [
      await readPackage({ path: join(root, 'fab') }),
      await readPackage({ paths: [join(root, 'fab', 'top.gbr'), join(root, 'fab', 'drill', 'a.drl')] }),
    ]
    expect(a.ok && b.ok && a.value.sha256 === b.value.sha256).toBe(true)
  })

  it('reads one file, several files, and a zip by path', async () => {
    const one = await readPackage({ path: join(root, 'fab', 'top.gbr') })
    expect(one.ok && one.value.files.map((f) => f.path)).toEqual(['top.gbr'])
    const several = await readPackage({ paths: [join(root, 'fab', 'top.gbr'), join(root, 'fab', 'drill')] })
    expect(several.ok && several.value.files.map((f) => f.path)).toEqual(['drill/a.drl', 'top.gbr'])
    await writeFile(join(root, 'p.zip'), await zipOf({ 'a.gbr': GERBER }))
    const zip = await readPackage({ path: join(root, 'p.zip') })
    expect(zip.ok && zip.value.name).toBe('p.zip')
  })

  it('says what is missing or empty', async () => {
    expect(await readPackage({ path: join(root, 'nowhere') })).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await readPackage({ path: join(root, 'none') })).toMatchObject({ ok: false, error: { code: 'empty' } })
    expect(await readPackage({ paths: [] })).toMatchObject({ ok: false, error: { code: 'empty' } })
  })
})

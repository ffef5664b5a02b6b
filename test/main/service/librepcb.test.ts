import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LibraryPage } from '#main/service/librepcb/shapes.ts'
import { openStore } from '#main/store/store.ts'
import { sharedJson, sharedPath } from '#test/support/shared.ts'
import { projectArchive } from '#test/support/librepcb/project.ts'
import { sampleProject } from '#test/support/librepcb/sample.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { deviations, type Field } from './support/contract.ts'
import { zipOf } from './support/orderable-board.ts'
import { aService, codeOf, type Answer, type TestService } from './support/service.ts'

let service: TestService
const folder = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
const libraries = join(folder, 'libraries')
const OPEN = { key: null } as const

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const writeLibrary = (name: string, n: number, format: string, version = '0.1', more = ''): void => {
  const at = join(libraries, `${name}.lplib`)
  for (const part of ['sym', 'cmp']) mkdirSync(join(at, part, uuid(900 + n)), { recursive: true })
  writeFileSync(join(at, '.librepcb-lib'), `${format}\n`)
  writeFileSync(
    join(at, 'library.lp'),
    `(librepcb_library ${uuid(n)}\n (name "${name}")\n (name (locale de_DE) "${name} \\"auf Deutsch\\"")\n (description "Some ${name}")\n (keywords "a,b")\n (author "Ada")\n (version "${version}")\n (created 2024-03-03T22:41:53Z)\n (deprecated false)\n (url "https://example.org/${name}")\n${more})\n`,
  )
}

beforeAll(async () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  for (let n = 1; n <= 60; n++) writeLibrary(`Lib${String(n).padStart(3, '0')}`, n, '0.1')
  writeLibrary('Newer', 61, '1', '0.2', ` (dependency ${uuid(1)})\n`)
  writeLibrary('Lib001-in-the-newer-format', 1, '1')
  writeFileSync(join(libraries, 'Newer.lplib', 'library.png'), 'PNG')
  mkdirSync(join(libraries, 'broken.lplib'))
  writeFileSync(join(libraries, 'broken.lplib', '.librepcb-lib'), '0.1')
  writeFileSync(join(libraries, 'broken.lplib', 'library.lp'), '(librepcb_library (((')
  service = await aService({ data: join(folder, 'data'), librepcb: { takesProjects: true, libraries } }, (stop) => afterAll(stop))
})

describe('the libraries', () => {
  const page = async (format: string, query = ''): Promise<LibraryPage> => {
    const answer = await service.call('GET', `/v1/libraries/v${format}${query}`, OPEN)
    expect(answer.status).toBe(200)
    return answer.body as LibraryPage
  }

  it('are listed page by page, without those of a newer format', async () => {
    const first = await page('0.1')
    expect([first.count, first.results.length, first.previous]).toEqual([60, 50, null])
    expect(first.next).toBe(`${service.address()}/api/v1/libraries/v0.1?page=2`)
    const second = (await (await fetch(first.next!)).json()) as LibraryPage
    expect([second.count, second.results.length, second.next]).toEqual([60, 10, null])
    expect(second.previous).toBe(`${service.address()}/api/v1/libraries/v0.1?page=1`)
    expect(new Set([...first.results, ...second.results].map((l) => l.uuid)).size).toBe(60)
    const beyond = await service.call('GET', '/v1/libraries/v0.1?page=3', OPEN)
    expect([beyond.status, codeOf(beyond)]).toEqual([404, 'not_found'])
  })

  it('say what the library says', async () => {
    const newer = (await page('1')).results.find((l) => l.uuid === uuid(61))
    const all = [...(await page('1')).results, ...(await page('1', '?page=2')).results]
    expect(all).toHaveLength(61)
    // In the newest format that the client reads.
    expect(all.find((l) => l.uuid === uuid(1))).toMatchObject({ format_version: '1' })
    const found = newer ?? all.find((l) => l.uuid === uuid(61))!
    expect(found).toMatchObject({
      name: { default: 'Newer', de_DE: 'Newer "auf Deutsch"' },
      description: { default: 'Some Newer' },
      keywords: { default: 'a,b' },
      author: 'Ada',
      version: '0.2',
      deprecated: false,
      dependencies: [uuid(1)],
      symbols: 1,
      components: 1,
      packages: 0,
      format_version: '1',
    })
    expect(await (await fetch(found.icon_url!)).text()).toBe('PNG')
  })

  it('can be fetched as the zip that the list announces', async () => {
    const [library] = (await page('0.1')).results
    const bytes = new Uint8Array(await (await fetch(library!.download_url)).arrayBuffer())
    expect(bytes.length).toBe(library!.download_size)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(library!.download_sha256)
    const zip = await JSZip.loadAsync(bytes)
    expect(Object.keys(zip.files)).toEqual(expect.arrayContaining(['.librepcb-lib', 'library.lp']))
  })

  it.each(['/v1/libraries/vx', '/v1/libraries/v0.1?page=0', '/v1/libraries/v0.1?page=1e9', '/v1/libraries/v../..'])(
    'refuse %s',
    async (path) => {
      const answer = await service.call('GET', path, OPEN)
      expect([400, 404]).toContain(answer.status)
    },
  )
})

describe('ordering a board', () => {
  const upload = (project: string): Promise<Answer> =>
    service.call('POST', '/v1/order/upload', { ...OPEN, json: { project, board: 'boards/default/board.lp' } })
  const resultPage = async (answer: Answer): Promise<string> => {
    expect(answer.status).toBe(200)
    const { redirect_url } = answer.body as { redirect_url: string }
    for (;;) {
      const text = await (await fetch(redirect_url)).text()
      if (!text.includes('Reading the project')) return text
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

  it('begins by asking where', async () => {
    const answer = await service.call('GET', '/v1/order', OPEN)
    expect(answer.body).toMatchObject({ upload_url: `${service.address()}/api/v1/order/upload`, max_size: 50 * 1024 * 1024 })
    const info = await fetch((answer.body as { info_url: string }).info_url)
    expect([info.status, (await info.text()).includes('Boardproof')]).toEqual([200, true])
  })

  it('brings a project with artwork into the application as a board', async () => {
    const zip = new JSZip()
    zip.file('amp.lpp', 'LIBREPCB-PROJECT')
    zip.file('boards/default/board.lp', '(librepcb_board)')
    for (const { path, bytes } of writePackage(smallBoard())) zip.file(`output/v1/gerber/${path}`, bytes)
    const text = await resultPage(await upload(base64(await zip.generateAsync({ type: 'uint8array' }))))
    expect(text).toContain('amp: Blocked')
    const store = await openStore(service.data)
    if (!store.ok) throw new Error(store.error.message)
    try {
      const [board, ...others] = store.value.boards.recent(10)
      expect(others).toEqual([])
      expect(board).toMatchObject({ name: 'amp', verdict: 'blocked', widthMm: 40, heightMm: 30, copperLayers: 2 })
      const opened = store.value.boards.reviewOf(board!.id)!
      expect(opened.raw.length).toBeGreaterThan(20)
      const kept = store.value.boards.packageOf(board!.id)!
      expect(store.value.contents.get(kept.archiveSha256!)).not.toBeNull()
    } finally {
      store.value.close()
    }
  })

  it('plots a project that brings no artwork, and keeps the board', async () => {
    const text = await resultPage(await upload(base64(await projectArchive(sampleProject()))))
    expect(text).toContain('blinker: ')
    const store = await openStore(service.data)
    if (!store.ok) throw new Error(store.error.message)
    expect(store.value.boards.recent(10).find(({ name }) => name === 'blinker')).toMatchObject({ widthMm: 30, heightMm: 20 })
    store.value.close()
  })

  it('says of a project without artwork that it holds none, and what to export', async () => {
    const zip = new JSZip().file('plain.lpp', 'LIBREPCB-PROJECT').file('boards/default/board.lp', '(librepcb_board)')
    const text = await resultPage(await upload(base64(await zip.generateAsync({ type: 'uint8array' }))))
    expect(text).toContain('plain holds no artwork')
    expect(text).toContain('Generate Fabrication Data')
  })

  it('says what is wrong with a damaged project', async () => {
    const bytes = await zipOf(smallBoard())
    expect(await resultPage(await upload(base64(bytes.slice(0, 300))))).toContain('cannot be read')
  })

  it.each([
    ['no base64', '***', 400, 'invalid_file'],
    ['no zip', Buffer.from('hello').toString('base64'), 400, 'invalid_file'],
    ['nothing', '    ', 400, 'empty_file'],
  ])('refuses %s', async (_what, project, status, code) => {
    const answer = await upload(project)
    expect([answer.status, codeOf(answer)]).toEqual([status, code])
  })

  it('escapes what a project is called', async () => {
    const zip = new JSZip().file('<img src=x onerror=alert(1)>.lpp', 'x')
    const text = await resultPage(await upload(base64(await zip.generateAsync({ type: 'uint8array' }))))
    expect(text).not.toContain('<img')
  })

  it('shows nothing under an address that was not given out', async () => {
    expect((await fetch(`${service.address()}/librepcb/projects/${'0'.repeat(32)}`)).status).toBe(404)
  })
})

it('takes no projects where it is not meant to', async () => {
  const other = await aService({ librepcb: { takesProjects: false, libraries: null } })
  expect((await other.call('GET', '/v1/order', OPEN)).body).toMatchObject({ upload_url: null })
  const answer = await other.call('POST', '/v1/order/upload', { ...OPEN, json: { project: 'UEsDBA==', board: null } })
  expect([answer.status, codeOf(answer)]).toEqual([503, 'unavailable'])
})

interface LibrepcbContract {
  readonly endpoints: readonly {
    readonly path: string
    readonly method: string
    readonly responses: readonly { readonly fields: readonly Field[] }[]
  }[]
}

describe.skipIf(sharedPath('contracts', 'librepcb.json') === null)(
  'the contract librepcb.json (skipped where the reference material is absent)',
  () => {
    it.each(['/api/v1/libraries/v{format}', '/api/v1/order', '{upload_url}'])('%s has every field in its type', async (path) => {
      const contract = sharedJson<LibrepcbContract>('contracts', 'librepcb.json')
      const endpoint = contract.endpoints.find((e) => e.path === path)!
      const project = Buffer.from(await zipOf(smallBoard())).toString('base64')
      const answer = path.startsWith('{')
        ? await service.call('POST', '/v1/order/upload', { ...OPEN, json: { project, board: null } })
        : await service.call('GET', path.replace('/api', '').replace('{format}', '1'), OPEN)
      expect(answer.status).toBe(200)
      expect(deviations(endpoint.responses[0]!.fields, answer.body, '', new Set())).toEqual([])
    })
  },
)

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import JSZip from 'jszip'
import { unpackHoles, unpackLayer } from '#core/board/layer-blob.ts'
import { sampleBoard } from '#core/builder/sample-board.ts'
import { writePackage } from '#core/builder/write-package.ts'
import type { BoardShape } from '#core/ipc/board-shapes.ts'
import type { RecentShape, ReviewShape } from '#core/ipc/board.ipc.ts'
import { routes } from '#core/ipc/routes.ts'
import { uploadHead, type UploadList } from '#core/ipc/upload.ts'
import { ask, startTestShell, type RunningShell, type TestPage } from './running-shell.ts'

let running: RunningShell
let known: { Cookie: string; Origin: string }
let page: TestPage
beforeAll(async () => {
  running = await startTestShell()
  known = await running.letIn()
  page = await running.page()
})
afterAll(async () => {
  page.close()
  await running.close()
})

const value = async <T>(name: string, input: unknown = {}): Promise<T> => {
  const reply = await page.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error?.message}`)
  return reply.value as T
}
const finished = (board: string) =>
  page.heard(
    (e) => e.event === 'progress' && e.payload.board === board && ['done', 'failed', 'cancelled'].includes(e.payload.progress.phase),
  )
const arrayBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
const send = async (
  list: UploadList,
  ...contents: readonly Uint8Array[]
): Promise<{ ok: boolean; value?: { id: string; name: string }; error?: { code: string } }> => {
  const body = Buffer.concat([uploadHead(list, (text) => new TextEncoder().encode(text)), ...contents])
  const { body: reply } = await ask(running.port, {
    method: 'POST',
    path: routes.packages(),
    headers: { ...known, 'Content-Type': 'application/x-boardproof-files' },
    body,
  })
  return JSON.parse(reply.toString()) as never
}

describe('calls over the connection', () => {
  test('are answered by name', async () => {
    expect(await value('app.host')).toMatchObject({ shell: 'browser' })
  })

  const BAD = [
    { name: 'an unknown call', call: 'app.shutdown', input: {} },
    { name: 'a name of the prototype', call: 'constructor', input: {} },
    { name: 'a payload with a wrong type', call: 'board.get', input: { board: 7 } },
    { name: 'a payload with more than agreed', call: 'app.host', input: { more: 1 } },
    { name: 'no payload', call: 'board.get', input: undefined },
  ]
  test.for(BAD)('refuse $name', async ({ call, input }) => {
    expect((await page.call(call, input)).error?.code).toBe('bad-request')
  })

  test('by path are refused: a page in a browser must not read files', async () => {
    expect((await page.call('package.openPaths', { paths: ['/etc/passwd'] })).error?.code).toBe('not-here')
    expect((await page.call('package.choose', { folder: false })).error?.code).toBe('not-here')
  })

  test.for([
    { name: 'not JSON', text: '{', code: 1007 },
    { name: 'not a call', text: '{"hello":1}', code: 1008 },
  ])('a message that is $name ends the connection', async ({ text, code }) => {
    const other = await running.page()
    other.send(text)
    expect(await other.closed).toBe(code)
  })

  test('settings come back as they were saved', async () => {
    await value('settings.save', { settings: { theme: 'dark', layouts: { main: { left: 20 } } } })
    expect(await value('settings.load')).toEqual({ theme: 'dark', layouts: { main: { left: 20 } } })
  })
})

describe('a board from upload to review', () => {
  let board: string
  test('the sample board is sent as a zip and reviewed, with events on the way', { timeout: 120_000 }, async () => {
    const zip = new JSZip()
    for (const file of writePackage(sampleBoard())) zip.file(file.path, file.bytes)
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    const reply = await send({ name: 'sample', files: [{ path: 'sample.zip', bytes: bytes.length }] }, bytes)
    expect(reply.ok).toBe(true)
    board = reply.value!.id
    await finished(board)
    const of = page.events.filter((e) => 'board' in e.payload && e.payload.board === board)
    expect(of.findLast((e) => e.event === 'progress')?.payload).toMatchObject({ progress: { phase: 'done' } })
    const order = [...new Set(of.map((e) => e.event))]
    expect(order.indexOf('files')).toBeLessThan(order.indexOf('board'))
    expect(order.indexOf('board')).toBeLessThan(order.indexOf('review'))
    expect(of.filter((e) => e.event === 'review').at(-1)).toMatchObject({ payload: { final: true } })
    expect(of.some((e) => e.event === 'failed')).toBe(false)
  })

  test('every layer and the holes can be read', async () => {
    const model = await value<BoardShape>('board.get', { board })
    expect(model.layers.length).toBeGreaterThanOrEqual(6)
    for (const { id } of model.layers) {
      const { status, headers, body } = await ask(running.port, { path: routes.layer(board, id), headers: known })
      expect([status, headers['content-type']]).toEqual([200, 'application/octet-stream'])
      const layer = unpackLayer(arrayBuffer(body))
      expect(layer.ok && layer.value.objects.count).toBeGreaterThan(0)
    }
    const holes = unpackHoles(arrayBuffer((await ask(running.port, { path: routes.holes(board), headers: known })).body))
    expect(holes.ok && holes.value.count).toBe(model.facts.holes.reduce((sum, { count }) => sum + count, 0))
    expect((await ask(running.port, { path: routes.layer(board, 'no-such-layer'), headers: known })).status).toBe(404)
    expect((await ask(running.port, { path: `/data/boards/${board}/layers/%`, headers: known })).status).toBe(404)
  })

  test('another capability judges again without measuring', async () => {
    const { choices } = await value<{ choices: { id: string }[] }>('app.capabilities')
    const started = page.events.length
    const [one, other] = await Promise.all(
      choices.slice(0, 2).map(({ id }) => value<ReviewShape>('board.review', { board, capability: id })),
    )
    expect(one!.capability).not.toBe(other!.capability)
    expect(one!.outcomes.map((o) => o.ms)).toEqual(other!.outcomes.map((o) => o.ms))
    expect(page.events.length).toBe(started)
    expect((await page.call('board.review', { board, capability: 'nobody' })).error?.code).toBe('no-such-capability')
  })

  test('it is in the list of recent boards, with its picture', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')
    const put = (body: Uint8Array) =>
      ask(running.port, { method: 'PUT', path: routes.picture(board), headers: { ...known, 'Content-Type': 'image/png' }, body })
    expect((await put(Buffer.from('<svg onload=alert(1)>'))).status).toBeGreaterThanOrEqual(400)
    expect((await put(png)).status).toBe(200)
    const [recent] = await value<RecentShape[]>('recents.list')
    expect(recent).toMatchObject({ name: 'sample.zip', copperLayers: 2 })
    const shown = await ask(running.port, { path: recent!.thumbnail!, headers: known })
    expect([shown.headers['content-type'], shown.body]).toEqual(['image/png', png])
  })

  test('a chosen role is kept, said and used in the next run', { timeout: 120_000 }, async () => {
    const files = await value<{ path: string; role: string }[]>('board.files', { board })
    const legend = files.find((f) => f.role === 'legend')!
    const before = page.events.length
    await value('board.setRole', { board, path: legend.path, choice: { role: 'document', side: null, order: null, plating: null } })
    await page.heard((e) => page.events.indexOf(e) >= before && e.event === 'progress' && e.payload.progress.phase === 'done')
    const after = await value<{ path: string; role: string; chosen: boolean }[]>('board.files', { board })
    expect(after.find((f) => f.path === legend.path)).toMatchObject({ role: 'document', chosen: true })
    expect(page.events.slice(before).some((e) => e.event === 'progress' && e.payload.progress.phase === 'cancelled')).toBe(false)
    expect(
      (await page.call('board.setRole', { board, path: 'nobody.gbr', choice: { role: 'copper', side: 'top', order: 1, plating: null } }))
        .error?.code,
    ).toBe('no-such-file')
  })

  test('forgotten, it is gone', async () => {
    const [recent] = await value<RecentShape[]>('recents.list')
    await value('recents.forget', { id: recent!.id })
    expect(await value('recents.list')).toEqual([])
    expect((await page.call('package.openRecent', { id: recent!.id })).error?.code).toBe('gone')
  })
})

describe('uploads that are refused', () => {
  const some = new TextEncoder().encode('G04 nothing*\nM02*\n')
  const REFUSED: readonly { name: string; list: UploadList; contents: readonly Uint8Array[]; code: string | RegExp }[] = [
    {
      name: 'a path that leads out',
      list: { name: 'x', files: [{ path: '../x.gbr', bytes: some.length }] },
      contents: [some],
      code: 'unsafe-path',
    },
    {
      name: 'two files of one path',
      list: {
        name: 'x',
        files: [
          { path: 'a', bytes: some.length },
          { path: 'a', bytes: some.length },
        ],
      },
      contents: [some, some],
      code: 'duplicate-entry',
    },
    {
      name: 'more than a file may have',
      list: {
        name: 'x',
        files: [
          { path: 'a', bytes: 3e8 },
          { path: 'b', bytes: 1 },
        ],
      },
      contents: [],
      code: 'file-too-large',
    },
    {
      name: 'more than a package may have',
      list: { name: 'x', files: Array.from({ length: 6 }, (_, i) => ({ path: `f${i}`, bytes: 2e8 })) },
      contents: [],
      code: 'package-too-large',
    },
    {
      name: 'fewer bytes than listed',
      list: { name: 'x', files: [{ path: 'a', bytes: 1000 }] },
      contents: [some],
      code: /bad-request|upload-cut-off/,
    },
    { name: 'no file', list: { name: 'x', files: [] }, contents: [], code: 'bad-request' },
  ]
  test.for(REFUSED)('$name', async ({ list, contents, code }) => {
    const reply = await send(list, ...contents)
    expect(reply.ok).toBe(false)
    expect(reply.error?.code).toMatch(code)
  })

  test('an upload that is no upload', async () => {
    for (const body of [new Uint8Array(0), new Uint8Array([1]), new Uint8Array([255, 255, 255, 255]), Buffer.from('\x02\0\0\0{}')]) {
      const reply = await ask(running.port, {
        method: 'POST',
        path: routes.packages(),
        headers: { ...known, 'Content-Type': 'application/x-boardproof-files' },
        body,
      })
      expect((JSON.parse(reply.body.toString()) as { ok: boolean }).ok).toBe(false)
    }
  })

  test('bytes that are no package fail with a sentence, as an event', async () => {
    const reply = await send({ name: 'bad', files: [{ path: 'bad.zip', bytes: 9 }] }, Buffer.from('not a zip'))
    const failed = await page.heard((e) => e.event === 'failed' && e.payload.board === reply.value?.id)
    expect(failed.payload).toMatchObject({ refusal: { code: 'not-a-zip' } })
  })
})

import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { shiftBy } from '#core/builder/transform.ts'
import { routes } from '#core/ipc/routes.ts'
import { readPackage } from '#main/import/read-package.ts'
import type { ArchivedBoard } from '#main/store/archive-shape.ts'
import { dataRoutes } from '#main/shell/data-routes.ts'
import { sha256Of } from '#main/store/sha256.ts'
import { runApplication, type Running } from '#test/main/support/application.ts'
import { CAPABILITY, openAndReview, packageOf } from '#test/main/support/revisions.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const judged = (board: string) => ({ board, capability: CAPABILITY })

/** A board with two revisions, a waiver, notes, ticks and a record. */
const withHistory = async (running: Running): Promise<string> => {
  const first = await openAndReview(running, await packageOf(smallBoard()))
  const { findings } = await running.ask('board.review', judged(first))
  const { fingerprint } = findings.find((f) => f.severity === 'error')!
  await running.ask('waivers.add', { ...judged(first), fingerprint, scope: 'group', reason: 'prototype', expiry: { kind: 'none' } })
  await running.ask('notes.add', { ...judged(first), target: { kind: 'finding', fingerprint }, text: 'look at ENIG' })
  await running.ask('findings.mark', { ...judged(first), fingerprints: [fingerprint], state: 'fix', assignee: 'Bob' })
  const second = await openAndReview(running, await packageOf(shiftBy(2, 2).board(smallBoard())), first)
  const { checklist, board } = await running.ask('decisions.get', judged(second))
  await running.ask('checklist.tick', { board, id: checklist[0]!.id, done: true })
  await running.ask('revisions.align', { board, from: 1, to: 2, refused: true })
  const { stateSha256 } = await running.ask('approval.draft', judged(board))
  await running.ask('approval.decide', { ...judged(board), decision: 'rejected', reason: 'rings', stateSha256, ticked: [] })
  return board
}

const bytesOf = async (running: Running, board: string): Promise<Uint8Array> => {
  const written = await running.application.archives.write(board)
  if (!written.ok) throw new Error(written.error.message)
  return written.value.bytes
}

const decisions = async (running: Running, board: string) => {
  const { history: _, author: __, recentReasons: ___, ...shown } = await running.ask('decisions.get', judged(board))
  return shown
}

describe('a board with its history', () => {
  test('travels to another computer as one file, and is the same there', async () => {
    const from = await runApplication(temporaryFolder())
    const board = await withHistory(from)
    const bytes = await bytesOf(from, board)
    expect(Buffer.from(await bytesOf(from, board)).equals(bytes)).toBe(true)

    const to = await runApplication(temporaryFolder())
    expect(await to.application.archives.take(bytes)).toEqual({ ok: true, value: { board, name: 'board.zip', revisions: 2 } })
    expect(await decisions(to, board)).toEqual(await decisions(from, board))
    expect(await to.ask('revisions.list', { board })).toEqual(await from.ask('revisions.list', { board }))
    const [record] = await to.ask('approval.list', { board })
    expect(record).toEqual((await from.ask('approval.list', { board }))[0])
    expect((await to.ask('approval.get', { id: record!.id })).json).toBe((await from.ask('approval.get', { id: record!.id })).json)
    expect((await to.ask('decisions.get', judged(board))).history).toEqual({ undo: null, redo: null })
    expect(await to.ask('audit.verify', {})).toMatchObject({ broken: null })
    const [here, there] = [
      await from.ask('audit.list', { board, before: null, limit: 100 }),
      await to.ask('audit.list', { board, before: null, limit: 100 }),
    ]
    expect(there[0]).toMatchObject({ action: 'board.imported' })
    expect(there.slice(1).map((e) => [e.action, e.says, e.at, e.actor])).toEqual(here.map((e) => [e.action, e.says, e.at, e.actor]))
    expect((await to.ask('library.search', { text: 'enig', board: null, limit: 5 })).total).toBe(1)
    const opened = await to.ask('package.openRecent', { id: board })
    expect(await to.ended(opened.id)).toBe('done')
  })

  test('is not taken in twice, but again when it was removed for good', async () => {
    const running = await runApplication(temporaryFolder())
    const board = await withHistory(running)
    const bytes = await bytesOf(running, board)
    const refusal = async (): Promise<unknown> => {
      const taken = await running.application.archives.take(bytes)
      return taken.ok || `${taken.error.code}: ${taken.error.message}`
    }
    expect(await refusal()).toMatch(/^already-here: It is here already, as board\.zip\. To take in/)
    await running.ask('library.delete', { id: board })
    expect(await refusal()).toMatch(/^already-here: .*among the deleted boards\. Restore it there, or remove it for good first\.$/)
    await running.ask('library.purge', { id: board })
    expect(await running.application.archives.take(bytes)).toMatchObject({ ok: true })
    expect(await running.ask('approval.list', { board })).toHaveLength(1)
    expect(await running.ask('audit.verify', {})).toMatchObject({ broken: null })
  })
})

/** Changes the rows of an archive and makes its manifest agree, as somebody would who wants to slip something in. */
const forged = async (bytes: Uint8Array, change: (data: ArchivedBoard) => unknown): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(bytes)
  const data = JSON.parse(await zip.file('board.json')!.async('string')) as ArchivedBoard
  const text = JSON.stringify(change(data) ?? data)
  const manifest = JSON.parse(await zip.file('manifest.json')!.async('string')) as { data: object }
  zip.file('board.json', text)
  zip.file(
    'manifest.json',
    JSON.stringify({ ...manifest, data: { path: 'board.json', sha256: sha256Of(text), bytes: Buffer.byteLength(text) } }),
  )
  return zip.generateAsync({ type: 'uint8array' })
}

const replaced = async (bytes: Uint8Array, pick: (name: string) => boolean, content: string | null): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(bytes)
  const name = Object.keys(zip.files).find(pick)!
  if (content === null) zip.remove(name)
  else zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array' })
}

test('what is not whole is refused and leaves nothing behind', async () => {
  const from = await runApplication(temporaryFolder())
  const bytes = await bytesOf(from, await withHistory(from))
  const to = await runApplication(temporaryFolder())
  const empty = to.application.store.audit.list(null, null, 10)
  const CASES: readonly (readonly [string, Uint8Array | Promise<Uint8Array>])[] = [
    ['a cut file', bytes.subarray(0, bytes.length - 400)],
    ['something else', readFileSync(await packageOf(smallBoard()))],
    ['changed rows', replaced(bytes, (n) => n === 'board.json', '{}')],
    ['a package that was changed', replaced(bytes, (n) => /^contents\/./.test(n), 'G04 other*')],
    ['a package that is missing', replaced(bytes, (n) => /^contents\/./.test(n), null)],
    ['a record that was changed', forged(bytes, (d) => { d.approvals[0]!.record = d.approvals[0]!.record.replace('rings', 'fine') })],
    ['an entry of the log that was changed', forged(bytes, (d) => { d.audit[1]!.actor = 'Eve' })],
    ['a waiver of another board', forged(bytes, (d) => { d.rows.waiver[0]!.board_id = '00000000-0000-4000-8000-00000000abcd' })],
    ['a waiver of no revision', forged(bytes, (d) => { d.rows.waiver[0]!.revision_id = '00000000-0000-4000-8000-00000000abcd' })],
    ['a finding that is none', forged(bytes, (d) => { d.revisions[0]!.findings[0]!.body = '{"x":1}' })],
    ['more than was agreed', forged(bytes, (d) => ({ ...d, extra: 1 }))],
    ['a path that leads out', replaced(bytes, (n) => n === 'manifest.json', '{"schema":"boardproof.board/1","data":{"path":"../../x"}}')],
  ] // prettier-ignore
  for (const [name, content] of CASES) {
    const taken = await to.application.archives.take(await content)
    expect(taken.ok, name).toBe(false)
  }
  expect(await to.ask('recents.list', {})).toEqual([])
  expect(to.application.store.audit.list(null, null, 10)).toEqual(empty)
})

test('it is fetched and sent like other bytes', async () => {
  const from = await runApplication(temporaryFolder())
  const board = await withHistory(from)
  const serve = ({ application: a }: Running) => dataRoutes(a)
  const body = async function* (bytes: Uint8Array) {
    yield bytes
  }
  // Opened as a package it is refused, and the refusal says what to do.
  const asPackage = await readPackage({ name: 'amp.zip', bytes: await bytesOf(from, board) })
  expect(asPackage).toMatchObject({
    ok: false,
    error: { code: 'exported-board', message: expect.stringContaining('Import an exported board') },
  })
  const fetched = await serve(from)({ method: 'GET', path: routes.archive(board), body: body(new Uint8Array()) })
  expect(fetched).toMatchObject({
    status: 200,
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': "attachment; filename*=UTF-8''board.boardproof.zip",
      'Content-Length': String(fetched!.body.length),
    },
  })
  const to = await runApplication(temporaryFolder())
  const sent = await serve(to)({ method: 'POST', path: routes.archives(), body: body(fetched!.body as Uint8Array) })
  expect(JSON.parse(sent!.body as string)).toEqual({ ok: true, value: { board, name: 'board.zip', revisions: 2 } })
  const refused = await serve(to)({ method: 'POST', path: routes.archives(), body: body(new Uint8Array([1, 2, 3])) })
  expect(JSON.parse(refused!.body as string)).toMatchObject({ ok: false, error: { code: 'not-a-zip' } })
  expect(
    await serve(to)({ method: 'GET', path: routes.archive('00000000-0000-4000-8000-00000000abcd'), body: body(new Uint8Array()) }),
  ).toMatchObject({ status: 404 })
})

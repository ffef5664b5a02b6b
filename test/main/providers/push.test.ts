import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { PushShape } from '#core/ipc/push.ipc.ts'
import { runApplication } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { takeSenderLock } from '#main/sync/sender-lock.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { circuithubServer } from '#test/support/contract-server/servers/circuithub.ts'
import { approveBoard } from './approved-board.ts'

const contract = contractPath('circuithub')
const TABLES = [
  { path: 'assembly/bom.csv', as: 'bom' },
  { path: 'assembly/cpl.csv', as: 'placement' },
] as const
const NEW = { id: null, name: 'amp' } as const

/** A data folder with an approved board, made once: every test works on a copy of its own. */
const approvedFolder = join(mkdtempSync(join(tmpdir(), 'boardproof-approved-')), 'data')
let approvedBoard = ''
afterAll(() => rmSync(join(approvedFolder, '..'), { recursive: true, force: true }))

const approveOnce = async (): Promise<void> => {
  if (approvedBoard !== '') return
  const running = await runApplication(approvedFolder)
  approvedBoard = await approveBoard(running)
  await running.close()
}

/** The application with a signed-in account at a server, and an approved board. */
const ready = async () => {
  await approveOnce()
  const data = temporaryFolder()
  cpSync(approvedFolder, data, { recursive: true })
  const server = await circuithubServer(contract!)
  const running = await runApplication(data)
  const { id: account } = await running.ask('accounts.add', { provider: 'circuithub', name: 'hub', baseUrl: server.url, secret: 'jwt-1' })
  const start = (project: { id: null; name: string } | { id: number; name: string } = NEW): Promise<PushShape> =>
    running.ask('push.start', { account, board: approvedBoard, workspace: 'north-lab', project, tables: [...TABLES] })
  const list = () => running.ask('push.list', { account, board: approvedBoard })
  return { ...running, server, data, account, board: approvedBoard, start, list }
}

type Ready = Awaited<ReturnType<typeof ready>>

const becomes = async ({ list }: Pick<Ready, 'list'>, wanted: Partial<PushShape>): Promise<PushShape> => {
  await expect.poll(async () => (await list())[0], { timeout: 20_000, interval: 50 }).toMatchObject(wanted)
  return (await list())[0]!
}

describe.skipIf(!contract)(
  `pushes to CircuitHub${contract ? '' : ' (skipped: no contract beside the checkout)'}`,
  { timeout: 60_000 },
  () => {
    it('is drafted from the approval, sent with progress for each file, and followed to the end of its import', async () => {
      const app = await ready()
      const { ask, account, board, server, heard } = app
      const draft = await ask('push.draft', { account, board })
      expect(draft).toMatchObject({
        name: 'amp.zip',
        revision: 1,
        push: null,
        content: [{ path: 'amp.zip', as: 'package' }],
        tables: [
          { path: 'assembly/bom.csv', found: 'bom' },
          { path: 'assembly/cpl.csv', found: 'placement' },
        ],
      })
      const started = await app.start()
      expect(started).toMatchObject({ state: 'sending', step: 'upload', project: { id: null, name: 'amp' } })
      expect(await app.start()).toMatchObject({ id: started.id })
      const importing = await becomes(app, { step: 'import', state: 'waiting', says: 'CircuitHub is reading the files (importing).' })
      expect(importing).toMatchObject({ canStop: false, canForget: false, made: { project: 401 } })
      server.state.imports = { status: 'complete', message: null }
      expect(await becomes(app, { state: 'complete' })).toMatchObject({
        says: 'Imported as revision 1, read as kicad.',
        made: { number: 1 },
      })
      expect([...server.state.made.values()][0]!.map(({ filename }) => filename)).toEqual(['amp.zip', 'bom.csv', 'cpl.csv'])
      expect(server.state.projects.at(-1)!['name']).toMatch(/^amp \(bp-[0-9a-f]{12}\)$/)
      const told = heard.flatMap((event) => (event.event === 'push' ? [event.payload] : []))
      expect(told.some(({ files }) => files[0]!.sent > 0)).toBe(true)
      expect(told.at(-1)).toMatchObject({ state: 'complete', files: [{ name: 'amp.zip' }, { name: 'bom.csv' }, { name: 'cpl.csv' }] })
      expect(server.violations).toEqual([])
      await server.close()
    })

    it('goes on after a cut upload without sending again what is there, and makes one project when the answer is lost', async () => {
      const app = await ready()
      const { server } = app
      // The package arrives, the list of parts is cut.
      server.fail('PUT {uploadUrl}', { kind: 'cut', skip: 1 })
      server.fail('POST /projects', { kind: 'cut', acted: true })
      server.state.imports = { status: 'complete', message: null }
      await app.start()
      await becomes(app, { state: 'complete' })
      const puts = server.calls('PUT {uploadUrl}').map(({ places }) => places[0]!.split('/').at(-1))
      expect(puts).toEqual(['amp.zip', 'bom.csv', 'bom.csv', 'cpl.csv'])
      expect(server.calls('POST /projects')).toHaveLength(1)
      expect(server.state.projects).toHaveLength(2)
      await server.close()
    })

    it('adds one revision to a project, however often the answer is lost', async () => {
      const app = await ready()
      const { server } = app
      server.fail('POST /projects/{projectId}/revisions', { kind: 'cut', acted: true })
      server.state.imports = { status: 'complete', message: null }
      await app.start({ id: 321, name: 'motor' })
      const done = await becomes(app, { state: 'complete' })
      expect(done.made).toMatchObject({ project: 321, number: 3 })
      expect(server.calls('POST /projects/{projectId}/revisions')).toHaveLength(1)
      await server.close()
    })

    it('stops at a 401, and goes on by itself once the account is signed in again', async () => {
      const app = await ready()
      const { server, ask, account } = app
      server.state.tokens.clear()
      await app.start()
      const stopped = await becomes(app, { state: 'stopped' })
      expect(stopped).toMatchObject({ reason: 'signed-out', canForget: true })
      expect((await ask('accounts.list', {}))[0]).toMatchObject({ state: 'signed-out' })
      server.state.tokens.add('jwt-2')
      server.state.imports = { status: 'complete', message: null }
      await ask('accounts.signIn', { id: account, secret: 'jwt-2' })
      await becomes(app, { state: 'complete' })
      await server.close()
    })

    it('stops when told to, is taken off the list, and goes another way', async () => {
      const app = await ready()
      const { server, ask } = app
      server.fail('POST /projects/upload-urls', { kind: 'status', status: 429, headers: { 'retry-after': '60' }, body: { error: 'slow', code: 'RATE_LIMITED' } }) // prettier-ignore
      const { id } = await app.start()
      expect(await becomes(app, { state: 'waiting' })).toMatchObject({ says: 'slow', canStop: true })
      expect(await ask('push.stop', { id })).toMatchObject({ state: 'stopped', reason: 'by-you', canForget: true })
      await ask('push.forget', { id })
      expect(await app.list()).toEqual([])
      server.state.imports = { status: 'failed', message: 'no board outline' }
      expect((await app.start({ id: 321, name: 'motor' })).id).not.toBe(id)
      const failed = await becomes(app, { state: 'failed' })
      expect(failed).toMatchObject({ says: 'CircuitHub could not import it: no board outline.', canForget: true })
      // What failed there is not taken for the next try, also when it was taken off the list here.
      await ask('push.forget', { id: failed.id })
      server.state.imports = { status: 'complete', message: null }
      await app.start()
      await becomes(app, { state: 'complete' })
      expect(server.state.projects.at(-1)!['name']).toMatch(/^amp \(bp-[0-9a-f]{12}-2\)$/)
      await server.close()
    })

    it('looks first, at the next start, for what was asked for before the application ended', async () => {
      const app = await ready()
      const { server, data } = app
      server.fail('POST /projects', { kind: 'cut', acted: true })
      server.state.imports = { status: 'complete', message: null }
      const { id } = await app.start()
      await becomes(app, { step: 'create', state: 'waiting', canForget: false })
      await app.close()
      const { ask } = await runApplication(data)
      await becomes({ list: () => ask('push.list', { account: null, board: null }) }, { id, state: 'complete' })
      expect([server.calls('POST /projects'), server.state.projects]).toMatchObject([{ length: 1 }, { length: 2 }])
      await server.close()
    })

    it('goes on at the next start with what was on its way', async () => {
      const app = await ready()
      const { server, data } = app
      const { id } = await app.start()
      await becomes(app, { step: 'import' })
      await app.close()
      server.state.imports = { status: 'complete', message: null }
      const { ask } = await runApplication(data)
      await becomes({ list: () => ask('push.list', { account: null, board: null }) }, { id, state: 'complete' })
      expect(server.calls('POST /projects')).toHaveLength(1)
      await server.close()
    })

    it('sends nothing, and records nothing, while another process sends from the data folder', async () => {
      const app = await ready()
      const lock = takeSenderLock(app.data, 'pushes')!
      const input = { account: app.account, board: app.board, workspace: 'north-lab', project: NEW, tables: [] }
      expect(await app.application.dispatch('push.start', input)).toMatchObject({ ok: false, error: { code: 'elsewhere' } })
      expect([await app.list(), app.server.calls('PUT {uploadUrl}')]).toEqual([[], []])
      lock.release()
      app.server.state.imports = { status: 'complete', message: null }
      await app.start()
      await becomes(app, { state: 'complete' })
      // Whoever comes next may send.
      takeSenderLock(app.data, 'pushes')!.release()
      await app.server.close()
    })

    it('refuses what is not there', async () => {
      const { application, account, board, server } = await ready()
      const nowhere = '00000000-0000-4000-8000-000000000000'
      const whole = { account, board, workspace: 'north-lab', project: NEW, tables: [] }
      const cases = [
        ['push.draft', { account, board: nowhere }, 'gone'],
        ['push.start', { ...whole, tables: [{ path: 'x.csv', as: 'bom' }] }, 'refused'],
        ['push.start', { ...whole, account: nowhere }, 'gone'],
        ['push.resume', { id: nowhere }, 'gone'],
        ['push.stop', { id: nowhere }, 'gone'],
        ['push.forget', { id: nowhere }, 'gone'],
      ] as const
      for (const [call, input, code] of cases) expect(await application.dispatch(call, input)).toMatchObject({ ok: false, error: { code } })
      await server.close()
    })
  },
)

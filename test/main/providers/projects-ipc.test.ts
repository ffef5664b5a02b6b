import { describe, expect, it } from 'vitest'
import { runApplication, type Running } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { takeProject } from '#main/providers/projects/take-project.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { librepcbServer, type LibrepcbServer } from '#test/support/contract-server/servers/librepcb.ts'
import { projectArchive } from '#test/support/librepcb/project.ts'
import { sampleProject } from '#test/support/librepcb/sample.ts'

const contract = contractPath('librepcb')
const JOB = '00000000-0000-4000-8000-000000000002'
const PAGE = 'https://fab.example.org/k3jd82/'

interface Connected extends Running {
  readonly server: LibrepcbServer
  readonly order: (project: string, board?: string | null) => ReturnType<Running['application']['dispatch']>
  readonly account: string
}

const connected = async (): Promise<Connected> => {
  const server = await librepcbServer(contract!)
  const running = await runApplication(temporaryFolder())
  const { id: account } = await running.ask('accounts.add', { provider: 'librepcb', name: 'House', baseUrl: server.url, secret: null })
  const order: Connected['order'] = (project, board = null) =>
    running.application.dispatch('projects.order', { account, project, name: 'blinker', board, job: JOB })
  return { ...running, server, account, order }
}

describe.skipIf(!contract)(`ordering LibrePCB projects${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  it('uploads, tells how far it is, remembers the page, also when the account has gone', async () => {
    const { application, ask, heard, server, account, order } = await connected()
    const bytes = await projectArchive(sampleProject())
    const taken = await takeProject(bytes, 'x.lppz', application.store.contents)
    expect(taken).toMatchObject({
      ok: true,
      value: { name: 'blinker', bytes: bytes.length, boards: [{ path: 'boards/default/board.lp', name: 'default' }] },
    })
    const sha256 = taken.ok ? taken.value.sha256 : ''
    expect(await ask('projects.service', { account })).toEqual({ infoUrl: `${server.url}/files/info`, isUp: true, maxBytes: 10_000 })
    expect(await order(sha256, 'boards/default/board.lp')).toMatchObject({ ok: true, value: { url: PAGE } })
    const told = heard.filter(({ event }) => event === 'transfer').map(({ payload }) => payload as { done: number; total: number })
    expect(told.at(-1)!.done).toBe(told.at(-1)!.total)
    expect(told.at(-1)!.done).toBeGreaterThan(bytes.length * 1.3)
    await ask('accounts.remove', { id: account })
    const [sent, ...others] = await ask('projects.list', {})
    expect(others).toEqual([])
    expect(sent).toMatchObject({ accountName: 'House', name: 'blinker', board: 'boards/default/board.lp', url: PAGE, bytes: bytes.length })
    expect(await ask('projects.openPage', { id: sent!.id })).toMatchObject({ url: PAGE })
    await server.close()
    expect(server.violations).toEqual([])
  })

  it.each([
    { name: 'a service that is down', service: { upload_url: null }, code: 'refused', says: /down at the moment/ },
    { name: 'a project that is too large', service: { max_size: 100 }, code: 'refused', says: /the service takes 100/ },
  ])('sends nothing to $name, and remembers nothing', async ({ service, code, says }) => {
    const { application, ask, server, order } = await connected()
    server.state.service = service
    const project = application.store.contents.put(await projectArchive(sampleProject()))
    expect(await order(project)).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(says) as string } })
    expect(server.calls('POST {upload_url}')).toEqual([])
    expect(await ask('projects.list', {})).toEqual([])
    await server.close()
  })

  it('stops an upload, and says when the connection was cut', async () => {
    const { application, ask, server, order } = await connected()
    const project = application.store.contents.put(await projectArchive(sampleProject()))
    server.fail('POST {upload_url}', { kind: 'silence' })
    const going = order(project)
    await expect.poll(() => server.calls('POST {upload_url}').length).toBe(1)
    await ask('transfers.cancel', { job: JOB })
    // It has left: nobody knows whether it arrived.
    expect(await going).toMatchObject({ ok: false, error: { code: 'unclear' } })
    server.fail('POST {upload_url}', { kind: 'cut' })
    expect(await order(project)).toMatchObject({ ok: false, error: { code: 'unclear' } })
    expect(await order('0'.repeat(64))).toMatchObject({ ok: false, error: { code: 'no-such-project' } })
    expect(await ask('projects.list', {})).toEqual([])
    await server.close()
  })

  it.each([
    { name: 'no zip', bytes: Buffer.from('hello'), says: /This is not a LibrePCB project/ },
    { name: 'a zip that is cut', bytes: Buffer.from('PK\u0003\u0004 and no more'), says: /zip/ },
  ])('takes $name for no project', async ({ bytes, says }) => {
    const { application } = await runApplication(temporaryFolder())
    expect(await takeProject(bytes, 'x.lppz', application.store.contents)).toMatchObject({
      ok: false,
      error: { code: 'not-a-project', message: expect.stringMatching(says) as string },
    })
  })
})

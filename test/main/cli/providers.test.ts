import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { approveBoard } from '#test/main/providers/approved-board.ts'
import { runApplication } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { authentiseServer } from '#test/support/contract-server/servers/authentise.ts'
import { batchivoServer } from '#test/support/contract-server/servers/batchivo.ts'
import { circuithubServer } from '#test/support/contract-server/servers/circuithub.ts'
import { libraryBytes, librepcbServer } from '#test/support/contract-server/servers/librepcb.ts'
import type { ContractServer } from '#test/support/contract-server/server.ts'

const MAIN = fileURLToPath(new URL('../../../main/cli/main.ts', import.meta.url))
const contract = contractPath('circuithub')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line as a user would; `onError` hears what is written for people while it runs. */
const commandLine =
  (data: string, configuration: string) =>
  (args: readonly string[], input = '', onError: (text: string) => void = () => undefined): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, XDG_CONFIG_HOME: configuration }
      const child = spawn(process.execPath, [MAIN, 'providers', ...args, '--data', data], { env })
      let [out, err] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text
        onError(err)
      })
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, out, err }))
      child.stdin.end(input)
    })

describe.skipIf(!contract)(`boardproof providers${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let run: ReturnType<typeof commandLine>
  let board = ''
  const servers: ContractServer[] = []
  const open = async <S extends ContractServer>(server: Promise<S>): Promise<S> => {
    servers.push(await server)
    return server
  }
  const json = async (args: readonly string[]): Promise<unknown> => JSON.parse((await run([...args, '--json'])).out)

  const folders: string[] = []
  const folder = (): string => {
    folders.push(mkdtempSync(join(tmpdir(), 'boardproof-providers-')))
    return folders.at(-1)!
  }
  afterAll(async () => {
    for (const server of servers) await server.close()
    for (const each of folders) rmSync(each, { recursive: true, force: true })
    expect(servers.flatMap(({ violations }) => violations)).toEqual([])
  })

  it('says what it can do and what it cannot', async () => {
    const data = folder()
    run = commandLine(data, folder())
    const running = await runApplication(data)
    board = await approveBoard(running)
    await running.close()
    expect(await run([])).toMatchObject({ code: 2 })
    expect(await run(['fly'])).toMatchObject({ code: 2, err: expect.stringContaining('sign-in, sign-out, push') as string })
    expect(await run(['push', 'nowhere', '--board', board])).toMatchObject({ code: 2 })
    expect(await json(['list'])).toMatchObject({
      accounts: [],
      providers: expect.arrayContaining([expect.objectContaining({ id: 'circuithub' })]) as unknown,
    })
  })

  it('signs in to CircuitHub by the browser, pushes and follows', async () => {
    const server = await open(circuithubServer(contract!))
    let isOpened = false
    const signedIn = await run(['sign-in', 'circuithub', '--url', server.url, '--browser', '--json'], '', (text) => {
      const address = /Sign in here: (\S+)\n/.exec(text)?.[1]
      if (!address || isOpened) return
      isOpened = true
      void fetch(address)
    })
    expect(signedIn.code).toBe(0)
    expect(JSON.parse(signedIn.out)).toMatchObject({ provider: 'circuithub', who: 'North Lab' })
    expect(signedIn.out + signedIn.err).not.toContain('jwt-1')
    expect(await json(['push', 'circuithub', '--board', board])).toMatchObject({ id: '401', state: 'importing' })
    expect([...server.state.made.values()][0]!.map(({ filename }) => filename)).toEqual(['amp.zip', 'bom.csv', 'cpl.csv'])
    // Sending again finds what is there.
    expect(await json(['push', 'circuithub', '--board', board])).toMatchObject({ id: '401' })
    server.state.imports = { status: 'complete', message: null }
    expect(await json(['status', 'circuithub', '--board', board])).toMatchObject({ found: { id: '401', state: 'complete' } })
    expect(await run(['status', 'circuithub'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/order +in-production +ORD-710 .*\(in_progress\)/) as string,
    })
    server.state.tokens.clear()
    expect(await run(['status', 'circuithub'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('boardproof providers sign-in') as string,
    })
  })

  it('signs in to Authentise, pushes, follows and lists resources', async () => {
    const server = await open(authentiseServer(contractPath('authentise')!))
    server.add('/bureau/', { name: 'Shop' })
    server.add('/workflow/', { name: 'Two layers' })
    const args = ['sign-in', 'authentise', '--url', server.url, '--user', 'ada']
    expect(await run(args, 'wrong\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('does not know this name and password') as string,
    })
    expect(await run(args, 'right\n')).toMatchObject({ code: 0 })
    expect(await json(['push', 'authentise', '--board', board, '--option', 'quantity=5'])).toMatchObject({ state: 'new' })
    expect(server.state.tables.get('/line-item/')![0]).toMatchObject({ quantity: 5 })
    expect(await json(['status', 'authentise', '--board', board])).toMatchObject({ found: { state: 'new' } })
    expect(await json(['resources', 'authentise', 'order', '--limit', '1'])).toMatchObject({ resource: 'order', rows: [{ status: 'new' }] })
    expect(((await json(['resources', 'authentise'])) as { resources: unknown[] }).resources).toHaveLength(251)
  })

  it('signs in to Batchivo, pushes and follows', async () => {
    const server = await open(batchivoServer(contractPath('batchivo')!))
    expect(await run(['sign-in', 'batchivo', '--user', 'ada@example.com'], 'right\n')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--url') as string,
    })
    expect(await run(['sign-in', 'batchivo', '--url', server.url, '--user', 'ada@example.com'], 'right\n')).toMatchObject({ code: 0 })
    expect(await json(['push', 'batchivo', '--board', board])).toMatchObject({ id: 'product-1' })
    server.state.runs.push({ id: 4, name: 'Run four', status: 'running', updated_at: '2026-02-03T00:00:00Z' })
    // The access token is old by now; the next command renews it and the one after uses the new one.
    server.state.access.clear()
    expect(await json(['status', 'batchivo'])).toMatchObject({ items: [{ state: 'in-production', original: 'running' }] })
    expect(await run(['status', 'batchivo'])).toMatchObject({ code: 0 })
    expect(server.calls('POST /auth/refresh')).toHaveLength(1)
    expect(await run(['sign-out', 'batchivo'])).toMatchObject({ code: 0 })
    expect(server.state.refresh.size).toBe(0)
    expect(await run(['status', 'batchivo'])).toMatchObject({ code: 1 })
  })

  it('orders a LibrePCB project and saves libraries with what they need', async () => {
    const server = await open(librepcbServer(contractPath('librepcb')!))
    expect(await run(['sign-in', 'librepcb', '--url', server.url])).toMatchObject({
      code: 0,
      out: expect.stringContaining('no account needed') as string,
    })
    const project = join(temporaryFolder(), 'motor.lppz')
    writeFileSync(project, 'PK a project')
    expect(await json(['push', 'librepcb', project])).toMatchObject({ state: 'opened-in-browser', url: 'https://fab.example.org/k3jd82/' })
    expect(await run(['push', 'librepcb', '--board', board])).toMatchObject({ code: 1, err: expect.stringContaining('.lppz') as string })
    const out = temporaryFolder()
    const saved = (await json(['libraries', 'librepcb', '--download', 'uuid-2', '--out', out])) as {
      saved: { path: string }[]
      missing: string[]
    }
    expect(saved.saved.map(({ path }) => path)).toEqual([0, 1, 2].map((k) => join(out, `uuid-${k}-0.2.0.zip`)))
    expect(readFileSync(saved.saved[2]!.path).equals(libraryBytes('lib-2'))).toBe(true)
    expect(((await json(['libraries', 'librepcb'])) as { libraries: unknown[] }).libraries).toHaveLength(12)
  })
})

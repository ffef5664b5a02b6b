import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runApplication, type Running } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { iconBytes, libraryBytes, librepcbServer, type LibrepcbServer } from '#test/support/contract-server/servers/librepcb.ts'

const contract = contractPath('librepcb')
const JOB = '00000000-0000-4000-8000-000000000001'

const connected = async (): Promise<Running & { server: LibrepcbServer; data: string; account: string }> => {
  const server = await librepcbServer(contract!)
  const data = temporaryFolder()
  const running = await runApplication(data)
  const { id: account } = await running.ask('accounts.add', { provider: 'librepcb', name: 'L', baseUrl: server.url, secret: null })
  return { ...running, server, data, account }
}

describe.skipIf(!contract)(
  `LibrePCB's libraries as the page calls them${contract ? '' : ' (skipped: no contract beside the checkout)'}`,
  () => {
    it('lists what the format reads and what needs a newer one', async () => {
      const { ask, account, server } = await connected()
      const old = server.state.libraries
      server.state.libraries = old.slice(0, 3)
      server.state.newer = [{ ...old[5]!, format_version: '2' }]
      const { libraries, newerFailure } = await ask('libraries.list', { account, format: '1' })
      expect(libraries.map(({ uuid, needsNewer }) => [uuid, needsNewer])).toEqual([['uuid-0', false], ['uuid-1', false], ['uuid-2', false], ['uuid-5', true]]) // prettier-ignore
      expect(newerFailure).toBeNull()
      await server.close()
    })

    const ICONS = [
      { name: 'no picture at all', bytes: Buffer.from('icon'), isShown: false },
      { name: 'only the start of a PNG', bytes: iconBytes().subarray(0, 20), isShown: false },
      { name: 'a picture that unpacks to gigabytes', bytes: iconBytes(60_000), isShown: false },
      { name: 'a file larger than an icon', bytes: Buffer.concat([iconBytes(), Buffer.alloc(600_000)]), isShown: false },
      { name: 'an icon', bytes: iconBytes(), isShown: true },
    ]
    it.each(ICONS)('hands over as icon: $name: $isShown', async ({ bytes, isShown }) => {
      const { ask, account, server } = await connected()
      server.state.files.set('icon.png', bytes)
      const icon = await ask('libraries.icon', { account, format: '1', uuid: 'uuid-0' })
      expect(icon).toBe(isShown ? `data:image/png;base64,${bytes.toString('base64')}` : null)
      await server.close()
    })

    it('downloads with what is needed, circles walked once; leaves alone what is here; tells how far it is', async () => {
      const { ask, account, server, data, heard } = await connected()
      server.state.libraries[0]!['dependencies'] = ['uuid-2']
      const get = (uuid: string, withNeeded: boolean) => ask('libraries.download', { account, format: '1', uuid, withNeeded, job: JOB })
      const { saved, missing } = await get('uuid-2', true)
      expect(saved.map(({ uuid }) => uuid)).toEqual(['uuid-0', 'uuid-1', 'uuid-2'])
      expect(missing).toEqual([])
      expect(saved[0]!.path.startsWith(join(data, 'parts-libraries'))).toBe(true)
      expect(readFileSync(saved[0]!.path).equals(libraryBytes('lib-0'))).toBe(true)
      const size = libraryBytes('lib-0').length
      expect(heard).toContainEqual({
        event: 'transfer',
        payload: { job: JOB, what: expect.any(String) as string, done: size, total: size },
      })
      expect((await get('uuid-3', true)).saved.map(({ uuid }) => uuid)).toEqual(['uuid-3'])
      expect((await get('uuid-2', false)).saved.map(({ uuid }) => uuid)).toEqual(['uuid-2'])
      expect((await ask('libraries.kept', {})).map(({ uuid, isWhole }) => [uuid, isWhole])).toEqual(
        ['uuid-0', 'uuid-1', 'uuid-2', 'uuid-3'].map((uuid) => [uuid, true]),
      )
      await server.close()
    })

    it('keeps the version that is here until the new one is whole; then only the new one', async () => {
      const { ask, account, server, application } = await connected()
      const get = () => application.dispatch('libraries.download', { account, format: '1', uuid: 'uuid-6', withNeeded: false, job: JOB })
      await get()
      const [old] = await ask('libraries.kept', {})
      server.state.libraries[6] = { ...server.state.libraries[6]!, version: '9.0', download_sha256: '0'.repeat(64) }
      await ask('libraries.list', { account, format: '1' })
      expect(await get()).toMatchObject({ ok: false, error: { code: 'refused' } })
      expect(await ask('libraries.kept', {})).toEqual([old])
      server.state.libraries[6]['download_sha256'] = null
      await ask('libraries.list', { account, format: '1' })
      expect(await get()).toMatchObject({ ok: true })
      expect(await ask('libraries.kept', {})).toMatchObject([{ uuid: 'uuid-6', version: '9.0', isWhole: true }])
      await server.close()
    })

    it('keeps nothing that is not what was promised, and says which library it was', async () => {
      const { account, server, data, application } = await connected()
      const get = (uuid: string) => application.dispatch('libraries.download', { account, format: '1', uuid, withNeeded: true, job: JOB })
      server.state.files.set('lib-5.zip', Buffer.from('something else'))
      expect(await get('uuid-5')).toMatchObject({
        ok: false,
        error: { code: 'refused', message: expect.stringMatching(/: The library has 14 bytes/) as string },
      })
      const other = libraryBytes('lib-5')
      other[0]! ^= 1
      server.state.files.set('lib-5.zip', other)
      expect(await get('uuid-5')).toMatchObject({ ok: false, error: { message: expect.stringMatching(/SHA-256 differs/) as string } })
      server.fail('GET files', { kind: 'cut-answer' })
      expect(await get('uuid-6')).toMatchObject({ ok: false, error: { code: 'unreachable' } })
      expect(existsSync(join(data, 'parts-libraries'))).toBe(false)
      expect(await get('unknown')).toMatchObject({ ok: false, error: { code: 'no-such-library' } })
      await server.close()
    })

    it('stops a download when the page says so', async () => {
      const { account, server, application, ask } = await connected()
      server.fail('GET files', { kind: 'silence' })
      const going = application.dispatch('libraries.download', { account, format: '1', uuid: 'uuid-7', withNeeded: false, job: JOB })
      await expect.poll(() => server.calls('GET files').length).toBe(1)
      expect(await ask('transfers.cancel', { job: JOB })).toBe(true)
      expect(await going).toMatchObject({ ok: false, error: { code: 'cancelled' } })
      expect(await ask('transfers.cancel', { job: JOB })).toBe(false)
      await server.close()
    })

    it('sees damage, removes and brings back', async () => {
      const { ask, account, server, application } = await connected()
      const { saved } = await ask('libraries.download', { account, format: '1', uuid: 'uuid-8', withNeeded: false, job: JOB })
      const remove = (uuid: string) => application.dispatch('libraries.remove', { uuid })
      expect(await remove('uuid-8')).toEqual({ ok: true, value: null })
      expect(await ask('libraries.kept', {})).toEqual([])
      expect(await remove('uuid-8')).toMatchObject({ ok: false, error: { code: 'no-such-library' } })
      expect(await ask('libraries.restore', { uuid: 'uuid-8' })).toBeNull()
      expect(await ask('libraries.kept', {})).toMatchObject([{ uuid: 'uuid-8', isWhole: true }])
      writeFileSync(saved[0]!.path, 'cut')
      expect(await ask('libraries.kept', {})).toMatchObject([{ uuid: 'uuid-8', isWhole: false }])
      await server.close()
    })
  },
)

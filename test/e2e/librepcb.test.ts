import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { librepcbServer, type LibrepcbServer } from '#test/support/contract-server/servers/librepcb.ts'
import { projectArchive } from '#test/support/librepcb/project.ts'
import { sampleProject } from '#test/support/librepcb/sample.ts'
import { dropFiles } from './support/drop.ts'
import { describeWindow } from './support/window.ts'

const contract = contractPath('librepcb')

let server: LibrepcbServer

const begin = async (): Promise<void> => {
  server = await librepcbServer(contract!)
  const { libraries } = server.state
  server.state.newer = [{ ...libraries[4]!, uuid: 'uuid-new', name: { default: 'Connectors 2' }, format_version: '2' }]
  // A circle: each needs the other.
  libraries[0]!['dependencies'] = ['uuid-2']
}

if (contract)
  describeWindow('LibrePCB in the window', { before: begin, after: () => server.close(), context: { colorScheme: 'dark' } }, (window) => {
    const command = async (name: string): Promise<void> => {
      const { page } = window()
      await page.keyboard.press('Control+k')
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
    }

    test('a server is added where libraries are looked for, and its list is shown page by page', async () => {
      const { page, accessible, picture } = window()
      await command('LibrePCB libraries…')
      const sheet = page.getByRole('dialog', { name: 'LibrePCB libraries' })
      await sheet.getByText('No sign-in is needed', { exact: false }).waitFor()
      await picture('librepcb-none')
      await sheet.getByRole('button', { name: 'Another server…' }).click()
      const accounts = page.getByRole('dialog', { name: 'Accounts' })
      await accounts.getByRole('button', { name: /Provider/ }).click()
      await page.getByRole('option', { name: 'LibrePCB' }).click()
      await accounts.getByLabel('Account name').fill('House libraries')
      await accounts.getByLabel(/^Server address/).fill(server.url)
      await accounts.getByRole('button', { name: 'Add and test' }).click()
      await accounts.getByText('House libraries').waitFor()
      await page.keyboard.press('Escape')
      await command('LibrePCB libraries…')
      await sheet.getByText('11 libraries, 2 not shown').waitFor()
      await expect.poll(() => sheet.locator('img').count()).toBe(1)
      await accessible('libraries')
      await picture('librepcb-libraries')
      await sheet.getByLabel('For newer LibrePCB too').check()
      await sheet.getByLabel('Deprecated too').check()
      await sheet.getByText('needs LibrePCB 2').waitFor()
      await sheet.getByLabel('Find libraries').fill('connectors 2')
      await sheet.getByText('1 library, 12 not shown').waitFor()
      await picture('librepcb-found')
      await sheet.getByLabel('Find libraries').fill('')
    })

    test('a library comes with what it needs; a wrong one is not kept; one is removed and brought back', async () => {
      const { page, picture, accessible } = window()
      const sheet = page.getByRole('dialog', { name: 'LibrePCB libraries' })
      const row = (name: string) => sheet.getByRole('listitem', { name, exact: true })
      await row('Library 2')
        .getByRole('button', { name: /^Download/ })
        .click()
      await row('Library 1').getByText('on this computer').waitFor()
      await row('Library 2').getByText('on this computer').waitFor()
      server.state.files.set('lib-5.zip', Buffer.from('something else'))
      await row('Library 5')
        .getByRole('button', { name: /^Download/ })
        .click()
      await row('Library 5')
        .getByText(/was not kept/)
        .waitFor()
      server.fail('GET files', { kind: 'silence' })
      await row('Library 6')
        .getByRole('button', { name: /^Download/ })
        .click()
      await row('Library 6').getByRole('progressbar').waitFor()
      await picture('librepcb-downloading')
      await row('Library 6').getByRole('button', { name: 'Cancel' }).click()
      await row('Library 6')
        .getByText(/^Stopped/)
        .waitFor()
      await row('Library 1').getByRole('button', { name: 'Remove' }).click()
      await row('Library 1')
        .getByRole('button', { name: /^Download/ })
        .waitFor()
      await row('Library 1').getByText('Removed from this computer.').waitFor()
      await page.emulateMedia({ colorScheme: 'light' })
      await accessible('libraries after downloads')
      await picture('librepcb-downloaded-light')
      await row('Library 1').getByRole('button', { name: 'Undo' }).click()
      await row('Library 1').getByText('on this computer').waitFor()
    })

    test('without the server: what is here is still listed', async () => {
      const { page, picture } = window()
      const sheet = page.getByRole('dialog', { name: 'LibrePCB libraries' })
      server.fail('*', { kind: 'status', status: 503 })
      await sheet.getByRole('button', { name: 'Read again' }).click()
      await sheet
        .getByRole('alert')
        .getByText(/The list could not be read/)
        .waitFor()
      await sheet.getByRole('region', { name: 'On this computer' }).getByText('Library 2').waitFor()
      await picture('librepcb-offline')
      await sheet.getByRole('button', { name: 'Try again' }).click()
      await sheet.getByText(/^\d+ libraries/).waitFor()
      await page.keyboard.press('Escape')
    })

    test('a project is uploaded and the order goes on in the browser; too large, down and cut are told before', async () => {
      const { page, accessible, picture } = window()
      await command('Order a LibrePCB project…')
      const sheet = page.getByRole('dialog', { name: 'Order a LibrePCB project' })
      await sheet.getByText('Takes projects up to 10.0 kB').waitFor()
      const choose = async (name: string, bytes: Uint8Array): Promise<void> =>
        sheet.getByLabel('Project archive').setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) })
      await choose('notes.lppz', Buffer.from('no archive'))
      await sheet.getByText(/notes.lppz: This is not a LibrePCB project/).waitFor()
      const large = { path: 'large.bin', bytes: randomBytes(20_000), sha256: '' }
      await choose('large.lppz', await projectArchive(sampleProject(), [large]))
      await sheet.getByText(/^The project has [\d.]+ kB; the service takes 10.0 kB/).waitFor()
      await picture('librepcb-project-too-large')
      const archive = await projectArchive(sampleProject(['default', 'wide']))
      await dropFiles(page, [{ name: 'blinker.lppz', bytes: archive }], () => page.getByText('Order this project').waitFor())
      await sheet.getByText('blinker', { exact: true }).waitFor()
      await sheet.getByRole('button', { name: /Board$/ }).click()
      await page.getByRole('option', { name: 'wide', exact: true }).click()
      const upload = sheet.getByRole('button', { name: 'Upload and go on in the browser' })
      server.fail('POST {upload_url}', { kind: 'cut' })
      await upload.click()
      await sheet.getByText(/^No answer came: the project may have arrived/).waitFor()
      await picture('librepcb-project-cut')
      await upload.click()
      await sheet.getByRole('link', { name: 'https://fab.example.org/k3jd82/' }).waitFor()
      await sheet.getByRole('region', { name: 'Sent so far' }).getByText('blinker').waitFor()
      const { body } = server.calls('POST {upload_url}').at(-1)! as { body: { project: string; board: string } }
      expect(body.board).toBe('boards/wide/board.lp')
      expect(Buffer.from(body.project, 'base64').equals(Buffer.from(archive))).toBe(true)
      await accessible('project ordered')
      await picture('librepcb-project-ordered-light')
      await page.keyboard.press('Escape')
      server.state.service = { upload_url: null }
      await command('Order a LibrePCB project…')
      await sheet.getByText('The order service is down at the moment. Try again later.').waitFor()
      await page.keyboard.press('Escape')
      await command('Accounts…')
      await page.getByRole('dialog', { name: 'Accounts' }).getByRole('button', { name: 'Order project' }).click()
      const place = page.getByRole('dialog', { name: 'House libraries' })
      await place.getByText('The order service is down at the moment. Try again later.').waitFor()
      await place.getByRole('tab', { name: 'Libraries' }).click()
      await place.getByText(/^\d+ libraries/).waitFor()
      await picture('librepcb-account-light')
      await page.keyboard.press('Escape')
    })

    test('a project is opened for review: plotted, said so, and another of its boards chosen', async () => {
      const { page, reviewed, accessible, picture } = window()
      await dropFiles(page, [{ name: 'blinker.lppz', bytes: await projectArchive(sampleProject(['default', 'wide'])) }])
      await page.getByText(/2 planes were filled by Boardproof/).waitFor()
      await page
        .getByText(/30(\.0+)? × 20/)
        .first()
        .waitFor()
      await accessible('import of a project')
      await picture('librepcb-import-light')
      await page.emulateMedia({ colorScheme: 'dark' })
      await picture('librepcb-import-dark')
      await page.getByRole('button', { name: /Board of the project/ }).click()
      await page.getByRole('option', { name: 'wide', exact: true }).click()
      await page
        .getByText(/40(\.0+)? × 20/)
        .first()
        .waitFor()
      await reviewed()
      await picture('librepcb-review')
    })
  })

import { expect, test } from 'vitest'
import { orderableBoard, zipOf } from '#test/main/service/support/orderable-board.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { circuithubServer, type CircuithubServer } from '#test/support/contract-server/servers/circuithub.ts'
import { dropFiles } from './support/drop.ts'
import { tickChecklist } from './support/tick-checklist.ts'
import { describeWindow } from './support/window.ts'

const PATIENCE_MS = 60_000
const contract = contractPath('circuithub')
const BOM = 'Reference Designators,Value,Manufacturer Part Number,Quantity\n"J0,J1",3 pins,22-23-2031,2\n'
const CPL = 'Designator,Mid X (mm),Mid Y (mm),Rotation,Layer\nJ0,8,16,90,top\nJ1,52,16,90,top\n'

let server: CircuithubServer

if (!contract) test.skip('CircuitHub in the window (skipped: no contract beside the checkout)', () => undefined)
else
  describeWindow(
    'an approved board goes to CircuitHub and is followed there',
    {
      context: { colorScheme: 'dark' },
      before: async () => {
        server = await circuithubServer(contract, true)
        server.state.bom = [
          {
            id: 55,
            value: '3 pins',
            footprint: 'KK-3',
            description: 'Connector',
            referenceDesignators: ['J0', 'J1'],
            status: 'unresolved',
            resolvedPartMpn: null,
            resolvedPartDescription: null,
            resolvedManufacturer: null,
          },
        ]
        const part = { description: '3-way header, 2.54 mm', available: 4200, moq: 1 }
        server.state.parts.set(301, { id: 301, mpn: '22-23-2031', manufacturer: 'Molex', ...part })
        server.state.parts.set(302, { id: 302, mpn: '22-23-2031-K', manufacturer: 'Keyed Co', ...part })
      },
      after: async () => {
        await server?.close()
        expect(server.violations).toEqual([])
      },
    },
    (window) => {
      const accountSheet = () => window().page.getByRole('dialog', { name: 'CircuitHub' })
      /** Plays the browser: goes where the application sends it, and follows the server's redirect back. */
      const signInByBrowser = async (): Promise<void> => {
        const { page } = window()
        const address = await page.getByText(/\/auth\/cli\?redirect_uri=/).textContent()
        expect((await fetch(address!)).status).toBe(200)
      }
      const inBothThemes = async (name: string): Promise<void> => {
        const { page, picture } = window()
        await picture(`${name}-dark`)
        await page.emulateMedia({ colorScheme: 'light' })
        await picture(`${name}-light`)
        await page.emulateMedia({ colorScheme: 'dark' })
      }

      test('a board with a list of parts is approved', async () => {
        const { page } = window()
        const bytes = await zipOf(orderableBoard(60, 40, 2), { 'assembly/bom.csv': BOM, 'assembly/cpl.csv': CPL })
        await dropFiles(page, [{ name: 'plain.zip', bytes }])
        await page.getByRole('heading', { name: /plain/ }).waitFor()
        await window().reviewed()
        await page.keyboard.press('Alt+3')
        const decision = page.getByRole('region', { name: 'Decision', exact: true })
        await decision.waitFor()
        await tickChecklist(page)
        await decision.getByRole('button', { name: 'Approve revision 1' }).click()
        await page.getByText('approved', { exact: true }).first().waitFor()
      })

      test('an account is added and signed in in the browser', async () => {
        const { page, accessible } = window()
        await page.keyboard.press('Control+k')
        await page.keyboard.type('Accounts…')
        await page.keyboard.press('Enter')
        const sheet = page.getByRole('dialog', { name: 'Accounts' })
        await sheet.getByRole('button', { name: /Provider/ }).click()
        await page.getByRole('option', { name: 'CircuitHub' }).click()
        await sheet.getByLabel(/^Server address/).fill(server.url)
        await sheet.getByRole('button', { name: 'Add and sign in' }).click()
        await sheet.getByText('Open this address in a browser to sign in:').waitFor()
        await accessible('sign-in')
        await inBothThemes('sign-in')
        await signInByBrowser()
        await sheet.getByText('North Lab').waitFor()
        await inBothThemes('accounts')
      })

      test(
        'the approved package is sent with its list of parts and followed to the end of its import',
        async () => {
          const { page, accessible } = window()
          await page.getByRole('button', { name: 'Send board…' }).click()
          const sheet = accountSheet()
          await sheet.getByRole('button', { name: 'Send as a new project' }).waitFor()
          expect(await sheet.getByRole('button', { name: /What assembly\/bom.csv is sent as/ }).textContent()).toContain(
            'Bill of materials',
          )
          await accessible('push form')
          await inBothThemes('push-form')
          // The package arrives, the list of parts is cut: it goes on by itself, with what is left.
          server.fail('PUT {uploadUrl}', { kind: 'cut', skip: 1 })
          await sheet.getByRole('button', { name: 'Send as a new project' }).click()
          await sheet.getByText('CircuitHub is reading the files (importing).').waitFor()
          await accessible('push importing')
          await inBothThemes('push-importing')
          server.state.imports = { status: 'complete', message: null }
          await sheet
            .getByText(/^Imported as revision 1/)
            .first()
            .waitFor()
          await inBothThemes('push-complete')
          expect([...server.state.made.values()][0]!.map(({ filename }) => filename)).toEqual(['plain.zip', 'bom.csv', 'cpl.csv'])
          expect(server.calls('POST /projects')).toHaveLength(1)
        },
        2 * PATIENCE_MS,
      )

      test('the list of parts at CircuitHub: a part is found and assigned, a placement left out, and both can be taken back', async () => {
        const { page, accessible } = window()
        const sheet = accountSheet()
        await sheet.getByRole('tab', { name: 'Parts' }).click()
        await sheet.getByText('1 line: 0 with a part, 1 without').waitFor()
        await sheet.getByText('The package and CircuitHub list the same parts.').waitFor()
        await sheet.getByRole('button', { name: 'Choose part…' }).click()
        await sheet.getByRole('row', { name: /^22-23-2031 exact Molex/ }).waitFor()
        await accessible('part search')
        await inBothThemes('part-search')
        await sheet.getByLabel('Part number or words for J0, J1').fill('22-23')
        await page.keyboard.press('Enter')
        await sheet
          .getByRole('row', { name: /^22-23-2031-K/ })
          .getByRole('button', { name: 'Assign' })
          .click()
        await sheet.getByText('1 line: 1 with a part', { exact: true }).waitFor()
        await sheet.getByText('J0, J1: 22-23-2031 in the package, 22-23-2031-K at CircuitHub.').waitFor()
        await sheet.getByRole('button', { name: 'J1, do not place' }).click()
        await sheet.getByText('J1 is fitted by the package, and marked as not placed.').waitFor()
        expect(server.state.dnp.get('55/J1')).toBe(true)
        await accessible('parts')
        await inBothThemes('parts')
        await sheet.getByRole('button', { name: 'Undo: J1 not placed' }).click()
        await sheet.getByText('J1 is fitted by the package, and marked as not placed.').waitFor({ state: 'detached' })
        expect(server.state.dnp.get('55/J1')).toBe(false)
      })
    },
  )

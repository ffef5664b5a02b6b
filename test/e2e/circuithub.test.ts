import { expect, test } from 'vitest'
import { orderableBoard, zipOf } from '#test/main/service/support/orderable-board.ts'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { circuithubServer, type CircuithubServer } from '#test/support/contract-server/servers/circuithub.ts'
import { approveDropped } from './support/approve-dropped.ts'
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
        server = await circuithubServer(contract)
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
        expect(server?.violations).toEqual([])
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
        const bytes = await zipOf(orderableBoard(60, 40, 2), { 'assembly/bom.csv': BOM, 'assembly/cpl.csv': CPL })
        await approveDropped(window(), { name: 'plain.zip', bytes })
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
          await page.keyboard.press('Escape')
          await page.getByRole('button', { name: 'Send to CircuitHub…' }).click()
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

      test('what the server does not have yet is one calm line', async () => {
        const { accessible } = window()
        const sheet = accountSheet()
        for (const tab of ['Quotes', 'Issues', 'Billing']) {
          await sheet.getByRole('tab', { name: tab }).click()
          await sheet.getByText('Not offered by this server yet.').waitFor()
        }
        await accessible('not offered')
        await inBothThemes('not-offered')
        // From now on it has them.
        server.state.servesPlanned = true
      })

      test('a quote is unfolded to its cost lines, and one of its offers is chosen', async () => {
        const { accessible } = window()
        const sheet = accountSheet()
        await sheet.getByRole('tab', { name: 'Quotes' }).click()
        await sheet.getByRole('row', { name: /25 10 business days .* USD 1,240.00 USD 49.60/ }).waitFor()
        await sheet.getByRole('button', { name: '25' }).click()
        await sheet.getByRole('row', { name: /10k 0603 RC0603FR-0710KL Yageo Mouser 60/ }).waitFor()
        await sheet.getByRole('button', { name: 'Choose', exact: true }).click()
        await sheet.getByText('25 boards in 10 business days, USD 1,240.00').waitFor()
        await accessible('quotes')
        await inBothThemes('quotes')
      })

      test('an order is followed in its own words, with its tracking', async () => {
        const { accessible } = window()
        server.state.orders = [
          { ...server.state.orders[0]!, shippedDate: '2026-02-19T00:00:00Z', trackingNumber: '1Z999', shippingService: 'UPS' },
        ]
        const sheet = accountSheet()
        await sheet.getByRole('tab', { name: 'Production' }).click()
        await sheet.getByRole('option', { name: /ORD-710/ }).click()
        await sheet.getByText('ORD-710, urn:circuithub:order:710').waitFor()
        await sheet.getByText('in_progress').first().waitFor()
        await sheet.getByText('UPS 1Z999').first().waitFor()
        await accessible('order')
        await inBothThemes('order')
      })

      test('an issue is filed on the order', async () => {
        const { accessible } = window()
        const sheet = accountSheet()
        await sheet.getByRole('tab', { name: 'Issues' }).click()
        await sheet.getByRole('row', { name: /U3 rotated open 710 ada@example.com/ }).waitFor()
        await sheet.getByLabel(/^What it is about/).fill('J1 is keyed')
        await sheet.getByLabel('First comment').fill('Which way round does the key go?')
        await sheet.getByRole('button', { name: 'File the issue' }).click()
        await sheet.getByRole('row', { name: /J1 is keyed open 710/ }).waitFor()
        expect(server.calls('POST /orders/{orderId}/issues').at(-1)!.body).toEqual({
          title: 'J1 is keyed',
          comment: 'Which way round does the key go?',
        })
        await accessible('issues')
        await inBothThemes('issues')
      })

      test('billing: balance, invoices as PDF, a statement, payments and methods', async () => {
        const { page, accessible } = window()
        const sheet = accountSheet()
        await sheet.getByRole('tab', { name: 'Billing' }).click()
        await sheet.getByText('USD 500.00 used of USD 5,000.00 credit').waitFor()
        await sheet.getByText('visa ending in 1111').waitFor()
        await sheet
          .getByRole('row', { name: /INV-5001/ })
          .first()
          .waitFor()
        const invoices = sheet.getByRole('region', { name: 'Invoices' })
        await invoices.getByLabel('From').fill('2026-02-01')
        await expect
          .poll(() => server.calls('GET /workspaces/{workspaceSlug}/billing/invoices').at(-1)!.query.get('from'))
          .toBe('2026-02-01')
        await invoices.getByRole('row', { name: /INV-5001/ }).waitFor()
        const invoice = page.waitForEvent('download')
        await sheet.getByRole('button', { name: 'Save INV-5001 as PDF' }).click()
        expect((await invoice).suggestedFilename()).toBe('INV-5001.pdf')
        const statement = page.waitForEvent('download')
        await sheet.getByRole('button', { name: 'Save as PDF', exact: true }).click()
        expect((await statement).suggestedFilename()).toMatch(/^statement-north-lab-.*\.pdf$/)
        await accessible('billing')
        await inBothThemes('billing')
      })

      test('a server that is busy says when, and an account that was signed out goes on after signing in again', async () => {
        const { accessible } = window()
        const sheet = accountSheet()
        const busy = {
          kind: 'status',
          status: 429,
          headers: { 'retry-after': '30' },
          body: { error: 'Slow down.', code: 'RATE_LIMITED' },
        } as const
        server.fail('GET /projects', busy)
        await sheet.getByRole('tab', { name: 'Parts' }).click()
        await sheet.getByRole('alert').getByText('Slow down. Again in 30 seconds.').waitFor()
        server.state.tokens.clear()
        await sheet.getByRole('button', { name: 'Try again' }).click()
        await sheet.getByText('CircuitHub asks to sign in again.', { exact: false }).first().waitFor()
        await sheet.getByRole('button', { name: 'Sign in again…' }).click()
        await sheet.getByText('Open this address in a browser to sign in:').waitFor()
        await accessible('signed out')
        await inBothThemes('signed-out')
        server.state.tokens.add('jwt-1')
        await signInByBrowser()
        await sheet.getByText('1 line: 1 with a part', { exact: true }).waitFor()
      })

      test('the parts of the board are shown from its package and from the account, side by side', async () => {
        const { page, accessible } = window()
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+k')
        await page.keyboard.type('Parts of the board…')
        await page.keyboard.press('Enter')
        const sheet = page.getByRole('dialog', { name: 'Parts of the board' })
        await sheet.getByText('1 line from bom.csv, cpl.csv').waitFor()
        await inBothThemes('package-parts')
        await sheet.getByRole('tab', { name: 'At CircuitHub' }).click()
        await sheet.getByText('1 line: 1 with a part', { exact: true }).waitFor()
        await accessible('parts of the board')
      })
    },
  )

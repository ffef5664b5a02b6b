import { expect, test } from 'vitest'
import { addAccount, command, haveContracts, openShops, type Shops } from './support/shops.ts'
import { describeWindow } from './support/window.ts'

const PATIENCE_MS = 60_000
let shops: Shops

if (haveContracts)
  describeWindow(
    'production at Authentise and Batchivo, against servers that speak their contracts',
    {
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
      before: async () => {
        shops = await openShops()
      },
      after: async () => {
        await shops.close()
        expect([...shops.bureau.violations, ...shops.farm.violations]).toEqual([])
      },
    },
    (window) => {
      test('signs in by session at one, by e-mail at the other', async () => {
        const { page } = window()
        await command(page, 'Accounts…')
        await addAccount(page, 'Authentise', 'North bureau', shops.bureau.url, { 'User name': 'ada', Password: 'right' })
        await page.getByText('Signed in as some name.').waitFor()
        await addAccount(page, 'Batchivo', 'Print farm', shops.farm.url, { 'E-mail': 'ada@example.com', Password: 'right' })
        await page.getByText('Signed in as Ada Moss.').waitFor()
        await page.keyboard.press('Escape')
      })

      test('lists what all accounts have, and finds in it', async () => {
        const { page, accessible, picture } = window()
        await command(page, 'Production…')
        const sheet = page.getByRole('dialog', { name: 'Production' })
        const list = sheet.getByRole('listbox', { name: /^In production/ })
        await list.getByRole('option').first().waitFor()
        await sheet.getByText(/^235 items, asked/).waitFor()
        await sheet.getByLabel('Find in production').fill('lot 31')
        await expect.poll(() => list.getByRole('option').allInnerTexts(), { timeout: PATIENCE_MS }).toHaveLength(1)
        await list.getByText('printing').waitFor()
        await list.getByText('in production').waitFor()
        await sheet.getByLabel('Find in production').fill('nothing like it')
        await sheet.getByText('Nothing fits the filter.').waitFor()
        await sheet.getByLabel('Find in production').fill('')
        await accessible('production')
        await picture('production-list')
      })

      test('follows an order on its timeline by keyboard, and comments on it', async () => {
        const { page, accessible, picture } = window()
        const sheet = page.getByRole('dialog', { name: 'Production' })
        await sheet.getByLabel('Find in production').fill('motor driver')
        const list = sheet.getByRole('listbox', { name: /^In production/ })
        await list.focus()
        await page.keyboard.press('ArrowDown')
        const timeline = sheet.getByRole('region', { name: 'Timeline of Motor driver C' })
        await timeline.getByText('8 pieces').waitFor()
        for (const word of ['queued-for-shipping', 'in_transit', 'confirmed → printing', 'Panel 2 was scratched and is made again.'])
          await timeline.getByText(word).first().waitFor()
        await timeline.getByRole('textbox', { name: /^Comment/ }).fill('When does parcel 2 leave?')
        await page.keyboard.press('Control+Enter')
        await timeline.getByRole('listitem').getByText('When does parcel 2 leave?').waitFor()
        expect(shops.bureau.calls('POST /comment/')).toHaveLength(1)
        await accessible('timeline')
        await picture('production-timeline')
        await page.emulateMedia({ colorScheme: 'light' })
        await picture('production-timeline-light')
        await page.emulateMedia({ colorScheme: 'dark' })
      })

      test('shows the last known with its age when a server is out of reach, and asks again to sign in', async () => {
        const { page, accessible, picture } = window()
        const sheet = page.getByRole('dialog', { name: 'Production' })
        shops.bureau.fail('GET /order/', { kind: 'status', status: 503 })
        await sheet.getByRole('button', { name: 'Ask now' }).click()
        await sheet.getByText(/^North bureau: .*503.*Shown as of/).waitFor()
        await sheet
          .getByRole('option', { name: /Motor driver C/ })
          .first()
          .waitFor()
        await accessible('out of reach')
        await picture('production-offline')
        shops.bureau.fail('GET /order/', { kind: 'status', status: 429, headers: { 'retry-after': '2' } })
        await sheet.getByRole('button', { name: 'Ask now' }).click()
        await sheet.getByText(/Not asked again before/).waitFor()
        const before = shops.bureau.calls('GET /order/').length
        await sheet.getByRole('button', { name: 'Ask now' }).click()
        await sheet.getByText(/asked just now/).waitFor()
        expect(shops.bureau.calls('GET /order/')).toHaveLength(before)
        await new Promise((resolve) => setTimeout(resolve, 2100))
        shops.farm.state.access.clear()
        shops.bureau.state.sessions.clear()
        await sheet.getByRole('button', { name: 'Ask now' }).click()
        await sheet.getByRole('button', { name: 'Sign in…' }).waitFor()
        // The other one renewed its token by itself.
        expect(await sheet.getByText(/^Print farm:/).count()).toBe(0)
        expect(shops.farm.calls('POST /auth/refresh').length).toBe(1)
        await sheet.getByRole('button', { name: 'Sign in…' }).click()
        const accounts = page.getByRole('dialog', { name: 'Accounts' })
        await accounts.getByRole('button', { name: 'Sign in again…' }).first().click()
        // No session this time, an API token.
        const form = accounts.getByRole('form', { name: 'Sign in to North bureau' })
        await form.getByLabel(/^User name/).fill('2b1c9d6e-0000-4000-8000-000000000001')
        await form.getByLabel(/^Password/).fill('key')
        await page.keyboard.press('Enter')
        await form.waitFor({ state: 'detached' })
        await page.keyboard.press('Escape')
      })

      test('leads from the timeline into the data, and back', async () => {
        const { page } = window()
        await command(page, 'Production…')
        const sheet = page.getByRole('dialog', { name: 'Production' })
        const timeline = sheet.getByRole('region', { name: 'Timeline of Motor driver C' })
        await timeline.getByRole('button', { name: 'Panel 14', exact: true }).click()
        const data = page.getByRole('dialog', { name: 'North bureau' })
        const properties = data.getByRole('region', { name: 'Properties' })
        await properties.getByRole('row', { name: /^status in-progress/ }).waitFor()
        await properties.getByRole('button', { name: /^\/order\// }).click()
        await properties.getByRole('row', { name: /^customer_po PO-77/ }).waitFor()
        await page.keyboard.press('Alt+ArrowLeft')
        await properties.getByRole('row', { name: /^status in-progress/ }).waitFor()
        await page.keyboard.press('Alt+ArrowRight')
        await properties.getByRole('row', { name: /^customer_po PO-77/ }).waitFor()
        await page.keyboard.press('Alt+ArrowLeft')
        await page.keyboard.press('Alt+ArrowLeft')
        await timeline.waitFor()
        await page.keyboard.press('Escape')
      })

      test('finds one of 251 resources, filters, sorts and pages its rows, and opens one', async () => {
        const { page, accessible, picture } = window()
        await command(page, 'Accounts…')
        await page.getByRole('dialog', { name: 'Accounts' }).getByRole('button', { name: 'Data…' }).first().click()
        const data = page.getByRole('dialog', { name: 'North bureau' })
        await expect
          .poll(() => data.getByRole('listbox', { name: 'Kinds of data' }).getByRole('option').count(), { timeout: PATIENCE_MS })
          .toBe(251)
        await data.getByRole('searchbox', { name: 'Find data' }).fill('order')
        await data.getByText('Named in what they are').waitFor()
        await data.getByRole('option', { name: 'order', exact: true }).click()
        const grid = data.getByRole('grid')
        await data.getByText('100 of 231 rows').waitFor()
        await grid.focus()
        await page.keyboard.press('End')
        await data.getByText('200 of 231 rows').waitFor()
        await data.getByRole('button', { name: 'name', exact: true }).click()
        await data.getByText(/^200 of 231 rows, sorted among those that were read/).waitFor()
        await picture('data-list')
        await data.getByRole('form', { name: 'Filter' }).getByRole('button', { name: /Value/ }).click()
        await page.getByRole('option', { name: 'cancelled', exact: true }).click()
        await data.getByText('76 of 76 rows').waitFor()
        await data.getByText('status is cancelled').waitFor()
        await picture('data-filtered')
        await grid.focus()
        await page.keyboard.press('Home')
        await page.keyboard.press('Enter')
        const properties = data.getByRole('region', { name: 'Properties' })
        await properties.getByRole('row', { name: /^name Bracket 3/ }).waitFor()
        await data.getByRole('button', { name: 'Copy as JSON' }).click()
        await page.getByText('Copied as JSON').waitFor()
        expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toMatchObject({
          name: 'Bracket 3',
          status: 'cancelled',
        })
        await data.getByRole('searchbox', { name: 'Find data' }).fill('order-q')
        await accessible('data of one')
        await picture('data-one')
        await page.emulateMedia({ colorScheme: 'light' })
        await picture('data-one-light')
        await page.emulateMedia({ colorScheme: 'dark' })
      })

      test('creates one from a form made of the contract, with what is wrong at its field', async () => {
        const { page, accessible, picture } = window()
        const data = page.getByRole('dialog', { name: 'North bureau' })
        await data.getByRole('searchbox', { name: 'Find data' }).fill('comment')
        await data.getByRole('option', { name: 'comment', exact: true }).click()
        await data.getByRole('button', { name: 'New…' }).click()
        const form = data.getByRole('form', { name: 'New at /comment/' })
        await form.getByLabel('related_uuid').fill('12')
        await form.getByRole('button', { name: /^Create/ }).click()
        await form.getByText(/^A UUID, such as/).waitFor()
        await form.getByLabel('related_uuid').fill(shops.order.split('/').at(-2)!)
        await form.getByRole('button', { name: /related_table_name/ }).click()
        await page.getByRole('option', { name: 'order', exact: true }).click()
        await form.getByLabel('text', { exact: true }).fill('Made in the window')
        await form.getByRole('button', { name: 'Create Ctrl+Enter' }).click()
        await form.getByText(/servers often fill them themselves: author_name/).waitFor()
        shops.bureau.fail('POST /comment/', {
          kind: 'status',
          status: 400,
          body: { message: 'rejected', errors: { text: ['is too short'] } },
        })
        await form.getByRole('button', { name: /^Create all the same/ }).click()
        await form.getByText('is too short').waitFor()
        await accessible('data form')
        await picture('data-form')
        await page.emulateMedia({ colorScheme: 'light' })
        await picture('data-form-light')
        await page.emulateMedia({ colorScheme: 'dark' })
        await form.getByLabel('text', { exact: true }).press('Control+Enter')
        await data
          .getByRole('region', { name: 'Properties' })
          .getByRole('row', { name: /^text Made in the window/ })
          .waitFor()
        await page.keyboard.press('Escape')
      })

      test('lists spools of the farm, sorted and filtered by the server', async () => {
        const { page, accessible, picture } = window()
        await command(page, 'Accounts…')
        await page.getByRole('dialog', { name: 'Accounts' }).getByRole('button', { name: 'Data…' }).last().click()
        const data = page.getByRole('dialog', { name: 'Print farm' })
        await data.getByRole('option', { name: 'spools' }).click()
        await data.getByText('100 of 130 rows').waitFor()
        await data.getByRole('button', { name: 'remaining g' }).click()
        await data.getByText('100 of 130 rows').waitFor()
        expect(shops.farm.calls('GET /spools').at(-1)!.query.get('sort_by')).toBe('remaining_g')
        await data
          .getByRole('form', { name: 'Filter' })
          .getByRole('button', { name: /Property/ })
          .click()
        await page.getByRole('option', { name: 'brand', exact: true }).click()
        await data.getByLabel('Value').fill('Fiberlogy')
        await page.keyboard.press('Enter')
        await data.getByText('65 of 65 rows').waitFor()
        // The same list as of every other kind of data.
        await accessible('data list')
        await picture('data-spools')
        await page.keyboard.press('Escape')
      })
    },
  )
else test.skip('production at Authentise and Batchivo (skipped: no contracts beside the checkout)', () => {})

import { expect, test } from 'vitest'
import { orderableBoard, zipOf } from '#test/main/service/support/orderable-board.ts'
import { addAccount, command, haveContracts, openShops, type Shops } from './support/shops.ts'
import { approveDropped } from './support/approve-dropped.ts'
import { describeWindow } from './support/window.ts'

let shops: Shops

if (haveContracts)
  describeWindow(
    'an approved board at Authentise and Batchivo, against servers that speak their contracts',
    {
      before: async () => {
        shops = await openShops()
      },
      after: async () => {
        await shops.close()
        expect([...shops.bureau.violations, ...shops.farm.violations]).toEqual([])
      },
    },
    (window) => {
      const rows = (table: string) => shops.bureau.state.tables.get(table)!

      test('a board is approved, and both shops are signed in to', async () => {
        const { page } = window()
        await approveDropped(window(), { name: 'plain.zip', bytes: await zipOf(orderableBoard(60, 40, 2)) })
        await command(page, 'Accounts…')
        await addAccount(page, 'Authentise', 'North bureau', shops.bureau.url, { 'User name': 'ada', Password: 'right' })
        await page.getByText('Signed in as some name.').waitFor()
        await addAccount(page, 'Batchivo', 'Print farm', shops.farm.url, { 'E-mail': 'ada@example.com', Password: 'right' })
        await page.getByText('Signed in as Ada Moss.').waitFor()
        await page.keyboard.press('Escape')
        await page.getByRole('dialog', { name: 'Accounts' }).waitFor({ state: 'detached' })
      })

      test('it becomes an order step by step; a cut stops it, and going on makes nothing twice', async () => {
        const { page, accessible, picture } = window()
        await page.getByRole('region', { name: 'Send' }).getByRole('button', { name: 'Order at North bureau…' }).click()
        const sheet = page.getByRole('dialog', { name: 'North bureau' })
        await sheet.getByLabel('Boards').fill('25')
        await accessible('order plan')
        await picture('order-plan')
        shops.bureau.state.needsQuotes = true
        shops.bureau.fail('POST /order/', { kind: 'status', status: 401 })
        const before = ['/product/', '/line-item/', '/order/'].map((table) => rows(table).length)
        await sheet.getByRole('button', { name: 'Make the order at North bureau' }).click()
        await sheet.getByText('stopped', { exact: true }).waitFor()
        await accessible('order stopped')
        await picture('order-stopped')
        await sheet.getByRole('button', { name: 'Go on' }).click()
        await sheet.getByText('The bureau makes the quote. It goes on by itself.').waitFor()
        await picture('order-waits')
        const order = String(rows('/order/').at(-1)!['uri'])
        shops.bureau.add('/order-quote/', { order, number: 'Q-2042', status: 'complete', notes: 'Panels of 5, leadfree HASL.' })
        // It answers again: the account is shown as working.
        await sheet.getByText('works', { exact: true }).waitFor()
        await sheet.getByLabel('Purchase order').fill('PO-2026-118')
        await accessible('order quote')
        await picture('order-quote')
        await page.emulateMedia({ colorScheme: 'light' })
        await picture('order-quote-light')
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.keyboard.press('Enter')
        await sheet.getByText('confirmed', { exact: true }).waitFor()
        await picture('order-done')
        expect(['/product/', '/line-item/', '/order/'].map((table) => rows(table).length)).toEqual(before.map((count) => count + 1))
        expect(rows('/order-quote/').filter(({ approved }) => approved)).toMatchObject([{ customer_po: 'PO-2026-118', order }])
        expect(rows('/line-item/').at(-1)).toMatchObject({ status: 'confirmed', quantity: 25 })
        expect([...shops.bureau.state.stored.keys()]).toEqual([expect.stringMatching(/^plain\.[0-9a-f]{8}\.zip$/)])
      })

      test('it is followed from there, and its state is seen to move', async () => {
        const { page } = window()
        Object.assign(rows('/order/').at(-1)!, { status: 'printing', updated: new Date().toISOString() })
        await page.getByRole('dialog', { name: 'North bureau' }).getByRole('button', { name: 'Follow it' }).click()
        const sheet = page.getByRole('dialog', { name: 'Production' })
        await sheet
          .getByRole('region', { name: /^Timeline of plain/ })
          .getByText('printing')
          .first()
          .waitFor()
        await page.keyboard.press('Escape')
      })

      test('it is registered as a product at the farm, once, and its runs are followed', async () => {
        const { page, accessible, picture } = window()
        await command(page, 'Production…')
        await page.getByRole('dialog', { name: 'Production' }).getByRole('button', { name: 'Register at Print farm…' }).click()
        const sheet = page.getByRole('dialog', { name: 'Print farm' })
        shops.farm.fail('POST /products', { kind: 'cut', acted: true })
        await sheet.getByRole('button', { name: 'Register as product' }).click()
        await sheet.getByText(/Registering again looks whether it arrived/).waitFor()
        await picture('product-unclear')
        await sheet.getByRole('button', { name: 'Register as product' }).click()
        await sheet.getByText('is registered as product').waitFor()
        expect(shops.farm.state.products).toHaveLength(2)
        shops.farm.state.runs.push({
          id: 40,
          name: 'plain, lot 1',
          status: 'scheduled',
          product_id: 'product-2',
          created_at: '2026-02-06T07:00:00Z',
        })
        await sheet.getByRole('button', { name: 'Ask now' }).click()
        await sheet.getByRole('button', { name: 'plain, lot 1' }).waitFor()
        await accessible('product')
        await picture('product')
        await sheet.getByRole('button', { name: 'plain, lot 1' }).click()
        await page
          .getByRole('dialog', { name: 'Production' })
          .getByRole('region', { name: 'Timeline of plain, lot 1' })
          .getByText('scheduled')
          .first()
          .waitFor()
      })
    },
  )
else test.skip('an approved board at Authentise and Batchivo (skipped: no contracts beside the checkout)', () => {})

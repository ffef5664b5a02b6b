import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { orderableBoard, zipOf } from '#test/main/service/support/orderable-board.ts'
import { aService, type TestService } from '#test/main/service/support/service.ts'
import { approveDropped } from './support/approve-dropped.ts'
import { describeWindow } from './support/window.ts'

const PATIENCE_MS = 60_000

let service: TestService
const stops: (() => Promise<void>)[] = []

describeWindow(
  'from drop to a tracked order, against a real server',
  {
    context: { colorScheme: 'light' },
    before: async () => {
      service = await aService({ data: mkdtempSync(join(tmpdir(), 'boardproof-service-')) }, (stop) => stops.push(stop))
    },
    after: async () => {
      for (const stop of stops) await stop()
      if (service) rmSync(service.data, { recursive: true, force: true })
    },
  },
  (window) => {
    test('the board is dropped, reviewed and approved', async () => {
      await approveDropped(window(), { name: 'plain.zip', bytes: await zipOf(orderableBoard(60, 40, 2)) })
    })

    test('an account is added and tested; its key is not shown again', async () => {
      const { page, accessible, picture } = window()
      const { key } = await service.key()
      await page.keyboard.press('Alt+4')
      await page.getByRole('button', { name: 'Add an account…' }).click()
      const sheet = page.getByRole('dialog', { name: 'Accounts' })
      await sheet.getByLabel('Account name').fill('House server')
      await sheet.getByLabel(/^Server address/).fill(`${service.address()}/api`)
      await sheet.getByLabel(/^Key/).fill(key)
      await accessible('accounts')
      await picture('accounts')
      await sheet.getByRole('button', { name: 'Add and test' }).click()
      await sheet.getByText('House server').waitFor()
      await expect.poll(() => page.content(), { timeout: PATIENCE_MS }).not.toContain(key)
      await page.keyboard.press('Escape')
    })

    test('one click and one confirm place the order', async () => {
      const { page, accessible, picture } = window()
      await page.getByLabel(/^Quantity/).fill('10')
      await page.getByLabel(/^Country/).fill('US')
      await page.getByLabel(/^Postal code/).fill('97201')
      await page.getByLabel(/^Contact name/).fill('Ada')
      await page.getByLabel(/^E-mail/).fill('ada@example.org')
      const price = page.getByRole('button', { name: 'Get price' })
      await expect.poll(() => price.isEnabled(), { timeout: PATIENCE_MS }).toBe(true)
      await price.click()
      const order = page.getByRole('button', { name: /^Order 10 boards, USD [\d,.]+/ })
      await order.waitFor()
      await accessible('order')
      await picture('order-priced')
      await order.click()
      const confirm = page.getByRole('dialog', { name: /^Order 10 boards/ })
      await confirm.waitFor()
      await picture('order-confirm')
      await page.keyboard.press('Control+Enter')
      await confirm.waitFor({ state: 'detached' })
    })

    test('the order is accepted once and then tracked', async () => {
      const { page, accessible, picture } = window()
      await page.keyboard.press('Control+Shift+Q')
      const queue = page.getByRole('dialog', { name: 'Outgoing' })
      await queue.getByText('done', { exact: true }).waitFor()
      await picture('queue')
      await page.keyboard.press('Escape')
      const { body } = await service.call('GET', '/v1/orders')
      const orders = body as { order_id: string }[]
      expect(orders).toHaveLength(1)
      await page.keyboard.press('Control+k')
      await page.keyboard.type('Orders…')
      await page.keyboard.press('Enter')
      const sheet = page.getByRole('dialog', { name: 'Orders' })
      await sheet.getByText(orders[0]!.order_id).waitFor()
      await sheet.getByRole('button', { expanded: false }).first().click()
      await sheet.getByRole('list').last().waitFor()
      await accessible('orders')
      await picture('orders')
    })

    test('the production of all accounts and the parts of the board are one command away', async () => {
      const { page, accessible, picture } = window()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('Production…')
      await page.keyboard.press('Enter')
      const production = page.getByRole('dialog', { name: 'Production' })
      await production.getByRole('option', { name: /House server/ }).click()
      await production
        .getByRole('region', { name: /^Timeline of Order/ })
        .getByRole('listitem')
        .first()
        .waitFor()
      await accessible('production')
      await picture('production')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('Parts of the board…')
      await page.keyboard.press('Enter')
      const parts = page.getByRole('dialog', { name: 'Parts of the board' })
      await parts.getByText(/The package lists no parts|lines? from/).waitFor()
      await accessible('parts')
      await picture('parts')
    })

    test('a key of the service is made in the window, shown once, and revoked', async () => {
      const { page, accessible, picture } = window()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('Keys of the service…')
      await page.keyboard.press('Enter')
      const sheet = page.getByRole('dialog', { name: 'Keys of the service' })
      await sheet.getByLabel('What it is for').fill('build server')
      await sheet.getByRole('button', { name: 'Make a key' }).click()
      const made = await sheet.getByText(/^bpk_[0-9a-f]{40}$/).textContent()
      await sheet.getByText('build server').waitFor()
      await accessible('keys')
      await picture('keys')
      await sheet.getByRole('button', { name: 'Revoke' }).click()
      await sheet.getByText(/^revoked/).waitFor()
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'detached' })
      expect(await page.content()).not.toContain(made!)
    })

    test('the board compared with itself is no change to the board', async () => {
      const { page, accessible, picture } = window()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('Compare…')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Compare' }).waitFor()
      await page.getByRole('button', { name: 'Compare', exact: true }).click()
      await page.getByText('No change to the board', { exact: true }).waitFor()
      await page.getByText(/(\d+) of \1 layers unchanged/).waitFor()
      await accessible('compare')
      await picture('compare')
    })
  },
)

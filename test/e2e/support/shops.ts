import type { Page } from 'playwright-core'
import { contractPath } from '#test/support/contract-server/connect.ts'
import { authentiseServer, type AuthentiseServer } from '#test/support/contract-server/servers/authentise.ts'
import { batchivoServer, type BatchivoServer } from '#test/support/contract-server/servers/batchivo.ts'

/** Whether the contracts that the servers speak are there. */
export const haveContracts = contractPath('authentise') !== null && contractPath('batchivo') !== null

/** Two shops that speak their contracts, with something in production at each. */
export interface Shops {
  readonly bureau: AuthentiseServer
  readonly farm: BatchivoServer
  /** An order in the middle of its production. */
  readonly order: string
  close(): Promise<void>
}

const PIECES = 12

/** Fills a bureau with an order that everything happened to. */
const fillBureau = (bureau: AuthentiseServer): string => {
  bureau.add('/bureau/', { name: 'North bureau' })
  bureau.add('/workflow/', { name: 'Two layers, HASL' })
  const order = bureau.add('/order/', { name: 'Motor driver C', status: 'printing', updated: '2026-02-05T14:20:00Z', customer_po: 'PO-77' })
  const lineItem = bureau.add('/line-item/', { order, name: 'Motor driver C', status: 'printing', quantity: PIECES, created: '2026-02-02T09:05:00Z' }) // prettier-ignore
  for (let k = 1; k <= PIECES; k++)
    bureau.add('/piece/', { order, line_item: lineItem, name: `Motor driver C #${k}`, status: k > 4 ? 'printing' : 'queued-for-shipping', created: `2026-02-03T10:${String(k).padStart(2, '0')}:00Z` }) // prettier-ignore
  const run = bureau.add('/run/', { orders: [order], name: 'Panel 14', status: 'in-progress', created: '2026-02-04T08:00:00Z' })
  bureau.add('/order-quote/', { order, number: 'Q-2041', status: 'complete', created: '2026-02-02T11:00:00Z' })
  bureau.add('/shipment/', { order, name: 'Parcel 1', status: 'in_transit', tracking_number: '1Z999AA1', shipping_partner: 'UPS', actual_shipment_date: '2026-02-05T16:00:00Z' }) // prettier-ignore
  bureau.add('/event/', { reference: order, key: 'status', previous_value: 'confirmed', current_value: 'printing', created: '2026-02-03T10:00:00Z' }) // prettier-ignore
  bureau.add('/event/', { reference: run, key: 'printer', previous_value: null, current_value: 'Line 2', created: '2026-02-04T08:01:00Z' })
  const comment = { related_table_name: 'order', related_uuid: order.split('/').at(-2) }
  bureau.add('/comment/', {
    ...comment,
    text: 'Panel 2 was scratched and is made again.',
    author_name: 'Bo Lind',
    created: '2026-02-04T12:30:00Z',
  })
  for (let k = 1; k <= 230; k++)
    bureau.add('/order/', { name: `Bracket ${k}`, status: k % 3 ? 'complete' : 'cancelled', priority: k, updated: '2026-01-20T08:00:00Z' })
  return order
}

const fillFarm = ({ state }: BatchivoServer): void => {
  state.runs.push(
    { id: 31, name: 'Enclosures, lot 31', status: 'printing', created_at: '2026-02-01T07:00:00Z', started_at: '2026-02-03T07:30:00Z', updated_at: '2026-02-05T09:00:00Z' }, // prettier-ignore
    { id: 30, name: 'Enclosures, lot 30', status: 'completed', created_at: '2026-01-20T07:00:00Z', started_at: '2026-01-21T07:30:00Z', completed_at: '2026-01-24T18:00:00Z', updated_at: '2026-01-24T18:00:00Z' }, // prettier-ignore
  )
  for (let k = 1; k <= 130; k++)
    state.spools.push({ id: k, brand: k % 2 ? 'Prusament' : 'Fiberlogy', material_type: k % 3 ? 'PETG' : 'ABS', remaining_g: 1000 - k, color: 'black' }) // prettier-ignore
  state.products.push({ id: 'p-1', name: 'Enclosure', sku: 'ENC-1', status: 'active' })
}

export const openShops = async (): Promise<Shops> => {
  const bureau = await authentiseServer(contractPath('authentise')!)
  const farm = await batchivoServer(contractPath('batchivo')!)
  const order = fillBureau(bureau)
  fillFarm(farm)
  return {
    bureau,
    farm,
    order,
    async close() {
      await bureau.close()
      await farm.close()
    },
  }
}

/** Runs a command by its title in the palette. */
export const command = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
}

/** Adds an account in the accounts sheet that is open, as a person does: name, address, what it asks for. */
export const addAccount = async (
  page: Page,
  provider: string,
  name: string,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> => {
  const form = page.getByRole('form', { name: 'New account' })
  await form.getByRole('button', { name: /^Provider|Provider$/ }).click()
  await page.getByRole('option', { name: provider }).click()
  await form.getByLabel('Account name').fill(name)
  await form.getByLabel(/^Server address/).fill(address)
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: false }).fill(value)
  await form.getByRole('button', { name: /^Add/ }).click()
  await page.getByRole('dialog', { name: 'Accounts' }).getByText(name, { exact: true }).waitFor()
}

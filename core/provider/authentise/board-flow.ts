import { err, ok, type Result } from '#core/base/result.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, PushedBoard } from '#core/provider/provider.ts'
import { idOf, type AuthentiseClient, type Made } from './client.ts'
import { resources } from './generated/index.ts'
import type { Resource, RowOf } from './resource.ts'

const { bureau, document, lineItem, order, orderQuote, product, workflow } = resources

export type OrderRow = RowOf<typeof order>
type Link = string

/** What a board order is made with; links of the service. */
export interface BoardPlan {
  readonly bureau: Link
  readonly workflow: Link
  /** Method of dispatch, null for the bureau's own. */
  readonly shipping: Link | null
  readonly materials: readonly Link[]
  readonly quantity: number
}

const reject = (reason: string, message: string): Result<never, ProviderFailure> =>
  err({ code: 'rejected', reason, status: 0, message }) as Result<never, ProviderFailure>

/** Rows that are looked at when something that was sent is looked for. */
const LOOK_UP_ROWS = 200

const newLink = (made: Result<Made, ProviderFailure>, what: string): Result<Link, ProviderFailure> => {
  if (!made.ok) return made
  return made.value.uri !== null ? ok(made.value.uri) : reject('unexpected-answer', `Authentise made a ${what} and does not say where.`)
}

const textOption = (board: PushedBoard, name: string): string | null => {
  const value = board.options[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** @returns the link that was chosen, else the only one there is. @fails `rejected` with `choose-<what>` when there are several or none */
const chosenOr = async (
  client: AuthentiseClient,
  what: string,
  chosen: string | null,
  resource: typeof bureau | typeof workflow,
  cancel: Cancel | null,
): Answer<Link> => {
  if (chosen !== null) return ok(chosen)
  const rows = await client.all(resource as typeof bureau, {}, 2, cancel)
  if (!rows.ok) return rows
  const [only, other] = rows.value
  if (only?.uri && !other) return ok(only.uri)
  return reject(`choose-${what}`, only ? `Choose a ${what}: there are several.` : `This account has no ${what}.`)
}

/** Settles what an order is made with, from the board's options (`bureau`, `workflow`, `shipping`, `materials`, `quantity`). */
export const planFor = async (client: AuthentiseClient, board: PushedBoard, cancel: Cancel | null): Answer<BoardPlan> => {
  const ofBureau = await chosenOr(client, 'bureau', textOption(board, 'bureau'), bureau, cancel)
  if (!ofBureau.ok) return ofBureau
  const ofWorkflow = await chosenOr(client, 'workflow', textOption(board, 'workflow'), workflow, cancel)
  if (!ofWorkflow.ok) return ofWorkflow
  const { materials, quantity } = board.options
  return ok({
    bureau: ofBureau.value,
    workflow: ofWorkflow.value,
    shipping: textOption(board, 'shipping'),
    materials: Array.isArray(materials) ? materials.filter((each) => typeof each === 'string') : [],
    quantity: typeof quantity === 'number' && Number.isSafeInteger(quantity) && quantity > 0 ? quantity : 1,
  })
}

/** @returns the order that bears the reference in `external_id`, null when there is none */
export const findOrder = async (client: AuthentiseClient, reference: string, cancel: Cancel | null): Answer<OrderRow | null> => {
  const rows = await client.all(order, { filters: { external_id: reference } }, LOOK_UP_ROWS, cancel)
  return rows.ok ? ok(rows.value.find(({ external_id: id }) => id === reference) ?? null) : rows
}

const nameOf = (board: PushedBoard): string => `${board.name} ${board.revision} (${board.clientReference})`

/** Makes a product. A package of Gerber files is no model: the product says that none will come. */
export const createProduct = async (client: AuthentiseClient, cancel: Cancel | null): Answer<Link> =>
  newLink(await client.create(product, { no_model_upload: true }, [], cancel), 'product')

/** @returns the line item that an earlier try made for a board, null when there is none */
export const findLineItem = async (client: AuthentiseClient, board: PushedBoard, cancel: Cancel | null): Answer<Link | null> => {
  const name = nameOf(board)
  const earlier = await client.all(lineItem, { filters: { name } }, LOOK_UP_ROWS, cancel)
  return earlier.ok ? ok(earlier.value.find((row) => row.name === name)?.uri ?? null) : earlier
}

export const createLineItem = async (
  client: AuthentiseClient,
  board: PushedBoard,
  plan: BoardPlan,
  ofProduct: Link,
  cancel: Cancel | null,
): Answer<Link> => {
  const { materials } = plan
  const input = {
    bureau: plan.bureau,
    product: ofProduct,
    name: nameOf(board),
    quantity: plan.quantity,
    workflow: plan.workflow,
    notes: `Package ${board.packageName}, SHA-256 ${board.packageSha256}`,
    ...(materials.length > 0 ? { additive: { materials: Object.fromEntries(materials.map((uri, k) => [`${k}`, uri])) } } : {}),
  }
  return newLink(await client.create(lineItem, input, [], cancel), 'line item')
}

/** A line item that an earlier try made, else a new one with its product. */
const lineItemFor = async (client: AuthentiseClient, board: PushedBoard, plan: BoardPlan, cancel: Cancel | null): Answer<Link> => {
  const earlier = await findLineItem(client, board, cancel)
  if (!earlier.ok || earlier.value !== null) return earlier as Awaited<Answer<Link>>
  const ofProduct = await createProduct(client, cancel)
  return ofProduct.ok ? createLineItem(client, board, plan, ofProduct.value, cancel) : ofProduct
}

export const createOrder = async (
  client: AuthentiseClient,
  board: PushedBoard,
  plan: BoardPlan,
  item: Link,
  cancel: Cancel | null,
): Answer<Link> => {
  const purchaseOrder = textOption(board, 'customerPo')
  const input = {
    bureau: plan.bureau,
    line_items: [item],
    name: nameOf(board),
    external_id: board.clientReference,
    ...(plan.shipping === null ? {} : { shipping: { shipping: plan.shipping } }),
    ...(purchaseOrder === null ? {} : { customer_po: purchaseOrder }),
  }
  return newLink(await client.create(order, input, [], cancel), 'order')
}

/** Makes the order with its line item and product. Found again by its reference when an answer is lost. @returns the order's link */
export const orderFor = async (client: AuthentiseClient, board: PushedBoard, cancel: Cancel | null): Answer<Link> => {
  const before = await findOrder(client, board.clientReference, cancel)
  if (!before.ok) return before
  if (before.value?.uri) return ok(before.value.uri)
  const plan = await planFor(client, board, cancel)
  if (!plan.ok) return plan
  const item = await lineItemFor(client, board, plan.value, cancel)
  return item.ok ? createOrder(client, board, plan.value, item.value, cancel) : item
}

/** A document of an order and how far it is. `scan`: `unscanned`, `passed`, `quarantined`; null while nothing is known. */
export interface DocumentState {
  readonly uri: string
  readonly name: string
  readonly isUploaded: boolean
  readonly scan: string | null
}

const documentState = (row: RowOf<typeof document, 'g'>): DocumentState => ({
  uri: row.uri ?? '',
  name: row.name ?? '',
  // The address for the bytes is emptied, the one to read them at is filled; which one first is not said.
  isUploaded: Boolean(row.content) || row.upload_location === '',
  scan: row.virus_scan,
})

/** @returns the documents of an order */
export const documentsOf = async (client: AuthentiseClient, orderUri: Link, cancel: Cancel | null): Answer<readonly DocumentState[]> => {
  const filters = { related_table_name: 'order', related_uuid: idOf(orderUri) }
  const rows = await client.all(document, { filters }, LOOK_UP_ROWS, cancel)
  return rows.ok ? ok(rows.value.map(documentState)) : rows
}

export interface AttachedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Attaches files to an order, each once: one that is there with its bytes is left alone. An address for the bytes is good
 * for minutes only, so a document without bytes gets a new one by being replaced.
 */
export const attach = async (
  client: AuthentiseClient,
  orderUri: Link,
  files: readonly AttachedFile[],
  cancel: Cancel | null,
  onProgress: (sent: number, total: number) => void = () => undefined,
): Answer<null> => {
  const present = await documentsOf(client, orderUri, cancel)
  if (!present.ok) return present
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  let done = 0
  for (const { name, bytes } of files) {
    const earlier = present.value.find((each) => each.name === name)
    if (!earlier?.isUploaded) {
      const made = earlier
        ? await client.act(document as Resource, 'replace', [idOf(earlier.uri)], { name }, cancel)
        : await client.create(document, { name, related_table_name: 'order', related_uuid: [idOf(orderUri)] }, [], cancel)
      if (!made.ok) return made
      if (made.value.uploadTo === null) return reject('unexpected-answer', `Authentise gave no address for "${name}".`)
      const before = done
      const sent = await client.upload(made.value.uploadTo, bytes, cancel, (n) => onProgress(before + n, total))
      if (!sent.ok) return sent
    }
    done += bytes.length
    onProgress(done, total)
  }
  return ok(null)
}

/** Agrees to an order's quote, for orders that need one before they can be confirmed. @param customerPo the purchase order's number */
export const acceptQuote = async (client: AuthentiseClient, orderUri: Link, customerPo: string, cancel: Cancel | null): Answer<null> => {
  const made = await client.create(orderQuote, { order: orderUri, approved: true, customer_po: customerPo }, [], cancel)
  return made.ok ? ok(null) : made
}

/** @returns the line items of an order */
export const lineItemsOf = async (client: AuthentiseClient, orderUri: Link, cancel: Cancel | null): Answer<readonly Link[]> => {
  const items = await client.all(lineItem, { filters: { order: orderUri } }, LOOK_UP_ROWS, cancel)
  return items.ok ? ok(items.value.flatMap(({ uri }) => (uri ? [uri] : []))) : items
}

/** States of a line item that nobody has confirmed yet. */
const UNCONFIRMED = ['', 'new', 'pending', 'calculating_estimates', 'in-preparation']

/** Confirms line items; those that were confirmed before are left alone. @fails `rejected` where a quote has to be agreed to first */
export const confirmOrder = async (client: AuthentiseClient, items: readonly Link[], cancel: Cancel | null): Answer<null> => {
  for (const uri of items) {
    const read = await client.follow(lineItem, uri, cancel)
    if (!read.ok) return read
    if (!UNCONFIRMED.includes(read.value.row.status ?? '')) continue
    const changed = await client.change(lineItem as Resource, uri, { status: 'confirmed' }, cancel)
    if (!changed.ok) return changed
  }
  return ok(null)
}

import { readContract, type Operation } from '../operation.ts'
import { contractServer, type ContractServer, type Received, type Rule } from '../server.ts'

type Row = Record<string, unknown>

/** Where bytes go that were announced; the address comes in a header. */
const STORAGE: Operation = {
  id: 'PUT {upload}',
  method: 'PUT',
  path: '{upload}',
  places: ['upload'],
  pattern: /^\/storage\/([^/]+)$/,
  needsAccount: false,
  planned: false,
  status: 200,
  query: [],
  freeQuery: null,
  body: 'bytes',
  oneOf: [],
  contentType: null,
  answer: null,
  isNullable: false,
  example: undefined,
}

export interface AuthentiseState {
  /** Rows by collection, such as `/order/`, in the order of their creation. */
  readonly tables: Map<string, Row[]>
  readonly stored: Map<string, Buffer>
  readonly sessions: Set<string>
  /** Rows on a page, whatever is asked for. */
  mostOnPage: number
  /** Names the number of rows over all pages. */
  counts: boolean
  /** Follows `offset`; servers may know another name for it. */
  pages: boolean
  /** What is created bears the time of now; else a day in February. */
  tellsTime: boolean
  /** New orders need a quote that is agreed to. */
  needsQuotes: boolean
  /** The virus scan holds back what is uploaded. */
  quarantines: boolean
}

export interface AuthentiseServer extends ContractServer {
  readonly state: AuthentiseState
  add(collection: string, row: Row): string
}

const STATEFUL = ['/order/', '/line-item/', '/product/', '/document/', '/order-quote/', '/bureau/', '/workflow/', '/run/', '/piece/', '/shipment/', '/event/', '/comment/'] // prettier-ignore

/** The lists' own filters are read, so that nothing finds by accident. */
const matches = (row: Row, name: string, value: string): boolean => {
  const property = name === 'by_order' ? 'orders' : name
  const found = row[property]
  return Array.isArray(found) ? found.includes(value) : String(found) === value
}

/** A bureau with tables that keep what is sent; everything else answers with samples. */
export const authentiseServer = async (contractFile: string): Promise<AuthentiseServer> => {
  const contract = readContract(contractFile)
  const state: AuthentiseState = {
    tables: new Map(STATEFUL.map((path) => [path, []])),
    stored: new Map(),
    sessions: new Set(['session-1']),
    mostOnPage: 100,
    counts: true,
    pages: true,
    tellsTime: false,
    needsQuotes: false,
    quarantines: false,
  }
  const TOKEN = Buffer.from('2b1c9d6e-0000-4000-8000-000000000001:key').toString('base64')
  let made = 0
  let url = ''
  const uuid = (): string => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
  const add = (collection: string, row: Row): string => {
    const uri = `${url}${collection}${uuid()}/`
    const created = state.tellsTime ? new Date().toISOString() : `2026-02-03T09:00:${String(made % 60).padStart(2, '0')}Z`
    state.tables.get(collection)!.push({ uri, created, ...row })
    return uri
  }
  const complete = (operation: Operation, row: Row): Row => {
    const fields = operation.answer?.find(({ name }) => name === 'resources')?.items ?? operation.answer ?? []
    return Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null]))
  }
  const listRule =
    (collection: string, operation: Operation): Rule =>
    ({ query }) => {
      const filters = [...query].flatMap(([name, value]) => {
        const property = /^filter\[([\w-]+)\]$/.exec(name)?.[1]
        return property ? [[property, value] as const] : []
      })
      const isOf = (row: Row): boolean => filters.every(([name, value]) => matches(row, name, value))
      const chosen = state.tables.get(collection)!.filter(isOf)
      const offset = state.pages ? Number(query.get('offset') ?? 0) : 0
      const limit = Math.min(state.mostOnPage, Number(query.get('limit') ?? 50))
      const rows = chosen.slice(offset, offset + limit).map((row) => complete(operation, row))
      return { body: state.counts ? { count: chosen.length, resources: rows } : { resources: rows } }
    }
  const rowAt = (collection: string, id: string): Row | undefined =>
    state.tables.get(collection)!.find(({ uri }) => String(uri).endsWith(`/${id}/`))
  const store = (collection: string, id: string): Readonly<Record<string, string>> => ({
    location: `${url}${collection}${id}/`,
    'x-upload-location': `${url}/storage/${id}`,
  })

  const rules: Record<string, Rule> = {}
  for (const operation of contract.operations) {
    const collection = STATEFUL.find((path) => operation.path.startsWith(path))
    if (!collection) continue
    if (operation.id === `GET ${collection}`) rules[operation.id] = listRule(collection, operation)
    if (operation.id === `GET ${collection}{uuid}/`)
      rules[operation.id] = ({ places }) => {
        const row = rowAt(collection, places[0]!)
        return row ? { body: complete(operation, row) } : { status: 404, body: {} }
      }
    if (operation.id === `PUT ${collection}{uuid}/`)
      rules[operation.id] = ({ places, body }) => {
        Object.assign(rowAt(collection, places[0]!) ?? {}, body)
        return { body: undefined }
      }
    if (operation.id === `POST ${collection}`)
      rules[operation.id] = ({ body }) => {
        const own = collection === '/order/' ? { quote_required: state.needsQuotes } : {}
        const uri = add(collection, { ...(collection === '/order-quote/' ? {} : { status: 'new' }), ...own, ...(body as Row) })
        const id = uri.split('/').at(-2)!
        if (collection === '/document/')
          Object.assign(rowAt(collection, id)!, { upload_location: `${url}/storage/${id}`, virus_scan: 'unscanned' })
        return { headers: collection === '/document/' ? store(collection, id) : { location: uri }, body: undefined }
      }
  }
  rules['POST /document/{uuid}/replace/'] = ({ places }) => {
    const old = rowAt('/document/', places[0]!)
    if (!old) return { status: 404, body: {} }
    old['archived'] = '2026-02-03T10:00:00Z'
    return { headers: store('/document/', places[0]!), body: undefined }
  }
  rules['PUT {upload}'] = ({ places, bytes, headers }) => {
    const row = rowAt('/document/', places[0]!)
    if (!row || headers.authorization || headers.cookie) return { status: 403, body: undefined }
    state.stored.set(String(row['name']), bytes)
    Object.assign(row, {
      content: `${url}/content/${places[0]}`,
      upload_location: '',
      virus_scan: state.quarantines ? 'quarantined' : 'passed',
    })
    return { body: undefined }
  }
  rules['POST /sessions/'] = ({ body }) =>
    (body as Row)['password'] === 'right'
      ? { status: 201, headers: { 'set-cookie': 'session=session-1; Secure; HttpOnly; Path=/' }, body: undefined }
      : { status: 401, body: {} }

  const isSignedIn = ({ headers }: Received): boolean =>
    state.sessions.has(/session=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '') || headers.authorization === `Basic ${TOKEN}`
  const server = await contractServer({
    contract: { ...contract, operations: [...contract.operations, STORAGE] },
    isSignedIn,
    refusal: () => ({}),
    plannedStatus: 405,
    rules,
  })
  url = server.url
  return Object.assign(server, { state, add })
}

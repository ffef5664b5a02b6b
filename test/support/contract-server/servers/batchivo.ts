import { readContract, type Operation } from '../operation.ts'
import { contractServer, type ContractServer, type Received, type Rule } from '../server.ts'

/** Registering a product is not in the reference; servers take it as the names of the resources suggest. */
const REGISTER: Operation = {
  id: 'POST /products',
  method: 'POST',
  path: '/products',
  places: [],
  pattern: /^\/products$/,
  needsAccount: true,
  planned: false,
  status: 201,
  query: [],
  freeQuery: null,
  body: [
    { name: 'name', type: 'string', required: true },
    { name: 'sku', type: 'string' },
    { name: 'description', type: 'string' },
  ],
  oneOf: [],
  contentType: 'application/json',
  answer: [{ name: 'data', type: 'object' }],
  isNullable: false,
  example: undefined,
}

export interface BatchivoState {
  /** Access tokens that are still good. */
  readonly access: Set<string>
  readonly refresh: Set<string>
  readonly products: Record<string, unknown>[]
  readonly runs: Record<string, unknown>[]
  readonly spools: Record<string, unknown>[]
  remaining: number
  reset: number
}

export interface BatchivoServer extends ContractServer {
  readonly state: BatchivoState
}

const listRule =
  (rows: readonly Record<string, unknown>[]): Rule =>
  ({ query }) => {
    const [skip, limit] = [Number(query.get('skip') ?? 0), Number(query.get('limit') ?? 20)]
    const filters = [...query].filter(([name]) => !['skip', 'limit', 'sort_by', 'sort_order'].includes(name))
    const chosen = rows.filter((row) => filters.every(([name, value]) => String(row[name]) === value))
    const by = query.get('sort_by')
    const sign = query.get('sort_order') === 'desc' ? -1 : 1
    const sorted = by ? [...chosen].sort((a, b) => sign * (String(a[by]) < String(b[by]) ? -1 : 1)) : chosen
    const meta = { total: chosen.length, page: Math.floor(skip / limit) + 1, per_page: limit }
    return { body: { data: sorted.slice(skip, skip + limit), meta } }
  }

/** A print shop with tokens that can be made old, and lists that are filled by the test. */
export const batchivoServer = async (contractFile: string, takesProducts = true): Promise<BatchivoServer> => {
  const contract = readContract(contractFile)
  const state: BatchivoState = {
    access: new Set(),
    refresh: new Set(),
    products: [],
    runs: [],
    spools: [],
    remaining: 100,
    reset: Math.floor(Date.now() / 1000) + 30,
  }
  let tokens = 0
  const issue = () => {
    tokens++
    state.access.add(`access-${tokens}`)
    state.refresh.add(`refresh-${tokens}`)
    return { body: { access_token: `access-${tokens}`, refresh_token: `refresh-${tokens}`, token_type: 'bearer', expires_in: 1800 } }
  }
  const field = (received: Received, name: string): string => String((received.body as Record<string, unknown>)[name])
  const server = await contractServer({
    contract: { ...contract, operations: [...contract.operations, ...(takesProducts ? [REGISTER] : [])] },
    isSignedIn: ({ headers }) => state.access.has((headers.authorization ?? '').replace(/^Bearer /, '')),
    refusal: (code, detail) => ({ detail, code: code === 'UNAUTHORIZED' ? 'TOKEN_EXPIRED' : code }),
    headers: () => ({
      'X-RateLimit-Limit': '100',
      'X-RateLimit-Remaining': String(state.remaining),
      'X-RateLimit-Reset': String(state.reset),
    }),
    rules: {
      'POST /auth/login': (received) =>
        field(received, 'password') === 'right' ? issue() : { status: 401, body: { detail: 'wrong', code: 'INVALID_CREDENTIALS' } },
      // A refresh token is used up by its use.
      'POST /auth/refresh': (received) =>
        state.refresh.delete(field(received, 'refresh_token')) ? issue() : { status: 401, body: { detail: 'old', code: 'TOKEN_EXPIRED' } },
      'POST /auth/logout': (received) => {
        state.refresh.delete(field(received, 'refresh_token'))
        return { body: undefined }
      },
      'GET /spools': listRule(state.spools),
      'GET /products': listRule(state.products),
      'GET /production-runs': listRule(state.runs),
      'POST /products': ({ body }) => {
        const product = { id: `product-${state.products.length + 1}`, ...(body as object) }
        state.products.push(product)
        return { body: { data: product, meta: { total: 1, page: 1, per_page: 1 } } }
      },
    },
  })
  return Object.assign(server, { state })
}

import { readContract } from '../operation.ts'
import { contractServer, type ContractServer, type Received } from '../server.ts'

type Row = Record<string, unknown>

export interface CircuithubState {
  readonly projects: Row[]
  readonly stored: Map<string, Buffer>
  /** Files that projects and revisions were made of, by revision id. */
  readonly made: Map<number, readonly Row[]>
  readonly dnp: Map<string, boolean>
  /** Revisions of every project, by its id. */
  readonly revisions: Map<number, Row[]>
  /** Lines of every list of parts that is asked for. */
  bom: Row[]
  /** What can be assigned, by id. */
  readonly parts: Map<number, Row>
  issues: Row[]
  servesPlanned: boolean
  imports: Row
  orders: Row[]
  tokens: Set<string>
  /** Storage addresses that are refused. */
  readonly expired: Set<string>
  validForMs: number
}

export interface CircuithubServer extends ContractServer {
  readonly state: CircuithubState
}

const PDF = Buffer.from('%PDF-1.7\n% an invoice\n')
const given = [
  ['Content-Type', 'application/octet-stream'],
  ['x-amz-acl', 'bucket-owner-full-control'],
]

/** A workspace with storage that checks its headers, imports, orders; announced calls when they are switched on. */
export const circuithubServer = async (contractFile: string, servesPlanned = false): Promise<CircuithubServer> => {
  const contract = readContract(contractFile)
  const exampleOf = (id: string): Row => contract.operations.find((each) => each.id === id)!.example as Row
  const project = exampleOf('GET /projects/{projectId}')
  const revision = (exampleOf('GET /projects/{projectId}/revisions')['revisions'] as Row[])[0]!
  const order = (exampleOf('GET /orders')['orders'] as Row[])[0]!
  const state: CircuithubState = {
    projects: [{ ...project }],
    stored: new Map(),
    made: new Map(),
    dnp: new Map(),
    revisions: new Map([[Number(project['id']), [revision]]]),
    bom: exampleOf('GET /projects/{projectId}/bom')['bomLines'] as Row[],
    parts: new Map((exampleOf('GET /parts')['inexactMatches'] as Row[]).map((part) => [Number(part['id']), part])),
    issues: exampleOf('GET /issues')['issues'] as Row[],
    servesPlanned,
    imports: { status: 'importing', message: null },
    orders: [order],
    tokens: new Set(['jwt-1']),
    expired: new Set(),
    validForMs: 600_000,
  }
  let places = 0
  let revisions = 9100
  const refuse = (status: number, code: string) => ({ status, body: { error: `refused: ${code}`, code } })
  const make = ({ body }: Received, projectId: number) => {
    const files = (body as { files: Row[] }).files
    if (files.some(({ objectKey }) => !state.stored.has(String(objectKey)))) return refuse(400, 'INVALID_OBJECT_KEY')
    revisions++
    state.made.set(revisions, files)
    const before = state.revisions.get(projectId) ?? []
    const number = Math.max(0, ...before.map((each) => Number(each['number']))) + 1
    state.revisions.set(projectId, [...before, { ...revision, id: revisions, number }])
    return { body: { projectId, revisionId: revisions, statusUrl: `/v1/projects/${projectId}/status` } }
  }
  const server = await contractServer({
    contract,
    servesPlanned: () => state.servesPlanned,
    isSignedIn: ({ headers }) => state.tokens.has((headers.authorization ?? '').replace(/^Bearer /, '')),
    refusal: (code, error) => ({ error, code }),
    rules: {
      'GET /auth/cli': ({ query }) => {
        const uri = query.get('redirect_uri')!
        if (!/^http:\/\/(?:localhost|127\.0\.0\.1):/.test(uri)) return refuse(400, 'INVALID_REDIRECT_URI')
        return { headers: { location: `${uri}?token=jwt-1` }, body: undefined }
      },
      'GET /projects': () => ({ body: { projects: state.projects } }),
      'GET /projects/{projectId}': ({ places: [id] }) => {
        const found = state.projects.find((each) => String(each['id']) === id)
        return found ? { body: found } : refuse(404, 'NOT_FOUND')
      },
      'POST /projects/upload-urls': ({ body, base }) => ({
        body: {
          uploads: (body as { files: { filename: string }[] }).files.map(({ filename }) => {
            places++
            const objectKey = `uploads/k${places}/${filename}`
            return {
              filename,
              uploadUrl: `${base}/uploadUrl/${encodeURIComponent(objectKey)}`,
              objectKey,
              validTill: new Date(Date.now() + state.validForMs).toISOString(),
              headers: given,
            }
          }),
        },
      }),
      'PUT {uploadUrl}': ({ places: [key], headers, bytes }) => {
        const isAsGiven = given.every(([name, value]) => headers[name!.toLowerCase()] === value)
        if (!isAsGiven || headers.authorization || state.expired.has(key!)) return { status: 403, body: undefined }
        state.stored.set(key!, bytes)
        return { body: undefined }
      },
      'POST /projects': (received) => {
        const id = 400 + state.projects.length
        state.projects.push({ ...project, id, name: (received.body as Row)['name'] })
        return make(received, id)
      },
      'POST /projects/{projectId}/revisions': (received) => make(received, Number(received.places[0])),
      'GET /projects/{projectId}/revisions': ({ places: [id] }) => ({ body: { revisions: state.revisions.get(Number(id)) ?? [] } }),
      'GET /projects/{projectId}/status': ({ places: [id] }) => ({ body: { projectId: Number(id), ...state.imports } }),
      'GET /projects/{projectId}/bom': ({ places: [id], query }) => {
        const newest = state.revisions.get(Number(id))?.at(-1)?.['id'] ?? 0
        const count = (status: string): number => state.bom.filter((line) => line['status'] === status).length
        const summary = { total: state.bom.length, resolved: count('resolved'), unresolved: count('unresolved'), errored: count('error') }
        return { body: { revisionId: Number(query.get('revision') ?? newest), bomLines: state.bom, summary } }
      },
      'PUT /bom/{bomLineId}/part': ({ places: [id], body }) => {
        const part = state.parts.get(Number((body as Row)['partId']))
        if (!part) return refuse(404, 'NOT_FOUND')
        const { mpn, manufacturer, description } = part
        const resolved = {
          status: 'resolved',
          resolvedPartMpn: mpn,
          resolvedManufacturer: manufacturer,
          resolvedPartDescription: description,
        }
        state.bom = state.bom.map((line) => (String(line['id']) === id ? { ...line, ...resolved } : line))
        return { body: { partId: part['id'], mpn, manufacturer } }
      },
      'PUT /bom/{bomLineId}/placements/{ref}/dnp': ({ places: [line, ref], body }) => {
        const { dnp } = body as { dnp: boolean }
        state.dnp.set(`${line}/${ref}`, dnp)
        return { body: { ref, dnp } }
      },
      'GET /orders': () => ({ body: { orders: state.orders } }),
      'GET /orders/{orderId}': ({ places: [id] }) => {
        const found = state.orders.find((each) => String(each['id']) === id)
        return found ? { body: found } : refuse(404, 'NOT_FOUND')
      },
      'GET /issues': ({ query }) => {
        const [of, status] = [query.get('order'), query.get('status')]
        const issues = state.issues.filter(
          (issue) => (of === null || String(issue['orderId']) === of) && (status === null || issue['status'] === status),
        )
        return { body: { issues } }
      },
      'POST /orders/{orderId}/issues': ({ places: [id], body }) => {
        const [example] = exampleOf('GET /issues')['issues'] as Row[]
        const issue = { ...example, id: 32 + state.issues.length, orderId: Number(id), title: (body as Row)['title'], status: 'open' }
        state.issues = [...state.issues, issue]
        return { body: issue }
      },
      'GET /parts': ({ query }) => {
        const words = (query.get('q') ?? '').toLowerCase()
        const named = [...state.parts.values()].map((part) => ({ part, mpn: String(part['mpn']).toLowerCase() }))
        const exactMatches = named.filter(({ mpn }) => mpn === words).map(({ part }) => part)
        const inexactMatches = named.filter(({ mpn }) => mpn !== words && mpn.includes(words)).map(({ part }) => part)
        return { body: { query: query.get('q'), exactMatches, inexactMatches } }
      },
      'GET /workspaces/{workspaceSlug}/billing/invoices/{invoiceId}': ({ places: [, id] }) =>
        id === '999' ? refuse(404, 'NOT_FOUND') : {},
      'GET /workspaces/{workspaceSlug}/billing/invoices/{invoiceId}/pdf': () => ({ body: PDF }),
      'GET /workspaces/{workspaceSlug}/billing/statement': () => ({ body: PDF }),
    },
  })
  return Object.assign(server, { state })
}

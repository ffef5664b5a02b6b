import { createHash } from 'node:crypto'
import { encodePng } from '#main/render/png.ts'
import { readContract, type Operation } from '../operation.ts'
import { contractServer, type ContractServer } from '../server.ts'

/** Addresses that the lists name: downloads and icons. */
const FILES: Operation = {
  id: 'GET files',
  method: 'GET',
  path: '/files/{name}',
  places: ['name'],
  pattern: /^\/files\/([^/]+)$/,
  needsAccount: false,
  planned: false,
  status: 200,
  query: [],
  freeQuery: null,
  body: null,
  oneOf: [],
  contentType: 'application/zip',
  answer: null,
  isNullable: false,
  example: undefined,
}

export interface LibrepcbServer extends ContractServer {
  readonly state: {
    libraries: Record<string, unknown>[]
    /** What only clients of file format 2 are told of as well. */
    newer: Record<string, unknown>[]
    service: Record<string, unknown> | null
    readonly files: Map<string, Buffer>
  }
}

export const libraryBytes = (name: string): Buffer => Buffer.from(`PK library ${name} `.repeat(50))

/** A real picture; `claims` = the width and height that its head says, where they are to be other ones. */
export const iconBytes = (claims?: number): Buffer => {
  const side = 40
  const png = encodePng({ width: side, height: side, channels: 4, data: new Uint8Array(4 * side * side).fill(200) }, 96)
  if (claims !== undefined) for (const at of [16, 20]) png.writeUInt32BE(claims, at)
  return png
}

/** A server with a dozen libraries on pages of five, and an order service. */
export const librepcbServer = async (contractFile: string): Promise<LibrepcbServer> => {
  const contract = readContract(contractFile)
  const example = (
    contract.operations.find(({ id }) => id.startsWith('GET /api/v1/libraries'))!.example as { results: Record<string, unknown>[] }
  ).results[0]!
  const state: LibrepcbServer['state'] = { libraries: [], newer: [], service: null, files: new Map() }
  const PAGE = 5
  const server = await contractServer({
    contract: { ...contract, operations: [...contract.operations, FILES] },
    isSignedIn: null,
    refusal: (code) => ({ code }),
    rules: {
      'GET /api/v1/libraries/v{format}': ({ query, base, places }) => {
        if (places[0] === '99') return { status: 404, body: {} }
        const page = Number(query.get('page') ?? 1)
        const at = (n: number) => `${base}/api/v1/libraries/v${places[0]}?page=${n}`
        const listed = places[0] === '2' ? [...state.libraries, ...state.newer] : state.libraries
        const results = listed.slice((page - 1) * PAGE, page * PAGE)
        const next = page * PAGE < listed.length ? at(page + 1) : null
        return { body: { count: listed.length, next, previous: page > 1 ? at(page - 1) : null, results } }
      },
      'GET /api/v1/order': ({ base }) => ({
        body: { info_url: `${base}/files/info`, upload_url: `${base}/upload_url/k7`, max_size: 10_000, ...state.service },
      }),
      'POST {upload_url}': () => ({ body: { redirect_url: 'https://fab.example.org/k3jd82/' } }),
      'GET files': ({ places, base }) => {
        const bytes = state.files.get(places[0]!)
        if (places[0] === 'moved') return { status: 302, headers: { location: `${base}/files/lib-0.zip` }, body: undefined }
        if (places[0] === 'circle') return { status: 302, headers: { location: `${base}/files/circle` }, body: undefined }
        return bytes ? { body: bytes } : { status: 404, body: {} }
      },
    },
  })
  for (let k = 0; k < 12; k++) {
    const bytes = libraryBytes(`lib-${k}`)
    state.files.set(`lib-${k}.zip`, bytes)
    state.libraries.push({
      ...example,
      uuid: `uuid-${k}`,
      ...(k === 0 ? {} : { name: { default: `Library ${k}` } }),
      recommended: k === 0 || k === 2,
      deprecated: k === 11,
      dependencies: k > 0 && k < 4 ? [`uuid-${k - 1}`] : [],
      icon_url: k === 0 ? `${server.url}/files/icon.png` : null,
      download_url: `${server.url}/files/lib-${k}.zip`,
      download_size: k === 1 ? null : bytes.length,
      download_sha256: k === 1 ? null : createHash('sha256').update(bytes).digest('hex'),
    })
  }
  state.files.set('icon.png', iconBytes())
  return Object.assign(server, { state })
}

import { readFileSync } from 'node:fs'
import { placesAsBraces } from '#main/build/providers/contract-file.ts'
import type { ContractEndpoint, ContractField, ContractResource, EndpointContract, ResourceContract, ResourceOperation, ResourceProperty } from '#main/build/providers/contract-file.ts' // prettier-ignore

/** A call as a contract has it, whatever the form of the file. */
export interface Operation {
  /** `GET /projects/{projectId}`. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly places: readonly string[]
  readonly pattern: RegExp
  readonly needsAccount: boolean
  readonly planned: boolean
  readonly status: number
  readonly query: readonly ContractField[]
  /** Queries that are not named in the contract are allowed when they match. */
  readonly freeQuery: RegExp | null
  /** Fields of a JSON body, `bytes` for a raw one, null for none. */
  readonly body: readonly ContractField[] | 'bytes' | null
  /** Exactly one of these has to be sent. */
  readonly oneOf: readonly string[]
  readonly contentType: string | null
  readonly answer: readonly ContractField[] | null
  readonly isNullable: boolean
  readonly example: unknown
}

export interface Contract {
  readonly name: string
  /** The path that the base address ends with, such as `/v1`. */
  readonly basePath: string
  readonly operations: readonly Operation[]
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, () => '([^/]+)')}$`)

const placesOf = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!)

const fromEndpoint = (entry: ContractEndpoint): Operation => {
  const path = placesAsBraces(entry.path)
  const response = entry.responses[0]!
  const isJson = response.contentType === 'application/json'
  return {
    id: `${entry.method} ${path}`,
    method: entry.method,
    path,
    places: placesOf(path),
    // Addresses that a server hands out itself are served below a path of their own.
    pattern: path.startsWith('{') ? new RegExp(`^/${path.slice(1, -1)}/([^/]+)$`) : patternOf(path),
    needsAccount: entry.auth === 'bearer',
    planned: entry.planned,
    status: response.status,
    query: entry.query,
    freeQuery: entry.query.some(({ name }) => name === 'skip') ? /^[a-z_]+$/ : null,
    body: entry.body === null ? null : entry.body.contentType === 'application/json' ? entry.body.fields : 'bytes',
    oneOf: entry.body?.oneOf ?? [],
    contentType: response.contentType,
    answer: isJson ? response.fields : null,
    isNullable: response.nullable === true,
    example: response.example,
  }
}

const TYPES: Readonly<Record<string, string>> = {
  URI: 'uri',
  URL: 'string',
  email: 'string',
  'iso-8601 datetime': 'datetime',
  'iso-8601 date': 'datetime',
  float: 'number',
  timedelta: 'number',
  anything: 'anything',
}

const fieldOf = (property: ResourceProperty): ContractField => {
  const type = TYPES[property.type] ?? property.type
  const words = type === 'string' && property.choices?.length ? property.choices.map(String) : undefined
  return { name: property.name, type, required: false, ...(words ? { enum: words } : {}) }
}

const fromResource = (resource: ContractResource, operation: ResourceOperation): Operation => {
  const named = (rows: readonly { name: string }[]): readonly ContractField[] =>
    rows.map(({ name }) => fieldOf(resource.properties.find((property) => property.name === name)!))
  const answer = named(operation.responseProperties)
  const isList = operation.kind === 'list'
  return {
    id: `${operation.method} ${operation.path}`,
    method: operation.method,
    path: operation.path,
    places: placesOf(operation.path),
    pattern: patternOf(operation.path),
    needsAccount: !(operation.path === '/sessions/' && operation.method === 'POST'),
    planned: operation.available === false,
    status: operation.method === 'GET' ? 200 : (operation.responses.find(({ status }) => status < 300)?.status ?? 204),
    query: [],
    freeQuery: isList ? /^(?:filter\[[\w-]+\](?:[<>].+)?|offset|limit|name_ilike|text_ilike|include_\w+)$/ : null,
    body: operation.method === 'GET' || operation.requestProperties.length === 0 ? null : named(operation.requestProperties),
    oneOf: [],
    contentType: operation.method === 'GET' ? 'application/json' : null,
    answer:
      operation.method !== 'GET'
        ? null
        : isList
          ? [
              { name: 'count', type: 'integer', required: false },
              { name: 'resources', type: 'array', items: answer },
            ]
          : answer,
    isNullable: false,
    example: undefined,
  }
}

/** Verbs that the reference names in its text only: any property may be sent. */
const fromVerb = (resource: ContractResource, method: string): Operation => {
  const item = resource.operations.find(({ kind, path }) => kind === 'get' && path !== resource.path)?.path ?? `${resource.path}{uuid}/`
  return {
    id: `${method} ${item}`,
    method,
    path: item,
    places: placesOf(item),
    pattern: patternOf(item),
    needsAccount: true,
    planned: false,
    status: 204,
    query: [],
    freeQuery: null,
    body: method === 'DELETE' ? null : resource.properties.map(fieldOf),
    oneOf: [],
    contentType: null,
    answer: null,
    isNullable: false,
    example: undefined,
  }
}

/** Reads a contract file of either form. */
export const readContract = (file: string): Contract => {
  const contract = JSON.parse(readFileSync(file, 'utf8')) as Partial<EndpointContract> & Partial<ResourceContract>
  const endpoints = (contract.endpoints ?? []).map(fromEndpoint)
  const resources = (contract.resources ?? []).flatMap((resource) =>
    'operations' in resource
      ? [
          ...resource.operations.map((operation) => fromResource(resource, operation)),
          ...(resource.verbsNamedInText ?? [])
            .filter((verb) => (verb === 'PUT' || verb === 'DELETE') && !resource.operations.some(({ method }) => method === verb))
            .map((verb) => fromVerb(resource, verb)),
        ]
      : [],
  )
  const base = contract.baseUrl ? new URL(contract.baseUrl).pathname.replace(/\/$/, '') : ''
  return { name: contract.name ?? file, basePath: base, operations: endpoints.length > 0 ? endpoints : resources }
}

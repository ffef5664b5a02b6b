import { camelName, key, literal, placesAsBraces } from './contract-file.ts'
import type { ContractEndpoint, ContractField, EndpointContract } from './contract-file.ts'

const KINDS: Readonly<Record<string, string>> = {
  string: 'z.string()',
  integer: 'z.int()',
  number: 'z.number()',
  boolean: 'z.boolean()',
  datetime: 'z.string()',
  date: 'z.string()',
  uuid: 'z.string()',
  'string[]': 'z.array(z.string())',
  'array of [name, value] pairs': 'z.array(z.tuple([z.string(), z.string()]))',
}
const ANYTHING = 'z.record(z.string(), z.unknown())'

type Way = 'sent' | 'answered'

/** Objects whose fields the contract only infers keep what else they hold. */
const objectSource = (fields: readonly ContractField[], way: Way): string =>
  `z.${fields.some(({ inferred }) => inferred) ? 'looseObject' : 'object'}({ ${fields.map((field) => `${key(field.name)}: ${fieldSource(field, way)}`).join(', ')} })`

const kindSource = (field: ContractField, type: string, way: Way): string => {
  if (field.enum) {
    const words = field.enum.map(literal).join(', ')
    return way === 'sent' ? `z.enum([${words}])` : `openWords(${words})`
  }
  if (type === 'object') {
    if (field.fields) return objectSource(field.fields, way)
    return field.description?.startsWith('map locale to text') ? 'z.record(z.string(), z.string())' : ANYTHING
  }
  if (type === 'array') return `z.array(${field.items ? objectSource(field.items, way) : ANYTHING})`
  const known = KINDS[type]
  if (known === undefined) throw new Error(`the contract has a type that is not known here: ${field.name}: ${type}`)
  return known
}

/** An answer's field may be missing where the contract only infers it or gives it to some objects only. */
const isOptional = (field: ContractField, way: Way): boolean =>
  way === 'sent' ? field.required === false : field.inferred === true || /\bonly\b(?! value)/.test(field.description ?? '')

const fieldSource = (field: ContractField, way: Way): string => {
  const [type, ...rest] = field.type.split(' | ')
  const base = kindSource(field, type!, way)
  return `${base}${rest.includes('null') ? '.nullable()' : ''}${isOptional(field, way) ? '.optional()' : ''}`
}

const singular = (word: string): string => (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, ''))

/** `GET /projects/{projectId}/bom` to `getProjectBom`. */
export const endpointName = (method: string, path: string): string => {
  const parts = placesAsBraces(path)
    .replace(/^\/api\/v1/, '')
    .split('/')
    .filter((part) => part !== '' && !/^v\{/.test(part))
  const words = parts.flatMap((part, k) => {
    if (part.startsWith('{')) return parts.length === 1 ? [part.slice(1, -1)] : []
    return [parts[k + 1]?.startsWith('{') ? singular(part) : part]
  })
  return camelName(`${method.toLowerCase()}-${words.join('-')}`)
}

const isJson = (type: string | null | undefined): boolean => type === 'application/json'

const entrySource = (entry: ContractEndpoint): string => {
  const response = entry.responses[0]!
  const answer = isJson(response.contentType) && response.fields.length > 0 ? objectSource(response.fields, 'answered') : null
  const body = entry.body && isJson(entry.body.contentType) ? objectSource(entry.body.fields, 'sent') : null
  return [
    `/** ${entry.summary}. */`,
    `export const ${endpointName(entry.method, entry.path)} = endpoint({`,
    `method: '${entry.method}',`,
    `path: ${literal(placesAsBraces(entry.path))},`,
    `summary: ${literal(entry.summary)},`,
    `status: [${entry.responses.map(({ status }) => status).join(', ')}],`,
    `auth: '${entry.auth === 'bearer' ? 'account' : 'none'}',`,
    `planned: ${entry.planned},`,
    `query: ${entry.query.length > 0 ? objectSource(entry.query, 'sent') : 'null'},`,
    `body: ${body ?? 'null'},`,
    `answer: ${answer === null ? 'null' : `${answer}${response.nullable ? '.nullable()' : ''}`},`,
    '})',
  ].join('\n')
}

/** Subjects with few calls share a file with what they are used with. */
const groupOf = (path: string): string => {
  const parts = placesAsBraces(path)
    .replace(/^\/api\/v1/, '')
    .split('/')
    .filter((part) => part !== '')
  if (parts.includes('billing')) return 'billing'
  const first = parts[0]!.replace(/[{}]/g, '')
  return { uploadUrl: 'projects', upload_url: 'order', health: 'session', auth: 'session', workspaces: 'session' }[first] ?? first
}

const HEAD = '// Generated from the contract by main/build/generate-providers.ts.'

/** @returns the sources of a contract of single calls by file name: one file for each subject, and an index over all calls */
export const endpointSources = (contract: EndpointContract): ReadonlyMap<string, string> => {
  const groups = new Map<string, ContractEndpoint[]>()
  for (const entry of contract.endpoints) groups.set(groupOf(entry.path), [...(groups.get(groupOf(entry.path)) ?? []), entry])
  const sources = new Map<string, string>()
  for (const [group, entries] of groups) {
    const body = entries.map(entrySource).join('\n\n')
    const helpers = ['endpoint', ...(body.includes('openWords(') ? ['openWords'] : [])].join(', ')
    const zod = body.includes('z.') ? "import { z } from 'zod'\n" : ''
    sources.set(`${group}.ts`, `${HEAD}\n${zod}import { ${helpers} } from '#core/provider/wire/endpoint.ts'\n\n${body}\n`)
  }
  const names = [...groups].map(([group, entries]) => ({ group, names: entries.map((e) => endpointName(e.method, e.path)).sort() }))
  const imports = names.map((each) => `import { ${each.names.join(', ')} } from './${each.group}.ts'`)
  const all = names.flatMap((each) => each.names)
  sources.set(
    'index.ts',
    [
      HEAD,
      ...imports,
      '',
      `/** Every call of the contract: ${contract.name}. */`,
      `export const endpoints = { ${all.join(', ')} }`,
      '',
    ].join('\n'),
  )
  return sources
}

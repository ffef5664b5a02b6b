import { camelName, key, literal } from './contract-file.ts'
import type { ContractResource, ResourceContract, ResourceOperation, ResourceProperty } from './contract-file.ts'

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  URI: 'link',
  URL: 'address',
  uuid: 'identifier',
  email: 'text',
  'iso-8601 datetime': 'moment',
  'iso-8601 date': 'moment',
  integer: 'integer',
  float: 'decimal',
  timedelta: 'seconds',
  boolean: 'flag',
  array: 'series',
  object: 'record',
  anything: 'anything',
}

const LETTERS = { list: 'l', get: 'g', create: 'c' } as const

/** In which tables a property stands: `l` list, `g` get, `c` create, `C` create without a default. */
const lettersOf = (property: ResourceProperty, operations: readonly ResourceOperation[]): string => {
  const letters = new Set<string>()
  for (const operation of operations) {
    if (operation.kind !== 'list' && operation.kind !== 'get' && operation.kind !== 'create') continue
    const rows: readonly { name: string; required?: boolean }[] =
      operation.kind === 'create' ? operation.requestProperties : operation.responseProperties
    const row = rows.find(({ name }) => name === property.name)
    if (row) letters.add(operation.kind === 'create' && row.required ? 'C' : LETTERS[operation.kind])
  }
  return [...letters].sort().join('')
}

/** More words than this are written as one text: currencies and languages. */
const MANY_WORDS = 24
const PIECE_CHARACTERS = 115

/** Words with bars in between, as literals of a line each. */
const joined = (words: readonly string[]): string => {
  const pieces = ['']
  for (const word of words) {
    if (pieces.at(-1)!.length + word.length > PIECE_CHARACTERS) pieces.push('')
    pieces[pieces.length - 1] += `${word}|`
  }
  return pieces.map((piece, k) => literal(k === pieces.length - 1 ? piece.slice(0, -1) : piece)).join(' + ')
}

const fieldSource = (property: ResourceProperty, operations: readonly ResourceOperation[]): string => {
  const letters = lettersOf(property, operations)
  const kind = KINDS[property.type]
  if (kind === undefined) throw new Error(`the contract has a type that is not known here: ${property.name}: ${property.type}`)
  const words = kind === 'text' ? (property.choices ?? []).map((choice) => literal(String(choice))) : []
  if (words.length > MANY_WORDS) return `${key(property.name)}: manyWords('${letters}', ${joined(property.choices!.map(String))}),`
  return `${key(property.name)}: ${words.length > 0 ? `words('${letters}', ${words.join(', ')})` : `${kind}('${letters}')`},`
}

const extraName = (resource: ContractResource, path: string): string =>
  camelName(path.replace(resource.path, '').replace(/^\{uuid\}\//, '')) || 'act'

const extraSource = (resource: ContractResource, operation: ResourceOperation): string => {
  const names = (rows: readonly { name: string }[]): string => `[${rows.map(({ name }) => literal(name)).join(', ')}]`
  return [
    `${extraName(resource, operation.path)}: { method: '${operation.method}', path: ${literal(operation.path)},`,
    `takes: ${names(operation.requestProperties)}, gives: ${names(operation.responseProperties)} },`,
  ].join(' ')
}

const resourceSource = (resource: ContractResource): string => {
  const { path, operations } = resource
  const pathOf = (kind: ResourceOperation['kind'], isItem: boolean | null = null): string | null => {
    const found = operations.find((o) => o.kind === kind && (isItem === null || (o.path !== path) === isItem))
    return found ? literal(found.path) : null
  }
  const calls = [
    ['list', pathOf('list')],
    ['read', pathOf('get', false)],
    ['get', pathOf('get', true)],
    ['create', pathOf('create')],
  ].filter(([, at]) => at !== null)
  const extras = operations.filter(({ kind }) => kind === 'other' || kind === 'update')
  const isClosed = operations.some(({ kind, available }) => kind === 'create' && available === false)
  const verbs = (resource.verbsNamedInText ?? []).filter(
    (verb) => (verb === 'PUT' || verb === 'DELETE') && !operations.some(({ method }) => method === verb),
  )
  return [
    `/** ${resource.description} */`,
    `export const ${camelName(path)} = resource({`,
    `path: ${literal(path)},`,
    `about: ${literal(resource.description)},`,
    `calls: { ${calls.map(([kind, at]) => `${kind}: ${at}`).join(', ')} },`,
    `isCreateClosed: ${isClosed},`,
    `verbs: [${verbs.map(literal).join(', ')}],`,
    `extras: { ${extras.map((operation) => extraSource(resource, operation)).join(' ')} },`,
    `fields: { ${resource.properties.map((property) => fieldSource(property, operations)).join('\n')} },`,
    '})',
  ].join('\n')
}

const HEAD = '// Generated from the contract by main/build/generate-providers.ts.'
const HELPERS = ['address', 'anything', 'decimal', 'flag', 'identifier', 'integer', 'link', 'manyWords', 'moment', 'record', 'resource', 'seconds', 'series', 'text', 'words'] // prettier-ignore
/** Fields and heads that go into one file, so that it stays below the limit for source files. */
const LINES_PER_FILE = 170

const linesOf = (resource: ContractResource): number => {
  const long = resource.properties.filter(({ choices }) => (choices ?? []).join("', '").length > 90)
  return 14 + resource.properties.length + long.reduce((sum, { choices }) => sum + Math.min(MANY_WORDS, choices!.length) + 2, 0)
}

const grouped = (resources: readonly ContractResource[]): readonly (readonly ContractResource[])[] => {
  const groups: ContractResource[][] = []
  let lines = Infinity
  for (const resource of [...resources].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (lines + linesOf(resource) > LINES_PER_FILE) {
      groups.push([])
      lines = 0
    }
    groups.at(-1)!.push(resource)
    lines += linesOf(resource)
  }
  return groups
}

const fileName = (group: readonly ContractResource[]): string =>
  group[0]!.path
    .replace(/\{[^}]*\}/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-')

/** @returns the sources of a contract of resources by file name: neighbours in the alphabet share a file; and an index over all */
export const resourceSources = (contract: ResourceContract): ReadonlyMap<string, string> => {
  const sources = new Map<string, string>()
  const imports: string[] = []
  const groups = grouped(contract.resources)
  for (const group of groups) {
    const body = group.map(resourceSource).join('\n\n')
    const used = HELPERS.filter((helper) => new RegExp(`\\b${helper}\\(`).test(body.replace(/'[^']*'/g, "''")))
    sources.set(`${fileName(group)}.ts`, `${HEAD}\nimport { ${used.join(', ')} } from '../resource.ts'\n\n${body}\n`)
    imports.push(`import { ${group.map(({ path }) => camelName(path)).join(', ')} } from './${fileName(group)}.ts'`)
  }
  const names = groups.flatMap((group) => group.map(({ path }) => camelName(path)))
  const index = [HEAD, ...imports, '', `/** Every resource of the contract: ${contract.name}. */`, '// prettier-ignore']
  const rows = names.reduce<string[]>(
    (lines, name) => {
      const last = lines.at(-1)!
      if (last.length + name.length > 130) return [...lines, `  ${name},`]
      return [...lines.slice(0, -1), `${last} ${name},`]
    },
    [' '],
  )
  sources.set('index.ts', [...index, 'export const resources = {', ...rows, '}', ''].join('\n'))
  return sources
}

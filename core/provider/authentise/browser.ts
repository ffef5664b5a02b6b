import { err, ok } from '#core/base/result.ts'
import type { ResourceEntry, ResourceSource, RowsWanted } from '#core/provider/resource-source.ts'
import type { AuthentiseClient } from './client.ts'
import { groupOf, resourceGroups } from './groups.ts'
import { resources } from './generated/index.ts'
import type { Field, Resource } from './resource.ts'

const CALLS = ['list', 'read', 'get', 'create'] as const

const placesIn = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)

const entryOf = (name: string, resource: Resource): ResourceEntry => ({
  name,
  path: resource.path,
  about: resource.about,
  group: groupOf(resource.path),
  calls: CALLS.filter((call) => resource.calls[call] !== undefined && !(call === 'create' && resource.isCreateClosed)),
  extras: Object.keys(resource.extras),
  canChange: resource.verbs.includes('PUT'),
  canRemove: resource.verbs.includes('DELETE'),
  sortsThere: false,
  places: placesIn(resource.path),
  fields: Object.entries<Field>(resource.fields).map(([field, { kind, tables, words }]) => ({
    name: field,
    kind,
    words,
    isListed: tables.includes('l'),
    isSent: /c/i.test(tables),
    isRequired: tables.includes('C'),
  })),
})

/** Every resource of the service, by path. */
export const resourceEntries = (): readonly ResourceEntry[] =>
  Object.entries<Resource>(resources)
    .map(([name, resource]) => entryOf(name, resource))
    .sort((a, b) => (a.path < b.path ? -1 : 1))

/** @returns the resource of that name, null for an unknown one */
export const resourceNamed = (name: string): Resource | null =>
  Object.hasOwn(resources, name) ? (resources as Readonly<Record<string, Resource>>)[name]! : null

const itemPattern = (path: string): RegExp => new RegExp(`${path.replace(/\{\w+\}/g, '[^/]+')}[^/]+/?$`)

/** Items of a resource whose path holds another one's come first. */
const PATTERNS = Object.entries<Resource>(resources)
  .map(([name, { path, calls }]) => ({ name, path, pattern: itemPattern(calls.get?.replace(/\{\w+\}\/$/, '') ?? path) }))
  .sort((a, b) => b.path.length - a.path.length)

/** @returns the name of the resource that a link leads to one of, null where it leads elsewhere */
export const resourceNameAt = (uri: string): string | null => {
  const path = uri.replace(/[?#].*$/, '').replace(/^\w+:\/\/[^/]*/, '')
  return PATTERNS.find(({ pattern }) => pattern.test(path))?.name ?? null
}

const unknown = (message: string) => err({ code: 'rejected', reason: 'no-such-resource', status: 0, message } as const)
const NO_LIST = 'There is no such list.'
const NOT_ENOUGH = 'Fill in everything that the address needs.'

const rangesOf = (ranges: RowsWanted['ranges']) =>
  ranges.reduce<Record<string, { above?: string; below?: string }>>(
    (all, { field, above, value }) => ({ ...all, [field]: { ...all[field], [above ? 'above' : 'below']: value } }),
    {},
  )

const byGroup = (entries: readonly ResourceEntry[]): readonly ResourceEntry[] =>
  entries.toSorted((a, b) => resourceGroups.indexOf(a.group) - resourceGroups.indexOf(b.group))

/** All resources of an account. The service sorts nothing: `sort` is left to the reader. */
export const authentiseResources = (client: AuthentiseClient): ResourceSource => ({
  entries: byGroup(resourceEntries()),
  async list(name, { places, filters, ranges, options, offset, limit }, cancel) {
    const resource = resourceNamed(name)
    const list = resource?.calls.list
    if (!resource || list === undefined) return unknown(NO_LIST)
    if (places.length < placesIn(list).length) return unknown(NOT_ENOUGH)
    const listable = { ...resource, calls: { ...resource.calls, list } }
    const reply = await client.list(listable, { filters, ranges: rangesOf(ranges), options, offset, limit }, places, cancel)
    return reply.ok ? ok({ rows: reply.value.rows, total: reply.value.total }) : reply
  },
  async follow(uri, cancel) {
    const name = resourceNameAt(uri)
    const resource = name && resourceNamed(name)
    if (!resource) return unknown('The link leads to nothing that this service is known to have.')
    const reply = await client.follow(resource, uri, cancel)
    return reply.ok ? ok({ ...reply.value, name }) : reply
  },
  async open(name, places, cancel) {
    const resource = resourceNamed(name)
    const path = resource?.calls.get ?? resource?.calls.read
    if (!resource || path === undefined) return unknown('Single ones are not served here.')
    if (places.length < placesIn(path).length) return unknown(NOT_ENOUGH)
    const reply = await client.get({ ...resource, calls: { ...resource.calls, get: path } }, places, cancel)
    return reply.ok ? ok({ ...reply.value, name }) : reply
  },
  async create(name, places, input, cancel) {
    const resource = resourceNamed(name)
    const create = resource?.calls.create
    if (!resource || create === undefined || resource.isCreateClosed) return unknown('Nothing can be created here.')
    if (places.length < placesIn(create).length) return unknown(NOT_ENOUGH)
    const made = await client.create({ ...resource, calls: { ...resource.calls, create } }, input, places, cancel)
    return made.ok ? ok({ uri: made.value.uri, uploadTo: made.value.uploadTo, body: made.value.body }) : made
  },
})

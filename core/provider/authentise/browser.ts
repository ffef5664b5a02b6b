import type { Field, Resource } from './resource.ts'
import { resources } from './generated/index.ts'

/** A resource as the browser of resources shows it. */
export interface ResourceEntry {
  readonly name: string
  readonly path: string
  readonly about: string
  readonly calls: readonly ('list' | 'read' | 'get' | 'create')[]
  readonly extras: readonly string[]
  readonly canChange: boolean
  readonly canRemove: boolean
  /** Places of the path that have to be filled. */
  readonly places: readonly string[]
  readonly fields: readonly {
    readonly name: string
    readonly kind: Field['kind']
    readonly words: readonly string[]
    readonly isListed: boolean
    readonly isSent: boolean
  }[]
}

const CALLS = ['list', 'read', 'get', 'create'] as const

const entryOf = (name: string, resource: Resource): ResourceEntry => ({
  name,
  path: resource.path,
  about: resource.about,
  calls: CALLS.filter((call) => resource.calls[call] !== undefined && !(call === 'create' && resource.isCreateClosed)),
  extras: Object.keys(resource.extras),
  canChange: resource.verbs.includes('PUT'),
  canRemove: resource.verbs.includes('DELETE'),
  places: [...resource.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!),
  fields: Object.entries<Field>(resource.fields).map(([field, { kind, tables, words }]) => ({
    name: field,
    kind,
    words,
    isListed: tables.includes('l'),
    isSent: /c/i.test(tables),
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

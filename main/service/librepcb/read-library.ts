import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '#core/base/result.ts'
import { children, parseSExpression, textOf, type Node } from '#core/read/librepcb/s-expression.ts'
import type { LibraryEntry } from './shapes.ts'

export type LibraryFacts = Omit<LibraryEntry, 'icon_url' | 'download_url' | 'download_size' | 'download_sha256' | 'recommended'> & {
  readonly hasIcon: boolean
}

/** Folders of a library's elements, and what their number is called. */
const FOLDERS = {
  cmpcat: 'component_categories',
  pkgcat: 'package_categories',
  sym: 'symbols',
  pkg: 'packages',
  cmp: 'components',
  dev: 'devices',
} as const

const MOST_BYTES = 1024 * 1024
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const readText = (file: string): string | null => {
  try {
    return statSync(file).size > MOST_BYTES ? null : readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const countFolders = (folder: string): number => {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && UUID.test(entry.name)).length
  } catch {
    return 0
  }
}

/** `(name "Pin")` is the default text, `(name (locale de_DE) "Stift")` one of a locale. */
const textsOf = (library: Node, tag: string): Record<string, string> => {
  const texts: Record<string, string> = {}
  for (const node of children(library, tag)) {
    const text = node.items.find((item): item is string => typeof item === 'string')
    if (text !== undefined) texts[textOf(node, 'locale') || 'default'] = text
  }
  return { default: '', ...texts }
}

const newest = (folder: string): Date => {
  const times = ['library.lp', '.', ...Object.keys(FOLDERS)].map(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  )
  return new Date(Math.max(...times))
}

/** Reads a library's folder. @fails `no-library` when it is none, or one that cannot be read */
export const readLibrary = (folder: string): Result<LibraryFacts, { code: 'no-library' }> => {
  const none = err({ code: 'no-library' as const })
  const format = readText(join(folder, '.librepcb-lib'))?.trim()
  const text = readText(join(folder, 'library.lp'))
  if (!format || !/^\d+(\.\d+)*$/.test(format) || text === null) return none
  const parsed = parseSExpression(text)
  if (!parsed.ok || parsed.value.tag !== 'librepcb_library') return none
  const library = parsed.value
  const uuid = library.items.find((item): item is string => typeof item === 'string') ?? ''
  if (!UUID.test(uuid)) return none
  const counts = Object.fromEntries(Object.entries(FOLDERS).map(([name, field]) => [field, countFolders(join(folder, name))]))
  return ok({
    uuid,
    name: textsOf(library, 'name'),
    description: textsOf(library, 'description'),
    keywords: textsOf(library, 'keywords'),
    author: textOf(library, 'author'),
    version: textOf(library, 'version'),
    deprecated: textOf(library, 'deprecated') === 'true',
    url: textOf(library, 'url'),
    dependencies: children(library, 'dependency').flatMap(({ items }) => items.filter((item) => typeof item === 'string')),
    ...(counts as Record<(typeof FOLDERS)[keyof typeof FOLDERS], number>),
    updated_at: newest(folder).toISOString(),
    format_version: format,
    hasIcon: statSync(join(folder, 'library.png'), { throwIfNoEntry: false })?.isFile() ?? false,
  })
}

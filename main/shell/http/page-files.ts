import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

export interface PageFile {
  readonly type: string
  readonly body: Uint8Array
  /** The name holds a hash of the content: it never changes. */
  readonly isFrozen: boolean
}

/**
 * The built page. Only files that are there at the start can be asked for, by their exact names: no path is ever put
 * together from a request.
 * @returns the file for an address path, null when there is none
 */
export const pageFiles = (folder: string): ((path: string) => PageFile | null) => {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const full = join(entry.parentPath, entry.name)
    files.set(`/${full.slice(folder.length + 1).replaceAll('\\', '/')}`, full)
  }
  const read = new Map<string, PageFile>()
  return (path) => {
    const name = path === '/' ? '/index.html' : path
    const known = read.get(name)
    if (known) return known
    const full = files.get(name)
    if (full === undefined) return null
    const file = { type: TYPES[extname(name)] ?? 'application/octet-stream', body: readFileSync(full), isFrozen: name.startsWith('/assets/') }
    read.set(name, file)
    return file
  }
}

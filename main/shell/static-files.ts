import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { ShellAnswer } from './shell-answer.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/**
 * Serves the built page. Only files below the folder, only known types; hashed assets may be kept, the page itself not.
 * @returns the answer, or null when there is no such file
 */
export const staticFiles =
  (root: string) =>
  async (path: string): Promise<ShellAnswer | null> => {
    let name: string
    try {
      name = decodeURIComponent(path === '/' ? '/index.html' : path)
    } catch {
      return null
    }
    const type = TYPES[extname(name)]
    const file = join(root, name)
    if (!type || name.includes('\0') || !file.startsWith(root + sep)) return null
    const body = await readFile(file).catch(() => null)
    return (
      body && {
        status: 200,
        headers: {
          'Content-Type': type,
          'Cache-Control': name.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
        },
        body,
      }
    )
  }

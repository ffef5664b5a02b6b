// Whether what was built still fits the sources. Plain JavaScript, no packages.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runToEnd } from './find-node.mjs'

const PAGE_SOURCES = ['renderer', 'core', 'main/build', 'package-lock.json']
const DESKTOP_SOURCES = [...PAGE_SOURCES, 'main', 'preload']

/** Which sources each part is built from, and what is there once it is built. */
const PARTS = {
  page: { sources: PAGE_SOURCES, results: ['out/renderer/index.html', 'out/sample.zip'] },
  command: {
    sources: ['core', 'main', 'package.json', 'package-lock.json'],
    results: ['out/command/boardproof.js', 'out/command/twin-worker.js'],
  },
  desktop: { sources: DESKTOP_SOURCES, results: ['out/main/electron.js'] },
}

const filesOf = (root, path) => {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(root, `${path}/${entry.name}`) : entry.isFile() ? [`${path}/${entry.name}`] : []))
}

/** @returns a hash over names and contents of the sources; a copy or another checkout of the same sources has the same */
export const sourcesHash = (part, root = ROOT) => {
  const hash = createHash('sha256')
  for (const path of new Set(PARTS[part].sources.flatMap((source) => filesOf(root, source))))
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

const stampFile = (part, root) => join(root, 'out', `.built-${part}`)

export const isBuilt = (part, root = ROOT) => {
  if (![...PARTS[part].results.map((file) => join(root, file)), stampFile(part, root)].every((file) => existsSync(file))) return false
  return readFileSync(stampFile(part, root), 'utf8') === sourcesHash(part, root)
}

/**
 * Whether nothing a part is made of is newer than what was built: quicker than the hash, for programs that start often.
 * A copy whose times were changed is built once more.
 */
export const isNewest = (part, root = ROOT) => {
  const [result] = PARTS[part].results
  if (!existsSync(join(root, result)) || !existsSync(stampFile(part, root))) return false
  const built = statSync(stampFile(part, root)).mtimeMs
  return PARTS[part].sources.flatMap((source) => filesOf(root, source)).every((path) => statSync(join(root, path)).mtimeMs <= built)
}

/** Notes that a part now fits its sources; the hash was taken before it was built. */
export const noteBuilt = (part, hash, root = ROOT) => {
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stampFile(part, root), hash)
}

/** Builds a part when its sources changed. @returns false when building failed */
export const ensureBuilt = (part, node) => {
  if (isBuilt(part)) return true
  console.error(part === 'page' ? 'building the page …' : 'building the desktop application …')
  return runToEnd(node, [join(ROOT, 'main/build/build.ts'), part]) === 0
}

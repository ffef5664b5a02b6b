// `tool.mjs NAME …`: runs a package's program, a file of a package or a script of the project on a Node that is new enough.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { become, requireNode, ROOT } from './find-node.mjs'

/** @returns the file to run for a name, or null */
export const toolFile = (name, root = ROOT) => {
  const own = join(root, name)
  if (/\.(ts|mjs|js)$/.test(name) && existsSync(own)) return own
  const parts = name.split('/')
  const packageName = name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]
  const folder = join(root, 'node_modules', packageName)
  const inside = parts.slice(name.startsWith('@') ? 2 : 1).join('/')
  if (inside) return existsSync(join(folder, inside)) ? join(folder, inside) : null
  if (!existsSync(join(folder, 'package.json'))) return null
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : bin?.[packageName.split('/').at(-1)]
  return file ? join(folder, file) : null
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const [name, ...args] = process.argv.slice(2)
  const file = name ? toolFile(name) : null
  if (!file) {
    console.error(name ? `There is no tool "${name}". Run "npm ci" first.` : 'usage: tool.mjs NAME [arguments]')
    process.exit(2)
  }
  await become(requireNode(), [file, ...args])
}

// Runs on the Node that happens to be there (20 or newer): plain JavaScript, no packages.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** TypeScript is run as it is from this version on. */
export const NEEDED = 24

const majorOf = (version) => Number(version.replace(/^v/, '').split('.')[0])

/** Where the runtime lies that comes with `npm ci`; the names are those of its packages. */
export const bundledNode = (platform = process.platform, arch = process.arch, root = ROOT) => {
  const exe = platform === 'win32' ? 'node.exe' : 'node'
  const system = platform === 'win32' ? 'win' : platform
  const names = [`node-${system}-${arch}`, `node-bin-${system}-${arch}`]
  return names.map((name) => join(root, 'node_modules', name, 'bin', exe)).find((file) => existsSync(file)) ?? null
}

/** @returns the program of a Node that is new enough, or null */
export const findNode = () => {
  if (majorOf(process.version) >= NEEDED) return process.execPath
  return bundledNode()
}

export const NO_NODE = `Boardproof needs Node.js ${NEEDED}; this is ${process.version}. It comes with "npm ci" for Linux, macOS and Windows: run that first, or install Node.js ${NEEDED} from https://nodejs.org.`

/** Ends with one sentence when there is no Node that is new enough. */
export const requireNode = () => {
  const node = findNode()
  if (node) return node
  console.error(NO_NODE)
  process.exit(1)
}

/** Compiled code is kept here, so that the next start is fast. */
const CACHE = join(ROOT, '.cache', 'compile')

const environment = (extra) => ({ NODE_COMPILE_CACHE: CACHE, ...process.env, ...extra })

/**
 * Runs a program with this process's streams and ends as it ends. Signals that only this process gets are passed on.
 * @returns never, in practice
 */
export const become = (file, args, env = {}) =>
  new Promise(() => {
    const child = spawn(file, args, { stdio: 'inherit', env: environment(env) })
    const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of forwarded) process.on(signal, () => child.kill(signal))
    child.on('error', (error) => {
      console.error(`${file} cannot be run: ${error.message}`)
      process.exit(1)
    })
    child.on('exit', (code, signal) => {
      // As a shell reports it: 128 + the signal's number.
      process.exit(code ?? 128 + (constants.signals[signal] ?? 1))
    })
  })

/** Runs a program to its end. @returns its exit code */
export const runToEnd = (file, args, { env = {}, timeout, quiet = false } = {}) => {
  const ended = spawnSync(file, args, {
    cwd: ROOT,
    stdio: quiet ? 'ignore' : 'inherit',
    env: environment(env),
    timeout,
    killSignal: 'SIGKILL',
  })
  return ended.status ?? 1
}

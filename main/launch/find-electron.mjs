// Finds Electron's binary or fetches it, within a bound. Plain JavaScript, no packages.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { ROOT, runToEnd } from './find-node.mjs'

const FOLDER = join(ROOT, 'node_modules', 'electron')
const TRIED = join(ROOT, '.cache', 'electron-tried')
const DAY_MS = 24 * 60 * 60 * 1000
const REACH_MS = 3000
const FETCH_MS = 180_000

/** @returns the binary that is installed, or null */
export const installedElectron = (folder = FOLDER) => {
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const file = join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(file) ? file : null
}

/** @returns why this session cannot show Electron's window whatever is installed, or null */
export const noDesktop = (platform, env, uid) => {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display'
  if (platform === 'linux' && uid === 0) return 'Electron does not run as root with its sandbox on'
  return null
}

/** The host that Electron would be fetched from. */
const sourceHost = (env) => {
  try {
    return new URL(env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? 'https://github.com').hostname
  } catch {
    return 'github.com'
  }
}

const canReach = (host) =>
  new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: REACH_MS })
    const settle = (reached) => {
      socket.destroy()
      resolve(reached)
    }
    socket.on('connect', () => settle(true))
    for (const event of ['error', 'timeout']) socket.on(event, () => settle(false))
  })

const triedLately = () => existsSync(TRIED) && Date.now() - statSync(TRIED).mtimeMs < DAY_MS

const noteTry = () => {
  mkdirSync(dirname(TRIED), { recursive: true })
  writeFileSync(TRIED, '')
}

/**
 * @returns `{ file, why }`: the binary, or null with the reason. Fetching is tried once a day, never longer than 3 minutes,
 * and only where the source answers within 3 seconds
 */
export const findElectron = async (node, env = process.env) => {
  const blocked = noDesktop(process.platform, env, process.getuid?.())
  if (blocked) return { file: null, why: blocked }
  const installed = installedElectron()
  if (installed) return { file: installed, why: 'its binary is installed' }
  if (!existsSync(join(FOLDER, 'install.js'))) return { file: null, why: 'the package "electron" is not installed' }
  if (triedLately())
    return { file: null, why: 'its binary is not installed; fetching it failed less than a day ago (npx install-electron tries again)' }
  const host = sourceHost(env)
  noteTry()
  const proxied = Boolean(env.ELECTRON_GET_USE_PROXY)
  if (!proxied && !(await canReach(host))) return { file: null, why: `its binary is not installed and ${host} cannot be reached` }
  console.error(`fetching Electron from ${host}, once …`)
  runToEnd(node, [join(FOLDER, 'install.js')], { timeout: FETCH_MS, quiet: true })
  const fetched = installedElectron()
  return fetched
    ? { file: fetched, why: 'its binary was fetched' }
    : { file: null, why: `its binary is not installed and could not be fetched from ${host}` }
}

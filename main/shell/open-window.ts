import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const IN_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge', 'brave-browser']
const ON_MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)
const ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const candidates = (env: NodeJS.ProcessEnv): readonly string[] => {
  const given = env.BOARDPROOF_CHROMIUM ? [env.BOARDPROOF_CHROMIUM] : []
  if (process.platform === 'darwin') return [...given, ...ON_MAC]
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return [...given, ...roots.flatMap((root) => ON_WINDOWS.map((rest) => join(root, rest)))]
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...given, ...IN_PATH.flatMap((name) => folders.map((folder) => join(folder, name)))]
}

/** @returns the program of a Chromium-based browser on this machine, or null */
export const findBrowser = (env: NodeJS.ProcessEnv = process.env): string | null => candidates(env).find(isProgram) ?? null

const hasDisplay = (env: NodeJS.ProcessEnv): boolean => process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/**
 * Opens the page in a window of its own, with a profile of its own.
 * @returns what was opened, or why nothing was
 */
export const openWindow = (
  address: string,
  profile: string,
  env: NodeJS.ProcessEnv = process.env,
): { readonly opened: boolean; readonly says: string } => {
  if (!hasDisplay(env)) return { opened: false, says: 'there is no display here' }
  if (process.getuid?.() === 0) return { opened: false, says: 'a browser cannot keep its sandbox as root' }
  const program = findBrowser(env)
  if (!program) return { opened: false, says: 'no Chromium, Chrome or Edge was found' }
  const child = spawn(
    program,
    [`--app=${address}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check', '--window-size=1440,900'],
    {
      detached: true,
      stdio: 'ignore',
    },
  )
  child.on('error', (error) => process.stderr.write(`the browser could not be started: ${error.message}\n`))
  child.unref()
  return { opened: true, says: program }
}

// Finds a Chromium for the end-to-end tests, or installs it where that is one command. Plain JavaScript, no packages.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runToEnd } from './find-node.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable']
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @returns a Chromium, Chrome or Edge of this system, or null. `BOARDPROOF_CHROMIUM` counts alone when it is set */
export const findChromium = (platform = process.platform, env = process.env) => {
  if (env.BOARDPROOF_CHROMIUM) return isProgram(env.BOARDPROOF_CHROMIUM) ? env.BOARDPROOF_CHROMIUM : null
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
  const candidates =
    platform === 'win32'
      ? roots.flatMap((root) => WINDOWS.map((rest) => join(root, rest)))
      : [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...(platform === 'darwin' ? MAC : [])]
  return candidates.find(isProgram) ?? null
}

const isDebian = () =>
  existsSync('/etc/debian_version') ||
  (existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8')))

/** What to do where nothing can be installed from here. */
export const howToInstall = (platform = process.platform) =>
  ({
    linux: 'Install the package "chromium" (Debian, Ubuntu: sudo apt-get install -y chromium; Fedora: sudo dnf install -y chromium)',
    darwin: 'Install Google Chrome or Chromium (brew install --cask chromium)',
    win32: 'Install Google Chrome or Microsoft Edge',
  })[platform] ?? 'Install Chromium'

/** @returns a Chromium, installed from the system's packages when that is possible, or null */
export const ensureChromium = () => {
  const found = findChromium()
  if (found) return found
  if (process.env.BOARDPROOF_CHROMIUM) return null
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isDebian()) return null
  console.error('installing chromium for the end-to-end tests …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  if (runToEnd('apt-get', ['update', '-q'], { env }) !== 0)
    console.error('apt-get update failed; trying with the package lists that are there')
  runToEnd('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env })
  return findChromium()
}

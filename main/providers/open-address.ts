import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, (address: string) => readonly [string, readonly string[]]>>> = {
  // Not through a shell: an address may hold anything.
  win32: (address) => ['rundll32.exe', ['url.dll,FileProtocolHandler', address]],
  darwin: (address) => ['open', [address]],
  linux: (address) => ['xdg-open', [address]],
}

const FOLDER_OPENERS: typeof OPENERS = { ...OPENERS, win32: (path) => ['explorer.exe', [path]] }

const start = (program: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })

type Environment = Readonly<Record<string, string | undefined>>

const hasDisplay = (platform: NodeJS.Platform, env: Environment): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/** Opens a web address in the user's browser. @returns false where there is none to be seen, as without a display */
export const openAddress = (
  address: string,
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): Promise<boolean> => {
  const opener = OPENERS[platform]
  if (!opener || !hasDisplay(platform, env) || !/^https?:\/\/[^\s]+$/i.test(address)) return Promise.resolve(false)
  return start(...opener(address))
}

/** Shows a folder in the file manager; made first when it is not there yet. @returns false where there is none to be seen */
export const openFolder = async (
  folder: string,
  platform: NodeJS.Platform = process.platform,
  env: Environment = process.env,
): Promise<boolean> => {
  const opener = FOLDER_OPENERS[platform]
  if (!opener || !hasDisplay(platform, env)) return false
  await mkdir(folder, { recursive: true })
  return start(...opener(folder))
}

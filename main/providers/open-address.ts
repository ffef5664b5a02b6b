import { spawn } from 'node:child_process'

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, (address: string) => readonly [string, readonly string[]]>>> = {
  // Not through a shell: an address may hold anything.
  win32: (address) => ['rundll32.exe', ['url.dll,FileProtocolHandler', address]],
  darwin: (address) => ['open', [address]],
  linux: (address) => ['xdg-open', [address]],
}

/** Opens a web address in the user's browser. @returns false where there is none to be seen, as without a display */
export const openAddress = (
  address: string,
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<boolean> => {
  const opener = OPENERS[platform]
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
  if (!opener || !hasDisplay || !/^https?:\/\/[^\s]+$/i.test(address)) return Promise.resolve(false)
  const [program, args] = opener(address)
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Where an application keeps a user's data on this system: `BOARDPROOF_DATA` when it is set, else the system's own place
 * (XDG Base Directory Specification 0.8 on Linux).
 */
export const dataFolderOf = (platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>, home: string): string => {
  if (env['BOARDPROOF_DATA']) return resolve(env['BOARDPROOF_DATA'])
  switch (platform) {
    case 'win32':
      return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Boardproof')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Boardproof')
    default:
      return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'boardproof')
  }
}

/** @returns the data folder that was asked for, else this process's own */
export const dataFolder = (given?: string): string => (given ? resolve(given) : dataFolderOf(process.platform, process.env, homedir()))

import { statSync } from 'node:fs'
import { resolve } from 'node:path'

export interface StartArguments {
  readonly data: string | undefined
  /** Packages to open, as absolute paths that exist. */
  readonly paths: readonly string[]
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

/**
 * Picks what is meant for the application out of a desktop start's arguments, among which the system and Chromium put
 * their own switches.
 */
export const startArguments = (args: readonly string[], cwd: string): StartArguments => {
  const at = args.indexOf('--data')
  const data = at >= 0 ? args[at + 1] : undefined
  const paths = args.filter((arg, i) => !arg.startsWith('-') && (at < 0 || i !== at + 1)).map((arg) => resolve(cwd, arg))
  return { data: data === undefined ? undefined : resolve(cwd, data), paths: paths.filter(exists) }
}

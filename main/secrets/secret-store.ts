import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Result } from '#core/base/result.ts'
import type { Sealer } from './sealer.ts'

/** Keys for other computers' services. They are never logged, reported, or put into an address. */
export interface SecretStore {
  /** @returns the secret, null when there is none. @fails `sealed-elsewhere` when the key that sealed it is gone: ask for it again */
  get(name: string): Promise<Result<string | null, { code: 'sealed-elsewhere' }>>
  set(name: string, secret: string): Promise<void>
  forget(name: string): void
}

const NAME = /^[a-z0-9][a-z0-9.-]{0,63}$/

/** Keeps each secret sealed in a file of its own below the data folder. */
export const secretStore = (dataFolder: string, sealer: Sealer): SecretStore => {
  const folder = join(dataFolder, 'secrets')
  const fileOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error(`"${name}" cannot be the name of a secret`)
    return join(folder, name)
  }
  const read = (name: string): Uint8Array | null => {
    try {
      return readFileSync(fileOf(name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }
  return {
    async get(name) {
      const sealed = read(name)
      return sealed ? sealer.open(sealed) : ok(null)
    },
    async set(name, secret) {
      const file = fileOf(name)
      const sealed = await sealer.seal(secret)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // A kill in between leaves the old secret, never half of the new one.
      writeFileSync(`${file}.new`, sealed, { mode: 0o600, flush: true })
      renameSync(`${file}.new`, file)
    },
    forget: (name) => rmSync(fileOf(name), { force: true }),
  }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { err, ok, type Result } from '#core/base/result.ts'

/** Makes texts unreadable for whoever only has the data folder. */
export interface Sealer {
  seal(text: string): Promise<Uint8Array>
  /** @fails `sealed-elsewhere` when it was sealed with another key or changed since */
  open(sealed: Uint8Array): Promise<Result<string, { code: 'sealed-elsewhere' }>>
}

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Where the key of a file sealer lies: with the user's configuration, never in the data folder that is copied and backed up. */
export const keyFileOf = (platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>, home: string): string => {
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Boardproof', 'key')
    case 'darwin':
      return join(home, 'Library', 'Preferences', 'Boardproof', 'key')
    default:
      return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'boardproof', 'key')
  }
}

const loadKey = (file: string): Buffer => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    // Of two processes that start at once one makes the key, the other one reads it.
    writeFileSync(file, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = readFileSync(file)
  if (key.length !== KEY_BYTES) throw new Error(`${file} is no key of Boardproof`)
  return key
}

/** Seals with a key in a file that only the user may read (AES-256-GCM, NIST SP 800-38D). For the browser shell. */
export const fileSealer = (keyFile: string): Sealer => ({
  async seal(text) {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', loadKey(keyFile), nonce)
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  },
  async open(sealed) {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) return err({ code: 'sealed-elsewhere' })
    const decipher = createDecipheriv('aes-256-gcm', loadKey(keyFile), sealed.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
    try {
      return ok(Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8'))
    } catch {
      return err({ code: 'sealed-elsewhere' })
    }
  },
})

/** The part of Electron's `safeStorage` that is used. */
export interface SystemKeychain {
  isAsyncEncryptionAvailable(): Promise<boolean>
  getSelectedStorageBackend(): string
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(sealed: Buffer): Promise<{ readonly result: string }>
}

/** Seals with the system's keychain. @returns null where it is none, as with Linux's `basic_text`: then a file sealer is better */
export const keychainSealer = async (keychain: SystemKeychain, platform: NodeJS.Platform): Promise<Sealer | null> => {
  if (!(await keychain.isAsyncEncryptionAvailable())) return null
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(keychain.getSelectedStorageBackend())) return null
  return {
    seal: (text) => keychain.encryptStringAsync(text),
    async open(sealed) {
      try {
        return ok((await keychain.decryptStringAsync(Buffer.from(sealed))).result)
      } catch {
        return err({ code: 'sealed-elsewhere' })
      }
    },
  }
}

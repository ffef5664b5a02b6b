import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { secretStore } from '#main/secrets/secret-store.ts'
import { fileSealer, keychainSealer, keyFileOf, type SystemKeychain } from '#main/secrets/sealer.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const SECRET = 'bp_live_4f1c · ключ'

const aStore = () => {
  const data = temporaryFolder()
  const keyFile = join(temporaryFolder(), 'config', 'key')
  return { data, keyFile, store: secretStore(data, fileSealer(keyFile)) }
}

describe('secrets', () => {
  test('come back as they were, also for the next start, and can be replaced and forgotten', async () => {
    const { data, keyFile, store } = aStore()
    expect(await store.get('asap.key')).toEqual({ ok: true, value: null })
    await store.set('asap.key', 'old')
    await store.set('asap.key', SECRET)
    expect(await secretStore(data, fileSealer(keyFile)).get('asap.key')).toEqual({ ok: true, value: SECRET })
    store.forget('asap.key')
    store.forget('asap.key')
    expect(await store.get('asap.key')).toEqual({ ok: true, value: null })
  })

  test('cannot be read from the data folder, and the same secret never looks the same', async () => {
    const { data, store } = aStore()
    await store.set('one', SECRET)
    await store.set('two', SECRET)
    const [one, two] = ['one', 'two'].map((name) => readFileSync(join(data, 'secrets', name)))
    expect(one!.includes(Buffer.from('bp_live'))).toBe(false)
    expect(one!.equals(two!)).toBe(false)
    expect(readdirSync(join(data, 'secrets')).sort()).toEqual(['one', 'two'])
  })

  test.skipIf(process.platform === 'win32')('key and secrets are for the user alone', async () => {
    const { data, keyFile, store } = aStore()
    await store.set('one', SECRET)
    for (const file of [keyFile, join(data, 'secrets', 'one')]) expect(statSync(file).mode & 0o077, file).toBe(0)
  })

  test('without their key, or changed in any place, they are sealed elsewhere', async () => {
    const { data, keyFile, store } = aStore()
    await store.set('one', SECRET)
    const file = join(data, 'secrets', 'one')
    const sealed = readFileSync(file)
    for (const at of [0, 13, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      writeFileSync(file, changed)
      expect(await store.get('one')).toEqual({ ok: false, error: { code: 'sealed-elsewhere' } })
    }
    writeFileSync(file, sealed.subarray(0, 10))
    expect(await store.get('one')).toEqual({ ok: false, error: { code: 'sealed-elsewhere' } })
    writeFileSync(file, sealed)
    rmSync(keyFile)
    expect(await store.get('one')).toEqual({ ok: false, error: { code: 'sealed-elsewhere' } })
  })

  test.each(['../key', 'a/b', '', 'Ä', '.hidden', 'x'.repeat(65)])('"%s" cannot be a name', async (name) => {
    await expect(aStore().store.set(name, SECRET)).rejects.toThrow(/cannot be the name/)
  })

  test.each([
    ['linux', { XDG_CONFIG_HOME: '/c' }, join('/c', 'boardproof', 'key')],
    ['linux', {}, join('/home/a', '.config', 'boardproof', 'key')],
    ['darwin', {}, join('/home/a', 'Library', 'Preferences', 'Boardproof', 'key')],
    ['win32', { APPDATA: '/r' }, join('/r', 'Boardproof', 'key')],
  ] as const)('the key lies with the configuration on %s', (platform, env, file) => {
    expect(keyFileOf(platform, env, '/home/a')).toBe(file)
  })
})

describe('the system’s keychain', () => {
  const aKeychain = (backend: string, available = true): SystemKeychain => ({
    isAsyncEncryptionAvailable: async () => available,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) => Buffer.from(text).reverse(),
    async decryptStringAsync(sealed) {
      if (sealed.length === 0) throw new Error('nothing there')
      return { result: Buffer.from(sealed).reverse().toString() }
    },
  })

  test('is used where it protects', async () => {
    const sealer = await keychainSealer(aKeychain('gnome_libsecret'), 'linux')
    const store = secretStore(temporaryFolder(), sealer!)
    await store.set('one', SECRET)
    expect(await store.get('one')).toEqual({ ok: true, value: SECRET })
    expect(await sealer!.open(new Uint8Array(0))).toEqual({ ok: false, error: { code: 'sealed-elsewhere' } })
  })

  test.each([
    ['linux', 'basic_text', true],
    ['linux', 'unknown', true],
    ['darwin', '', false],
  ] as const)('is not used on %s with the backend "%s", available: %s', async (platform, backend, available) => {
    expect(await keychainSealer(aKeychain(backend, available), platform)).toBeNull()
  })
})

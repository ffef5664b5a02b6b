import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentStore } from '#main/store/content-store.ts'
import { sha256 } from '#test/main/support/stored.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const fileOf = (root: string, hash: string): string => join(root, hash.slice(0, 2), hash.slice(2))

describe('contents', () => {
  test('lie under their own hash, once', () => {
    const root = temporaryFolder()
    const store = contentStore(root)
    const hash = store.put(bytes('G04 hello*'))
    expect(hash).toBe(sha256('G04 hello*'))
    expect(store.put(bytes('G04 hello*'))).toBe(hash)
    expect(readdirSync(join(root, hash.slice(0, 2)))).toEqual([hash.slice(2)])
    expect(new TextDecoder().decode(store.get(hash)!)).toBe('G04 hello*')
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
  })

  test('written in pieces are the same as written at once', () => {
    const store = contentStore(temporaryFolder())
    const writer = store.begin()
    for (const piece of ['G04 ', '', 'hello', '*']) writer.write(bytes(piece))
    expect(writer.finish()).toBe(sha256('G04 hello*'))
    expect(store.has(sha256('G04 hello*'))).toBe(true)
  })

  test('abandoned ones leave nothing', () => {
    const root = temporaryFolder()
    const store = contentStore(root)
    const writer = store.begin()
    writer.write(bytes('half'))
    writer.abandon()
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
    expect(store.has(sha256('half'))).toBe(false)
  })

  test('that changed on disk are not handed out', () => {
    const root = temporaryFolder()
    const store = contentStore(root)
    const hash = store.put(bytes('one'))
    writeFileSync(fileOf(root, hash), 'two')
    expect(store.get(hash)).toBeNull()
  })

  test.each(['../../etc/passwd', '', 'zz', `${'a'.repeat(63)}/`, 'A'.repeat(64)])('"%s" is no hash and reads nothing', (hash) => {
    const store = contentStore(temporaryFolder())
    expect(store.get(hash)).toBeNull()
    expect(store.has(hash)).toBe(false)
  })

  test('are collected when nothing uses them and they are old; half-written ones too', () => {
    const root = temporaryFolder()
    const store = contentStore(root)
    const [used, unused, fresh] = ['used', 'unused', 'fresh'].map((text) => store.put(bytes(text))) as [string, string, string]
    mkdirSync(join(root, 'incoming'), { recursive: true })
    const left = join(root, 'incoming', 'left')
    writeFileSync(left, 'left over')
    const old = new Date(1000)
    for (const file of [fileOf(root, used), fileOf(root, unused), left]) utimesSync(file, old, old)
    expect(store.collect((hash) => hash === used, 500_000)).toBe(2)
    expect([used, unused, fresh].map(store.has)).toEqual([true, false, true])
    expect(readdirSync(join(root, 'incoming'))).toEqual([])
  })
})

test('a content that was damaged on disk is written anew when it comes again', () => {
  const root = temporaryFolder()
  const store = contentStore(root)
  const hash = store.put(bytes('G04 whole*'))
  writeFileSync(fileOf(root, hash), 'G04 hal')
  expect(store.get(hash)).toBeNull()
  expect(store.put(bytes('G04 whole*'))).toBe(hash)
  expect(new TextDecoder().decode(store.get(hash)!)).toBe('G04 whole*')
})

import { expect, test } from 'vitest'
import { hashKey } from '#main/service/keys/api-key.ts'
import { openServiceStore } from '#main/service/store/service-store.ts'
import { runApplication } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

test('a key is made in the application, works for the service, is listed without itself, and revoked', async () => {
  const folder = temporaryFolder()
  const { ask, application } = await runApplication(folder)
  expect(await ask('keys.list', {})).toEqual([])
  const { id, key } = await ask('keys.create', { label: 'build server', organisation: 'acme', user: 'ada', scopes: ['read', 'dfm'] })
  const [row] = await ask('keys.list', {})
  expect(row).toMatchObject({ id, label: 'build server', organisation: 'acme', user: 'ada', scopes: ['read', 'dfm'], revokedAt: null })
  expect(JSON.stringify(row)).not.toContain(key)
  const found = async (): Promise<string | null> => {
    const opened = await openServiceStore(folder)
    if (!opened.ok) throw new Error(opened.error.message)
    try {
      return opened.value.keys.find(hashKey(key))?.id ?? null
    } finally {
      opened.value.close()
    }
  }
  expect(await found()).toBe(id)
  await ask('keys.revoke', { id })
  expect(await found()).toBeNull()
  expect(await application.dispatch('keys.revoke', { id })).toMatchObject({ ok: false, error: { code: 'gone' } })
})

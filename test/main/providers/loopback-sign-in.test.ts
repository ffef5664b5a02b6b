import { describe, expect, it } from 'vitest'
import { loopbackSignIn } from '#main/providers/loopback-sign-in.ts'

const at = (address: string): string => new URL(address).searchParams.get('back')!

/** Signs in with a browser that does as the test says. */
const signIn = (browse: (redirect: string) => Promise<unknown>, extra: { cancel?: AbortSignal; timeoutMs?: number } = {}) => {
  let redirect = ''
  const done = loopbackSignIn({
    providerName: 'Acme <b>',
    addressFor: (uri) => `https://acme.example/login?back=${encodeURIComponent(uri)}`,
    open: (address) => {
      redirect = at(address)
      void browse(redirect)
      return Promise.resolve(true)
    },
    cancel: extra.cancel ?? null,
    ...(extra.timeoutMs ? { timeoutMs: extra.timeoutMs } : {}),
  })
  return done.then((result) => ({ result, redirect }))
}

describe('sign-in by the browser', () => {
  it('takes the token that comes back and closes the listener', async () => {
    let shown = ''
    const { result, redirect } = await signIn(async (uri) => {
      shown = await (await fetch(`${uri}?token=eyJ.a-b_c`)).text()
    })
    expect(result).toEqual({ ok: true, value: 'eyJ.a-b_c' })
    expect(new URL(redirect).hostname).toBe('127.0.0.1')
    await expect(fetch(redirect)).rejects.toThrow()
    expect(shown).toContain('Signed in')
    expect(shown).toContain('Acme &#60;b&#62;')
    expect(shown).not.toContain('eyJ')
  })

  it('takes no token from anybody who does not know the path', async () => {
    const statuses: number[] = []
    const { result } = await signIn(async (uri) => {
      const { origin } = new URL(uri)
      for (const url of [
        `${origin}/?token=evil`,
        `${origin}/wrong?token=evil`,
        `${uri}x?token=evil`,
        `${uri}?token=`,
        `${uri}?token=a%20b`,
        uri,
      ])
        statuses.push((await fetch(url)).status)
      statuses.push((await fetch(`${uri}?token=evil`, { method: 'POST' })).status)
      statuses.push((await fetch(`${uri.replace('127.0.0.1', 'localhost')}?token=evil`)).status)
      await fetch(`${uri}?token=good`)
    })
    expect(statuses).toEqual([404, 404, 404, 400, 400, 400, 404, 404])
    expect(result).toEqual({ ok: true, value: 'good' })
  })

  it('gives up when nobody comes back', async () => {
    const { result, redirect } = await signIn(() => Promise.resolve(), { timeoutMs: 30 })
    expect(result).toMatchObject({ ok: false, error: { code: 'timed-out' } })
    await expect(fetch(redirect)).rejects.toThrow()
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    const { result } = await signIn(() => Promise.resolve(stop.abort()), { cancel: stop.signal })
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect((await signIn(() => Promise.resolve(), { cancel: stop.signal })).result).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
  })

  it('says when there is no browser', async () => {
    const result = await loopbackSignIn({
      providerName: 'Acme',
      addressFor: (uri) => uri,
      open: () => Promise.resolve(false),
      cancel: null,
    })
    expect(result).toMatchObject({ ok: false, error: { code: 'no-browser' } })
  })
})

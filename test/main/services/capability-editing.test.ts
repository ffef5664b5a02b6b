import { describe, expect, test } from 'vitest'
import { fallbackCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { writeCapabilityFile } from '#core/capability/capability-file.ts'
import type { Capability } from '#core/capability/capability.ts'
import { withFigure, withWeight } from '#core/capability/edit.ts'
import { runApplication, smallPackage } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const codeOf = (reply: { readonly ok: boolean; readonly error?: unknown }): unknown => (reply.error as { code: string } | undefined)?.code

describe('capabilities of the user', () => {
  test('a copy is changed, kept over a restart, deleted and put back, and the log tells of it', async () => {
    const folder = temporaryFolder()
    const first = await runApplication(folder)
    const copy = await first.ask('capability.copy', { id: FALLBACK_CAPABILITY_ID, name: 'Our fab' })
    expect(copy).toMatchObject({ name: 'Our fab', params: fallbackCapability().params })
    const changed = withFigure(copy, 'minTrace', { value: 0.11, source: 'mail of the fab', asOf: '2026-11-20' })
    expect(await first.ask('capability.save', { capability: changed })).toEqual({ capability: changed, remeasures: false })
    await first.close()

    const { ask, application } = await runApplication(folder)
    expect(await ask('capability.get', { id: copy.id })).toEqual(changed)
    expect((await ask('app.capabilities', {})).choices.at(-1)).toMatchObject({ id: copy.id, name: 'Our fab' })
    expect(await ask('capability.delete', { id: copy.id })).toEqual(changed)
    expect((await ask('capability.list', {})).filter((c) => !c.isBuiltIn)).toEqual([])
    expect(codeOf(await application.dispatch('capability.get', { id: copy.id }))).toBe('gone')
    await ask('capability.restore', { capability: changed })
    expect(codeOf(await application.dispatch('capability.restore', { capability: changed }))).toBe('is-there')
    expect(await ask('capability.get', { id: copy.id })).toEqual(changed)

    const log = await ask('audit.list', { board: null, before: null, limit: 10 })
    expect(log.map((e) => e.action).reverse()).toEqual([
      'capability.added',
      'capability.changed',
      'capability.deleted',
      'capability.restored',
    ])
    expect(await ask('audit.verify', {})).toMatchObject({ broken: null, entries: 4 })
    application.store.database.exec(`UPDATE capability SET body = replace(body, '0.11', '0.01')`)
    expect((await ask('audit.verify', {})).broken?.what).toContain(`capability:${copy.id}`)
  })

  test('built-in ones cannot be changed, deleted or put back', async () => {
    const { application } = await runApplication(temporaryFolder())
    const capability = fallbackCapability()
    for (const [name, input] of [
      ['capability.save', { capability }],
      ['capability.delete', { id: capability.id }],
      ['capability.restore', { capability }],
    ] as const)
      expect(codeOf(await application.dispatch(name, input)), name).toBe('built-in')
  })

  test('what does not fit is refused and changes nothing', async () => {
    const { ask, application } = await runApplication(temporaryFolder())
    const copy = await ask('capability.copy', { id: FALLBACK_CAPABILITY_ID, name: 'Our fab' })
    const wrong: readonly Capability[] = [
      withFigure(copy, 'minTrace', { value: -1 }),
      withFigure(copy, 'minTrace', { value: 'thin' }),
      withWeight(copy, 'outer', 'heavy', { trace: 1 }),
    ]
    for (const capability of wrong) expect(codeOf(await application.dispatch('capability.save', { capability }))).toBe('not-a-capability')
    expect(codeOf(await application.dispatch('capability.save', { capability: { ...copy, id: 'own-unknown' } }))).toBe('gone')
    expect(await ask('capability.get', { id: copy.id })).toEqual(copy)
  })

  test('a file is taken over as an own one with a free name, as often as one likes', async () => {
    const { ask, application } = await runApplication(temporaryFolder())
    const text = writeCapabilityFile(fallbackCapability())
    const [one, two] = [await ask('capability.import', { text }), await ask('capability.import', { text })]
    const { name } = fallbackCapability()
    expect([one.capability.name, two.capability.name]).toEqual([`${name} (2)`, `${name} (3)`])
    expect(one.capability.id).not.toBe(two.capability.id)
    expect(codeOf(await application.dispatch('capability.import', { text: '{}' }))).toBe('not-a-capability')
  })
})

describe('an open board', () => {
  test('is judged anew by a changed figure, and measured anew only by one beyond every other', async () => {
    const { ask, ended, heard, application } = await runApplication(temporaryFolder())
    const { id } = application.reviews.openPaths([await smallPackage()])
    expect(await ended(id)).toBe('done')
    const copy = await ask('capability.copy', { id: FALLBACK_CAPABILITY_ID, name: 'Our fab' })
    const judged = async (): Promise<{ limit: number | null; findings: number; ran: string }> => {
      const { outcomes } = await ask('board.review', { board: id, capability: copy.id })
      const { limit, findings, outcome } = outcomes.find((o) => o.id === 'min_annular_ring')!
      return { limit, findings, ran: outcome }
    }
    const before = await judged()
    const rings = (value: number): Capability =>
      ['minAnnularVia', 'minAnnularPth', 'minAnnularInner'].reduce((c, name) => withFigure(c, name, { value }), copy)

    const events = heard.length
    expect((await ask('capability.save', { capability: rings(0.001) })).remeasures).toBe(false)
    const loose = await judged()
    expect(loose.limit).toBe(0.001)
    expect(heard.length).toBe(events)

    const { remeasures } = await ask('capability.save', { capability: rings(5) })
    expect(remeasures).toBe(true)
    await expect.poll(() => heard.slice(events).filter((e) => e.event === 'review' && e.payload.final).length, { timeout: 60_000 }).toBe(1)
    const strict = await judged()
    expect(strict.limit).toBe(5)
    // Every ring of the board is narrower than five millimetres.
    expect(strict.findings).toBeGreaterThan(before.findings)
  })
})

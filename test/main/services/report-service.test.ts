import { describe, expect, test } from 'vitest'
import { routes } from '#core/ipc/routes.ts'
import { dataRoutes } from '#main/shell/data-routes.ts'
import { runApplication, smallPackage } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const STANDARD = 'ipc_class2_conservative'
const nothing = async function* (): AsyncGenerator<Uint8Array> {}

describe('a report of a review', () => {
  test('is made by the capability asked for, and its bytes are served until others take their place', async () => {
    const { ask, ended, application } = await runApplication(temporaryFolder())
    const { id } = application.reviews.openPaths([await smallPackage()])
    const early = await application.dispatch('report.make', { board: id, capability: STANDARD, format: 'json' })
    expect(early).toMatchObject({ ok: false, error: { code: 'not-ready' } })
    expect(await ended(id)).toBe('done')
    const serve = dataRoutes(application)
    const read = async (format: string) => serve({ method: 'GET', path: routes.report(id, format), body: nothing() })
    expect((await read('json'))!.status).toBe(404)

    const review = await ask('board.review', { board: id, capability: STANDARD })
    expect(await ask('report.make', { board: id, capability: STANDARD, format: 'json' })).toEqual({
      fileName: 'amp-review.json',
      mime: 'application/json',
    })
    const answer = (await read('json'))!
    expect(answer.headers['Content-Type']).toBe('application/octet-stream')
    const report = JSON.parse(Buffer.from(answer.body as Uint8Array).toString()) as Record<string, unknown>
    expect(report).toMatchObject({
      schema: 'boardproof.check/2',
      decisions: { waived: 0 },
      capability: { id: STANDARD },
      summary: review.summary,
    })
    expect((report['findings'] as { fingerprint: string }[]).map((f) => f.fingerprint)).toEqual(review.findings.map((f) => f.fingerprint))
    expect(report['timings']).toBeUndefined()

    const { choices } = await ask('app.capabilities', {})
    const other = choices.find((c) => c.id !== STANDARD)!
    await ask('report.make', { board: id, capability: other.id, format: 'json' })
    expect(Buffer.from((await read('json'))!.body as Uint8Array).toString()).toContain(`"id": "${other.id}"`)
    for (const format of ['html', 'pdf', 'csv', 'sarif', 'junit'] as const)
      await ask('report.make', { board: id, capability: STANDARD, format })
    expect((await read('json'))!.status).toBe(404)
    expect(
      Buffer.from((await read('pdf'))!.body as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('is made of a stored board after a restart, with the roles that were chosen', async () => {
    const folder = temporaryFolder()
    const first = await runApplication(folder)
    const { id } = first.application.reviews.openPaths([await smallPackage()])
    await first.ended(id)
    await first.ask('board.setRole', {
      board: id,
      path: 'sample-F_Paste.gbr',
      choice: { role: 'drawing', side: null, order: null, plating: null },
    })
    expect(await first.ended(id)).toBe('done')
    const stored = (await first.ask('recents.list', {}))[0]!.id
    await first.close()

    const { ask, application } = await runApplication(folder)
    const review = await ask('board.review', { board: stored, capability: STANDARD })
    await ask('report.make', { board: stored, capability: STANDARD, format: 'json' })
    const report = JSON.parse(Buffer.from(application.reports.made(stored, 'json')!.bytes).toString()) as {
      input: { files: { path: string; role: string }[] }
      findings: unknown[]
    }
    expect(report.input.files.find((f) => f.path === 'sample-F_Paste.gbr')!.role).toBe('drawing')
    expect(report.findings).toHaveLength(review.findings.length)
  })

  test('tells what was waived', async () => {
    const { ask, ended, application } = await runApplication(temporaryFolder())
    const { id } = application.reviews.openPaths([await smallPackage()])
    await ended(id)
    const { findings } = await ask('board.review', { board: id, capability: STANDARD })
    const waiver = { scope: 'place', reason: 'agreed with the fab', expiry: { kind: 'none' } } as const
    await ask('waivers.add', { board: id, capability: STANDARD, fingerprint: findings[0]!.fingerprint, ...waiver })
    await ask('notes.add', {
      board: id,
      capability: STANDARD,
      target: { kind: 'finding', fingerprint: findings[0]!.fingerprint },
      text: 'by mail',
    })
    const reported = async (format: 'html' | 'json' | 'csv' | 'sarif' | 'junit'): Promise<string> => {
      await ask('report.make', { board: id, capability: STANDARD, format })
      return Buffer.from(application.reports.made(id, format)!.bytes).toString()
    }
    const html = await reported('html')
    expect(['agreed with the fab (', 'by mail (', 'After waivers: ', '(waived)'].filter((text) => !html.includes(text))).toEqual([])
    const json = JSON.parse(await reported('json')) as { schema: string; decisions: object; findings: { state: string }[] }
    expect(json).toMatchObject({ schema: 'boardproof.check/2', decisions: { waived: 1 } })
    expect(json.findings.filter((f) => f.state === 'waived')).toMatchObject([
      { fingerprint: findings[0]!.fingerprint, waiver: { reason: 'agreed with the fab', until: null }, notes: [{ text: 'by mail' }] },
    ])
    expect(await reported('csv')).toContain(',waived,,agreed with the fab,')
    expect(await reported('sarif')).toContain('"justification": "agreed with the fab (')
    expect(await reported('junit')).toContain('agreed with the fab (')
  })

  test('says what is wrong: no such board, no such capability', async () => {
    const { application } = await runApplication(temporaryFolder())
    const nowhere = { board: '00000000-0000-4000-8000-000000000000', format: 'html' }
    expect(await application.dispatch('report.make', { ...nowhere, capability: STANDARD })).toMatchObject({ error: { code: 'gone' } })
    expect(await application.dispatch('report.make', { ...nowhere, capability: 'none' })).toMatchObject({
      error: { code: 'no-such-capability' },
    })
  })
})

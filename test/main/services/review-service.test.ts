import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unpackHoles, unpackLayer } from '#core/board/layer-blob.ts'
import { bigGerber, runApplication, smallPackage, smallZip } from '#test/main/support/application.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const STANDARD = 'ipc_class2_conservative'
const PLANTED = ['min_annular_ring', 'min_trace_spacing', 'missing_mask_opening']

describe('a package', () => {
  test('is read, identified, assembled and checked, and tells how it goes', async () => {
    const { ask, ended, heard, application } = await runApplication(temporaryFolder())
    const { id, name } = application.reviews.openPaths([await smallPackage()])
    expect(name).toBe('amp.zip')
    expect(await ended(id)).toBe('done')

    const phases = heard.flatMap((e) => (e.event === 'progress' ? [e.payload.progress.phase] : []))
    expect([...new Set(phases)]).toEqual(['unpacking', 'reading', 'assembling', 'checking', 'done'])
    const order = heard.map((e) => e.event)
    expect(order.indexOf('files')).toBeLessThan(order.indexOf('board'))
    expect(order.indexOf('board')).toBeLessThan(order.indexOf('review'))
    expect(heard.filter((e) => e.event === 'review' && e.payload.final)).toHaveLength(1)

    const files = await ask('board.files', { board: id })
    expect(files).toHaveLength(10)
    expect(files.every((f) => f.stage === 'identified' && f.sureness >= 0.6)).toBe(true)
    expect(files.find((f) => f.path === 'sample-F_Cu.gbr')).toMatchObject({ role: 'copper', side: 'top', order: 1, chosen: false })
    expect(files.find((f) => f.path === 'sample-PTH.drl')!.drillSays).toMatch(/^millimetres, .*100 % of 16 hits on copper/)

    const board = await ask('board.get', { board: id })
    expect(board.facts).toMatchObject({ widthMm: 40, heightMm: 30, copperLayers: 2, gaps: [] })
    expect(board.facts.netCount).toBeGreaterThan(15)
    for (const { id: layerId } of board.layers) {
      const block = application.reviews.layer(id, layerId)!
      const layer = unpackLayer(block.buffer)
      expect(layer.ok && layer.value.objects.count, layerId).toBeGreaterThan(0)
    }
    const holes = unpackHoles(application.reviews.holes(id)!.buffer)
    expect(holes.ok && holes.value.count).toBe(20)

    const review = await ask('board.review', { board: id, capability: STANDARD })
    expect(
      review.findings
        .filter((f) => f.severity === 'error')
        .map((f) => f.checkId)
        .sort(),
    ).toEqual(PLANTED)
    expect(review.outcomes.filter((o) => o.outcome === 'crashed')).toEqual([])
    // Checks of things that the board doesn't have say so.
    expect(review.outcomes.filter((o) => o.outcome === 'skipped' && o.tier === 1)).toEqual([])
    expect(review.summary.verdict).toBe('blocked')
    expect(Object.keys(review.why)).toEqual(expect.arrayContaining(PLANTED))
  })

  test('is judged by another fab without being measured again', async () => {
    const { ask, ended, heard, application } = await runApplication(temporaryFolder())
    const { id } = application.reviews.openPaths([await smallPackage()])
    await ended(id)
    const before = heard.length
    const { choices } = await ask('app.capabilities', {})
    const other = choices.find((c) => c.id !== STANDARD)!
    const [one, two] = [
      await ask('board.review', { board: id, capability: STANDARD }),
      await ask('board.review', { board: id, capability: other.id }),
    ]
    expect(two.capability).toBe(other.id)
    const limits = (r: typeof one): unknown => r.outcomes.map((o) => [o.limit, o.limitSource])
    expect(limits(two)).not.toEqual(limits(one))
    expect(two.outcomes.map((o) => o.measured?.value)).toEqual(one.outcomes.map((o) => o.measured?.value))
    expect(heard.length).toBe(before)
  })

  test('stays available after the next start, although the original is gone', async () => {
    const folder = temporaryFolder()
    const zip = await smallPackage()
    const first = await runApplication(folder)
    const opened = first.application.reviews.openPaths([zip])
    expect(await first.ended(opened.id)).toBe('done')
    const before = await first.ask('board.review', { board: opened.id, capability: STANDARD })
    await first.close()
    rmSync(zip)

    const second = await runApplication(folder)
    const recents = await second.ask('recents.list', {})
    expect(recents).toMatchObject([
      {
        name: 'amp.zip',
        verdict: 'blocked',
        coverage: expect.stringMatching(/^3 blockers · \d+ of \d+ checks ran$/),
        widthMm: 40,
        copperLayers: 2,
      },
    ])
    const again = await second.ask('package.openRecent', { id: recents[0]!.id })
    expect(await second.ended(again.id)).toBe('done')
    const after = await second.ask('board.review', { board: again.id, capability: STANDARD })
    expect(after.findings).toEqual(before.findings)
    expect(await second.ask('recents.list', {})).toHaveLength(1)
  })

  test('that is damaged is refused with a sentence and not stored', async () => {
    const { ask, ended, heard, application } = await runApplication(temporaryFolder())
    const file = join(temporaryFolder(), 'cut.zip')
    writeFileSync(file, (await smallZip()).subarray(0, 2000))
    const { id } = application.reviews.openPaths([file])
    expect(await ended(id)).toBe('failed')
    const failed = heard.find((e) => e.event === 'failed')
    expect(failed?.payload).toMatchObject({ board: id, refusal: { message: expect.stringMatching(/cut\.zip|archive|zip/) } })
    expect(await ask('recents.list', {})).toEqual([])
  })

  test('that is not there is refused by name', async () => {
    const { ended, heard, application } = await runApplication(temporaryFolder())
    const { id } = application.reviews.openPaths([join(temporaryFolder(), 'nowhere.zip')])
    expect(await ended(id)).toBe('failed')
    expect(heard.find((e) => e.event === 'failed')?.payload).toMatchObject({
      refusal: { code: 'not-found', message: expect.stringContaining('nowhere.zip') },
    })
  })

  test('that is forgotten can no longer be opened', async () => {
    const { ask, ended, application } = await runApplication(temporaryFolder())
    const { id } = application.reviews.openPaths([await smallPackage()])
    await ended(id)
    const [recent] = await ask('recents.list', {})
    await ask('recents.forget', { id: recent!.id })
    expect(await application.dispatch('package.openRecent', { id: recent!.id })).toMatchObject({ ok: false, error: { code: 'gone' } })
    expect(await application.dispatch('board.files', { board: id })).toMatchObject({ ok: false, error: { code: 'gone' } })
  })
})

test('the sample board is there without a file, and is the same board every time', async () => {
  const { ask, ended } = await runApplication(temporaryFolder())
  for (let time = 0; time < 2; time++) {
    const { id, name } = await ask('package.openSample', {})
    expect(name).toBe('Sample board')
    expect(await ended(id)).toBe('done')
    const review = await ask('board.review', { board: id, capability: STANDARD })
    expect(review.findings.length).toBeGreaterThanOrEqual(3)
    expect(review.outcomes.filter((o) => o.outcome === 'crashed')).toEqual([])
  }
  expect(await ask('recents.list', {})).toHaveLength(1)
})

describe('roles', () => {
  const mask = { role: 'soldermask', side: 'top', order: null, plating: null } as const

  test('that the user chose hold for this package and for files of the same name pattern', async () => {
    const { ask, ended, application } = await runApplication(temporaryFolder())
    const folder = temporaryFolder()
    const open = async (stem: string): Promise<string> => {
      const file = join(folder, `${stem}.zip`)
      writeFileSync(file, await smallZip((path) => path.replace('sample', stem)))
      const { id } = application.reviews.openPaths([file])
      expect(await ended(id)).toBe('done')
      return id
    }
    const first = await open('amp-one')
    const path = 'amp-one-F_Silkscreen.gbr'
    await ask('board.setRole', { board: first, path, choice: mask })
    expect(await ended(first)).toBe('done')
    expect((await ask('board.files', { board: first })).find((f) => f.path === path)).toMatchObject({ ...mask, chosen: true, sureness: 1 })
    expect((await ask('board.get', { board: first })).layers.filter((l) => l.role === 'legend' && l.side === 'top')).toEqual([])

    const second = await open('board2-rev3')
    const rows = await ask('board.files', { board: second })
    expect(rows.find((f) => f.path === 'board2-rev3-F_Silkscreen.gbr')).toMatchObject({ ...mask, chosen: true })
    expect(rows.filter((f) => f.chosen)).toHaveLength(1)
  })

  test('cannot be given to a file that is not there', async () => {
    const { ended, application } = await runApplication(temporaryFolder())
    const { id } = application.reviews.openPaths([await smallPackage()])
    await ended(id)
    expect(await application.dispatch('board.setRole', { board: id, path: 'other.gbr', choice: mask })).toMatchObject({
      ok: false,
      error: { code: 'no-such-file' },
    })
  })
})

describe('cancelling', () => {
  test('stops at once, stores nothing, and leaves the application ready for the next package', async () => {
    const { ask, ended, heard, application } = await runApplication(temporaryFolder())
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'slow-F_Cu.gbr'), bigGerber(60_000))
    const { id } = application.reviews.openPaths([folder])
    await expect
      .poll(
        () => heard.some((e) => e.event === 'progress' && e.payload.progress.phase === 'reading') || heard.some((e) => e.event === 'files'),
        { timeout: 20_000 },
      )
      .toBe(true)
    await ask('board.cancel', { board: id })
    expect(await ended(id)).toBe('cancelled')
    expect(await ask('recents.list', {})).toEqual([])
    const next = application.reviews.openPaths([await smallPackage()])
    expect(await ended(next.id)).toBe('done')
  })

  test('what was never begun or is over does no harm', async () => {
    const { ask, ended, application } = await runApplication(temporaryFolder())
    await ask('board.cancel', { board: '00000000-0000-4000-8000-000000000000' })
    const { id } = application.reviews.openPaths([await smallPackage()])
    await ended(id)
    await ask('board.cancel', { board: id })
    expect((await ask('board.files', { board: id })).length).toBe(10)
  })
})

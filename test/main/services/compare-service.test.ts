import { describe, expect, test, vi } from 'vitest'
import { unpackHoles, unpackLayer } from '#core/board/layer-blob.ts'
import { shiftBy, turnBy } from '#core/builder/transform.ts'
import { routes } from '#core/ipc/routes.ts'
import { dataRoutes } from '#main/shell/data-routes.ts'
import { runApplication } from '#test/main/support/application.ts'
import { CAPABILITY, openAndReview, packageOf } from '#test/main/support/revisions.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const withNewOpening = () => {
  const board = smallBoard()
  return {
    ...board,
    items: [
      ...board.items,
      { kind: 'flash', layer: 'bottom-mask', at: [20, 26], shape: { kind: 'circle', diameter: 1 }, rotation: 0 } as const,
    ],
  }
}

describe('two revisions', () => {
  test('of one board are compared: shift, layers, objects, findings', async () => {
    const running = await runApplication(temporaryFolder())
    const first = await openAndReview(running, await packageOf(smallBoard()))
    const second = await openAndReview(running, await packageOf(shiftBy(2, 3).board(withNewOpening())), first)
    const { board } = await running.ask('decisions.get', { board: second, capability: CAPABILITY })
    const wanted = { from: { board, revision: 1 }, to: { board: second, revision: null }, capability: CAPABILITY } as const
    const result = await running.ask('compare.run', { ...wanted, refuseShift: false })
    expect([result.from.revision.number, result.to.revision.number]).toEqual([1, 2])
    expect(result.diff).toMatchObject({ says: '1 of 9 layers differs', isSameBoard: false, alignment: { dx: 2, dy: 3 } })
    expect(result.diff.objects).toMatchObject([{ number: 1, layer: 'bottom-mask', change: 'added', at: { x: 22, y: 29 } }])
    expect(result.findings.counts).toMatchObject({ fixed: 0, worse: 0 })
    expect(await running.ask('compare.run', { ...wanted, refuseShift: false })).toEqual(result)
    const refused = await running.ask('compare.run', { ...wanted, refuseShift: true })
    expect(refused.diff.alignment).toMatchObject({ dx: 0, dy: 0, refused: true })
    expect(refused.diff.layers.filter((l) => l.state === 'differs').length).toBeGreaterThan(5)
  })

  test('of two boards are compared too', async () => {
    const running = await runApplication(temporaryFolder())
    const approved = await openAndReview(running, await packageOf(smallBoard()))
    const fabs = await openAndReview(
      running,
      await packageOf(shiftBy(100, 0).board(smallBoard()), { rename: (p) => `cam/${p.replace('sample', '4711')}` }),
    )
    const { diff, from, to } = await running.ask('compare.run', {
      from: { board: approved, revision: null }, to: { board: fabs, revision: null }, capability: CAPABILITY, refuseShift: false,
    }) // prettier-ignore
    expect(from.board).not.toBe(to.board)
    expect(diff).toMatchObject({ isSameBoard: true, says: expect.stringMatching(/^No change to the board; \d+ files were written anew$/) })
  })

  test('that are not there are named', async () => {
    const running = await runApplication(temporaryFolder())
    const board = await openAndReview(running, await packageOf(smallBoard()))
    const ask = (from: object) =>
      running.application.dispatch('compare.run', { from, to: { board, revision: null }, capability: CAPABILITY, refuseShift: false })
    expect(await ask({ board, revision: 7 })).toMatchObject({ ok: false, error: { code: 'no-such-revision' } })
    expect(await ask({ board: '00000000-0000-4000-8000-00000000abcd', revision: null })).toMatchObject({
      ok: false,
      error: { code: 'gone' },
    })
  })
})

test('the artwork of both is served, the older one where it lies on the newer', async () => {
  const running = await runApplication(temporaryFolder())
  const first = await openAndReview(running, await packageOf(smallBoard()))
  const second = await openAndReview(running, await packageOf(turnBy(90).board(smallBoard())), first)
  const wanted = { from: { board: first, revision: 1 }, to: { board: second, revision: 2 }, capability: CAPABILITY } as const
  const { artwork, diff } = await running.ask('compare.run', { ...wanted, refuseShift: false })
  expect(diff.alignment).toMatchObject({ turns: 1, mirrored: false })
  expect(artwork.from.boundsMm).toEqual(artwork.to.boundsMm!.map((v) => expect.closeTo(v, 6) as number))
  const serve = dataRoutes(running.application)
  const get = async (side: 'from' | 'to', layer: string, id = artwork.id) =>
    (await serve({ method: 'GET', path: routes.comparedLayer(id, side, layer), body: (async function* () {})() }))!
  const bytesOf = async (side: 'from' | 'to', layer: string): Promise<ArrayBuffer> => {
    const { status, body } = await get(side, layer)
    expect(status).toBe(200)
    return new Uint8Array(body as Uint8Array).buffer
  }
  for (const { id } of diff.layers.filter((l) => l.id !== 'drill')) {
    const [before, now] = [unpackLayer(await bytesOf('from', id)), unpackLayer(await bytesOf('to', id))]
    if (!before.ok || !now.ok) throw new Error('damaged')
    expect(before.value.bounds).toEqual(now.value.bounds?.map((v) => expect.closeTo(v, -1) as number))
  }
  const [before, now] = [unpackHoles(await bytesOf('from', 'drill')), unpackHoles(await bytesOf('to', 'drill'))]
  if (!before.ok || !now.ok) throw new Error('damaged')
  expect([...before.value.x0]).toEqual([...now.value.x0].map((v) => expect.closeTo(v, -1) as number))
  expect((await get('from', 'no-layer')).status).toBe(404)
  for (const refuseShift of [true, false, true]) await running.ask('compare.run', { ...wanted, refuseShift })
  expect((await get('to', 'top-copper')).status).toBe(200)
  expect((await get('to', 'top-copper', '00000000-0000-4000-8000-00000000abcd')).status).toBe(404)
})

test('kinds of edits are accepted for the older board, with undo', async () => {
  const running = await runApplication(temporaryFolder())
  const board = await openAndReview(running, await packageOf(smallBoard()))
  const fabs = await openAndReview(
    running,
    await packageOf({ ...smallBoard(), holes: [...smallBoard().holes, { at: [46, 15], diameter: 2, plated: false }] }),
  )
  const run = async () =>
    (
      await running.ask('compare.run', {
        from: { board, revision: null },
        to: { board: fabs, revision: null },
        capability: CAPABILITY,
        refuseShift: false,
      })
    ).accepted
  expect(await run()).toEqual([])
  expect(await running.ask('compare.accept', { board, kind: 'panel-frame', accepted: true })).toEqual(['panel-frame'])
  expect(await running.ask('compare.accept', { board, kind: 'panel-frame', accepted: true })).toEqual(['panel-frame'])
  expect(await run()).toEqual(['panel-frame'])
  const { did } = await running.ask('history.undo', { board })
  expect(did).toBe('Accepted as an edit of the fab: panel frame')
  expect(await running.ask('compare.accepted', { board })).toEqual([])
  await running.ask('history.redo', { board })
  expect(await run()).toEqual(['panel-frame'])
  expect(await running.ask('compare.accept', { board, kind: 'panel-frame', accepted: false })).toEqual([])
})

test('a comparison can be stopped', async () => {
  const running = await runApplication(temporaryFolder())
  const first = await openAndReview(running, await packageOf(smallBoard()))
  const second = await openAndReview(running, await packageOf(withNewOpening()), first)
  const asked = running.application.dispatch('compare.run', {
    from: { board: first, revision: 1 },
    to: { board: second, revision: 2 },
    capability: CAPABILITY,
    refuseShift: false,
  })
  await vi.waitUntil(async () => (await running.ask('compare.progress', {})) !== null, { timeout: 20_000, interval: 5 })
  await running.ask('compare.cancel', {})
  expect(await asked).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

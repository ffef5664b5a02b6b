import { describe, expect, test } from 'vitest'
import type { BoardDescription } from '#core/builder/description.ts'
import { protelDialect } from '#core/builder/dialect.ts'
import { seededRandom } from '#core/builder/random.ts'
import { reordered, shiftBy } from '#core/builder/transform.ts'
import { runApplication, type Running } from '#test/main/support/application.ts'
import { CAPABILITY, openAndReview, packageOf } from '#test/main/support/revisions.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

/** Fault 1 of the small board: the via with the thin ring is at R3; its hole is the one in the smallest land. */
const thinVia = (board: BoardDescription) =>
  board.items.find((i) => i.kind === 'flash' && i.shape.kind === 'circle' && i.shape.diameter === 0.46)!

/** Moves the thin via with all that is within reach of it: a part that was placed elsewhere. */
const withMovedPart = (board: BoardDescription, dx: number, dy: number): BoardDescription => {
  const via = thinVia(board)
  if (via.kind !== 'flash') throw new Error('the small board has no thin via')
  const isNear = ([x, y]: readonly [number, number]): boolean => Math.hypot(x - via.at[0], y - via.at[1]) < 2.1
  const moved = ([x, y]: readonly [number, number]): readonly [number, number] => [x + dx, y + dy]
  return {
    ...board,
    items: board.items.map((item) => {
      if (item.layer === 'bottom-copper' && item.kind === 'region') return item
      if (item.kind === 'flash' && isNear(item.at)) return { ...item, at: moved(item.at) }
      if (item.kind === 'draw' && (isNear(item.from) || isNear(item.to)))
        return { ...item, from: isNear(item.from) ? moved(item.from) : item.from, to: isNear(item.to) ? moved(item.to) : item.to }
      return item
    }),
    holes: board.holes.map((hole) => (isNear(hole.at) ? { ...hole, at: moved(hole.at) } : hole)),
  }
}

const withLand = (board: BoardDescription, diameter: number): BoardDescription => ({
  ...board,
  items: board.items.map((i) =>
    i.kind === 'flash' && i.shape.kind === 'circle' && i.shape.diameter === 0.46 ? { ...i, shape: { ...i.shape, diameter } } : i,
  ),
})

const decisions = (running: Running, board: string) => running.ask('decisions.get', { board, capability: CAPABILITY })

const ring = async (running: Running, board: string) => {
  const { findings } = await running.ask('board.review', { board, capability: CAPABILITY })
  return findings.filter((f) => f.checkId === 'min_annular_ring' && f.severity === 'error')
}

const waiveRing = async (running: Running, board: string, expiry: { kind: 'none' } | { kind: 'next-revision' } = { kind: 'none' }) => {
  const [finding] = await ring(running, board)
  return running.ask('waivers.add', {
    board,
    capability: CAPABILITY,
    fingerprint: finding!.fingerprint,
    scope: 'group',
    reason: 'prototype only',
    expiry,
  })
}

describe('a waiver after a re-export', () => {
  const CASES: readonly { name: string; change: (board: BoardDescription) => BoardDescription; standing: string; state: string; shift?: readonly [number, number]; protel?: boolean }[] = [
    { name: 'with another origin, order and names stays', change: (b) => reordered(shiftBy(2.54, -10).board(b), seededRandom(1)), standing: 'same', state: 'waived', shift: [2.54, -10] },
    { name: 'in another unit without attributes stays', change: (b) => b, standing: 'same', state: 'waived', protel: true },
    { name: 'with a smaller land opens again', change: (b) => shiftBy(1, 1).board(withLand(b, 0.4)), standing: 'worse', state: 'open', shift: [1, 1] },
    { name: 'with a moved part stays, marked', change: (b) => withMovedPart(b, -3.3, 0.7), standing: 'moved', state: 'waived' },
  ] // prettier-ignore

  test.each(CASES)('$name', async ({ change, standing, state, shift, protel }) => {
    const running = await runApplication(temporaryFolder())
    const first = await openAndReview(running, await packageOf(smallBoard()))
    await waiveRing(running, first)
    const path = await packageOf(change(smallBoard()), {
      rename: (p) => `rev-b/${p.replace('sample', 'controller')}`,
      reverse: true,
      dialect: protel ? protelDialect : undefined,
    })
    const second = await openAndReview(running, path, first)
    const view = await decisions(running, second)
    expect(view.revision.number).toBe(2)
    expect(view.waivers).toMatchObject([{ standing, reason: 'prototype only', revision: 1 }])
    const found = await ring(running, second)
    const states = view.findings.filter((f) => found.some((r) => r.fingerprint === f.fingerprint))
    expect(states.map((f) => f.state)).toEqual(found.map(() => state))
    if (standing === 'worse')
      expect(states[0]).toMatchObject({ standing: 'worse', change: 'worse', was: expect.closeTo(0.08, 3), waiver: view.waivers[0]!.id })
    if (shift)
      expect(view.previous!.alignment).toMatchObject({
        dx: expect.closeTo(shift[0], 3),
        dy: expect.closeTo(shift[1], 3),
        from: 'holes',
        refused: false,
      })
    expect(view.effective.text).toMatch(state === 'waived' ? / · \d+ waived$/ : /^3 blockers/)
  })

  test('lapses with the next revision, and can be confirmed there', async () => {
    const running = await runApplication(temporaryFolder())
    const first = await openAndReview(running, await packageOf(smallBoard()))
    const { id } = await waiveRing(running, first, { kind: 'next-revision' })
    expect((await decisions(running, first)).effective).toMatchObject({ errors: 2, waived: expect.any(Number) })
    const second = await openAndReview(running, await packageOf(shiftBy(1, 0).board(smallBoard())), first)
    expect(await decisions(running, second)).toMatchObject({ effective: { errors: 3, waived: 0 }, waivers: [{ standing: 'lapsed' }] })
    await running.ask('waivers.confirm', {
      board: second,
      capability: CAPABILITY,
      id,
      reason: 'still a prototype',
      expiry: { kind: 'none' },
    })
    expect(await decisions(running, second)).toMatchObject({
      effective: { errors: 2 },
      waivers: [{ standing: 'same', revision: 2, reason: 'still a prototype' }],
    })
    await running.ask('history.undo', { board: second })
    expect(await decisions(running, second)).toMatchObject({ waivers: [{ standing: 'lapsed', revision: 1 }] })
  })

  test('is compared as they lie when the shift is refused', async () => {
    const running = await runApplication(temporaryFolder())
    const first = await openAndReview(running, await packageOf(smallBoard()))
    await waiveRing(running, first)
    const second = await openAndReview(running, await packageOf(shiftBy(25, 0).board(smallBoard())), first)
    const { board } = await decisions(running, second)
    await running.ask('revisions.align', { board, from: 1, to: 2, refused: true })
    const refused = await decisions(running, second)
    expect(refused.previous!.alignment).toMatchObject({ dx: 0, dy: 0, refused: true, says: expect.stringContaining('refused') })
    await running.ask('history.undo', { board })
    expect((await decisions(running, second)).previous!.alignment).toMatchObject({ dx: 25, refused: false })
  })

  test('is not told to the older revision, which keeps what was decided on it', async () => {
    const running = await runApplication(temporaryFolder())
    const first = await openAndReview(running, await packageOf(smallBoard()))
    const second = await openAndReview(running, await packageOf(shiftBy(1, 0).board(smallBoard())), first)
    await waiveRing(running, second)
    expect((await decisions(running, first)).waivers).toEqual([])
    expect((await decisions(running, second)).waivers).toHaveLength(1)
  })
})

test('what was decided is there after a restart, is on the start page, and can be taken back there', async () => {
  const folder = temporaryFolder()
  const first = await runApplication(folder)
  const opened = await openAndReview(first, await packageOf(smallBoard()))
  await waiveRing(first, opened)
  const { board, effective } = await decisions(first, opened)
  expect((await first.ask('recents.list', {}))[0]!.coverage).toBe(effective.text)
  await first.close()
  const second = await runApplication(folder)
  const view = await decisions(second, board)
  expect(view.waivers).toMatchObject([{ standing: 'same', scope: 'group', reason: 'prototype only' }])
  expect(view.history).toEqual({ undo: expect.stringMatching(/^Waived \d+ places? of .*: prototype only$/), redo: null })
  expect(view.recentReasons).toEqual(['prototype only'])
  const { did, history } = await second.ask('history.undo', { board })
  expect([did, history]).toEqual([view.history.undo, { undo: null, redo: did }])
  expect((await decisions(second, board)).effective).toMatchObject({ errors: 3, waived: 0 })
  await second.ask('history.redo', { board })
  expect((await decisions(second, board)).waivers).toHaveLength(1)
  expect(await second.application.dispatch('history.redo', { board })).toMatchObject({ ok: false, error: { code: 'nothing-to-redo' } })
  expect(second.application.store.verifyLog().broken).toBeNull()
})

test('notes, marks and the checklist follow the board to its next revision', async () => {
  const running = await runApplication(temporaryFolder())
  const first = await openAndReview(running, await packageOf(smallBoard()))
  const judged = { board: first, capability: CAPABILITY }
  const [finding] = await ring(running, first)
  const target = { kind: 'finding', fingerprint: finding!.fingerprint } as const
  await running.ask('notes.add', { ...judged, target, text: 'ask the fab' })
  await running.ask('notes.add', { ...judged, target: { kind: 'place', at: { x: 10, y: 12 }, layer: 'top-copper' }, text: 'why here?' })
  await running.ask('notes.add', { ...judged, target: { kind: 'file', path: 'sample-F_Cu.gbr' }, text: 'old stackup' })
  await running.ask('findings.mark', { ...judged, fingerprints: [finding!.fingerprint], state: 'fix', assignee: 'Bob' })
  const item = (await decisions(running, first)).checklist[0]!
  await running.ask('checklist.tick', { board: first, id: item.id, done: true })
  const own = await running.ask('checklist.add', { board: first, text: 'Ask about ENIG', isRequired: true })
  const before = await decisions(running, first)
  expect(before.findings.find((f) => f.fingerprint === finding!.fingerprint)).toMatchObject({
    state: 'fix',
    assignee: 'Bob',
    notes: 1,
    change: null,
  })
  expect(before.checklist[0]).toMatchObject({ isDone: true, doneOn: 1 })

  const second = await openAndReview(
    running,
    await packageOf(shiftBy(5, 6).board(smallBoard()), { rename: (p) => p.replace('sample', 'b2') }),
    first,
  )
  const view = await decisions(running, second)
  const [now] = await ring(running, second)
  expect(view.findings.find((f) => f.fingerprint === now!.fingerprint)).toMatchObject({
    state: 'fix',
    assignee: 'Bob',
    notes: 1,
    change: 'unchanged',
  })
  // What is left out of a mark stays as it was said on the revision before.
  const onSecond = { board: second, capability: CAPABILITY, fingerprints: [now!.fingerprint] }
  await running.ask('findings.mark', { ...onSecond, assignee: 'Eve' })
  const assigned = await decisions(running, second)
  expect(assigned.findings.find((f) => f.fingerprint === now!.fingerprint)).toMatchObject({ state: 'fix', assignee: 'Eve' })
  expect(assigned.recentAssignees).toEqual(['Eve', 'Bob'])
  expect(assigned.history.undo).toMatch(/^Assigned to Eve: 1 finding of /)
  await running.ask('findings.mark', { ...onSecond, state: 'open' })
  expect((await decisions(running, second)).findings.find((f) => f.fingerprint === now!.fingerprint)).toMatchObject({
    state: 'open',
    assignee: 'Eve',
  })
  expect(view.notes.map((n) => n.now)).toEqual([
    { kind: 'finding', fingerprint: now!.fingerprint, at: now!.at },
    { kind: 'place', at: { x: expect.closeTo(15, 3), y: expect.closeTo(18, 3) }, layer: 'top-copper' },
    { kind: 'file', path: 'b2-F_Cu.gbr' },
  ])
  expect(view.checklist.find((i) => i.id === item.id)).toMatchObject({ isDone: false, doneOn: 1 })
  await running.ask('checklist.remove', { board: second, id: own.id })
  await running.ask('checklist.remove', { board: second, id: item.id })
  expect((await decisions(running, second)).checklist.map((i) => i.id)).not.toContain(item.id)
  const note = view.notes[0]!
  await running.ask('notes.change', { board: second, id: note.id, text: 'asked', resolved: true })
  await running.ask('notes.remove', { board: second, id: view.notes[1]!.id })
  expect((await decisions(running, second)).notes.map((n) => [n.text, n.resolved])).toEqual([
    ['asked', true],
    ['old stackup', false],
  ])
})

test('a board that was opened as a new one becomes a revision of another, with its decisions', async () => {
  const running = await runApplication(temporaryFolder())
  const first = await openAndReview(running, await packageOf(smallBoard()))
  const other = await openAndReview(running, await packageOf(shiftBy(3, 0).board(smallBoard())))
  await waiveRing(running, other)
  const to = (await decisions(running, first)).board
  expect(await running.ask('revisions.place', { board: other })).toMatchObject({
    revision: 1,
    canMove: true,
    canLeave: false,
    alike: [{ board: to, next: 2, says: expect.stringMatching(/the same size, 10 of 10 file names/) }],
    others: [],
  })
  expect(await running.ask('revisions.attach', { board: other, to })).toEqual({ board: to, revision: 2 })
  const view = await decisions(running, to)
  expect(view).toMatchObject({ revision: { number: 2 }, waivers: [{ standing: 'same', revision: 2 }] })
  expect(view.revision.sha256).toBe((await running.ask('revisions.list', { board: to }))[0]!.sha256)
  expect(await running.ask('recents.list', {})).toHaveLength(1)
  expect(running.application.store.verifyLog().broken).toBeNull()
  // The board stays open under the id that the page knows it by.
  expect((await decisions(running, other)).revision.number).toBe(2)
  expect(await running.ask('revisions.place', { board: other })).toMatchObject({
    board: to,
    revision: 2,
    canMove: false,
    canLeave: true,
    alike: [],
  })
  await running.ask('revisions.align', { board: to, from: 1, to: 2, refused: true })
  const { checklist } = view
  await running.ask('checklist.tick', { board: to, id: checklist[0]!.id, done: true })

  const left = await running.ask('revisions.detach', { board: other, name: 'amp again' })
  expect(left.from).toBe(to)
  expect(await decisions(running, other)).toMatchObject({
    board: left.board,
    revision: { number: 1 },
    waivers: [{ standing: 'same', revision: 1 }],
  })
  expect(await decisions(running, to)).toMatchObject({ revision: { number: 1 }, waivers: [] })
  expect((await running.ask('recents.list', {})).map((b) => b.name).sort()).toEqual(['amp again', 'board.zip'])
  expect(running.application.store.verifyLog().broken).toBeNull()
  expect(await running.application.dispatch('revisions.detach', { board: other, name: null })).toMatchObject({
    ok: false,
    error: { code: 'only-revision' },
  })
  expect(await running.ask('revisions.attach', { board: other, to })).toEqual({ board: to, revision: 2 })
  expect(running.application.store.verifyLog().broken).toBeNull()
  const opened = await running.ask('revisions.open', { board: to, revision: 1 })
  expect(await running.ended(opened.id)).toBe('done')
  expect((await decisions(running, opened.id)).revision.number).toBe(1)
})

test('a role that was chosen can be taken back: the board is read anew', async () => {
  const running = await runApplication(temporaryFolder())
  const board = await openAndReview(running, await packageOf(smallBoard()))
  const path = 'sample-F_Silkscreen.gbr'
  const roleOf = async () => (await running.ask('board.files', { board })).find((f) => f.path === path)!.role
  await running.ask('board.setRole', { board, path, choice: { role: 'drawing', side: null, order: null, plating: null } })
  expect(await running.ended(board)).toBe('done')
  expect(await roleOf()).toBe('drawing')
  await running.ask('history.undo', { board })
  await expect.poll(roleOf, { timeout: 20_000 }).toBe('legend')
})

import { describe, expect, test } from 'vitest'
import type { LibraryQuery } from '#main/store/library.repo.ts'
import { openStore, type Store } from '#main/store/store.ts'
import { landmarksOfBox, packLandmarks } from '#core/review/landmarks.ts'
import { noteRow } from '#main/store/decisions.repo.ts'
import { aReview, countingIds, sha256 } from '#test/main/support/stored.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const open = async (folder = temporaryFolder()): Promise<Store> => {
  const opened = await openStore(folder, countingIds())
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

const ALL: LibraryQuery = { text: '', verdicts: [], approvals: [], deleted: false, sort: 'name', descending: false, offset: 0, limit: 50 }
const names = (store: Store, change: Partial<LibraryQuery> = {}): readonly string[] =>
  store.library.list({ ...ALL, ...change }).boards.map((b) => b.name)

const withThree = async (): Promise<Store> => {
  const store = await open()
  store.boards.save(aReview('amp', { nets: ['SPI_CLK', 'GND'] }))
  store.boards.save(aReview('Zeta', { verdict: 'clear', coverage: 'no blockers', findings: [] }))
  store.boards.save(
    aReview('mid', { verdict: 'review', model: { ...aReview('mid').model, facts: { ...aReview('mid').model.facts, areaMm2: 9000 } } }),
  )
  return store
}

describe('the library', () => {
  test.each([
    [{}, ['amp.zip', 'mid.zip', 'Zeta.zip']],
    [{ sort: 'created', descending: true }, ['mid.zip', 'Zeta.zip', 'amp.zip']],
    [{ sort: 'verdict', descending: true }, ['amp.zip', 'mid.zip', 'Zeta.zip']],
    [{ sort: 'size', descending: true, limit: 1 }, ['mid.zip']],
    [{ offset: 1, limit: 1 }, ['mid.zip']],
    [{ verdicts: ['clear', 'review'] }, ['mid.zip', 'Zeta.zip']],
    [{ verdicts: ['none'] }, []],
    [{ text: 'spi' }, ['amp.zip']],
    [{ text: 'SPI_CLK thin' }, ['amp.zip']],
    [{ text: 'SPI_CLK zeta' }, []],
    [{ text: 'et' }, ['Zeta.zip']],
    [{ text: '"); DROP TABLE board; --' }, []],
    [{ approvals: ['approved'] }, []],
    [{ approvals: ['none'], deleted: true }, []],
  ] as const)('lists %j', async (change, expected) => {
    const store = await withThree()
    expect(names(store, change as Partial<LibraryQuery>)).toEqual(expected)
    store.close()
  })

  test('says how many there are beyond those shown', async () => {
    const store = await withThree()
    expect(store.library.list({ ...ALL, limit: 1 })).toMatchObject({
      total: 3,
      boards: [{ revision: 1, revisions: 1, approval: 'none', waived: 0, notes: 0 }],
    })
    store.close()
  })

  test('deletes with a way back, and for good later', async () => {
    const store = await withThree()
    const { id } = store.library.list(ALL).boards[0]!
    expect(store.library.delete(id, 'Ada')).toBe(true)
    expect(store.library.delete(id, 'Ada')).toBe(false)
    expect(names(store)).not.toContain('amp.zip')
    expect(names(store, { deleted: true })).toEqual(['amp.zip'])
    expect([store.boards.packageOf(id), store.boards.reviewOf(id), store.revisions.find(id)]).toEqual([null, null, null])
    expect(store.boards.recent(9).map((b) => b.name)).not.toContain('amp.zip')
    expect(store.search.find('spi', null, 10).total).toBe(0)
    expect(store.library.restore(id, 'Ada')).toBe(true)
    expect(store.library.restore(id, 'Ada')).toBe(false)
    expect(names(store)).toContain('amp.zip')
    expect(store.boards.reviewOf(id)).not.toBeNull()
    expect(store.library.deletedBefore(Number.MAX_SAFE_INTEGER)).toEqual([])
    store.library.delete(id, 'Ada')
    expect(store.library.deletedBefore(Number.MAX_SAFE_INTEGER)).toEqual([id])
    store.close()
  })

  test('brings a deleted board back when its package is opened again', async () => {
    const store = await withThree()
    const { id } = store.library.list(ALL).boards[0]!
    store.library.delete(id, 'Ada')
    expect(store.boards.save(aReview('amp'))).toBe(id)
    expect(names(store)).toContain('amp.zip')
    store.close()
  })

  test('renames a board, which is then found by its new name only', async () => {
    const store = await withThree()
    const { id } = store.library.list(ALL).boards[0]!
    expect(store.library.rename(id, 'Verstärker', 'Ada')).toBe(true)
    expect([
      store.search.find('verstarker', null, 5).hits.map((h) => h.kind),
      store.search.find('amp.zip', null, 5).hits.map((h) => h.kind),
    ]).toEqual([['board'], []])
    expect(store.audit.ofBoard(id).at(-1)!.body.says).toBe('Renamed amp.zip to Verstärker')
    store.close()
  })
})

describe('search', () => {
  test('finds boards, findings, nets, files and notes, and says where', async () => {
    const store = await withThree()
    const board = store.library.list(ALL).boards[0]!.id
    const revision = store.revisions.find(board)!.id
    store.commands.record({ board, actor: 'Ada', action: 'note', says: 'Wrote a note' }, (rows) =>
      rows.put(
        'note',
        noteRow({
          id: 'n1',
          boardId: board,
          revisionId: revision,
          target: { kind: 'board' },
          anchor: null,
          text: 'ask the fab about ENIG',
          author: 'Ada',
          createdAt: 1,
          changedAt: null,
          resolved: false,
        }),
      ),
    )
    store.search.notes(board)
    const kinds = (text: string) => store.search.find(text, board, 20).hits.map((h) => [h.kind, h.ref])
    expect(kinds('amp')).toEqual([['board', board]])
    expect(kinds('annular_ring thin')).toEqual([])
    expect(kinds('min_annular thin')).toEqual([['finding', 'f-amp']])
    expect(kinds('spi_')).toEqual([['net', 'SPI_CLK']])
    expect(kinds('b drl')).toEqual([['file', 'b.drl']])
    expect(store.search.find('enig', null, 5)).toMatchObject({
      total: 1,
      hits: [{ kind: 'note', ref: 'n1', boardName: 'amp.zip', revision: 1, pieces: ['ask the fab about ', 'ENIG', ''] }],
    })
    store.close()
  })

  test('agrees with its rows, and can be written anew when it does not', async () => {
    const store = await withThree()
    expect(store.search.isSound()).toBe(true)
    store.database.exec("INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', 1, 'amp.zip')")
    expect(store.search.isSound()).toBe(false)
    store.search.rebuild()
    expect(store.search.isSound()).toBe(true)
    expect(store.search.find('amp', null, 5).total).toBeGreaterThan(0)
    store.close()
  })

  test('forgets what a new review of the package no longer finds', async () => {
    const store = await withThree()
    store.boards.save(aReview('amp', { findings: [], nets: [] }))
    expect([store.search.find('thin', null, 5).hits.map((h) => h.boardName), store.search.find('spi', null, 5).total]).toEqual([
      ['mid.zip'],
      0,
    ])
    store.close()
  })
})

describe('revisions', () => {
  test('follow each other on one board, with their own package, review and landmarks', async () => {
    const store = await open()
    const board = store.boards.save(aReview('one'))
    const marks = landmarksOfBox([0, 0, 40, 30])
    expect(store.boards.save({ ...aReview('two', { verdict: 'clear' }), revisionOf: board, landmarks: packLandmarks(marks) })).toBe(board)
    expect(store.revisions.list(board).map((r) => [r.number, r.name, r.verdict])).toEqual([
      [2, 'two.zip', 'clear'],
      [1, 'one.zip', 'blocked'],
    ])
    expect(store.boards.packageOf(board)!.name).toBe('two.zip')
    expect(store.boards.packageOf(board, 1)!.name).toBe('one.zip')
    expect(store.boards.reviewOf(board, 1)!.model.name).toBe('one.zip')
    expect(store.boards.packageOf(board, 3)).toBeNull()
    expect(store.revisions.ofPackage(sha256('one'))).toEqual({ board, number: 1 })
    expect(store.revisions.landmarks(store.revisions.find(board, 2)!.id)).toEqual(marks)
    expect(store.revisions.landmarks(store.revisions.find(board, 1)!.id)).toBeNull()
    store.close()
  })

  test('of a board that is gone become a board of their own', async () => {
    const store = await open()
    const board = store.boards.save({ ...aReview('two'), revisionOf: '00000000-0000-4000-8000-00000000abcd' })
    expect(store.revisions.list(board)).toHaveLength(1)
    store.close()
  })

  test('can be taken over by another board', async () => {
    const store = await open()
    const [board, other] = [store.boards.save(aReview('one')), store.boards.save(aReview('two', { nets: ['VBUS'] }))]
    expect(store.revisions.attach(other, board)).toBe(2)
    expect(store.revisions.list(board).map((r) => r.name)).toEqual(['two.zip', 'one.zip'])
    expect(store.revisions.list(other)).toEqual([])
    expect(store.search.find('vbus', board, 5).hits).toMatchObject([{ kind: 'net', revision: 2 }])
    expect(store.search.isSound()).toBe(true)
    store.close()
  })
})

import { describe, expect, test } from 'vitest'
import { openStore, type Store } from '#main/store/store.ts'
import { aReview, countingIds, sha256 } from '#test/main/support/stored.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const open = async (folder: string): Promise<Store> => {
  const opened = await openStore(folder, countingIds())
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

const rows = (store: Store, table: string): number =>
  (store.database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n

describe('boards', () => {
  test('a saved review is there after the next start, as it was', async () => {
    const folder = temporaryFolder()
    const first = await open(folder)
    const id = first.boards.save(aReview('amp'))
    first.close()
    const second = await open(folder)
    const review = second.boards.reviewOf(id)
    const expected = aReview('amp')
    expect(review).toEqual({
      model: { id, ...expected.model },
      capability: expected.capability,
      basis: expected.basis,
      files: expected.package.files.map((f) => f.shown),
      raw: expected.raw,
    })
    expect(second.boards.packageOf(id)).toEqual(expected.package)
    second.close()
  })

  test('the same package opened twice is one revision of one board, with the newer review', async () => {
    const store = await open(temporaryFolder())
    const id = store.boards.save(aReview('amp'))
    const again = store.boards.save(aReview('amp', { verdict: 'clear', coverage: 'no blockers · 1 of 1 checks', findings: [], raw: [] }))
    expect(again).toBe(id)
    expect([rows(store, 'board'), rows(store, 'revision'), rows(store, 'file'), rows(store, 'review')]).toEqual([1, 1, 2, 1])
    expect([rows(store, 'finding'), rows(store, 'raw_outcome')]).toEqual([0, 0])
    expect(store.boards.recent(10)).toMatchObject([{ id, verdict: 'clear', coverage: 'no blockers · 1 of 1 checks' }])
    store.close()
  })

  test('recent boards come newest first, opening one again brings it up, and no more than asked for', async () => {
    const store = await open(temporaryFolder())
    for (const seed of ['one', 'two', 'three']) store.boards.save(aReview(seed))
    store.boards.save(aReview('one'))
    expect(store.boards.recent(2).map((row) => row.name)).toEqual(['one.zip', 'three.zip'])
    expect(store.boards.recent(10)[0]).toMatchObject({ widthMm: 40, heightMm: 30, copperLayers: 2, hasPicture: false })
    store.close()
  })

  test('a forgotten board leaves nothing behind, and its contents are no longer used', async () => {
    const store = await open(temporaryFolder())
    const id = store.boards.save(aReview('amp'))
    expect(store.boards.savePicture(id, new Uint8Array([1, 2, 3]))).toBe(true)
    expect(store.boards.isUsed(sha256('amp'))).toBe(true)
    expect(store.boards.isUsed(sha256('ampa.gbr'))).toBe(true)
    expect(store.boards.forget(id)).toBe(true)
    for (const table of ['board', 'revision', 'file', 'review', 'raw_outcome', 'finding', 'picture'])
      expect(rows(store, table), table).toBe(0)
    expect(store.boards.isUsed(sha256('amp'))).toBe(false)
    expect(store.boards.forget(id)).toBe(false)
    expect(store.boards.packageOf(id)).toBeNull()
    expect(store.boards.reviewOf(id)).toBeNull()
    store.close()
  })

  test('a picture belongs to a board that exists', async () => {
    const store = await open(temporaryFolder())
    expect(store.boards.savePicture('00000000-0000-4000-8000-000000000099', new Uint8Array([1]))).toBe(false)
    const id = store.boards.save(aReview('amp'))
    store.boards.savePicture(id, new Uint8Array([1]))
    store.boards.savePicture(id, new Uint8Array([4, 5]))
    expect([...store.boards.picture(id)!]).toEqual([4, 5])
    expect(store.boards.recent(1)[0]!.hasPicture).toBe(true)
    store.close()
  })

  test('a review that cannot be written whole is not written at all', async () => {
    const store = await open(temporaryFolder())
    const broken = aReview('amp')
    // The same check twice breaks the key of its table, after the board and its files were written.
    expect(() => store.boards.save({ ...broken, raw: [...broken.raw, ...broken.raw] })).toThrow(/UNIQUE/)
    for (const table of ['board', 'revision', 'file', 'review', 'raw_outcome']) expect(rows(store, table), table).toBe(0)
    store.close()
  })
})

describe('choices', () => {
  const topCopper = { role: 'copper', side: 'top', order: 1, plating: null } as const

  test('a role is remembered for the file of this package and for its name pattern', async () => {
    const folder = temporaryFolder()
    const store = await open(folder)
    store.choices.chooseRole({
      packageSha256: 'p1',
      path: 'gerber/amp-F_Cu.gbr',
      pattern: '*-f_cu.gbr',
      choice: { role: 'unknown', side: null, order: null, plating: null },
    })
    store.choices.chooseRole({ packageSha256: 'p1', path: 'gerber/amp-F_Cu.gbr', pattern: '*-f_cu.gbr', choice: topCopper })
    store.close()
    const again = await open(folder)
    expect(again.choices.rolesOf('p1')).toEqual({ 'gerber/amp-F_Cu.gbr': topCopper })
    expect(again.choices.rolesOf('p2')).toEqual({})
    expect(again.choices.patternRoles()).toEqual({ '*-f_cu.gbr': topCopper })
    again.close()
  })

  test('settings are replaced as a whole', async () => {
    const store = await open(temporaryFolder())
    store.choices.saveSettings({ theme: 'dark', unit: 'mil', layout: { left: 240 } })
    store.choices.saveSettings({ unit: 'mm', layout: { left: 260, right: null } })
    expect(store.choices.loadSettings()).toEqual({ unit: 'mm', layout: { left: 260, right: null } })
    store.close()
  })
})

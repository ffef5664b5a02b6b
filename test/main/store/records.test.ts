import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Recorder } from '#main/store/commands.repo.ts'
import { itemRow, markRow, noteRow, waiverRow } from '#main/store/decisions.repo.ts'
import { sha256Of } from '#main/store/sha256.ts'
import { openStore, type Store } from '#main/store/store.ts'
import { boardTables, trackedRows } from '#main/store/tracked-rows.ts'
import { aFinding } from '#test/core/review/support.ts'
import { aReview, countingIds } from '#test/main/support/stored.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const open = async (folder = temporaryFolder()): Promise<Store> => {
  const opened = await openStore(folder, countingIds())
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

interface Filled {
  readonly store: Store
  readonly board: string
  readonly revision: string
}

const filled = async (folder?: string): Promise<Filled> => {
  const store = await open(folder)
  const board = store.boards.save({ ...aReview('amp'), actor: 'Ada' })
  return { store, board, revision: store.revisions.find(board)!.id }
}

const deed = (board: string, says: string) => ({ board, actor: 'Ada', action: 'test', says })

const aWaiver = ({ board, revision }: Filled, id: string, reason = 'prototype') =>
  waiverRow(
    {
      id, boardId: board, revisionId: revision, scope: 'place', checkId: 'c', cause: 'c:x', reason, author: 'Ada', createdAt: 5,
      expiry: { kind: 'none' }, covered: [aFinding()],
    },
    aFinding(),
  ) // prettier-ignore
const aNote = ({ board, revision }: Filled, id: string, text: string) =>
  noteRow({
    id,
    boardId: board,
    revisionId: revision,
    target: { kind: 'board' },
    anchor: null,
    text,
    author: 'Ada',
    createdAt: 1,
    changedAt: null,
    resolved: false,
  })
const aMark = ({ board, revision }: Filled, id: string) =>
  markRow({ id, boardId: board, revisionId: revision, anchor: aFinding(), state: 'fix', assignee: 'Bob', author: 'Ada', changedAt: 2 })
const anItem = ({ board }: Filled, id: string) =>
  itemRow({ id, boardId: board, position: 1, text: 'looked', isRequired: true, doneBy: null, doneAt: null, doneRevisionId: null })

const stateOf = ({ store, board }: Filled): unknown => boardTables.map((table) => trackedRows(store.database).ofBoard(table, board))

describe('what a user did', () => {
  test('is saved with its entry in the log, and can be taken back and done again, also after a restart', async () => {
    const folder = temporaryFolder()
    const first = await filled(folder)
    const empty = stateOf(first)
    first.store.commands.record(deed(first.board, 'Waived a place'), (rows) => rows.put('waiver', aWaiver(first, 'w1')))
    first.store.commands.record(deed(first.board, 'Wrote a note'), (rows) => rows.put('note', aNote(first, 'n1', 'look here')))
    const full = stateOf(first)
    first.store.close()

    const again = { ...first, store: await open(folder) }
    const { commands, audit } = again.store
    expect(stateOf(again)).toEqual(full)
    expect(commands.history(first.board)).toEqual({ undo: 'Wrote a note', redo: null })
    expect(commands.undo(first.board, 'Bob')).toMatchObject({ says: 'Wrote a note', tables: ['note'] })
    expect(commands.undo(first.board, 'Bob')).toMatchObject({ says: 'Waived a place' })
    expect(commands.undo(first.board, 'Bob')).toBe('nothing')
    expect(stateOf(again)).toEqual(empty)
    expect(commands.history(first.board)).toEqual({ undo: null, redo: 'Waived a place' })
    commands.redo(first.board, 'Bob')
    commands.redo(first.board, 'Bob')
    expect(commands.redo(first.board, 'Bob')).toBe('nothing')
    expect(stateOf(again)).toEqual(full)
    expect(audit.ofBoard(first.board).map((e) => [e.action, e.actor])).toEqual([
      ['revision.added', 'Ada'], ['test', 'Ada'], ['test', 'Ada'], ['undo', 'Bob'], ['undo', 'Bob'], ['redo', 'Bob'], ['redo', 'Bob'],
    ]) // prettier-ignore
    expect(again.store.verifyLog()).toMatchObject({ broken: null, entries: 7 })
    again.store.close()
  })

  test('cannot be done again once something else was done', async () => {
    const f = await filled()
    f.store.commands.record(deed(f.board, 'one'), (rows) => rows.put('waiver', aWaiver(f, 'w1')))
    f.store.commands.undo(f.board, 'Ada')
    f.store.commands.record(deed(f.board, 'two'), (rows) => rows.put('waiver', aWaiver(f, 'w2')))
    expect(f.store.commands.history(f.board)).toEqual({ undo: 'two', redo: null })
    f.store.close()
  })

  test('is not saved at all when the last of its rows cannot be', async () => {
    const f = await filled()
    const before = stateOf(f)
    expect(() =>
      f.store.commands.record(deed(f.board, 'half'), (rows) => {
        rows.put('waiver', aWaiver(f, 'w1'))
        rows.put('note', { ...aNote(f, 'n1', 'x'), resolved: 7 })
      }),
    ).toThrow(/CHECK/)
    expect(stateOf(f)).toEqual(before)
    expect(f.store.audit.ofBoard(f.board)).toHaveLength(1)
    expect(f.store.commands.history(f.board).undo).toBeNull()
    f.store.close()
  })

  test('is not taken back when it is no longer as it was left', async () => {
    const f = await filled()
    f.store.commands.record(deed(f.board, 'one'), (rows) => rows.put('note', aNote(f, 'n1', 'mine')))
    f.store.database.prepare("UPDATE note SET text = 'theirs' WHERE id = 'n1'").run()
    expect(f.store.commands.undo(f.board, 'Ada')).toBe('changed')
    expect(f.store.decisions.notes(f.board)[0]!.text).toBe('theirs')
    f.store.close()
  })

  test('comes back as it was, whatever was done in which order', { timeout: 120_000 }, async () => {
    const f = await filled()
    const ids = ['a', 'b', 'c']
    const step = fc.record({
      table: fc.constantFrom('waiver', 'note', 'mark', 'checklist_item' as const),
      id: fc.constantFrom(...ids),
      remove: fc.boolean(),
      text: fc.string({ maxLength: 4 }),
    })
    const act = (
      rows: Recorder,
      { table, id, remove, text }: { table: 'waiver' | 'note' | 'mark' | 'checklist_item'; id: string; remove: boolean; text: string },
    ): void => {
      if (remove) return rows.remove(table, { id })
      const row = { waiver: aWaiver(f, id, text), note: aNote(f, id, text), mark: aMark(f, id), checklist_item: anItem(f, id) }[table]
      rows.put(table, row)
    }
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }), (deeds) => {
        const states = [stateOf(f)]
        let did = 0
        for (const [i, steps] of deeds.entries()) {
          const before = f.store.commands.history(f.board).undo
          f.store.commands.record(deed(f.board, `deed ${i} of ${deeds.length}, ${states.length}`), (rows) =>
            steps.forEach((s) => act(rows, s)),
          )
          if (f.store.commands.history(f.board).undo === before) continue
          did++
          states.push(stateOf(f))
        }
        for (let i = did; i > 0; i--) {
          expect(stateOf(f)).toEqual(states[i])
          expect(f.store.commands.undo(f.board, 'Ada')).not.toBe('changed')
        }
        expect(stateOf(f)).toEqual(states[0])
        for (let i = 1; i <= did; i++) {
          expect(f.store.commands.redo(f.board, 'Ada')).not.toBe('changed')
          expect(stateOf(f)).toEqual(states[i])
        }
      }),
      { numRuns: 10, seed: 4 },
    )
    expect(f.store.verifyLog().broken).toBeNull()
    f.store.close()
  })
})

/** Opens the way around the triggers, as somebody with the file and a tool can. */
const around = (store: Store, sql: string): void => {
  const names = store.database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('audit_entry', 'approval')")
    .all() as { name: string; sql: string }[]
  for (const { name } of names) store.database.exec(`DROP TRIGGER ${name}`)
  store.database.exec(sql)
  for (const trigger of names) store.database.exec(trigger.sql)
}

const withHistory = async (): Promise<Filled> => {
  const f = await filled()
  for (let i = 1; i <= 4; i++) f.store.commands.record(deed(f.board, `deed ${i}`), (rows) => rows.put('waiver', aWaiver(f, `w${i}`)))
  f.store.database.transaction(() => {
    const record = '{"a":1}'
    const sha256 = sha256Of(record)
    f.store.approvals.add({
      id: 'a1', boardId: f.board, revisionId: f.revision, revision: 1, decision: 'approved', at: 9, actor: 'Ada', capability: 'x',
      subjects: { files: '', roles: '', capability: '', waivers: '' }, record, sha256,
    }) // prettier-ignore
    f.store.audit.append({
      at: 9,
      actor: 'Ada',
      action: 'approved',
      board: f.board,
      body: { says: 'Approved revision 1', rows: { 'approval:a1': sha256 } },
    })
  })()
  expect(f.store.verifyLog()).toMatchObject({ broken: null, entries: 6 })
  return f
}

describe('the log', () => {
  test.each([
    ["UPDATE audit_entry SET actor = 'Eve' WHERE seq = 2", 'append-only'],
    ['DELETE FROM audit_entry WHERE seq = 2', 'append-only'],
    ["UPDATE approval SET decision = 'rejected'", 'final'],
    ['DELETE FROM approval', 'final'],
  ])('refuses %s', async (sql, why) => {
    const { store } = await withHistory()
    expect(() => store.database.exec(sql)).toThrow(why)
    store.close()
  })

  test.each([
    [
      'an entry that was changed',
      "UPDATE audit_entry SET body = replace(body, 'deed 2', 'deed 9') WHERE seq = 3",
      3,
      /Entry 3 .*was changed/,
    ],
    ['another author', "UPDATE audit_entry SET actor = 'Eve' WHERE seq = 4", 4, /Entry 4/],
    ['an entry that was taken out', 'DELETE FROM audit_entry WHERE seq = 3', 3, /Entry 3 is missing/],
    ['several that were taken out', 'DELETE FROM audit_entry WHERE seq IN (2, 3)', 2, /Entries 2 to 3 are missing/],
    ['the end cut off', 'DELETE FROM audit_entry WHERE seq > 4', 5, /last 2 entries were cut off/],
    [
      'an entry put in',
      "INSERT INTO audit_entry SELECT 7, at, 'Eve', action, board_id, body, hash, hash FROM audit_entry WHERE seq = 6",
      7,
      /Entry 7/,
    ],
    [
      'a waiver edited around the application',
      "UPDATE waiver SET reason = 'harmless' WHERE id = 'w2'",
      3,
      /waiver:w2 was changed.*entry 3/,
    ],
    [
      'a waiver put in',
      "INSERT INTO waiver SELECT 'w9', board_id, revision_id, scope, check_id, cause, reason, author, created_at, expiry, covered FROM waiver WHERE id = 'w1'",
      0,
      /waiver:w9 was put in/,
    ],
    ['a waiver removed', "DELETE FROM waiver WHERE id = 'w3'", 4, /waiver:w3 of entry 4 was removed/],
    ['an approval edited', 'UPDATE approval SET record = \'{"a":2}\'', 6, /approval record a1 was changed/],
    [
      'an approval edited with its hash',
      `UPDATE approval SET record = '{"a":2}', sha256 = '${sha256Of('{"a":2}')}'`,
      6,
      /not the one that entry 6/,
    ],
    ['an approval removed', 'DELETE FROM approval', 6, /approval:a1 of entry 6 was removed/],
  ] as const)('finds and names %s', async (_, sql, seq, what) => {
    const { store } = await withHistory()
    around(store, sql)
    const { broken } = store.verifyLog()
    expect(broken?.what).toMatch(what)
    expect(broken?.seq).toBe(seq)
    store.close()
  })

  test('finds an entry that was rewritten with a hash of its own', async () => {
    const { store } = await withHistory()
    const [entry] = store.audit.list(null, 4, 1)
    around(store, `UPDATE audit_entry SET hash = '${'a'.repeat(64)}' WHERE seq = ${entry!.seq}`)
    expect(store.verifyLog().broken).toMatchObject({ seq: 3 })
    store.close()
  })

  test('tells of rows only within their transaction', async () => {
    const { store } = await filled()
    expect(() => store.audit.append({ at: 1, actor: 'Ada', action: 'x', board: null, body: { says: 'x' } })).toThrow(/transaction/)
    store.close()
  })

  test('is listed newest first, in parts, of one board or of all', async () => {
    const { store, board } = await withHistory()
    expect(store.audit.list(board, null, 2).map((e) => e.seq)).toEqual([6, 5])
    expect(store.audit.list(null, 5, 10).map((e) => e.seq)).toEqual([4, 3, 2, 1])
    expect(store.audit.list('elsewhere', null, 10)).toEqual([])
    store.close()
  })

  test('stays whole when a board is removed for good', async () => {
    const { store, board } = await withHistory()
    expect(store.library.purge(board, 'Ada')).toBe(false)
    expect(store.library.delete(board, 'Ada')).toBe(true)
    expect(store.library.purge(board, 'Ada')).toBe(true)
    expect(store.verifyLog().broken).toBeNull()
    expect(store.approvals.ofBoard(board)).toHaveLength(1)
    expect(store.database.prepare('SELECT count(*) AS n FROM waiver').get()).toEqual({ n: 0 })
    store.close()
  })
})

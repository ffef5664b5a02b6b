import { describe, expect, test } from 'vitest'
import { shiftBy } from '#core/builder/transform.ts'
import { approvalRecordShape } from '#core/ipc/approval.ipc.ts'
import { routes } from '#core/ipc/routes.ts'
import { dataRoutes } from '#main/shell/data-routes.ts'
import { sha256Of } from '#main/store/sha256.ts'
import { pdfCommands, pdfTags, pdfTexts, unmarked } from '#test/main/report/pdf-content.ts'
import { runApplication, type Running } from '#test/main/support/application.ts'
import { CAPABILITY, openAndReview, packageOf } from '#test/main/support/revisions.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const judgedBy = (board: string) => ({ board, capability: CAPABILITY })
const draftOf = (running: Running, board: string) => running.ask('approval.draft', judgedBy(board))

/** Waives every blocker, so that nothing is in the way. */
const waiveAll = async (running: Running, board: string): Promise<void> => {
  const { findings } = await running.ask('board.review', judgedBy(board))
  for (const check of new Set(findings.filter((f) => f.severity === 'error').map((f) => f.checkId))) {
    const { fingerprint } = findings.find((f) => f.checkId === check && f.severity === 'error')!
    await running.ask('waivers.add', {
      ...judgedBy(board),
      fingerprint,
      scope: 'check',
      reason: 'a <prototype> & no more',
      expiry: { kind: 'none' },
    })
  }
}

const decide = async (
  running: Running,
  board: string,
  change: { decision?: 'approved' | 'rejected'; reason?: string; ticked?: string[]; stateSha256?: string } = {},
) => {
  const { conditions, stateSha256 } = await draftOf(running, board)
  return running.application.dispatch('approval.decide', {
    ...judgedBy(board), decision: 'approved', reason: '', stateSha256, ticked: conditions.map((c) => c.id), ...change,
  }) // prettier-ignore
}

const approved = async (running: Running, board: string): Promise<string> => {
  const reply = await decide(running, board)
  if (!reply.ok) throw new Error(reply.error.message)
  return (reply.value as { id: string }).id
}

const opened = async () => {
  const running = await runApplication(temporaryFolder())
  return { running, board: await openAndReview(running, await packageOf(smallBoard(), { name: 'amp & <co>.zip' })) }
}

describe('a board', () => {
  test('is not approved with blockers open, unseen, or with conditions unticked', async () => {
    const { running, board } = await opened()
    expect((await draftOf(running, board)).obstacles).toEqual(['3 blockers open: fix or waive them first.'])
    expect(await decide(running, board)).toMatchObject({ ok: false, error: { code: 'obstacles' } })
    await waiveAll(running, board)
    expect((await draftOf(running, board)).obstacles).toEqual([])
    expect(await decide(running, board, { ticked: [] })).toMatchObject({ ok: false, error: { code: 'conditions-open' } })
    expect(await decide(running, board, { stateSha256: 'a'.repeat(64) })).toMatchObject({ ok: false, error: { code: 'changed' } })
    expect(await decide(running, board, { decision: 'rejected' })).toMatchObject({ ok: false, error: { code: 'reason-missing' } })
    expect(await running.ask('approval.list', { board })).toEqual([])
  })

  test('is approved by one record with everything in it, whose bytes hash to what the log says', async () => {
    const { running, board } = await opened()
    await waiveAll(running, board)
    const id = await approved(running, board)
    const { record, json, sha256, fileName } = await running.ask('approval.get', { id })
    expect(sha256Of(json)).toBe(sha256)
    expect(JSON.parse(json)).toEqual(record)
    expect(approvalRecordShape.safeParse(JSON.parse(json)).success).toBe(true)
    const { state } = record
    expect(state.verdict.text).toMatch(/^No blockers · \d+ of \d+ checks ran · \d+ waived$/)
    expect(state.files).toHaveLength(10)
    expect(state.waived.length + state.open.length).toBe((await running.ask('board.review', judgedBy(board))).findings.length)
    expect(state.waivers.map((w) => [w.standing, w.reason])).toEqual(state.waivers.map(() => ['same', 'a <prototype> & no more']))
    expect(state.engine).toMatchObject({ name: 'boardproof', checks: expect.any(Number) })
    expect(record.conditions.every((c) => c.ticked)).toBe(true)
    expect(fileName).toBe('amp-co-revision-1-approved')
    const [entry] = await running.ask('audit.list', { board, before: null, limit: 1 })
    expect(entry).toMatchObject({ action: 'revision.approved', says: expect.stringMatching(/^Approved revision 1/) })
    expect(await running.ask('audit.verify', {})).toMatchObject({ broken: null })
    expect(
      await running.ask('library.list', {
        text: '',
        verdicts: [],
        approvals: ['approved'],
        deleted: false,
        sort: 'name',
        descending: false,
        offset: 0,
        limit: 9,
      }),
    ).toMatchObject({ total: 1 })
  })

  test('is rejected with a reason and a list of what to do', async () => {
    const { running, board } = await opened()
    await running.ask('notes.add', { ...judgedBy(board), target: { kind: 'board' }, text: 'Move the header' })
    const reply = await decide(running, board, { decision: 'rejected', reason: 'Rings too thin', ticked: [] })
    expect(reply).toMatchObject({ ok: true, value: { decision: 'rejected', changed: [] } })
    const { record } = await running.ask('approval.get', { id: (reply as { value: { id: string } }).value.id })
    expect(record.toDo).toEqual(expect.arrayContaining([expect.stringContaining('0.08 mm of copper around the hole'), 'Move the header']))
  })
})

describe('an approval record as a file', () => {
  const made = async (running: Running, id: string, kind: 'html' | 'pdf') => {
    const about = await running.ask('approval.make', { id, kind })
    const answer = await dataRoutes(running.application)({ method: 'GET', path: routes.record(id, kind), body: (async function* () {})() })
    return { ...about, bytes: Buffer.from(answer!.body) }
  }
  const approvedBoard = async () => {
    const { running, board } = await opened()
    await running.ask('settings.save', { settings: { author: 'Žofie Άννα Щукина' } })
    await waiveAll(running, board)
    const id = await approved(running, board)
    return { running, board, id, ...(await running.ask('approval.get', { id })) }
  }

  test('is a PDF with everything that was signed, and the same again', async () => {
    const { running, id, record, sha256 } = await approvedBoard()
    const { bytes, fileName, mime, isDrawn } = await made(running, id, 'pdf')
    expect({ fileName, mime, isDrawn }).toEqual({ fileName: 'amp-co-revision-1-approved.pdf', mime: 'application/pdf', isDrawn: true })
    const bare = (text: string): string => text.replace(/\s/g, '')
    const text = bare(pdfTexts(bytes).join(''))
    const { state } = record
    const wanted = [
      'Approved: amp & <co>.zip, revision 1',
      'Approved by Žofie Άννα Щукина',
      new Date(record.at).toISOString().slice(0, 16).replace('T', ' '),
      state.verdict.text,
      'Top side',
      'Bottom side, seen from below',
      `Open (${state.open.length})`,
      `Waived (${state.waived.length})`,
      `Did not run (${state.notRun.length})`,
      ...record.conditions.map((c) => c.text),
      ...state.waived.map((f) => f.message),
      ...state.waivers.map((w) => w.reason),
      ...state.notRun.map((c) => c.title),
      ...state.files.flatMap((f) => [f.path, f.sha256]),
      state.package.sha256,
      state.capability.name,
      state.capability.version.slice(0, 12),
      `boardproof ${state.engine.version}, ${state.engine.checks} checks`,
      sha256,
    ]
    expect(wanted.filter((part) => !text.includes(bare(part)))).toEqual([])
    expect(pdfTags(bytes)).toMatchObject({ Document: 1, H1: 1, Figure: 2 })
    expect(unmarked(bytes)).toEqual([])
    expect(pdfCommands(bytes).match(/ c\n/g)!.length).toBeGreaterThan(20)
    expect(Buffer.compare((await made(running, id, 'pdf')).bytes, bytes)).toBe(0)
  })

  test('is a page that is safe to open, drawn as it was approved; without pictures where the package is gone', async () => {
    const { running, board, id, sha256, record } = await approvedBoard()
    const { bytes, fileName } = await made(running, id, 'html')
    const html = bytes.toString()
    expect(fileName).toBe('amp-co-revision-1-approved.html')
    expect(html).toContain('a &lt;prototype&gt; &amp; no more')
    expect(html).not.toContain('<prototype>')
    expect(html).toContain(sha256)
    expect(html.match(/<figure class="board">/g)).toHaveLength(2)
    const choice = { role: 'drawing', side: null, order: null, plating: null } as const
    await running.ask('board.setRole', { board, path: 'sample-F_Cu.gbr', choice })
    await running.ended(board)
    expect((await made(running, id, 'html')).bytes.equals(bytes)).toBe(true)
    await running.ask('library.delete', { id: record.state.board.id })
    await running.ask('library.purge', { id: record.state.board.id })
    const later = await made(running, id, 'pdf')
    expect(later.isDrawn).toBe(false)
    expect(pdfTexts(later.bytes).join('')).toContain('The package is no longer stored here')
  })
})

describe('an approval is for an earlier state', () => {
  const standing = async (running: Running, board: string) => (await running.ask('approval.list', { board }))[0]!.changed
  const onCard = async ({ ask }: Running) =>
    (
      await ask('library.list', {
        text: '',
        verdicts: [],
        approvals: [],
        deleted: false,
        sort: 'name',
        descending: false,
        offset: 0,
        limit: 9,
      })
    ).boards[0]!.approval

  test.each([
    [
      'waivers',
      async (running: Running, board: string) => {
        const { waivers } = await running.ask('decisions.get', judgedBy(board))
        await running.ask('waivers.remove', { board, id: waivers[0]!.id })
      },
      ['waivers'],
    ],
    [
      'roles',
      async (running: Running, board: string) => {
        await running.ask('board.setRole', {
          board,
          path: 'sample-F_Paste.gbr',
          choice: { role: 'drawing', side: null, order: null, plating: null },
        })
        await running.ended(board)
      },
      ['roles'],
    ],
    [
      'the capability',
      async (running: Running) => {
        const { choices } = await running.ask('app.capabilities', {})
        await running.ask('settings.save', { settings: { capability: choices.find((c) => c.id !== CAPABILITY)!.id } })
      },
      ['capability'],
    ],
  ] as const)('after a change of %s', async (_, change, expected) => {
    const { running, board } = await opened()
    await waiveAll(running, board)
    await approved(running, board)
    expect(await standing(running, board)).toEqual([])
    expect(await onCard(running)).toBe('approved')
    await change(running, board)
    expect(await standing(running, board)).toEqual(expect.arrayContaining([...expected]))
    expect(await onCard(running)).toBe('stale')
    expect((await draftOf(running, board)).last).toMatchObject({ revision: 1, changed: expect.arrayContaining([...expected]) })
  })

  test('after a new revision, which can be approved in its turn; the old one no longer can', async () => {
    const { running, board } = await opened()
    await waiveAll(running, board)
    await approved(running, board)
    const second = await openAndReview(running, await packageOf(shiftBy(1, 1).board(smallBoard())), board)
    expect(await standing(running, second)).toEqual(expect.arrayContaining(['files']))
    expect((await draftOf(running, board)).obstacles[0]).toBe('This is revision 1; the newest is 2.')
    await approved(running, second)
    const rows = await running.ask('approval.list', { board: second })
    expect(rows.map((r) => [r.revision, r.changed.length > 0])).toEqual([
      [2, false],
      [1, true],
    ])
  })

  test('and is right again when the change is taken back', async () => {
    const { running, board } = await opened()
    await waiveAll(running, board)
    await approved(running, board)
    await running.ask('history.undo', { board })
    expect(await standing(running, board)).toEqual(['waivers'])
    expect(await onCard(running)).toBe('stale')
    await running.ask('history.redo', { board })
    expect(await standing(running, board)).toEqual([])
    expect(await onCard(running)).toBe('approved')
  })
})

test('a record that was changed around the application is not handed out, and the log says so', async () => {
  const { running, board } = await opened()
  await waiveAll(running, board)
  const id = await approved(running, board)
  const { database } = running.application.store
  database.exec('DROP TRIGGER approval_is_final')
  database.prepare("UPDATE approval SET record = replace(record, 'amp', 'xmp')").run()
  expect(await running.application.dispatch('approval.get', { id })).toMatchObject({ ok: false, error: { code: 'tampered' } })
  expect((await running.ask('audit.verify', {})).broken!.what).toContain(id)
})

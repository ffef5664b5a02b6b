import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BoardDescription } from '#core/builder/description.ts'
import { shiftBy } from '#core/builder/transform.ts'
import { builtInCapabilities, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { diffShape } from '#core/ipc/compare.ipc.ts'
import { checkCommand } from '#main/cli/commands/check.ts'
import { diffCommand } from '#main/cli/commands/diff.ts'
import { verifyLogCommand } from '#main/cli/commands/verify-log.ts'
import { UsageError } from '#main/cli/command.ts'
import { openStore } from '#main/store/store.ts'
import { packageOf } from '#test/main/support/revisions.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { aReview } from '#test/main/support/stored.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const out = (name: string): string => join(temporaryFolder(), name)

const run = async (command: typeof checkCommand, ...args: string[]): Promise<{ code: number; text: string }> => {
  const file = out('result')
  const code = await command.run([...args, '--out', file])
  return { code, text: readFileSync(file, 'utf8') }
}

const withLand = (board: BoardDescription, diameter: number): BoardDescription => ({
  ...board,
  items: board.items.map((i) =>
    i.kind === 'flash' && i.shape.kind === 'circle' && i.shape.diameter === 0.46 ? { ...i, shape: { ...i.shape, diameter } } : i,
  ),
})
const withoutFaultyVia = (board: BoardDescription): BoardDescription => withLand(board, 0.7)
const withSmallDrill = (board: BoardDescription): BoardDescription => ({
  ...board,
  holes: [...board.holes, { at: [20, 22.6], diameter: 0.08, plated: false }],
})

describe('check against a baseline', () => {
  const original = () => packageOf(smallBoard())
  const cases: readonly { name: string; now: BoardDescription; code: number; counts: object }[] = [
    {
      name: 'known findings on a shifted board do not fail',
      now: shiftBy(2.54, 7).board(smallBoard()),
      code: 0,
      counts: { new: 0, worse: 0, fixed: 0 },
    },
    { name: 'a worse finding fails', now: withLand(smallBoard(), 0.4), code: 1, counts: { worse: 1 } },
    { name: 'a new finding fails', now: withSmallDrill(smallBoard()), code: 1, counts: { fixed: 0 } },
    { name: 'a fixed finding does not fail', now: withoutFaultyVia(smallBoard()), code: 0, counts: { new: 0, worse: 0 } },
  ]

  test.each(cases)('$name, held against the package', async ({ now, code, counts }) => {
    const result = await run(checkCommand, await packageOf(now), '--baseline', await original(), '--format', 'json', '--no-timings')
    const json = JSON.parse(result.text) as {
      findings: { fingerprint: string }[]
      baseline: { counts: Record<string, number>; changes: { fingerprint: string; change: string }[]; fixed: unknown[] }
    }
    expect(json.baseline.counts).toMatchObject(counts)
    expect(json.baseline.changes.map((c) => c.fingerprint)).toEqual(json.findings.map((f) => f.fingerprint))
    expect(json.baseline.fixed).toHaveLength(json.baseline.counts['fixed']!)
    expect(result.code).toBe(code)
  })

  test.each(cases)('$name, held against its JSON', async ({ now, code }) => {
    const baseline = out('old.json')
    await checkCommand.run([await original(), '--format', 'json', '--out', baseline])
    expect((await run(checkCommand, await packageOf(now), '--baseline', baseline)).code).toBe(code)
  })

  test('text names what is new and what is fixed', async () => {
    const { text } = await run(
      checkCommand,
      await packageOf(withoutFaultyVia(withSmallDrill(smallBoard()))),
      '--baseline',
      await original(),
    )
    expect(text).toMatch(/^Against board.zip: \d+ new, 0 worse, \d+ fixed, 0 moved, \d+ unchanged$/m)
    expect(text).toMatch(/^New findings \(\d+\)$/m)
    expect(text).toMatch(/^Fixed findings \(\d+\)$/m)
  })

  test('sarif says of each result how it stands', async () => {
    const { text } = await run(
      checkCommand,
      await packageOf(withLand(smallBoard(), 0.4)),
      '--baseline',
      await original(),
      '--format',
      'sarif',
    )
    const { runs } = JSON.parse(text) as { runs: { results: { baselineState?: string }[] }[] }
    const states = runs[0]!.results.map((r) => r.baselineState)
    expect(new Set(states)).toEqual(new Set(['unchanged', 'updated']))
  })

  test.each([
    ['no JSON of ours', '{"schema":"other"}'],
    ['no package', 'not a package at all'],
  ])('%s is refused as a wrong call', async (_, content) => {
    const file = out('old.json')
    writeFileSync(file, content)
    await expect(checkCommand.run([await original(), '--baseline', file])).rejects.toThrow(UsageError)
  })

  test('a baseline of another fab is refused by name', async () => {
    const file = out('old.json')
    await checkCommand.run([await original(), '--format', 'json', '--out', file])
    await expect(
      checkCommand.run([
        await original(),
        '--baseline',
        file,
        '--capability',
        builtInCapabilities()[0]!.id === FALLBACK_CAPABILITY_ID ? builtInCapabilities()[1]!.id : builtInCapabilities()[0]!.id,
      ]),
    ).rejects.toThrow(FALLBACK_CAPABILITY_ID)
  })
})

describe('diff', () => {
  test('of a re-export is no change, in every format', async () => {
    const [a, b] = [await packageOf(smallBoard(), { name: 'a.zip' }), await packageOf(shiftBy(5, 5).board(smallBoard()), { name: 'b.zip' })]
    const json = await run(diffCommand, a, b, '--format', 'json')
    const parsed = JSON.parse(json.text) as { schema: string; findings: { counts: object } }
    expect(parsed).toMatchObject({
      schema: 'boardproof.diff/1',
      isSameBoard: true,
      from: { name: 'a.zip' },
      to: { name: 'b.zip' },
      findings: { counts: { new: 0, fixed: 0, worse: 0 } },
    })
    expect(diffShape.safeParse(parsed).success).toBe(true)
    const text = await run(diffCommand, a, b, '--fail-on', 'change')
    expect(text.text).toContain('No change to the board; 10 files were written anew')
    expect(text.text).toContain('Shifted 5.000, 5.000 mm; not turned (20 of 20 holes)')
    expect([json.code, text.code]).toEqual([0, 0])
    const html = await run(diffCommand, a, b, '--format', 'html')
    expect(html.text).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
    expect((await run(diffCommand, a, b, '--format', 'json')).text).toBe(json.text)
  })

  test('of a changed board tells layers, objects and findings, and fails when asked to', async () => {
    const [a, b] = [await packageOf(smallBoard(), { name: '<b>.zip' }), await packageOf(withLand(smallBoard(), 0.4))]
    const { code, text } = await run(diffCommand, a, b)
    expect(code).toBe(1)
    expect(text).toMatch(/^ {2}Top copper +differs +\+0\.000 −0\.031 mm² · 1 resized$/m)
    expect(text).toMatch(/resized flash: circle 0\.400 · was circle 0\.460/)
    expect(text).toMatch(/^Worse findings \(1\)$/m)
    expect((await run(diffCommand, a, b, '--fail-on', 'never')).code).toBe(0)
    expect((await run(diffCommand, a, b, '--fail-on', 'change')).code).toBe(1)
    expect((await run(diffCommand, a, b, '--format', 'html')).text).not.toContain('<b>')
  })

  test('counts out what a fab is expected to change, where that is accepted', async () => {
    const bites = [0, 1, 2, 3].map((i) => ({ at: [40, 12 + i] as const, diameter: 0.5, plated: false }))
    const fabs = { ...smallBoard(), holes: [...smallBoard().holes, ...bites] }
    const [a, b] = [await packageOf(smallBoard()), await packageOf(fabs)]
    const plain = await run(diffCommand, a, b, '--fail-on', 'change')
    expect(plain.text).toMatch(/^1 of 9 layers differs · 4 differences$/m)
    expect(plain.text).toMatch(/^ {2}Mouse bites +4$/m)
    const accepted = await run(diffCommand, a, b, '--fail-on', 'change', '--accept', 'mouse-bites,panel-frame')
    expect(accepted.text).toMatch(/^1 of 9 layers differs · 4 differences, all accepted$/m)
    expect(accepted.text).not.toContain('added hole')
    expect([plain.code, accepted.code]).toEqual([1, 0])
    const json = JSON.parse((await run(diffCommand, a, b, '--format', 'json', '--accept', 'mouse-bites')).text) as object
    expect(json).toMatchObject({ differences: 4, accepted: { kinds: ['mouse-bites'], differences: 4 } })
    expect((await run(diffCommand, a, b, '--format', 'html', '--accept', 'mouse-bites')).text).toContain('all accepted')
    await expect(diffCommand.run([a, b, '--accept', 'frames'])).rejects.toThrow(UsageError)
  })

  test('wants two packages', async () => {
    await expect(diffCommand.run([await packageOf(smallBoard())])).rejects.toThrow(UsageError)
  })
})

describe('verify-log', () => {
  const filled = async (): Promise<{ folder: string; head: string }> => {
    const folder = temporaryFolder()
    const opened = await openStore(folder)
    if (!opened.ok) throw new Error(opened.error.message)
    const { boards, library, close, verifyLog } = opened.value
    library.rename(boards.save(aReview('amp')), 'Amp', 'Ada')
    const { head } = verifyLog()
    close()
    return { folder, head }
  }
  const edit = async (folder: string, sql: string): Promise<void> => {
    const opened = await openStore(folder)
    if (!opened.ok) throw new Error(opened.error.message)
    opened.value.database.exec(`DROP TRIGGER audit_entry_is_final; DROP TRIGGER audit_entry_stays; ${sql}`)
    opened.value.close()
  }

  test('says that a log is whole, also up to where it was noted', async () => {
    const { folder, head } = await filled()
    expect(await verifyLogCommand.run(['--data', folder])).toBe(0)
    expect(await verifyLogCommand.run(['--data', folder, '--head', head])).toBe(0)
    expect(await verifyLogCommand.run(['--data', folder, '--head', 'a'.repeat(64), '--format', 'json'])).toBe(1)
  })

  test('fails when an entry was changed', async () => {
    const { folder } = await filled()
    await edit(folder, "UPDATE audit_entry SET actor = 'Eve' WHERE seq = 2")
    expect(await verifyLogCommand.run(['--data', folder])).toBe(1)
  })

  test('finds a log that was written anew, by the end that was noted', async () => {
    const { folder, head } = await filled()
    await edit(folder, 'DELETE FROM audit_entry; DELETE FROM audit_head;')
    expect(await verifyLogCommand.run(['--data', folder, '--head', head])).toBe(1)
  })

  test.each([[['--data', '/nowhere/at/all']], [['input.zip']], [['--head', 'xyz']]])('%j is a wrong call', async (args) => {
    await expect(verifyLogCommand.run(args)).rejects.toThrow(UsageError)
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writePackage } from '#core/builder/write-package.ts'
import { readPackage, type ReadPackage } from '#main/import/read-package.ts'
import { runApplication } from '#test/main/support/application.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { projectArchive, projectFiles } from '#test/support/librepcb/project.ts'
import { sampleProject } from '#test/support/librepcb/sample.ts'

const opened = async (bytes: Uint8Array, projectBoard?: string): Promise<ReadPackage> => {
  const read = await readPackage({ name: 'blinker.lppz', bytes }, { projectBoard })
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}
const paths = ({ files }: ReadPackage): readonly string[] => files.map(({ path }) => path)
const plottedPaths = (read: ReadPackage): readonly string[] => paths(read).filter((path) => path.startsWith('plotted/'))

describe('a LibrePCB project', () => {
  it('is plotted, and says so', async () => {
    const read = await opened(await projectArchive(sampleProject()))
    expect(plottedPaths(read)).toHaveLength(12)
    expect(paths(read)).toContain('boards/default/board.lp')
    expect(read.problems.map(({ code, level }) => [code, level])).toEqual([
      ['librepcb-plotted', 'info'],
      ['librepcb-planes', 'info'],
      ['librepcb-texts', 'info'],
    ])
  })

  it('is the same package each time, whatever board is opened first', async () => {
    const archive = await projectArchive(sampleProject(['a', 'b']))
    const [first, again, other] = [await opened(archive), await opened(archive, 'a'), await opened(archive, 'b')]
    expect(again.sha256).toBe(first.sha256)
    expect(again.files).toEqual(first.files)
    expect([other.sha256 === first.sha256, other.name]).toEqual([false, 'blinker.lppz, board b'])
    expect(plottedPaths(other)[0]).toMatch(/^plotted\/b\//)
    // What is kept of it opens the same board again.
    const kept = await readPackage({ name: 'blinker', files: other.files })
    expect(kept.ok && [kept.value.sha256, paths(kept.value)]).toEqual([other.sha256, paths(other)])
  })

  it('with Gerber files is reviewed by these, and says which', async () => {
    const gerbers = writePackage(smallBoard()).map((file) => ({ ...file, path: `output/v1/gerber/${file.path}` }))
    const read = await opened(await projectArchive(sampleProject(), gerbers))
    expect(plottedPaths(read)).toEqual([])
    expect(read.problems.map(({ message }) => message).join()).toContain(`${gerbers.length} Gerber and drill files in "output/v1/gerber"`)
  })

  it('dropped as a folder is the same board', async () => {
    const read = await readPackage({ name: 'blinker', files: projectFiles(sampleProject()) })
    expect(read.ok && plottedPaths(read.value)).toEqual(plottedPaths(await opened(await projectArchive(sampleProject()))))
  })

  it.each([
    { name: 'a damaged board', path: 'boards/default/board.lp', text: '(librepcb_board x\n (name "d")\n (device', line: 3, code: 'librepcb-damaged' }, // prettier-ignore
    { name: 'a board that is none', path: 'boards/default/board.lp', text: '\n(librepcb_schematic x)', line: 2, code: 'librepcb-no-board' }, // prettier-ignore
    { name: 'a damaged circuit', path: 'circuit/circuit.lp', text: '(librepcb_circuit\n)\n)', line: 3, code: 'librepcb-damaged' }, // prettier-ignore
  ])('names file and line of $name', async ({ path, text, line, code }) => {
    const read = await opened(await projectArchive({ ...sampleProject(), files: { [path]: text } }))
    expect(read.files.find((file) => file.path === path)!.notes).toMatchObject([{ code, line, level: 'error' }])
    expect(plottedPaths(read).length === 0).toBe(path.includes('board.lp'))
  })
})

it('a project with two boards: each is opened, kept apart and opened again', async () => {
  const archive = join(temporaryFolder(), 'blinker.lppz')
  writeFileSync(archive, await projectArchive(sampleProject(['a', 'b'])))
  const { application, ask, ended } = await runApplication(temporaryFolder())
  const widthOf = async (board: string): Promise<number | null> => {
    await ended(board)
    return (await ask('board.get', { board })).facts.widthMm
  }
  const first = application.reviews.openPaths([archive])
  expect(await widthOf(first.id)).toBe(30)
  const other = await ask('package.openProjectBoard', { board: first.id, projectBoard: 'b' })
  expect(await widthOf(other.id)).toBe(40)
  expect(await application.dispatch('package.openProjectBoard', { board: first.id, projectBoard: 'c' })).toMatchObject({
    ok: false,
    error: { code: 'no-such-board' },
  })
  const back = await ask('package.openProjectBoard', { board: other.id, projectBoard: 'a' })
  expect(await widthOf(back.id)).toBe(30)
  const recents = await ask('recents.list', {})
  expect(recents.map(({ name }) => name).sort()).toEqual(['blinker.lppz', 'blinker.lppz, board b'])
  const again = await ask('package.openRecent', { id: recents.find(({ name }) => name.endsWith('board b'))!.id })
  expect(await widthOf(again.id)).toBe(40)
})

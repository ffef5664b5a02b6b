import { expect, test } from 'vitest'
import { shiftBy } from '#core/builder/transform.ts'
import { runApplication } from '#test/main/support/application.ts'
import { openAndReview, packageOf } from '#test/main/support/revisions.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

test('the data folder is measured and cleaned up; deleted boards go only when that is asked for, the log stays whole', async () => {
  const running = await runApplication(temporaryFolder())
  const { ask, application } = running
  await openAndReview(running, await packageOf(smallBoard()))
  await openAndReview(running, await packageOf(shiftBy(1, 1).board(smallBoard()), { name: 'other.zip' }))
  const full = await ask('library.space', {})
  expect(full).toMatchObject({ boards: 2, deletedBoards: 0, unusedContents: 0, deletedBytes: 0, keptDays: 30 })
  expect(full.contentBytes).toBeGreaterThan(1000)
  expect(full.databaseBytes).toBeGreaterThan(100_000)

  const other = (await ask('recents.list', {})).find((b) => b.name === 'other.zip')!.id
  await ask('settings.save', { settings: { keepDeletedDays: 7 } })
  const { purgedAt } = await ask('library.delete', { id: other })
  expect(Math.round((purgedAt - Date.now()) / 86_400_000)).toBe(7)
  const deleted = await ask('library.space', {})
  expect(deleted).toMatchObject({ boards: 1, deletedBoards: 1, unusedContents: 0, keptDays: 7 })
  expect(deleted.deletedBytes).toBeGreaterThan(500)
  expect(deleted.deletedBytes).toBeLessThan(full.contentBytes)

  expect(await ask('library.cleanUp', { deletedBoards: false })).toMatchObject({ boards: 0, contents: 0 })
  expect((await ask('library.space', {})).deletedBoards).toBe(1)
  const stray = application.store.contents.put(new TextEncoder().encode('nobody refers to this'))
  // What is younger than a minute may just be arriving.
  expect(await ask('library.cleanUp', { deletedBoards: true })).toMatchObject({ boards: 1, contents: 0 })
  expect(application.store.contents.has(stray)).toBe(true)
  const left = await ask('library.space', {})
  expect(left).toMatchObject({ boards: 1, deletedBoards: 0, deletedBytes: 0 })
  expect(left.unusedContents).toBeGreaterThan(1)
  expect(await ask('audit.verify', {})).toMatchObject({ broken: null })
})

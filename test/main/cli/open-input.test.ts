import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { UsageError } from '#main/cli/command.ts'
import { openInput } from '#main/cli/open-input.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'
import { projectArchive } from '#test/support/librepcb/project.ts'
import { sampleProject } from '#test/support/librepcb/sample.ts'

let folder = ''

beforeEach(async () => {
  folder = temporaryFolder()
  const archive = await projectArchive(sampleProject(['default', 'wide']))
  for (const name of ['blinker.lppz', 'odd#name.lppz']) writeFileSync(join(folder, name), archive)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => vi.restoreAllMocks()
})

it.each([
  { input: 'blinker.lppz', name: 'blinker.lppz' },
  { input: 'blinker.lppz#default', name: 'blinker.lppz' },
  { input: 'blinker.lppz#wide', name: 'blinker.lppz, board wide' },
  // A file of that very name comes first.
  { input: 'odd#name.lppz', name: 'odd#name.lppz' },
])('opens $input', async ({ input, name }) => expect((await openInput([join(folder, input)])).name).toBe(name))

it.each(['blinker.lppz#tall', 'nothing.lppz#wide', 'nothing.lppz'])('refuses %s as a wrong call', async (input) =>
  expect(openInput([join(folder, input)])).rejects.toBeInstanceOf(UsageError),
)

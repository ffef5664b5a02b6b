import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dataFolderOf } from '#main/shell/data-folder.ts'
import { startArguments } from '#main/shell/start-arguments.ts'

const folder = mkdtempSync(join(tmpdir(), 'boardproof-start-'))
writeFileSync(join(folder, 'board.zip'), '')
afterAll(() => rmSync(folder, { recursive: true }))

describe('what a desktop start asks for', () => {
  const CASES = [
    { name: 'nothing', args: [], data: undefined, paths: [] },
    { name: 'a package', args: ['board.zip'], data: undefined, paths: [join(folder, 'board.zip')] },
    {
      name: 'a package among switches of the system',
      args: ['--enable-features=X', '-psn_0_123', 'board.zip'],
      data: undefined,
      paths: [join(folder, 'board.zip')],
    },
    { name: 'a package that is not there', args: ['gone.zip'], data: undefined, paths: [] },
    { name: 'another data folder', args: ['--data', 'mine', 'board.zip'], data: join(folder, 'mine'), paths: [join(folder, 'board.zip')] },
    { name: 'a data folder without its name', args: ['board.zip', '--data'], data: undefined, paths: [join(folder, 'board.zip')] },
  ]
  test.for(CASES)('$name', ({ args, data, paths }) => expect(startArguments(args, folder)).toEqual({ data, paths }))
})

describe('where data are kept', () => {
  const CASES = [
    { name: 'Linux', platform: 'linux', env: {}, folder: '/home/a/.local/share/boardproof' },
    { name: 'Linux with its own place', platform: 'linux', env: { XDG_DATA_HOME: '/data' }, folder: '/data/boardproof' },
    { name: 'macOS', platform: 'darwin', env: {}, folder: '/home/a/Library/Application Support/Boardproof' },
    { name: 'a folder given by the environment', platform: 'darwin', env: { BOARDPROOF_DATA: '/elsewhere' }, folder: '/elsewhere' },
  ] as const
  test.for(CASES)('$name', ({ platform, env, folder: expected }) => expect(dataFolderOf(platform, env, '/home/a')).toBe(expected))
  test('never a folder above the user’s own', () => expect(dataFolderOf(process.platform, {}, homedir()).startsWith(homedir())).toBe(true))
})

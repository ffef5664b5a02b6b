import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isBuilt, noteBuilt, sourcesHash } from '#main/launch/build-state.mjs'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const LAUNCH = join(ROOT, 'main/launch')
const isWindows = process.platform === 'win32'

/** A Node older than the one that is needed, as many machines have it; null when there is none here. */
const olderNode = (): string | null => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const file = folders.map((folder) => join(folder, isWindows ? 'node.exe' : 'node')).find((candidate) => existsSync(candidate))
  if (!file) return null
  const major = Number(/^v(\d+)/.exec(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout)?.[1])
  return major >= 20 && major < 24 ? file : null
}
const older = olderNode()

const run = (
  node: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): SpawnSyncReturns<string> =>
  spawnSync(node, args, { encoding: 'utf8', cwd: options.cwd ?? ROOT, env: { ...process.env, ...options.env }, timeout: 60_000 })

const nodes = [['this Node', process.execPath] as const, ...(older ? [['an older Node', older] as const] : [])]

describe.each(nodes)('with %s', (_, node) => {
  test('the command line starts, prints to where it should, and ends with its own code', () => {
    const version = run(node, [join(LAUNCH, 'boardproof.mjs'), '--version'])
    expect(version).toMatchObject({ status: 0, stderr: '' })
    expect(version.stdout.trim()).toBe((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version)
    const wrong = run(node, [join(LAUNCH, 'boardproof.mjs'), 'nothing-like-this'])
    expect(wrong).toMatchObject({ status: 2, stdout: '' })
    expect(wrong.stderr).toContain('nothing-like-this')
  })

  test('a tool runs on a Node that runs TypeScript, from any folder', () => {
    const folder = temporaryFolder()
    const script = join(ROOT, 'main/launch', `.probe-${process.pid}.ts`)
    writeFileSync(
      script,
      'const major: number = Number(process.versions.node.split(".")[0])\nconsole.log(major, process.argv.slice(2).join())\nprocess.exit(7)\n',
    )
    try {
      const ended = run(node, [join(LAUNCH, 'tool.mjs'), `main/launch/.probe-${process.pid}.ts`, 'a', '--b=c d'], { cwd: folder })
      expect(ended.status).toBe(7)
      expect(ended.stdout).toMatch(/^(2[4-9]|[3-9]\d) a,--b=c d\n$/)
    } finally {
      rmSync(script)
    }
  })

  test('a package is run by its name, and what is not there is named', () => {
    expect(run(node, [join(LAUNCH, 'tool.mjs'), 'prettier', '--version']).stdout).toMatch(/^\d+\.\d+\.\d+/)
    expect(run(node, [join(LAUNCH, 'tool.mjs'), 'no-such-tool'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no-such-tool'),
    })
  })
})

test.skipIf(older === null || isWindows)(
  `without a Node that is new enough there is one clear sentence${older === null ? ' (skipped: no older Node here)' : ''}`,
  () => {
    const folder = temporaryFolder()
    cpSync(LAUNCH, join(folder, 'main/launch'), { recursive: true })
    for (const program of ['boardproof.mjs', 'start.mjs', 'test.mjs', 'tool.mjs']) {
      const args = program === 'tool.mjs' ? ['main/launch/tool.mjs'] : []
      const ended = run(older!, [join(folder, 'main/launch', program), ...args], { cwd: folder })
      expect(ended.status, program).toBe(1)
      expect(ended.stderr.trim(), program).toMatch(/^Boardproof needs Node\.js 24; this is v2\d\..*npm ci.*nodejs\.org\.$/)
    }
  },
)

describe('npm test', () => {
  test('fails with what to do when the Chromium that was named cannot be run', () => {
    const ended = run(process.execPath, [join(LAUNCH, 'test.mjs')], { env: { BOARDPROOF_CHROMIUM: '/nowhere/chromium' } })
    expect(ended.status).toBe(1)
    expect(ended.stderr).toContain('/nowhere/chromium')
    expect(ended.stdout).toBe('')
  })

  test.skipIf(isWindows)('takes a browser from the path', async () => {
    const { findChromium, howToInstall } = await import('#main/launch/find-chromium.mjs')
    const folder = temporaryFolder()
    const file = join(folder, 'google-chrome')
    writeFileSync(file, '#!/bin/sh\n')
    expect(findChromium('linux', { PATH: folder })).toBeNull()
    chmodSync(file, 0o755)
    expect(findChromium('linux', { PATH: `/nowhere${delimiter}${folder}` })).toBe(file)
    expect(findChromium('linux', { PATH: folder, BOARDPROOF_CHROMIUM: '/nowhere/chromium' })).toBeNull()
    for (const platform of ['linux', 'darwin', 'win32', 'aix'] as const) expect(howToInstall(platform)).toMatch(/^Install /)
  })
})

describe('npm start', () => {
  test('refuses a shell that there is none of', () => {
    expect(run(process.execPath, [join(LAUNCH, 'start.mjs')], { env: { BOARDPROOF_SHELL: 'terminal' } })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('terminal'),
    })
  })

  test('says why Electron cannot be used, without trying', async () => {
    const { noDesktop, installedElectron } = await import('#main/launch/find-electron.mjs')
    expect(noDesktop('linux', {}, 1000)).toBe('there is no display')
    expect(noDesktop('linux', { DISPLAY: ':0' }, 0)).toMatch(/root/)
    expect(noDesktop('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull()
    expect(noDesktop('darwin', {}, 0)).toBeNull()
    expect(noDesktop('win32', {}, undefined)).toBeNull()
    const folder = temporaryFolder()
    expect(installedElectron(folder)).toBeNull()
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'path.txt'), 'electron\n')
    expect(installedElectron(folder)).toBeNull()
    writeFileSync(join(folder, 'dist/electron'), '')
    expect(installedElectron(folder)).toBe(join(folder, 'dist/electron'))
  })
})

describe('what was built', () => {
  const aProject = (): string => {
    const root = temporaryFolder()
    for (const [path, text] of [
      ['renderer/app/main.tsx', 'one'],
      ['core/a.ts', 'two'],
      ['main/x.ts', 'three'],
      ['package-lock.json', '{}'],
    ] as const) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return root
  }
  const build = (root: string): void => {
    for (const file of ['out/renderer/index.html', 'out/sample.zip', 'out/main/electron.js']) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), '')
    }
    for (const part of ['page', 'desktop'] as const) noteBuilt(part, sourcesHash(part, root), root)
  }

  test('counts until a source of it changes, is added or is removed', () => {
    const root = aProject()
    expect(isBuilt('page', root)).toBe(false)
    build(root)
    expect([isBuilt('page', root), isBuilt('desktop', root)]).toEqual([true, true])
    writeFileSync(join(root, 'main/x.ts'), 'changed')
    expect([isBuilt('page', root), isBuilt('desktop', root)]).toEqual([true, false])
    build(root)
    writeFileSync(join(root, 'core/b.ts'), 'more')
    expect(isBuilt('page', root)).toBe(false)
    rmSync(join(root, 'core/b.ts'))
    expect(isBuilt('page', root)).toBe(true)
    rmSync(join(root, 'out/renderer/index.html'))
    expect(isBuilt('page', root)).toBe(false)
  })
})

import { readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, test } from 'vitest'
import { FuseV1Options } from '@electron/fuses'
import { fallbackCapability } from '#core/capability/built-in.ts'
import { FUSES } from '#main/build/set-fuses.mjs'
import { ensureBuilt } from '#main/launch/build-state.mjs'
import type { FromWorker, ReviewJob } from '#main/workers/review-protocol.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const OUT = fileURLToPath(new URL('../../../out', import.meta.url))

/** @returns the modules that a built file takes from outside */
const importsOf = (file: string): readonly string[] => {
  // Examples in comments of bundled packages are no imports.
  const text = readFileSync(join(OUT, file), 'utf8').replace(/^\s*\*.*$/gm, '')
  return [...text.matchAll(/^(?:import|export) [^'"]*['"]([^'"]+)['"]|\bimport ['"]([^'"]+)['"]|\brequire\(["']([^"']+)["']\)/gm)].map(
    (m) => (m[1] ?? m[2] ?? m[3])!,
  )
}
const isBuiltIn = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name)

beforeAll(() => {
  if (!ensureBuilt('desktop', process.execPath)) throw new Error('building the desktop application failed')
}, 300_000)

describe('what is packaged', () => {
  test('needs only Electron and the database from outside', () => {
    const modules = readdirSync(join(OUT, 'main'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
    const outside = new Set(
      modules.flatMap((name) => importsOf(join('main', name))).filter((name) => !isBuiltIn(name) && !name.startsWith('.')),
    )
    expect([...outside].sort()).toEqual(['better-sqlite3', 'electron'])
  })

  test('has every migration under its own name', () => {
    const sources = readdirSync(fileURLToPath(new URL('../../../main/store/migrations', import.meta.url)))
    const expected = sources.filter((name) => /^\d/.test(name)).map((name) => name.replace(/\.ts$/, '.js'))
    expect(readdirSync(join(OUT, 'main/migrations')).filter((name) => name.endsWith('.js'))).toEqual(expected)
  })

  test('has a preload script that a sandbox can load: one file, nothing but Electron', () => {
    expect(readdirSync(join(OUT, 'preload')).filter((name) => !name.endsWith('.map'))).toEqual(['preload.cjs'])
    expect(importsOf('preload/preload.cjs')).toEqual(['electron'])
  })

  test('reviews a package in its own thread', async () => {
    const worker = new Worker(pathToFileURL(join(OUT, 'main/review-worker.js')))
    const job: ReviewJob = {
      source: { kind: 'sample' },
      contents: temporaryFolder(),
      capability: fallbackCapability(),
      extraCapabilities: [],
    }
    const kinds: string[] = []
    const end = await new Promise<FromWorker>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('message', (report: FromWorker) => {
        kinds.push(report.kind)
        if (report.kind === 'ready') worker.postMessage({ kind: 'job', job, cancel: new SharedArrayBuffer(4) })
        if (report.kind === 'package') worker.postMessage({ kind: 'roles', overrides: [] })
        if (['done', 'crashed', 'refused'].includes(report.kind)) resolve(report)
      })
    })
    await worker.terminate()
    expect(end).toMatchObject({ kind: 'done' })
    expect(kinds.filter((kind) => kind === 'check').length).toBeGreaterThan(30)
  })

  test('has the fuses of a locked application', () => {
    expect(FUSES).toEqual({
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    })
  })
})

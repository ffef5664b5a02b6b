import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import { projectRoot } from '#test/e2e/support/page-server.ts'

/** Inside the project, so that the packages are found. */
const CACHE = join(projectRoot, '.cache')
const MIGRATIONS = join(projectRoot, 'main/store/migrations')

/** Makes the process that is killed one file: it then starts in a tenth of the time. @returns where it lies */
export const bundleChild = async (): Promise<string> => {
  mkdirSync(CACHE, { recursive: true })
  const outDir = mkdtempSync(join(CACHE, 'crash-'))
  onTestFinished(() => rmSync(outDir, { recursive: true, force: true, maxRetries: 5 }))
  const migrations = readdirSync(MIGRATIONS).filter((name) => /^\d{4}-.*\.ts$/.test(name))
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: {
        input: {
          child: join(projectRoot, 'test/main/crash/crash-child.ts'),
          ...Object.fromEntries(migrations.map((name) => [`migrations/${name.slice(0, -3)}`, join(MIGRATIONS, name)])),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        external: ['better-sqlite3'],
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  return join(outDir, 'child.js')
}

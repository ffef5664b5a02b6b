import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig } from 'vite'
import { writeSample } from '#main/build/write-sample.ts'
import { noteBuilt, sourcesHash } from '#main/launch/build-state.mjs'

/** `build.ts [page] [command] [desktop]`: builds what is named, without arguments all. */

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Left as they are in the packaged application: the runtime's own, and packages with files beside their code. */
const EXTERNAL = ['electron', 'better-sqlite3']

const migrations = readdirSync(join(root, 'main/store/migrations')).filter((name) => /^\d{4}-.*\.ts$/.test(name))

/** Main and its threads as modules; migrations stay files of their own, because they are found by their names. */
const mainBuild: InlineConfig = {
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: join(root, 'out/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        electron: join(root, 'main/shell/electron.ts'),
        'review-worker': join(root, 'main/workers/review-worker.ts'),
        'twin-worker': join(root, 'main/workers/twin-worker.ts'),
        'compare-worker': join(root, 'main/workers/compare-worker.ts'),
        ...Object.fromEntries(migrations.map((name) => [`migrations/${name.slice(0, -3)}`, join(root, 'main/store/migrations', name)])),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      external: EXTERNAL,
    },
  },
  ssr: { noExternal: true, external: EXTERNAL },
}

/** The service is not bundled: its packages have files beside their code. It runs from the sources, loaded when it is called. */
const SERVICE = '#main/service/commands/run-service-command.ts'

/** The command line, and its second thread, as one file each: loading it takes a tenth of the time of its several hundred sources. */
const commandBuild = (name: string, source: string): InlineConfig => ({
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: join(root, 'out/command'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { [name]: join(root, source) },
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
      external: [...EXTERNAL, SERVICE],
    },
  },
  ssr: { noExternal: true, external: EXTERNAL },
})

/** A sandboxed preload script cannot load modules: one file, CommonJS. */
const preloadBuild: InlineConfig = {
  configFile: false,
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: join(root, 'out/preload'),
    emptyOutDir: true,
    target: 'chrome130',
    minify: false,
    rolldownOptions: {
      input: { preload: join(root, 'preload/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      external: ['electron'],
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
}

const parts = {
  async page() {
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
    await writeSample(join(root, 'out/sample.zip'))
  },
  async command() {
    await build(commandBuild('twin-worker', 'main/workers/twin-worker.ts'))
    await build(commandBuild('boardproof', 'main/cli/main.ts'))
  },
  async desktop() {
    await build(mainBuild)
    await build(preloadBuild)
  },
}

const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name)
const given = process.argv.slice(2)
const unknown = given.filter((name) => !isPart(name))
if (unknown.length) {
  console.error(`there is nothing to build called ${unknown.join(', ')}; there are ${Object.keys(parts).join(' and ')}`)
  process.exit(2)
}
for (const part of given.length ? given.filter(isPart) : (Object.keys(parts) as (keyof typeof parts)[])) {
  const hash = sourcesHash(part)
  await parts[part]()
  noteBuilt(part, hash)
  console.log(`built the ${part}`)
}

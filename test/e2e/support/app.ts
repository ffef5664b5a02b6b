import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from './page-server.ts'

const PAGE = join(projectRoot, 'out/renderer/index.html')
const SOURCES = ['renderer', 'core', 'vite.config.ts']

const newest = (path: string): number => {
  const stat = statSync(path)
  return stat.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : stat.mtimeMs
}

/** Builds the page unless what is built is newer than its sources. */
export const builtPage = async (): Promise<void> => {
  const fresh = existsSync(PAGE) && statSync(PAGE).mtimeMs > Math.max(...SOURCES.map((name) => newest(join(projectRoot, name))))
  if (!fresh) await build({ configFile: join(projectRoot, 'vite.config.ts'), logLevel: 'error' })
}

export interface RunningApp {
  /** One-time address of the page. */
  readonly address: string
  readonly data: string
  /** Ends it; its data folder stays. */
  end(): Promise<void>
  /** Ends it and removes its data folder. */
  stop(): Promise<void>
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = ''
    const read = (piece: Buffer): void => {
      output += piece.toString()
      const found = /open (http:\S+)/.exec(output)
      if (found) resolve(found[1]!)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`the application ended with ${code}: ${output}`)))
  })

/** Starts the whole application with the browser shell on a data folder of its own. */
export const startApplication = async (
  data = mkdtempSync(join(tmpdir(), 'boardproof-e2e-')),
  paths: readonly string[] = [],
): Promise<RunningApp> => {
  const child = spawn(process.execPath, [join(projectRoot, 'main/shell/browser.ts'), '--data', data, '--no-open', ...paths], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(child)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return {
    address,
    data,
    end,
    stop: async () => {
      await end()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

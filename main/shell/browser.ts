import { existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { dataFolder } from './data-folder.ts'
import { openWindow } from './open-window.ts'

/** The browser shell as a program: `[--data DIR] [--port N] [--no-open] [package …]`. */

const PAGE = fileURLToPath(new URL('../../out/renderer', import.meta.url))
/** A window that was closed ends the application; a page that reloads or wakes up is back before. */
const CLOSED_MS = 30_000

const fail = (message: string): never => {
  console.error(`boardproof: ${message}`)
  process.exit(2)
}

const readCall = () => {
  try {
    return parseArgs({
      options: { data: { type: 'string' }, port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
      allowPositionals: true,
    })
  } catch (error) {
    return fail((error as Error).message)
  }
}

const { values, positionals } = readCall()
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`--port must be a number from 0 to 65535; got "${values.port}"`)
if (!existsSync(join(PAGE, 'index.html'))) fail('the page is not built; run "npm run build" first')
const data = dataFolder(values.data)
// Loaded only now: a wrong call is answered at once.
const { startBrowserShell } = await import('./browser-shell.ts')

let closing: NodeJS.Timeout | null = null
let ownWindow = false
const started = await startBrowserShell({
  data,
  page: PAGE,
  port,
  paths: positionals,
  onConnections(count) {
    if (closing) clearTimeout(closing)
    closing = count === 0 && ownWindow ? setTimeout(() => void stop(), CLOSED_MS) : null
  },
})
if (!started.ok) fail(started.error.message)
const shell = started.ok ? started.value : null

const show = (address: string): void => {
  console.log(`open ${address}`)
  if (values['no-open']) return
  const { opened, says } = openWindow(address, join(data, 'window'))
  ownWindow = opened
  console.log(opened ? `window: ${says}` : `no window was opened: ${says}. Open the address above in a browser on this computer.`)
}

let stopping = false
const stop = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  if (shell && 'close' in shell) await shell.close()
  process.exit(0)
}

if (shell && 'running' in shell) {
  console.log('Boardproof is already running with this data folder; it shows a page.')
  show(shell.running)
} else if (shell) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  show(shell.address())
  // The next start need not compile again, however this one ends.
  setTimeout(flushCompileCache, 2000).unref()
}

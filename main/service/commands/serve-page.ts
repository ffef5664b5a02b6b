import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from '#main/cli/command.ts'
import { startBrowserShell } from '#main/shell/browser-shell.ts'

const PAGE = fileURLToPath(new URL('../../../out/renderer', import.meta.url))

export interface ServedPage {
  /** One-time address that opens the page. */
  readonly address: string
  close(): Promise<void>
}

/** Serves the application's page beside the service, on a free loopback port: for a computer that is reached over SSH. */
export const servePage = async (data: string): Promise<ServedPage> => {
  if (!existsSync(join(PAGE, 'index.html'))) throw new UsageError('the page is not built; run "npm run build" first')
  const started = await startBrowserShell({ data, page: PAGE, port: 0, paths: [] })
  if (!started.ok) throw new UsageError(started.error.message)
  const shell = started.value
  // Another Boardproof that uses the folder shows the page itself.
  return 'running' in shell
    ? { address: shell.running, close: () => Promise.resolve() }
    : { address: shell.address(), close: () => shell.close() }
}

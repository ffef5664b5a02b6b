import { resolve } from 'node:path'
import { err, ok, type Result } from '#core/base/result.ts'
import { mkdirSync } from 'node:fs'
import { startApplication } from '#main/services/application.ts'
import { pageServer } from './page-server.ts'
import { claimFolder } from './single-instance.ts'

export interface BrowserShellOptions {
  readonly data: string
  /** Folder of the built page. */
  readonly page: string
  readonly port: number
  /** Packages to open at once. */
  readonly paths: readonly string[]
  /** The number of connected pages changed. */
  readonly onConnections?: (count: number) => void
}

export interface BrowserShell {
  readonly port: number
  /** @returns a fresh one-time address */
  address(): string
  close(): Promise<void>
}

type Failure = { readonly code: string; readonly message: string }

/** Starts the application behind a loopback port, or asks the one that already uses the data folder for a page. */
export const startBrowserShell = async (
  options: BrowserShellOptions,
): Promise<Result<BrowserShell | { readonly running: string }, Failure>> => {
  const { data, page, port } = options
  const paths = options.paths.map((path) => resolve(path))
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const claimed = await claimFolder(data, paths)
  if (!claimed)
    return err({
      code: 'folder-in-use',
      message: `Another Boardproof uses ${data} and does not answer. End it, or start with another folder (--data).`,
    })
  if ('address' in claimed) return ok({ running: claimed.address })
  const { mine } = claimed
  const started = await startApplication(data, 'browser', null)
  if (!started.ok) {
    mine.release()
    return started
  }
  const application = started.value
  const { reviews, outside } = application
  const open = (given: readonly string[]): void => {
    if (given.length > 0) outside.show(reviews.openPaths(given))
  }
  try {
    const server = await pageServer({
      application,
      page,
      port,
      onSecondStart(key, more) {
        if (key !== mine.key) return false
        open(more)
        return true
      },
      onConnections(count) {
        if (count === 0) outside.pagesGone()
        options.onConnections?.(count)
      },
    })
    mine.announce(server.port)
    open(paths)
    return ok({
      port: server.port,
      address: server.address,
      async close() {
        await server.close()
        await application.close()
        mine.release()
      },
    })
  } catch (error) {
    await application.close()
    mine.release()
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' || code === 'EACCES')
      return err({ code: 'port-in-use', message: `Port ${port} cannot be used (${code}). Leave --port out for a free one.` })
    return err({ code: 'not-started', message })
  }
}

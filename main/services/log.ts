import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Diagnostics for people who help: one line each, never file contents, tokens or keys. */
export interface Log {
  note(message: string): void
  /** Something that should not happen. */
  fault(message: string, error?: unknown): void
}

const MAX_BYTES = 1024 * 1024

/** Writes to `logs/boardproof.log` in the data folder; at 1 MB the file becomes `.1` and a new one begins. */
export const fileLog = (dataFolder: string): Log => {
  const folder = join(dataFolder, 'logs')
  const file = join(folder, 'boardproof.log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const write = (level: string, message: string): void => {
    const line = `${new Date().toISOString()} ${level} ${message.replace(/\n\s*/g, ' | ')}\n`
    try {
      if (size + line.length > MAX_BYTES) {
        renameSync(file, `${file}.1`)
        size = 0
      }
      appendFileSync(file, line, { mode: 0o600 })
      size += line.length
    } catch (error) {
      // A full disk must not stop the work; the line is still worth seeing.
      process.stderr.write(`${line}(not logged: ${(error as Error).message})\n`)
    }
  }
  return {
    note: (message) => write('note', message),
    fault: (message, error) =>
      write(
        'fault',
        error === undefined ? message : `${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      ),
  }
}

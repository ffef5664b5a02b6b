import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { SECOND_START } from './access.ts'

interface InstanceNote {
  readonly pid: number
  readonly port: number
  readonly key: string
}

export interface Instance {
  /** What a second start proves itself with; in a file that only this user may read. */
  readonly key: string
  /** Tells second starts where to find this one. */
  announce(port: number): void
  release(): void
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const readNote = (file: string): InstanceNote | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as InstanceNote
  } catch {
    return null
  }
}

/** Asks the instance that runs to open the paths. @returns its address for a new page, or null when it does not answer */
const handOver = async ({ port, key }: InstanceNote, paths: readonly string[]): Promise<string | null> => {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}${SECOND_START}`, {
      method: 'POST',
      body: JSON.stringify({ key, paths }),
      signal: AbortSignal.timeout(3000),
    })
    return reply.ok ? ((await reply.json()) as { address: string }).address : null
  } catch {
    return null
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Makes sure that only one process uses a data folder.
 * @returns the right to use it, or the address at which the instance that has it was asked to show a page
 * @fails null when another process has it and does not answer
 */
export const claimFolder = async (
  folder: string,
  paths: readonly string[],
): Promise<{ readonly mine: Instance } | { readonly address: string } | null> => {
  const file = join(folder, 'instance.json')
  const note = { pid: process.pid, port: 0, key: randomBytes(32).toString('base64url') }
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      const fd = openSync(file, 'wx', 0o600)
      writeSync(fd, JSON.stringify(note))
      closeSync(fd)
      return {
        mine: {
          key: note.key,
          announce: (port) => writeFileSync(file, JSON.stringify({ ...note, port }), { mode: 0o600 }),
          release: () => {
            if (readNote(file)?.key === note.key) rmSync(file, { force: true })
          },
        },
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const other = readNote(file)
    if (other && other.port > 0) {
      const address = await handOver(other, paths)
      if (address) return { address }
    }
    // Ended without tidying up: its number is free or belongs to something that does not answer.
    if (other && !isRunning(other.pid)) rmSync(file, { force: true })
    else await sleep(150)
  }
  return null
}

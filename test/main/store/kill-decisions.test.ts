import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openStore } from '#main/store/store.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const CHILD = fileURLToPath(new URL('./deciding-child.ts', import.meta.url))
/** More rounds by hand: `KILLS=300`. */
const ROUNDS = Number(process.env['KILLS'] ?? 12)

/** Runs the child and kills it without warning, some ms after it started. @returns what it was told is safe: the log's end after each deed */
const decideUntilKilled = (folder: string, round: number, afterMs: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, complained] = ['', '']
    let doomed: NodeJS.Timeout | null = null
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      doomed ??= setTimeout(() => child.kill('SIGKILL'), afterMs)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
    child.on('error', reject)
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(1, -1))
      else reject(new Error(`the child ended by itself: ${complained}`))
    })
  })

test(
  'killed at any moment, the next start finds every decision, the log whole, and nothing half',
  { timeout: 60_000 + ROUNDS * 20_000 },
  async () => {
    const folder = temporaryFolder()
    const safe: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (const line of await decideUntilKilled(folder, round, (round * 41) % 230)) safe.push(line.split(' ')[1]!)
      const opened = await openStore(folder)
      if (!opened.ok) throw new Error(`round ${round}: ${opened.error.message}`)
      const { database, verifyLog, search, close } = opened.value
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(database.pragma('foreign_key_check')).toEqual([])
      expect(verifyLog().broken, `round ${round}`).toBeNull()
      expect(search.isSound(), `round ${round}`).toBe(true)
      const hashes = new Set((database.prepare('SELECT hash FROM audit_entry').all() as { hash: string }[]).map((row) => row.hash))
      expect(
        safe.filter((hash) => !hashes.has(hash)),
        `round ${round}: a committed deed is gone`,
      ).toEqual([])
      const count = (sql: string): number => (database.prepare(`SELECT count(*) AS n FROM ${sql}`).get() as { n: number }).n
      // Each deed, its entry and what undoes it are there together or not at all.
      expect(count("audit_entry WHERE action = 'test'")).toBe(count('command'))
      expect(count('waiver')).toBe(count('note'))
      expect(count("search_row WHERE kind = 'note'")).toBeLessThanOrEqual(count("audit_entry WHERE action = 'test'"))
      expect(count("audit_entry WHERE action = 'revision.approved'")).toBe(count('approval'))
      close()
    }
    // Else nothing was tried: the kills came before anything was decided.
    expect(safe.length).toBeGreaterThan(ROUNDS)
  },
)

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openStore } from '#main/store/store.ts'
import { temporaryFolder } from '#test/main/support/temporary.ts'

const CHILD = fileURLToPath(new URL('./saving-child.ts', import.meta.url))
const ROUNDS = 10

/** Runs the child and kills it without warning, some ms after it saved `saves` packages. @returns the packages that it was told are safe */
const saveUntilKilled = (folder: string, round: number, saves: number, afterMs: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complained = ''
    let doomed: NodeJS.Timeout | null = null
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (!doomed && said.split('\n').length > saves + 1) doomed = setTimeout(() => child.kill('SIGKILL'), afterMs)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
    child.on('error', reject)
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(1, -1))
      else reject(new Error(`the child ended by itself: ${complained}`))
    })
  })

test('killed at any moment, the next start finds everything that was saved, and nothing half', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder()
  const safe = new Map<string, string>()
  for (let round = 0; round < ROUNDS; round++) {
    // Different moments in every round, within the time of one or two saves.
    for (const line of await saveUntilKilled(folder, round, round % 3, (round * 37) % 100)) {
      const [revision, content] = line.split(' ') as [string, string]
      safe.set(revision, content)
    }
    const opened = await openStore(folder)
    if (!opened.ok) throw new Error(`round ${round}: ${opened.error.message}`)
    const { database, contents, close } = opened.value
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    const revisions = database.prepare('SELECT id, package_sha256, archive_sha256 FROM revision').all() as {
      id: string
      package_sha256: string
      archive_sha256: string
    }[]
    const known = new Set(revisions.map((r) => r.package_sha256))
    for (const [revision] of safe) expect(known.has(revision), `round ${round}: a saved package is gone`).toBe(true)
    const count = (table: string, id: string): number =>
      (database.prepare(`SELECT count(*) AS n FROM ${table} WHERE revision_id = ?`).get(id) as { n: number }).n
    for (const { id, archive_sha256 } of revisions) {
      expect(contents.get(archive_sha256), `round ${round}: a row refers to bytes that are not there`).not.toBeNull()
      expect([count('file', id), count('review', id), count('raw_outcome', id), count('finding', id)]).toEqual([2, 1, 1, 1])
    }
    close()
  }
  // Else nothing was tried: the kills came before anything was saved.
  expect(safe.size).toBeGreaterThanOrEqual(ROUNDS - 1)
})

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ReadReport, ReviewReport } from '#test/bench/child-report.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const PROGRAM = fileURLToPath(new URL('../../main/launch/boardproof.mjs', import.meta.url))

const child = <T>(...args: readonly string[]): T => {
  const run = spawnSync(process.execPath, ['--max-old-space-size=8192', CHILD, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(`measuring ${args.join(' ')} failed: ${run.stderr.slice(-2000)}`)
  return JSON.parse(run.stdout) as T
}

/** Reads one Gerber file in a process of its own, also with @tracespace/parser when `compare`. */
export const measureRead = (path: string, compare: boolean): ReadReport => child('read', path, compare ? 'compare' : '')

/** Reviews a package in a process of its own: once, then `warmRuns` times more. */
export const measureReview = (path: string, warmRuns: number): ReviewReport => child('review', path, String(warmRuns))

/** @returns ms of a whole `boardproof check` process, the fastest of `runs` */
export const measureProcess = (path: string, runs: number): number => {
  let best = Infinity
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    const run = spawnSync(process.execPath, [PROGRAM, 'check', path, '--format', 'json', '--fail-on', 'never'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (run.status !== 0) throw new Error(`check ${path} ended with ${run.status}: ${run.stderr.slice(-2000)}`)
    best = Math.min(best, performance.now() - start)
  }
  return best
}

// Measures one thing in a process of its own, so that neither warm code nor memory of another measurement counts.
import { readFileSync } from 'node:fs'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { readGerber } from '#core/read/gerber/read-gerber.ts'
import { looksLikeGerber } from '#core/read/gerber/looks-like-gerber.ts'
import { reviewPackage, type PackageInput, type Review } from '#core/run/review-package.ts'
import { readPackage } from '#main/import/read-package.ts'
import type { ReadReport, ReviewReport, RunTimes } from '#test/bench/child-report.ts'

const clock = (): number => performance.now()

/** tracespace's own `parse()` overflows its stack on files above 2 to 3 MB; fed in pieces it survives. */
const PIECE = 64 * 1024
/** Compilers need repetition: both readers get this long before they are measured. */
const WARM_UP_MS = 800
const RUNS = 5

const timed = (work: () => void): number => {
  const start = clock()
  work()
  return clock() - start
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** @returns the median of some runs after warming up; one run when a single one takes seconds */
const warmTime = (work: () => void): number => {
  const start = clock()
  let last = timed(work)
  while (clock() - start < WARM_UP_MS) last = timed(work)
  return last > 3000 ? last : median(Array.from({ length: RUNS }, () => timed(work)))
}

const measureRead = async (path: string, withTracespace: boolean): Promise<ReadReport> => {
  const bytes = new Uint8Array(readFileSync(path))
  const coldMs = timed(() => void readGerber(bytes))
  const ownMs = warmTime(() => void readGerber(bytes))
  if (!withTracespace) return { bytes: bytes.length, ownMs, coldMs, tracespaceMs: null }
  const { createParser } = await import('@tracespace/parser')
  const text = Buffer.from(bytes).toString('latin1')
  const tracespaceMs = warmTime(() => {
    const parser = createParser()
    for (let at = 0; at < text.length; at += PIECE) parser.feed(text.slice(at, at + PIECE))
    parser.result()
  })
  return { bytes: bytes.length, ownMs, coldMs, tracespaceMs }
}

const timesOf = ({ timings: t }: Review, cpuMs: number): RunTimes => ({
  readMs: t.readMs,
  identifyMs: t.interpretMs,
  composeMs: t.composeMs,
  checksMs: t.checksMs,
  totalMs: t.totalMs,
  cpuMs,
})

const measureReview = async (path: string, warmRuns: number): Promise<ReviewReport> => {
  const read = await readPackage({ path })
  if (!read.ok) throw new Error(read.error.message)
  const input: PackageInput = read.value
  const capability = builtInCapability(FALLBACK_CAPABILITY_ID)!
  const once = async (): Promise<{ review: Review; times: RunTimes }> => {
    const before = process.cpuUsage()
    const review = await reviewPackage(input, { capability }, { clock })
    const used = process.cpuUsage(before)
    return { review, times: timesOf(review, (used.user + used.system) / 1000) }
  }
  const { review, times: first } = await once()
  const checks = Object.fromEntries(review.outcomes.map((o) => [o.id, o.ms]))
  const crashed = review.outcomes.filter((o) => o.outcome === 'crashed').map((o) => o.id)
  let warm: RunTimes | null = null
  for (let i = 0; i < warmRuns; i++) {
    const { times: again } = await once()
    if (!warm || again.totalMs < warm.totalMs) warm = again
  }
  return {
    gerberBytes: input.files.reduce((sum, file) => sum + (looksLikeGerber(file.bytes) ? file.bytes.length : 0), 0),
    first,
    warm,
    checks,
    findings: review.findings.length,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    crashed,
  }
}

const [mode, path, option] = process.argv.slice(2)
if (!path) throw new Error('usage: child.ts read|review PATH [option]')
const report = mode === 'read' ? await measureRead(path, option === 'compare') : await measureReview(path, Number(option ?? 0))
process.stdout.write(JSON.stringify(report))

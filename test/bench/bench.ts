// npm run bench [-- --quick] [--service] [--json FILE]: how fast reading, reviewing and serving are, against the budgets of the
// design; --service measures the service only.
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { allowedMemory, isMet, MOST_GROWTH, REVIEW_BUDGETS, usedShare, type BudgetLine } from '#test/bench/budgets.ts'
import type { ReadReport, ReviewReport } from '#test/bench/child-report.ts'
import {
  generatedInputs,
  largestFile,
  plainFile,
  realFiles,
  realInputs,
  sampleInput,
  type BenchFile,
  type BenchInput,
} from '#test/bench/inputs.ts'
import { measureProcess, measureRead, measureReview } from '#test/bench/measure.ts'
import { measureServe, serveTable } from '#test/bench/serve.ts'
import { mb, ms, table } from '#test/bench/table.ts'

const { values: options } = parseArgs({ options: { quick: { type: 'boolean' }, service: { type: 'boolean' }, json: { type: 'string' } } })
const quick = options.quick ?? false
const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]

const budgets: BudgetLine[] = []
const results: Record<string, unknown> = { cpus: cpus().length, cpu: cpus()[0]?.model ?? '', node: process.version, quick }
const say = (text: string): void => console.log(text)
const title = (text: string): void => say(`\n${text}\n`)

const load = loadavg()[0]!
results['load'] = load
if (load > cpus().length / 2)
  say(`The machine is busy (load ${load.toFixed(1)} on ${cpus().length} cores): times are too long, ratios and processor times hold.`)

const benchService = async (): Promise<void> => {
  title('The service, in a process of its own, called over loopback')
  const figures = await measureServe(quick)
  say(serveTable(figures))
  results['service'] = figures
}
if (options.service) {
  await benchService()
  if (options.json) writeFileSync(options.json, JSON.stringify(results, null, 1))
  process.exit()
}

const generated = generatedInputs(sizes)

title('Reading Gerber (our reader warm and cold, against @tracespace/parser in the same process)')
const files: readonly BenchFile[] = [
  ...generated.map((input) => ({ name: `${input.name}, attributes on all`, path: largestFile(input.path) })),
  plainFile(sizes.at(-1)!),
  ...(await realFiles()),
]
const reads = files.map((file): [BenchFile, ReadReport] => [file, measureRead(file.path, true)])
say(
  table(
    ['file', 'MB', 'own ms', 'own MB/s', 'cold ms', 'tracespace ms', 'times faster'],
    reads.map(([input, r]) => [
      input.name,
      mb(r.bytes),
      ms(r.ownMs),
      (r.bytes / 1e3 / r.ownMs).toFixed(0),
      ms(r.coldMs),
      ms(r.tracespaceMs!),
      (r.tracespaceMs! / r.ownMs).toFixed(0),
    ]),
  ),
)
/** Reading is budgeted for large files; small ones are over before the compiler has seen them. */
const LARGE = 1e6
for (const [file, r] of reads.filter(([, r]) => r.bytes >= LARGE)) {
  budgets.push({ what: `reading, warm, ${file.name}`, measured: r.bytes / 1e3 / r.ownMs, allowed: 200, bound: 'least', unit: 'MB/s' })
  budgets.push({
    what: `reading, times tracespace, ${file.name}`,
    measured: r.tracespaceMs! / r.ownMs,
    allowed: 50,
    bound: 'least',
    unit: 'x',
  })
}
results['reads'] = reads.map(([input, r]) => ({ name: input.name, ...r }))

const inputs = [sampleInput(), ...realInputs(), ...generated]
title('Reviewing (one thread, first run in the process, then warm)')
const reviews = inputs.map((input): [BenchInput, ReviewReport] => [
  input,
  measureReview(input.path, input.objects !== null && input.objects > 100_000 ? 0 : quick ? 2 : 4),
])
say(
  table(
    [
      'package',
      'Gerber MB',
      'read+plot',
      'identify',
      'compose',
      'checks',
      'first ms',
      'cpu ms',
      'warm ms',
      'cpu ms',
      'peak MB',
      'findings',
    ],
    reviews.map(([input, r]) => [
      input.name,
      mb(r.gerberBytes),
      ms(r.first.readMs),
      ms(r.first.identifyMs),
      ms(r.first.composeMs),
      ms(r.first.checksMs),
      ms(r.first.totalMs),
      ms(r.first.cpuMs),
      r.warm ? ms(r.warm.totalMs) : '-',
      r.warm ? ms(r.warm.cpuMs) : '-',
      mb(r.peakBytes),
      String(r.findings),
    ]),
  ),
)
for (const [input, r] of reviews) {
  if (r.crashed.length) say(`\n${input.name}: crashed checks: ${r.crashed.join(', ')}`)
  budgets.push({
    what: `memory, ${input.name}`,
    measured: r.peakBytes / 1e6,
    allowed: allowedMemory(r.gerberBytes) / 1e6,
    bound: 'most',
    unit: 'MB',
  })
}
results['reviews'] = reviews.map(([input, r]) => ({ name: input.name, ...r }))

title('Growth from one size to the next (exponent 1 = linear)')
const growth = reviews
  .filter(([input]) => input.objects !== null)
  .flatMap(([input, r], i, all) => (i === 0 ? [] : [{ from: all[i - 1]!, to: [input, r] as const }]))
const STAGES = ['readMs', 'identifyMs', 'composeMs', 'checksMs', 'totalMs', 'cpuMs'] as const
say(
  table(
    ['step', ...STAGES.map((s) => s.replace('Ms', '')), 'memory'],
    growth.map(({ from: [a, ra], to: [b, rb] }) => {
      const factor = b.objects! / a.objects!
      const show = (ratio: number): string => `${ratio.toFixed(1)}x (${(Math.log(ratio) / Math.log(factor)).toFixed(2)})`
      return [
        `${a.objects!.toLocaleString('en')} to ${b.objects!.toLocaleString('en')}`,
        ...STAGES.map((s) => show(rb.first[s] / ra.first[s])),
        show(rb.peakBytes / ra.peakBytes),
      ]
    }),
  ),
)
for (const {
  from: [a, ra],
  to: [b, rb],
} of growth) {
  const step = `${a.objects!.toLocaleString('en')} to ${b.objects!.toLocaleString('en')}`
  budgets.push({
    what: `growth of time, ${step}`,
    measured: rb.first.totalMs / ra.first.totalMs,
    allowed: MOST_GROWTH,
    bound: 'most',
    unit: 'x',
  })
  budgets.push({ what: `growth of memory, ${step}`, measured: rb.peakBytes / ra.peakBytes, allowed: MOST_GROWTH, bound: 'most', unit: 'x' })
}

title('Slowest checks, first run (ms)')
const compared = reviews.filter(([input]) => input.objects === null || input.objects === sizes.at(-1))
const cost = (id: string): number => Math.max(...compared.map(([, r]) => (r.checks[id] ?? 0) / r.first.checksMs))
const slowest = Object.keys(compared[0]![1].checks)
  .sort((a, b) => cost(b) - cost(a))
  .slice(0, quick ? 12 : 20)
say(
  table(
    ['check', ...compared.map(([input]) => input.name)],
    slowest.map((id) => [id, ...compared.map(([, r]) => ms(r.checks[id] ?? 0))]),
  ),
)

title('Whole process: boardproof check (fastest run)')
const processes = inputs
  .filter((input) => input.name in REVIEW_BUDGETS)
  .map((input): [BenchInput, number] => [input, measureProcess(input.path, quick ? 2 : 4)])
say(
  table(
    ['package', 'ms'],
    processes.map(([input, time]) => [input.name, ms(time)]),
  ),
)
results['processes'] = processes.map(([input, time]) => ({ name: input.name, ms: time }))
for (const [input, time] of processes) {
  const budget = REVIEW_BUDGETS[input.name]!
  const warm = reviews.find(([other]) => other === input)![1].warm
  budgets.push({ what: `check, whole process, ${input.name}`, measured: time, allowed: budget.process, bound: 'most', unit: 'ms' })
  if (warm)
    budgets.push({
      what: `check, warm, one thread, ${input.name}`,
      measured: warm.totalMs,
      allowed: budget.warm,
      bound: 'most',
      unit: 'ms',
    })
}

await benchService()

title('Budgets')
say(
  table(
    ['budget', 'measured', 'allowed', 'used', ''],
    budgets.map((line) => [
      line.what,
      `${ms(line.measured)} ${line.unit}`,
      `${line.bound === 'most' ? 'at most' : 'at least'} ${ms(line.allowed)} ${line.unit}`,
      `${(usedShare(line) * 100).toFixed(0)} %`,
      isMet(line) ? 'met' : 'MISSED',
    ]),
  ),
)
results['budgets'] = budgets.map((line) => ({ ...line, met: isMet(line) }))
if (options.json) writeFileSync(options.json, JSON.stringify(results, null, 1))

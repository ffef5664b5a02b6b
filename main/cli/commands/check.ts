import { allChecks } from '#core/checks/index.ts'
import { REPORT_FORMATS } from '#core/report/formats.ts'
import { renderReport } from '#core/report/render-report.ts'
import type { ReportSource } from '#core/report/source.ts'
import { chosenChecks } from '#core/run/review-package.ts'
import { appVersion } from '#main/cli/version.ts'
import { deliver, EXIT, oneOf, parseCall, UsageError, type Command } from '#main/cli/command.ts'
import { againstBaseline, countedFindings, isFailure, openBaseline } from '#main/cli/baseline.ts'
import { startTwin, WORTH_BYTES } from '#main/workers/twin.ts'
import { withBaseline } from '#main/cli/with-baseline.ts'
import { capabilityNamed, clock, openInput } from '#main/cli/open-input.ts'

const FAIL_ON = ['error', 'warning', 'never'] as const

const help = `usage: boardproof check INPUT [options]

  --capability ID      judge against this fab (boardproof capabilities lists them)
  --checks a,b         run only these checks (boardproof checks lists them)
  --format FORMAT      ${REPORT_FORMATS.join(', ')}
  --out FILE           write the result there instead of standard output
  --fail-on LEVEL      exit 1 on findings of this level or worse: ${FAIL_ON.join(', ')}
  --baseline OLD       an older package, or the JSON that check wrote for it: only new and worse findings fail;
                       text, json and sarif say what is new, worse, fixed and unchanged
  --no-timings         leave out everything that differs between two runs`

const chosenIds = (list: string | undefined): readonly string[] | undefined => {
  if (list === undefined) return undefined
  const ids = list.split(',').map((id) => id.trim())
  const unknown = ids.filter((id) => !allChecks.some((check) => check.id === id))
  if (unknown.length) throw new UsageError(`unknown check ${unknown.join(', ')}; boardproof checks lists them`)
  return ids
}

/** Loaded when it is asked for: the library behind it is large. */
const writePdf = async (source: ReportSource): Promise<Uint8Array> => (await import('#main/report/pdf/pdf-report.ts')).pdfReport(source)

export const checkCommand: Command = {
  summary: 'run the DFM checks against a fab and print verdict and findings',
  help,
  async run(args) {
    const { values, positionals } = parseCall(args, {
      capability: { type: 'string' },
      checks: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      'fail-on': { type: 'string' },
      baseline: { type: 'string' },
      'no-timings': { type: 'boolean' },
    })
    const format = oneOf('format', values.format, REPORT_FORMATS)
    const failOn = oneOf('fail-on', values['fail-on'], FAIL_ON)
    const capability = capabilityNamed(values.capability)
    const checks = chosenIds(values.checks)
    if (format === 'pdf' && !values.out && process.stdout.isTTY)
      throw new UsageError('a PDF is no text for a terminal: name a file with --out')
    const twin = startTwin(WORTH_BYTES.once)
    const baseline = values.baseline === undefined ? null : await openBaseline(values.baseline, twin, capability, checks)
    const input = await openInput(positionals)
    const review = await twin.review(input, { capability, checks }, { clock })
    const report = await renderReport(
      format,
      { input, review, capability, version: appVersion, date: null },
      { checks: chosenChecks(checks), withTimings: !values['no-timings'], writePdf },
    )
    const against = baseline && againstBaseline(baseline, review)
    await deliver(against ? withBaseline(format, report.content, against) : report.content, values.out)
    return isFailure(against ? countedFindings(against) : review.findings, failOn) ? EXIT.findings : EXIT.fine
  },
}

import type { Capability } from '#core/capability/capability.ts'
import { allChecks } from '#core/checks/index.ts'
import type { Severity } from '#core/checks/check.ts'
import { checkJson } from '#core/report/check-json.ts'
import { checkText } from '#core/report/check-text.ts'
import { csvReport } from '#core/report/csv.ts'
import { junitReport } from '#core/report/junit.ts'
import { sarifReport } from '#core/report/sarif.ts'
import { chosenChecks, reviewPackage, type PackageInput, type Review } from '#core/run/review-package.ts'
import { appVersion } from '#main/cli/version.ts'
import { deliver, EXIT, oneOf, parseCall, UsageError, type Command } from '#main/cli/command.ts'
import { capabilityNamed, clock, openInput } from '#main/cli/open-input.ts'

const FORMATS = ['text', 'json', 'sarif', 'junit', 'csv'] as const
const FAIL_ON = ['error', 'warning', 'never'] as const

const help = `usage: boardproof check INPUT [options]

  --capability ID      judge against this fab (boardproof capabilities lists them)
  --checks a,b         run only these checks (boardproof checks lists them)
  --format FORMAT      ${FORMATS.join(', ')}
  --out FILE           write the result there instead of standard output
  --fail-on LEVEL      exit 1 on findings of this level or worse: ${FAIL_ON.join(', ')}
  --no-timings         leave out everything that differs between two runs`

const chosenIds = (list: string | undefined): readonly string[] | undefined => {
  if (list === undefined) return undefined
  const ids = list.split(',').map((id) => id.trim())
  const unknown = ids.filter((id) => !allChecks.some((check) => check.id === id))
  if (unknown.length) throw new UsageError(`unknown check ${unknown.join(', ')}; boardproof checks lists them`)
  return ids
}

const fails = (review: Review, level: (typeof FAIL_ON)[number]): boolean => {
  const counted: readonly Severity[] = level === 'never' ? [] : level === 'error' ? ['error'] : ['error', 'warning']
  return review.findings.some((finding) => counted.includes(finding.severity))
}

interface Reported {
  readonly input: PackageInput
  readonly review: Review
  readonly capability: Capability
  readonly checks: readonly string[] | undefined
  readonly timings: boolean
}

const reportAs = (format: (typeof FORMATS)[number], { input, review, capability, checks, timings }: Reported): string => {
  switch (format) {
    case 'text':
      return checkText(input, review, capability, timings)
    case 'json':
      return JSON.stringify(checkJson(input, review, capability, appVersion, timings), null, 1)
    case 'sarif':
      return sarifReport(input, review, chosenChecks(checks), appVersion)
    case 'junit':
      return junitReport(input, review, timings)
    case 'csv':
      return csvReport(review.findings)
  }
}

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
      'no-timings': { type: 'boolean' },
    })
    const format = oneOf('format', values.format, FORMATS)
    const failOn = oneOf('fail-on', values['fail-on'], FAIL_ON)
    const capability = capabilityNamed(values.capability)
    const checks = chosenIds(values.checks)
    const input = await openInput(positionals)
    const review = await reviewPackage(input, { capability, checks }, { clock })
    const timings = !values['no-timings']
    await deliver(reportAs(format, { input, review, capability, checks, timings }), values.out)
    return fails(review, failOn) ? EXIT.findings : EXIT.fine
  },
}

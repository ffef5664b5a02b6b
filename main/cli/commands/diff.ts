import { diffHtml } from '#core/report/diff-html.ts'
import { diffJson, type DiffSource } from '#core/report/diff-json.ts'
import { diffText } from '#core/report/diff-text.ts'
import { compareBoards } from '#core/review/compare/compare-boards.ts'
import { compareFindings } from '#core/review/compare-findings.ts'
import { landmarksOf } from '#core/review/landmarks.ts'
import { startTwin } from '#main/workers/twin.ts'
import { isFailure } from '#main/cli/baseline.ts'
import { deliver, EXIT, oneOf, parseCall, UsageError, type Command } from '#main/cli/command.ts'
import { capabilityNamed, clock, openInput } from '#main/cli/open-input.ts'
import { appVersion } from '#main/cli/version.ts'

const FORMATS = ['text', 'json', 'html'] as const
const FAIL_ON = ['error', 'warning', 'change', 'never'] as const

const help = `usage: boardproof diff OLD NEW [options]      OLD and NEW are a zip or a folder each

  --capability ID      judge both against this fab (boardproof capabilities lists them)
  --format FORMAT      ${FORMATS.join(', ')}
  --out FILE           write the result there instead of standard output
  --fail-on LEVEL      exit 1 on new or worse findings of this level or worse: ${FAIL_ON.join(', ')};
                       change: exit 1 when the board is not the same
  --as-they-lie        compare without the shift that is found between them`

const writers = { text: diffText, html: diffHtml, json: (source: DiffSource): string => JSON.stringify(diffJson(source), null, 1) } as const

export const diffCommand: Command = {
  summary: 'compare two packages: files, layers, objects, findings',
  help,
  async run(args) {
    const { values, positionals } = parseCall(args, {
      capability: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      'fail-on': { type: 'string' },
      'as-they-lie': { type: 'boolean' },
    })
    const format = oneOf('format', values.format, FORMATS)
    const failOn = oneOf('fail-on', values['fail-on'], FAIL_ON)
    const capability = capabilityNamed(values.capability)
    const [oldPath, newPath] = positionals
    if (positionals.length !== 2 || !oldPath || !newPath) throw new UsageError('name two packages: the older and the newer one')
    const twin = startTwin()
    const [from, to] = [await openInput([oldPath]), await openInput([newPath])]
    const before = await twin.review(from, { capability }, { clock })
    const now = await twin.review(to, { capability }, { clock })
    const diff = compareBoards(before.board, now.board, { refuseShift: values['as-they-lie'] ?? false })
    const [older, newer] = [landmarksOf(before.board), landmarksOf(now.board)]
    const findings = compareFindings(before.findings, now.findings, { shift: diff.alignment, older, newer })
    await deliver(writers[format]({ from, to, diff, findings, capability, version: appVersion }), values.out)
    if (failOn === 'change') return diff.isSameBoard ? EXIT.fine : EXIT.findings
    const counted = findings.changes.filter((c) => c.change === 'new' || c.change === 'worse').map((c) => c.to)
    return isFailure(counted, failOn) ? EXIT.findings : EXIT.fine
  },
}

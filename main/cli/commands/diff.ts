import { diffHtml } from '#core/report/diff-html.ts'
import { diffJson, type DiffSource } from '#core/report/diff-json.ts'
import { diffText } from '#core/report/diff-text.ts'
import { expectedEdit, type ExpectedEdit } from '#core/ipc/compare.ipc.ts'
import { acceptanceOf } from '#core/review/compare/acceptance.ts'
import { compareBoards } from '#core/review/compare/compare-boards.ts'
import { compareFindings } from '#core/review/compare-findings.ts'
import { landmarksOf } from '#core/review/landmarks.ts'
import { startTwin, WORTH_BYTES } from '#main/workers/twin.ts'
import { isFailure } from '#main/cli/baseline.ts'
import { deliver, EXIT, oneOf, parseCall, UsageError, type Command } from '#main/cli/command.ts'
import { capabilityNamed, clock, openInput } from '#main/cli/open-input.ts'
import { appVersion } from '#main/cli/version.ts'

const FORMATS = ['text', 'json', 'html'] as const
const KINDS = expectedEdit.options
const FAIL_ON = ['error', 'warning', 'change', 'never'] as const

const help = `usage: boardproof diff OLD NEW [options]      OLD and NEW are a zip or a folder each

  --capability ID      judge both against this fab (boardproof capabilities lists them)
  --format FORMAT      ${FORMATS.join(', ')}
  --out FILE           write the result there instead of standard output
  --fail-on LEVEL      exit 1 on new or worse findings of this level or worse: ${FAIL_ON.join(', ')};
                       change: exit 1 when the board differs in more than what is accepted
  --accept KINDS       accept edits that a fab is expected to make, with commas between:
                       ${KINDS.join(', ')}
  --as-they-lie        compare without the shift or turn that is found between them`

/** @throws UsageError when a kind is unknown */
const kindsNamed = (written: string | undefined): readonly ExpectedEdit[] =>
  (written ?? '')
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean)
    .map((kind) => {
      const known = expectedEdit.options.find((option) => option === kind)
      if (!known) throw new UsageError(`--accept ${kind}: choose from ${KINDS.join(', ')}`)
      return known
    })

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
      accept: { type: 'string' },
      'as-they-lie': { type: 'boolean' },
    })
    const format = oneOf('format', values.format, FORMATS)
    const failOn = oneOf('fail-on', values['fail-on'], FAIL_ON)
    const capability = capabilityNamed(values.capability)
    const accepted = kindsNamed(values.accept)
    const [oldPath, newPath] = positionals
    if (positionals.length !== 2 || !oldPath || !newPath) throw new UsageError('name two packages: the older and the newer one')
    const twin = startTwin(WORTH_BYTES.once)
    const [from, to] = [await openInput([oldPath]), await openInput([newPath])]
    const before = await twin.review(from, { capability }, { clock })
    const now = await twin.review(to, { capability }, { clock })
    const diff = compareBoards(before.board, now.board, { refuseShift: values['as-they-lie'] ?? false })
    const [older, newer] = [landmarksOf(before.board), landmarksOf(now.board)]
    const findings = compareFindings(before.findings, now.findings, { placement: diff.alignment, older, newer })
    await deliver(writers[format]({ from, to, diff, findings, capability, accepted, version: appVersion }), values.out)
    if (failOn === 'change') return acceptanceOf(diff, accepted).isFine ? EXIT.fine : EXIT.findings
    const counted = findings.changes.filter((c) => c.change === 'new' || c.change === 'worse').map((c) => c.to)
    return isFailure(counted, failOn) ? EXIT.findings : EXIT.fine
  },
}

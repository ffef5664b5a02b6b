import type { Finding } from '#core/checks/finding.ts'
import type { DiffShape, ExpectedEdit, LayerDiffShape } from '#core/ipc/compare.ipc.ts'
import { countChanges, type FindingComparison } from '#core/review/compare-findings.ts'
import { acceptanceOf, EXPECTED_NAMES } from '#core/review/compare/acceptance.ts'
import { changedFindings, type DiffSource } from '#core/report/diff-json.ts'

const SHOWN_OBJECTS = 40
const SHOWN_FINDINGS = 40

export const STATE_WORDS: Readonly<Record<LayerDiffShape['state'], string>> = {
  'same-bytes': 'same file',
  'same-picture': 'same picture',
  differs: 'differs',
  added: 'added',
  removed: 'removed',
}

/** @returns "2 new, 1 worse, 3 fixed, 0 moved, 40 unchanged" */
export const countsText = (findings: FindingComparison<Finding, Finding>): string => {
  const counts = countChanges(findings)
  return `${counts.new} new, ${counts.worse} worse, ${counts.fixed} fixed, ${counts.moved} moved, ${counts.unchanged} unchanged`
}

/** @returns "+0.350 −0.020 mm² · 2 added, 1 moved" */
export const layerChange = ({ onlyFromMm2, onlyToMm2, counts }: LayerDiffShape): string => {
  const parts = (['added', 'removed', 'moved', 'resized'] as const)
    .filter((change) => counts[change] > 0)
    .map((change) => `${counts[change]} ${change}`)
  return [`+${onlyToMm2.toFixed(3)} −${onlyFromMm2.toFixed(3)} mm²`, ...(parts.length ? [parts.join(', ')] : [])].join(' · ')
}

const isSame = ({ state }: LayerDiffShape): boolean => state === 'same-bytes' || state === 'same-picture'

const place = (finding: Finding): string =>
  finding.at ? `x ${finding.at.x.toFixed(3)} y ${finding.at.y.toFixed(3)}` : finding.files.map((f) => f.path).join(', ')

/** @returns one line for a changed object: what it is, where, what it was */
export const objectText = ({ change, kind, is, was, at, from, net, pin, expected }: DiffShape['objects'][number]): string =>
  [
    `${change} ${kind}: ${is}`,
    ...(was ? [`was ${was}`] : []),
    `x ${at.x.toFixed(3)} y ${at.y.toFixed(3)}`,
    ...(from ? [`from x ${from.x.toFixed(3)} y ${from.y.toFixed(3)}`] : []),
    ...(pin ? [pin] : []),
    ...(net ? [`net ${net}`] : []),
    ...(expected ? [`expected: ${EXPECTED_NAMES[expected].toLowerCase()}`] : []),
  ].join(' · ')

const findingLines = (title: string, findings: readonly Finding[], was: (finding: Finding) => string): readonly string[] =>
  findings.length === 0
    ? []
    : [
        '',
        `${title} (${findings.length})`,
        ...findings
          .slice(0, SHOWN_FINDINGS)
          .map((f) => `  ${f.severity.padEnd(8)}${[f.message, f.layers.join(', '), place(f)].filter(Boolean).join(' · ')}${was(f)}`),
        ...(findings.length > SHOWN_FINDINGS ? [`  and ${findings.length - SHOWN_FINDINGS} more`] : []),
      ]

/** @returns the changed findings as lines: new, worse, moved, fixed */
export const changedFindingLines = (findings: FindingComparison<Finding, Finding>): readonly string[] => {
  const changed = changedFindings(findings)
  const before = new Map([...changed.worse, ...changed.moved].map(({ from, to }) => [to, from!]))
  const was = (f: Finding): string => {
    const old = before.get(f)
    return old?.message && old.message !== f.message
      ? ` (was: ${old.message})`
      : old?.at && f.at && changed.moved.some((m) => m.to === f)
        ? ` (was at ${place(old)})`
        : ''
  }
  return [
    ...findingLines('New findings', changed.new, was),
    ...findingLines(
      'Worse findings',
      changed.worse.map((p) => p.to),
      was,
    ),
    ...findingLines(
      'Moved findings',
      changed.moved.map((p) => p.to),
      was,
    ),
    ...findingLines('Fixed findings', changed.fixed, was),
  ]
}

/** @returns whether an object's change is of a kind that is accepted */
export const isAccepted = ({ expected }: DiffShape['objects'][number], accepted: readonly ExpectedEdit[]): boolean =>
  expected !== null && accepted.includes(expected)

const expectedLines = ({ expected }: DiffShape, accepted: readonly ExpectedEdit[]): readonly string[] =>
  expected.length === 0
    ? []
    : [
        '',
        'Expected edits',
        ...expected.map((e) => `  ${EXPECTED_NAMES[e.kind].padEnd(26)}${e.count}${accepted.includes(e.kind) ? ' accepted' : ''}`),
      ]

/** A comparison for a terminal. */
export const diffText = ({ from, to, diff, findings, capability, accepted }: DiffSource): string => {
  const same = diff.layers.filter(isSame)
  const files = diff.files.filter((f) => f.state !== 'same')
  const open = diff.objects.filter((o) => !isAccepted(o, accepted))
  return [
    `${from.name} → ${to.name}`,
    acceptanceOf(diff, accepted).says,
    diff.alignment.says,
    '',
    ...diff.layers.filter((l) => !isSame(l)).map((l) => `  ${l.name.padEnd(26)}${STATE_WORDS[l.state].padEnd(14)}${layerChange(l)}`),
    ...(same.length
      ? [
          `  ${same.length} of ${diff.layers.length} layers unchanged (${same.filter((l) => l.state === 'same-bytes').length} same file, ${same.filter((l) => l.state === 'same-picture').length} same picture)`,
        ]
      : []),
    ...(diff.facts.length ? ['', ...diff.facts.map((f) => `  ${f.name}: ${f.from} → ${f.to}`)] : []),
    ...(files.length
      ? [
          '',
          'Files',
          ...files.map(
            (f) =>
              `  ${f.state.padEnd(10)}${f.fromPath !== f.toPath && f.fromPath && f.toPath ? `${f.fromPath} → ${f.toPath}` : (f.toPath ?? f.fromPath)}`,
          ),
        ]
      : []),
    ...expectedLines(diff, accepted),
    ...(open.length ? ['', 'Objects'] : []),
    ...open.slice(0, SHOWN_OBJECTS).map((o) => `  ${String(o.number).padStart(4)}  ${o.layer}: ${objectText(o)}`),
    ...(open.length + diff.objectsLeftOut > SHOWN_OBJECTS ? [`  and ${open.length + diff.objectsLeftOut - SHOWN_OBJECTS} more`] : []),
    '',
    `Findings by ${capability.name}: ${countsText(findings)}`,
    ...changedFindingLines(findings),
  ].join('\n')
}

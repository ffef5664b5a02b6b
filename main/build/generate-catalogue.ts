import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { checkExamples } from '#core/builder/examples/index.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { resolveLimits } from '#core/capability/limits.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import type { CheckDefinition, CheckNeed, ResolvedLimit } from '#core/checks/check.ts'
import { formatValue } from '#core/checks/format-value.ts'
import { allChecks } from '#core/checks/index.ts'
import { judgeCheck, runCheck } from '#core/checks/run-checks.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { findingPicture } from '#core/report/html/picture.ts'
import { SEVERITY_WORDS } from '#core/report/model/words.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'

/** Writes CATALOGUE.md: every check with its limits, and a picture of the smallest edit that trips it. */

const root = fileURLToPath(new URL('../..', import.meta.url))
const PICTURES = 'main/catalogue'
const capability = builtInCapability(FALLBACK_CAPABILITY_ID)!

const NEED_WORDS: Readonly<Record<CheckNeed, string>> = {
  copper: 'copper',
  mask: 'soldermask',
  paste: 'paste',
  legend: 'silkscreen',
  outline: 'a closed outline',
  drill: 'a drill file',
  files: 'files',
  netlist: 'net names',
  x2: 'X2 attributes',
}

const CATEGORY_WORDS: Readonly<Record<CheckDefinition['category'], string>> = {
  file_package: 'Files and package',
  mechanical_outline: 'Board edge',
  copper_geometry: 'Copper',
  connectivity: 'Connectivity',
  drill_via: 'Holes and vias',
  solder_mask: 'Soldermask',
  silkscreen: 'Silkscreen',
  solder_paste: 'Paste',
  plane_thermal: 'Planes and thermals',
  panel: 'Panel',
}

const DIRECTION_WORDS: Readonly<Record<ResolvedLimit['direction'], string>> = {
  min: 'at least',
  max: 'at most',
  ratio: 'equal to',
  count: 'at most',
  boolean: 'at most',
}

/** Text of ours in a table cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

const boundText = ({ direction, limit, limitMax, unit }: ResolvedLimit): string => {
  if (unit === 'bool' || (unit === 'count' && limit === 0)) return 'none allowed'
  if (direction === 'ratio') return `${formatValue(limit, unit)}, within ${formatValue(limitMax ?? 0, unit)}`
  const upper = limitMax === undefined ? '' : ` and at most ${formatValue(limitMax, unit)}`
  return `${DIRECTION_WORDS[direction]} ${formatValue(limit, unit)}${upper}`
}

const targetText = ({ direction, target, targetMax, unit }: ResolvedLimit): string => {
  if (target === null) return ''
  const upper = targetMax === undefined ? '' : ` and at most ${formatValue(targetMax, unit)}`
  return `${DIRECTION_WORDS[direction]} ${formatValue(target, unit)}${upper}`
}

const limitTable = (check: CheckDefinition): readonly string[] => [
  '| Limit | Needed | Advised | Source | Set by the fab as |',
  '|---|---|---|---|---|',
  ...Object.entries(resolveLimits(check, capability)).map(
    ([name, limit]) =>
      `| \`${name}\` | ${boundText(limit)} | ${targetText(limit)} | ${cell(limit.source)} | ${(limit.capability ?? []).map((p) => `\`${p}\``).join(', ')} |`,
  ),
]

/** @returns the picture of the check's example; null when it has none to show */
const pictureOf = (check: CheckDefinition): string | null => {
  const example = checkExamples[check.id]
  if (!example) return null
  const board = assembleBoard(identifyPackage(example.files().map(readPackageFile), []))
  const raw = runCheck(check, board, boardMeasures(board), () => 0)
  const [finding] = judgeCheck(check, raw, capability, judgeContextOf(board)).findings
  if (!finding) throw new Error(`the example of ${check.id} does not trip it`)
  return findingPicture(board, finding, `${check.title}: ${example.change}`)
}

const section = (check: CheckDefinition, hasPicture: boolean): readonly string[] => {
  const example = checkExamples[check.id]
  return [
    `### ${check.title}`,
    '',
    `\`${check.id}\` · tier ${check.tier} · ${SEVERITY_WORDS[check.severity].toLowerCase()} (\`${check.severity}\`) · ${check.basis} · needs ${
      check.needs.map((need) => NEED_WORDS[need]).join(', ') || 'nothing'
    }`,
    '',
    ...(example
      ? [...(hasPicture ? [`![${check.title}](${PICTURES}/${check.id}.svg)`, ''] : []), `Example: ${example.change}.`]
      : ['There is no example of this check yet.']),
    '',
    `**Why.** ${check.why}`,
    '',
    `**What to do.** ${check.fix}`,
    '',
    ...limitTable(check),
    '',
    'Messages:',
    '',
    ...Object.values(check.messages).map((message) => `- ${message.replaceAll('{', '\\{')}`),
    '',
    `Source: ${check.source}.`,
    '',
  ]
}

const categories = [...Map.groupBy(allChecks, (check) => check.category)]

/** @returns the file names and contents of the catalogue, paths from the project's root */
export const catalogueFiles = (): ReadonlyMap<string, string> => {
  const pictures = new Map(allChecks.flatMap((check) => [[check.id, pictureOf(check)] as const]))
  const text = [
    '<!-- Generated by `npm run catalogue` from the checks and their examples. -->',
    '',
    '# Catalogue of checks',
    '',
    `${allChecks.length} checks. Figures are those of the conservative class 2 set that is used when no fab is chosen; a fab's own figures replace them by the names in the last column. A figure beyond the limit has the severity of the check, one between the limit and what is advised a step less.`,
    '',
    ...categories.flatMap(([category, checks]) => [
      `- **${CATEGORY_WORDS[category]}**: ${checks.map((check) => `[${check.title}](#${anchor(check.title)})`).join(' · ')}`,
    ]),
    '',
    ...categories.flatMap(([category, checks]) => [
      `## ${CATEGORY_WORDS[category]}`,
      '',
      ...checks.flatMap((check) => section(check, (pictures.get(check.id) ?? null) !== null)),
    ]),
  ].join('\n')
  return new Map([
    ['CATALOGUE.md', text],
    ...[...pictures].flatMap(([id, svg]): [string, string][] => (svg === null ? [] : [[`${PICTURES}/${id}.svg`, svg]])),
  ])
}

/** The name that readers of Markdown give a heading. */
const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

if (import.meta.main) {
  const files = catalogueFiles()
  await mkdir(join(root, PICTURES), { recursive: true })
  for (const name of await readdir(join(root, PICTURES))) if (!files.has(`${PICTURES}/${name}`)) await rm(join(root, PICTURES, name))
  for (const [path, text] of files) await writeFile(join(root, path), text)
  console.log(`${allChecks.length} checks, ${files.size - 1} pictures`)
}

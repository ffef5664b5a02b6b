import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { resources } from '#core/provider/authentise/generated/index.ts'
import type { Resource } from '#core/provider/authentise/resource.ts'
import { endpoints as batchivo } from '#core/provider/batchivo/generated/index.ts'
import { endpoints as circuithub } from '#core/provider/circuithub/generated/index.ts'
import { endpoints as librepcb } from '#core/provider/librepcb/generated/index.ts'
import type { Endpoint } from '#core/provider/wire/endpoint.ts'

/** Writes `main/providers/COVERAGE.md`: which calls of the providers' contracts are there and which test makes each. */
const root = fileURLToPath(new URL('../..', import.meta.url))
export const COVERAGE_FILE = join(root, 'main/providers/COVERAGE.md')

const testOf = (provider: string): string => `test/core/provider/${provider}/every-endpoint.test.ts`

interface Section {
  readonly lines: readonly string[]
  readonly calls: number
  /** Calls that no test makes. */
  readonly missing: readonly string[]
}

/** The test has one entry for each call by its name; what it does there is checked by the contract's server. */
const endpointSection = async (id: string, name: string, endpoints: Readonly<Record<string, Endpoint>>): Promise<Section> => {
  const test = await readFile(join(root, testOf(id)), 'utf8')
  const rows = Object.entries(endpoints).map(([key, { method, path, summary, planned }]) => {
    const isTested = new RegExp(`^\\s+${key}: `, 'm').test(test)
    return {
      row: `| ${method} | \`${path}\` | ${summary} | ${planned ? 'announced' : 'live'} | ${isTested ? 'yes' : '**no**'} |`,
      key,
      isTested,
    }
  })
  return {
    lines: [
      `## ${name}`,
      '',
      `Each call is made by \`${testOf(id)}\`.`,
      '',
      '| method | path | what | state | tested |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map(({ row }) => row),
      '',
    ],
    calls: rows.length,
    missing: rows.filter(({ isTested }) => !isTested).map(({ key }) => `${name}: ${key}`),
  }
}

const RESOURCE_CALLS = ['list', 'read', 'get', 'create'] as const

const resourceRow = ({ path, calls, isCreateClosed, extras, verbs }: Resource): string => {
  const cells = RESOURCE_CALLS.map((call) => (calls[call] === undefined ? '' : call === 'create' && isCreateClosed ? 'not served' : 'yes'))
  const others = [
    ...Object.values(extras).map((extra) => `${extra.method} \`${extra.path}\``),
    ...verbs.map((verb) => `${verb} (named in the text)`),
  ]
  return `| \`${path}\` | ${cells.join(' | ')} | ${others.join(', ')} |`
}

/** The test walks over all resources and all their calls, and compares them with the contract's. */
const resourceSection = async (): Promise<Section> => {
  const test = await readFile(join(root, testOf('authentise')), 'utf8')
  const all = Object.values(resources) as readonly Resource[]
  const walks = test.includes('Object.values(resources)') && test.includes('it.each(all.map(')
  const calls = all.reduce((sum, { calls: each, extras }) => sum + Object.keys(each).length + Object.keys(extras).length, 0)
  return {
    lines: [
      '## Authentise',
      '',
      `${all.length} resources. Each call is made by \`${testOf('authentise')}\`, which walks over all of them.`,
      '',
      '| resource | list | read | get | create | further calls |',
      '| --- | --- | --- | --- | --- | --- |',
      ...[...all].sort((a, b) => (a.path < b.path ? -1 : 1)).map(resourceRow),
      '',
    ],
    calls,
    missing: walks ? [] : all.map(({ path }) => `Authentise: ${path}`),
  }
}

/** @returns the table as it should be, and the calls that no test makes */
export const coverage = async (): Promise<{ readonly text: string; readonly missing: readonly string[] }> => {
  const sections = [
    await endpointSection('circuithub', 'CircuitHub', circuithub),
    await endpointSection('librepcb', 'LibrePCB', librepcb),
    await endpointSection('batchivo', 'Batchivo', batchivo),
    await resourceSection(),
  ]
  const missing = sections.flatMap((section) => section.missing)
  const source = [
    '# Calls of the providers',
    '',
    'Written by `main/build/generate-coverage.ts`. Each call is made over HTTP to a server that is built from the contract and',
    'checks request and answer against it.',
    '',
    `${sections.reduce((sum, { calls }) => sum + calls, 0)} calls, ${missing.length} without a test.`,
    '',
    ...sections.flatMap(({ lines }) => lines),
  ].join('\n')
  const options = await resolveConfig(COVERAGE_FILE)
  return { text: await format(source, { ...options, parser: 'markdown' }), missing }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { text, missing } = await coverage()
  await writeFile(COVERAGE_FILE, text)
  for (const call of missing) console.error(`no test makes ${call}`)
  process.exitCode = missing.length > 0 ? 1 : 0
}

import { allChecks } from '#core/checks/index.ts'
import { builtInCapabilities } from '#core/capability/built-in.ts'
import { deliver, EXIT, oneOf, parseCall, type Command } from '#main/cli/command.ts'

const FORMATS = ['text', 'json'] as const

const listing = (
  name: string,
  summary: string,
  rows: () => readonly Record<string, unknown>[],
  line: (row: Record<string, unknown>) => string,
): Command => ({
  summary,
  help: `usage: boardproof ${name} [--format ${FORMATS.join('|')}]`,
  async run(args) {
    const { values } = parseCall(args, { format: { type: 'string' } })
    const found = rows()
    await deliver(
      oneOf('format', values.format, FORMATS) === 'json' ? JSON.stringify(found, null, 1) : found.map(line).join('\n'),
      undefined,
    )
    return EXIT.fine
  },
})

export const catalogueCommand = {
  checks: listing(
    'checks',
    'the checks with their limits',
    () =>
      allChecks.map(({ id, title, category, tier, severity, needs, limits, why, fix, source }) => ({
        id,
        title,
        category,
        tier,
        severity,
        needs,
        limits,
        why,
        fix,
        source,
      })),
    (row) => `${String(row['id']).padEnd(32)}${String(row['title'])}`,
  ),
  capabilities: listing(
    'capabilities',
    'the fab capabilities that can be judged against',
    () => builtInCapabilities().map((capability) => ({ ...capability })),
    (row) => `${String(row['id']).padEnd(28)}${String(row['name'])}`,
  ),
}

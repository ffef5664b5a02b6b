import { dataFolder } from '#main/shell/data-folder.ts'
import { deliver, EXIT, oneOf, parseCall, UsageError, type Command } from '#main/cli/command.ts'

const FORMATS = ['text', 'json'] as const

const help = `usage: boardproof verify-log [options]

  --data DIR           data folder of Boardproof; default: this user's
  --head HASH          the log must hold the entry with this hash: its end, as it was noted some time ago
  --format FORMAT      ${FORMATS.join(', ')}

Exit 1 when an entry, a decision or an approval record was changed, removed or put in around the application.`

const HASH = /^[0-9a-f]{64}$/

export const verifyLogCommand: Command = {
  summary: 'check the audit log: nothing changed, removed or put in',
  help,
  async run(args) {
    const { values, positionals } = parseCall(args, { data: { type: 'string' }, head: { type: 'string' }, format: { type: 'string' } })
    const format = oneOf('format', values.format, FORMATS)
    if (positionals.length) throw new UsageError('verify-log takes no input; --data names the data folder')
    if (values.head !== undefined && !HASH.test(values.head)) throw new UsageError('--head must be 64 hexadecimal digits')
    // Loaded when it is called: no other command opens a database.
    const { verifyDataFolder } = await import('#main/store/verify-data-folder.ts')
    const checked = verifyDataFolder(values.data ?? dataFolder(), values.head)
    if (!checked.ok) throw new UsageError(checked.error.message)
    const { broken, entries, head } = checked.value
    const text = broken
      ? [`The audit log is broken at entry ${broken.seq}.`, broken.what]
      : [
          `The audit log is whole: ${entries} ${entries === 1 ? 'entry' : 'entries'}, and every decision is as it states.`,
          `Its end: ${head}`,
        ]
    await deliver(
      format === 'json' ? JSON.stringify({ schema: 'boardproof.log/1', entries, head, broken }, null, 1) : text.join('\n'),
      undefined,
    )
    return broken ? EXIT.findings : EXIT.fine
  },
}

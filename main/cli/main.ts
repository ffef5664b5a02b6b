import { checkCommand } from '#main/cli/commands/check.ts'
import { catalogueCommand } from '#main/cli/commands/catalogue.ts'
import { diffCommand } from '#main/cli/commands/diff.ts'
import { inspectCommand } from '#main/cli/commands/inspect.ts'
import { netsCommand } from '#main/cli/commands/nets.ts'
import { orderingCommand } from '#main/cli/commands/ordering.ts'
import { providersCommand } from '#main/cli/commands/providers.ts'
import { renderCommand } from '#main/cli/commands/render.ts'
import { serviceCommand } from '#main/cli/commands/service.ts'
import { verifyLogCommand } from '#main/cli/commands/verify-log.ts'
import { EXIT, UsageError, type Command } from '#main/cli/command.ts'
import { appVersion } from '#main/cli/version.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  check: checkCommand,
  inspect: inspectCommand,
  nets: netsCommand,
  render: renderCommand,
  diff: diffCommand,
  'verify-log': verifyLogCommand,
  providers: providersCommand,
  serve: serviceCommand.serve,
  keys: serviceCommand.keys,
  sync: orderingCommand.sync,
  orders: orderingCommand.orders,
  outbox: orderingCommand.outbox,
  accounts: orderingCommand.accounts,
  checks: catalogueCommand.checks,
  capabilities: catalogueCommand.capabilities,
}

const help = (): string =>
  [
    `boardproof ${appVersion}: offline review of PCB fabrication packages`,
    '',
    'usage: boardproof COMMAND [INPUT] [options]      INPUT is a zip, a folder or files',
    '',
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(14)}${summary}`),
    '',
    'boardproof COMMAND --help shows the options of a command.',
    'exit: 0 fine, 1 findings at or above --fail-on, 2 the input or the call is wrong, 3 internal error',
  ].join('\n')

const run = async (args: readonly string[]): Promise<number> => {
  const [name, ...rest] = args
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    console.log(help())
    return name ? EXIT.fine : EXIT.wrongCall
  }
  if (name === '--version' || name === '-v') {
    console.log(appVersion)
    return EXIT.fine
  }
  const command = COMMANDS[name]
  if (!command) throw new UsageError(`unknown command "${name}"; boardproof help lists them`)
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help)
    return EXIT.fine
  }
  return command.run(rest)
}

// A reader that closes the pipe early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.fine)
  throw error
})

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`boardproof: ${error.message}`)
    process.exitCode = EXIT.wrongCall
  } else {
    console.error('boardproof: internal error, please report it with the input if you can')
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exitCode = EXIT.internal
  }
}

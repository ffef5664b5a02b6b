import { EXIT, UsageError } from '#main/cli/command.ts'
import { runKeys } from './keys.ts'
import { runServe } from './serve.ts'

const COMMANDS = { serve: runServe, keys: runKeys } as const

/**
 * Runs a command of the service. A wrong call ends here as a sentence: the built command line loads this from the sources,
 * where the class of a wrong call is another one than its own.
 */
export const runServiceCommand = async (name: keyof typeof COMMANDS, args: readonly string[]): Promise<number> => {
  try {
    return await COMMANDS[name](args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`boardproof: ${error.message}\n`)
    return EXIT.wrongCall
  }
}

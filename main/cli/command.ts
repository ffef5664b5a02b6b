import { writeFile } from 'node:fs/promises'
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Exit codes of the command line. */
export const EXIT = { fine: 0, findings: 1, wrongCall: 2, internal: 3 } as const

/** The call or the input is wrong: one sentence, exit code 2. */
export class UsageError extends Error {}

export interface Command {
  readonly summary: string
  readonly help: string
  run(args: readonly string[]): Promise<number>
}

/** Parses a command's arguments; unknown options and missing values end as a sentence. */
export const parseCall = <const O extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: O) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

/** @returns the value when it is one of the choices; the first choice when it is not given */
export const oneOf = <const C extends readonly string[]>(name: string, value: string | undefined, choices: C): C[number] => {
  if (value === undefined) return choices[0]!
  if (!choices.includes(value)) throw new UsageError(`--${name} must be one of ${choices.join(', ')}; got "${value}"`)
  return value
}

/** Writes a result to the file, else to standard output. */
export const deliver = async (content: string | Uint8Array, out: string | undefined): Promise<void> => {
  if (out) {
    try {
      await writeFile(out, content)
    } catch (error) {
      throw new UsageError(`cannot write ${out}: ${(error as Error).message}`)
    }
    return
  }
  const text = typeof content === 'string' && !content.endsWith('\n') ? `${content}\n` : content
  await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()))
}

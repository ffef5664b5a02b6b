import { createInterface } from 'node:readline'
import { UsageError } from '#main/cli/command.ts'

const MOST_CHARACTERS = 16 * 1024

const readPiped = async (): Promise<string> => {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const piece of process.stdin) {
    text += String(piece)
    if (text.length > MOST_CHARACTERS) throw new UsageError('what comes in on standard input is too long for a password or key')
  }
  return text.replace(/\r?\n$/, '')
}

/** Asks at the terminal; what is typed is not shown. */
const ask = (question: string): Promise<string> =>
  new Promise((resolve) => {
    process.stderr.write(question)
    const reader = createInterface({ input: process.stdin, terminal: true })
    reader.question('', (answer) => {
      reader.close()
      process.stderr.write('\n')
      resolve(answer)
    })
  })

/** Reads a password or key: asked for at a terminal, else from standard input; never from the command line, where others see it. */
export const readSecret = async (what: string): Promise<string> => {
  const secret = process.stdin.isTTY ? await ask(`${what}: `) : await readPiped()
  if (secret === '') throw new UsageError(`a ${what} is needed on standard input`)
  return secret
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { UsageError } from '#main/cli/command.ts'
import type { PushSource } from '#main/providers/pushed-board.ts'
import type { ProviderDesk } from './provider-desk.ts'
import { oneWhere, pairsOf, type ProviderOptions } from './arguments.ts'
import { tell, tellFailure } from './tell.ts'

/** A project file is reviewed by LibrePCB itself: its contents stand for an approval. */
const projectSource = async (path: string): Promise<PushSource> => {
  if (extname(path).toLowerCase() !== '.lppz')
    throw new UsageError('only LibrePCB projects (.lppz) are sent as files; boards are sent as approved: --board')
  let packageBytes: Uint8Array
  try {
    packageBytes = await readFile(path)
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`)
  }
  const approvalId = createHash('sha256').update(packageBytes).digest('hex')
  return { approvalId, name: basename(path, extname(path)), revision: '', packageName: basename(path), packageBytes }
}

const NUMBERS = ['projectId', 'quantity']

const optionsOf = (pairs: readonly string[] | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(pairsOf(pairs)).map(([name, value]) => {
      if (name === 'materials') return [name, value.split(',')]
      if (!NUMBERS.includes(name)) return [name, value]
      if (!/^\d{1,15}$/.test(value)) throw new UsageError(`--option ${name} is a number`)
      return [name, Number(value)]
    }),
  )

/** Sends an approved board, or a LibrePCB project. */
export const pushBoard = async (desk: ProviderDesk, args: readonly string[], options: ProviderOptions): Promise<number> => {
  const account = desk.accountFor(oneWhere(args, 2))
  const project = args[1]
  if ((project === undefined) === (options.board === undefined)) throw new UsageError('push sends either --board or a project file')
  const source = project === undefined ? await desk.approvedBoard(options.board!) : await projectSource(project)
  const isShown = process.stderr.isTTY && !options.json
  const progress = (sent: number, total: number): void => {
    if (isShown) process.stderr.write(`\r${total > 0 ? Math.floor((100 * sent) / total) : 100} %`)
  }
  const pushed = await desk.service.push(account.id, source, optionsOf(options.option), new AbortController().signal, progress)
  if (isShown) process.stderr.write('\r')
  if (!pushed.ok) return tellFailure(options.json, pushed.error)
  const { id, state, url } = pushed.value
  return tell(options.json, { account: account.id, ...pushed.value }, [`${account.name}: ${id}, ${state}`, ...(url ? [url] : [])])
}

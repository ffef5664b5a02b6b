import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OrderFormShape } from '#core/ipc/order-shapes.ts'

/** What the process that is killed has to know of the prepared folder. */
export interface CrashFacts {
  readonly capability: string
  /** The board that is decided on, with its findings. */
  readonly board: string
  readonly fingerprints: readonly string[]
  readonly file: string
  /** The board that is approved and ordered. */
  readonly ordered: string
  readonly approval: string
  readonly account: string
  readonly form: OrderFormShape
}

const fileOf = (folder: string): string => join(folder, 'facts.json')

export const writeFacts = (folder: string, facts: CrashFacts): void => writeFileSync(fileOf(folder), JSON.stringify(facts))
export const readFacts = (folder: string): CrashFacts => JSON.parse(readFileSync(fileOf(folder), 'utf8')) as CrashFacts

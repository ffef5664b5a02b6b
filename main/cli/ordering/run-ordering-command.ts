import { deliver, EXIT, parseCall, UsageError } from '#main/cli/command.ts'
import { runAccounts } from './accounts.ts'
import { withOrdering, type OpenOrdering } from './open-ordering.ts'
import { runOrders } from './orders.ts'
import { runOutbox } from './outbox.ts'
import { runSync } from './sync.ts'

export interface OrderingCall {
  readonly positionals: readonly string[]
  readonly provider: string
  readonly url: string | undefined
  readonly all: boolean
  readonly limit: number
  readonly seconds: number
}

/** What a command answers: a value for machines, lines for people, and how it ended. */
export interface OrderingAnswer {
  readonly json: unknown
  readonly text: string
  readonly exit?: number
}

const COMMANDS: Readonly<Record<string, (call: OrderingCall, open: OpenOrdering) => Promise<OrderingAnswer>>> = {
  accounts: runAccounts,
  outbox: runOutbox,
  orders: runOrders,
  sync: runSync,
}

const whole = (name: string, text: string, most: number): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new UsageError(`--${name} must be a number from 1 to ${most}; got "${text}"`)
  return value
}

export const runOrderingCommand = async (name: string, args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseCall(args, {
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    provider: { type: 'string', default: 'asap' },
    url: { type: 'string' },
    limit: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '600' },
  })
  const call: OrderingCall = {
    positionals,
    provider: values.provider,
    url: values.url,
    all: values.all,
    limit: whole('limit', values.limit, 200),
    seconds: whole('seconds', values.seconds, 86_400),
  }
  return withOrdering(values.data, async (open) => {
    const { json, text, exit } = await COMMANDS[name]!(call, open)
    await deliver(values.json ? JSON.stringify(json, null, 1) : text, undefined)
    return exit ?? EXIT.fine
  })
}

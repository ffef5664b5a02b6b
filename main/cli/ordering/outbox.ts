import type { Result } from '#core/base/result.ts'
import type { MessageShape } from '#core/ipc/order-shapes.ts'
import { UsageError } from '#main/cli/command.ts'
import type { OpenOrdering } from './open-ordering.ts'
import type { OrderingAnswer, OrderingCall } from './run-ordering-command.ts'

const moment = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** @returns a message in a few lines: what, where it stands, and what is asked */
export const messageLines = (message: MessageShape): string =>
  [
    `${message.id}  ${message.state}  ${message.title}  (${message.accountName}, since ${moment(message.createdAt)} UTC)`,
    `  ${message.step}: ${message.says}${message.nextAt && message.attempts ? ` Tried ${message.attempts} times, next ${moment(message.nextAt)} UTC.` : ''}`, // prettier-ignore
    ...(message.conflict
      ? [
          ...(message.conflict.agreed ? [`  agreed: ${message.conflict.agreed}`] : []),
          ...(message.conflict.now ? [`  now:    ${message.conflict.now}`] : []),
          `  conflict ${message.conflict.id}${message.conflict.canAccept ? '' : ' (cannot be accepted)'}`,
        ]
      : []),
  ].join('\n')

export const runOutbox = async ({ positionals, all }: OrderingCall, { ordering }: OpenOrdering): Promise<OrderingAnswer> => {
  const { outbox } = ordering
  const [action = 'list', id = '', conflict = ''] = positionals
  const shown = (result: Result<MessageShape, { code: string; message: string }>): OrderingAnswer => {
    if (!result.ok) throw new UsageError(result.error.message)
    return { json: result.value, text: messageLines(result.value) }
  }
  switch (action) {
    case 'list': {
      const listed = outbox.list(all)
      return { json: listed, text: [...listed.messages.map(messageLines), listed.status.says].join('\n') }
    }
    case 'show': {
      const found = outbox.get(id)
      if (!found.ok) throw new UsageError(found.error.message)
      const { message, log, comparison } = found.value
      const steps = log.map(
        ({ at, step, says, times }) => `  ${moment(at)}  ${step.padEnd(8)}${says}${times > 1 ? ` (${times} times)` : ''}`,
      )
      return { json: found.value, text: [messageLines(message), '', ...steps, ...(comparison?.differences ?? [])].join('\n') }
    }
    case 'retry':
      return shown(outbox.retry(id))
    case 'pause':
      return shown(outbox.pause(id, true))
    case 'resume':
      return shown(outbox.pause(id, false))
    case 'cancel':
      return shown(outbox.cancel(id))
    case 'accept':
      return shown(outbox.resolve(id, conflict, 'accept'))
    default:
      throw new UsageError(`unknown action "${action}"; boardproof outbox --help shows them`)
  }
}

import { EXIT, UsageError } from '#main/cli/command.ts'
import { secretName } from '#main/sync/connections.ts'
import type { OpenOrdering } from './open-ordering.ts'
import { messageLines } from './outbox.ts'
import type { OrderingAnswer, OrderingCall } from './run-ordering-command.ts'

const LOOK_EVERY_MS = 50

/** A key that the desktop application keeps in the system's keychain cannot be read here: then nothing is tried in its name. */
const refuseSealedElsewhere = async ({ ordering, secrets }: OpenOrdering): Promise<void> => {
  const waiting = new Set(ordering.outbox.list(false).messages.map(({ account }) => account))
  for (const id of waiting) {
    const found = await secrets.get(secretName(id))
    if (!found.ok)
      throw new UsageError('the key of an account lies in the keychain of the desktop application: send from there, or sign in here')
  }
}

/** Sends until nothing waits that can be sent. Where the application runs, it sends, and this waits for it. */
export const runSync = async ({ seconds }: OrderingCall, open: OpenOrdering): Promise<OrderingAnswer> => {
  const { ordering } = open
  await refuseSealedElsewhere(open)
  ordering.start()
  const end = performance.now() + seconds * 1000
  let said = ''
  for (;;) {
    const { says, waiting, sending, paused } = ordering.engine.status()
    if (says !== said) console.error((said = says))
    if ((waiting === 0 && sending === 0) || paused || performance.now() >= end) break
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  await ordering.followOrders()
  const { messages, status } = ordering.outbox.list(false)
  return {
    json: { status, messages },
    text: [...messages.map(messageLines), status.says].join('\n'),
    exit: messages.length === 0 ? EXIT.fine : EXIT.findings,
  }
}

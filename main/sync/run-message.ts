import type { Provider } from '#core/provider/provider.ts'
import { afterFailure } from '#core/sync/next-step.ts'
import type { Message, Step } from '#core/sync/message.ts'
import type { SyncTiming } from '#core/sync/timing.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import { confirmStep, draftStep, priceStep, submitStep } from './steps-order.ts'
import { analyseStep, uploadStep } from './steps-package.ts'
import type { StepContext, StepOutcome } from './step-outcome.ts'

const STEPS: Readonly<Record<Exclude<Step, 'done'>, (context: StepContext) => Promise<StepOutcome>>> = {
  upload: uploadStep,
  analyse: analyseStep,
  draft: draftStep,
  price: priceStep,
  submit: submitStep,
  confirm: confirmStep,
}

export interface Running {
  readonly provider: Provider | null
  readonly context: Omit<StepContext, 'message' | 'ordering'>
  readonly timing: SyncTiming
  readonly chance: () => number
  /** Told of every failure and of every answer. */
  readonly heard: (failure: ProviderFailure | null) => void
  readonly onChange: (message: Message) => void
  readonly shouldStop: () => boolean
}

/** Takes a message as far as it goes now: to its end, to a wait, or to a question. */
export const runMessage = async (id: string, running: Running): Promise<void> => {
  const { outbox } = running.context
  for (let message = outbox.find(id); message && message.state === 'waiting' && !message.paused; message = outbox.find(id)) {
    if (running.shouldStop() || message.step === 'done') return
    const goesOn = await runStep(message, running)
    const changed = outbox.find(id)
    if (changed) running.onChange(changed)
    if (!goesOn) return
  }
}

const runStep = async (message: Message, running: Running): Promise<boolean> => {
  const { outbox } = running.context
  const ordering = running.provider?.ordering
  if (!ordering || message.step === 'done') {
    const says = 'There is no way to order at this account.'
    outbox.ask(message.id, { id: 'not-offered', kind: 'not-offered', says, agreed: '', now: '', canAccept: false })
    return false
  }
  const outcome = await STEPS[message.step]({ ...running.context, message, ordering })
  switch (outcome.kind) {
    case 'next':
      running.heard(null)
      outbox.advance(message.id, outcome.step, outcome.refs, outcome.says)
      return true
    case 'finished':
      running.heard(null)
      outbox.finish(message.id, outcome.refs, outcome.says)
      return false
    case 'ask':
      outbox.ask(message.id, outcome.conflict)
      return false
    case 'later':
      running.heard(null)
      outbox.wait(message.id, outcome.ms, outcome.says, false)
      return false
    case 'dropped':
      return false
    case 'failed':
      return recordFailure(message, outcome, running)
  }
}

const recordFailure = (message: Message, { failure, settled }: StepOutcome & { kind: 'failed' }, running: Running): boolean => {
  const { outbox } = running.context
  running.heard(failure)
  if (settled) outbox.settle(message.id)
  const next = afterFailure(failure, message.attempts, running.chance(), running.timing)
  if (next.kind === 'ask') outbox.ask(message.id, next.conflict)
  else if (next.kind !== 'stop') outbox.wait(message.id, next.ms, next.says, next.countsAsAttempt)
  return false
}

import { Check, Circle, CircleDashed, LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatBytes } from '#renderer/ui/format-value.ts'
import type { OpenLink } from '../production/timeline-list.tsx'
import { timeText } from '../review/notes.tsx'
import type { BoardOrder } from './use-board-order.ts'

type Step = BoardOrder['steps'][number]

const NAMES: Record<Step['step'], string> = {
  product: 'Product',
  'line-item': 'Line item',
  order: 'Order',
  documents: 'Package and lists of parts',
  scan: 'Virus scan there',
  quote: 'Quote',
  confirm: 'Confirmed for production',
}

const Icon = ({ step, isNow }: { step: Step; isNow: boolean }): ReactNode => {
  if (step.state === 'done') return <Check size={16} className="tone-clean" aria-label="done" />
  if (isNow) return <LoaderCircle size={16} className="muted" aria-label="now" />
  return step.state === 'begun' ? (
    <CircleDashed size={16} className="tone-warning" aria-label="begun" />
  ) : (
    <Circle size={16} className="muted" aria-label="to do" />
  )
}

/** The steps of an order: what each made, when, and which one is taken now. */
export const StepList = ({ order, onOpen }: { order: BoardOrder; onOpen: OpenLink }): ReactNode => {
  const now = order.state === 'done' ? -1 : order.steps.findIndex(({ state }) => state !== 'done')
  const { sent } = order
  return (
    <ol className="order-steps" aria-label="Steps">
      {order.steps.map((step, k) => (
        <li key={step.step} aria-current={k === now ? 'step' : undefined}>
          <Icon step={step} isNow={k === now && (order.state === 'running' || order.state === 'waiting')} />
          {step.uri && onOpen ? (
            <button type="button" className="link" onClick={() => onOpen(step.uri!)}>
              {NAMES[step.step]}
            </button>
          ) : (
            <span>{NAMES[step.step]}</span>
          )}
          <span className="muted num">
            {step.doneAt !== null && timeText(step.doneAt)}
            {step.step === 'quote' && step.state === 'done' && step.uri === null && ', none is needed'}
          </span>
          {step.step === 'documents' && sent && step.state !== 'done' && (
            <span className="muted num">
              <progress aria-label="Files, sent" value={sent.done} max={Math.max(1, sent.total)} /> {formatBytes(sent.done)} of{' '}
              {formatBytes(sent.total)}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

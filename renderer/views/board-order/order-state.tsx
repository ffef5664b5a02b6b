import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'
import { StepList } from './step-list.tsx'
import type { BoardOrder } from './use-board-order.ts'

interface StateProps {
  readonly account: AccountShape
  readonly board: string
  readonly order: BoardOrder
  readonly onChange: (order: BoardOrder) => void
}

const TEXTS: Record<BoardOrder['state'], readonly [text: string, tone: string]> = {
  running: ['being made', 'note'],
  waiting: ['waits', 'note'],
  asks: ['needs your word', 'warning'],
  stopped: ['stopped', 'warning'],
  done: ['confirmed', 'clean'],
}

type Go = (purchaseOrder: string | null, isConfirmed: boolean) => Promise<void>

const useGo = ({ account, board, onChange }: StateProps): { go: Go; stop: () => Promise<void>; isBusy: boolean } => {
  const { backend } = useParts()
  const notify = useApp((s) => s.notify)
  const [isBusy, setBusy] = useState(false)
  const place = { account: account.id, board }
  const go: Go = async (purchaseOrder, isConfirmed) => {
    if (isBusy) return
    setBusy(true)
    const reply = await backend.ask('boardOrder.go', { ...place, purchaseOrder, isConfirmed })
    setBusy(false)
    if (reply.ok) onChange(reply.value)
    else notify('error', 'The order does not go on.', reply.error.message)
  }
  const stop = async (): Promise<void> => {
    const reply = await backend.ask('boardOrder.stop', place)
    if (reply.ok) onChange(reply.value)
    else notify('error', 'Not stopped.', reply.error.message)
  }
  return { go, stop, isBusy }
}

/** The quote, and the purchase order's number that accepts it. */
const Quote = ({ order, go }: { order: BoardOrder; go: Go }): ReactNode => {
  const [number, setNumber] = useState('')
  const send = (): void => void (number.trim() && go(number.trim(), true))
  const { quote } = order
  return (
    <form
      className="conflict order-quote"
      aria-label="Quote"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p>
        The bureau&apos;s quote {quote?.number && <b>{quote.number}</b>} is there. Accepting it orders {order.quantity} boards and confirms
        them for production.
      </p>
      {quote?.notes && <p className="timeline-comment">{quote.notes}</p>}
      {quote?.document && (
        <p className="muted">
          Its document: <span className="mono">{quote.document}</span>
        </p>
      )}
      <TextInput
        label="Purchase order"
        value={number}
        onChange={setNumber}
        note="the number under which you order; the bureau needs it"
        isRequired
      />
      <div className="card-actions">
        <Button kind="primary" isDisabled={number.trim() === ''} onPress={send}>
          Accept the quote and order
        </Button>
      </div>
    </form>
  )
}

const Asked = ({ account, order, go }: { account: AccountShape; order: BoardOrder; go: Go }): ReactNode => {
  if (order.asks === 'purchase-order') return <Quote order={order} go={go} />
  return (
    <div className="conflict" role="group" aria-label="Confirmation">
      <p>
        The order is there with everything it needs, and needs no quote. Confirming it begins the production of {order.quantity} boards at{' '}
        {account.name}.
      </p>
      <div className="card-actions">
        <Button kind="primary" onPress={() => void go(null, true)}>
          Confirm for production
        </Button>
      </div>
    </div>
  )
}

/** How far an order is, why it does not go on, and what is asked of a person. */
export const OrderState = (props: StateProps): ReactNode => {
  const { account, order } = props
  const browse = useApp((s) => s.browseLink)
  const follow = useApp((s) => s.follow)
  const open = useApp((s) => s.openDialog)
  const { go, stop, isBusy } = useGo(props)
  const [text, tone] = TEXTS[order.state]
  const uri = order.steps.find(({ step }) => step === 'order')?.uri ?? null
  const isSignedOut = order.failure?.code === 'signed-out'
  const toTimeline = (): void => {
    follow({ account: account.id, kind: 'order', id: uri?.split('/').at(-2) ?? '', url: uri })
    open('production')
  }
  return (
    <section className="order-state" aria-label="Order">
      <div className="queue-line">
        <b>{order.boardName}</b>
        <span className="muted num">
          revision {order.revision}, {order.quantity} boards, reference {order.reference}
        </span>
        <span className="spacer" />
        <span className="chip" data-tone={tone} role="status">
          {text}
        </span>
      </div>
      <StepList order={order} onOpen={(link) => browse(account.id, link, null)} />
      {order.state === 'waiting' && <p className="muted">{order.says} It goes on by itself.</p>}
      {order.state === 'stopped' && (
        <p className="tone-warning" role="alert">
          {order.failure?.message ?? order.says}
        </p>
      )}
      {order.state === 'asks' && <Asked account={account} order={order} go={go} />}
      <div className="card-actions">
        {order.state === 'stopped' && isSignedOut && (
          <Button size="small" onPress={() => open('accounts')}>
            Sign in…
          </Button>
        )}
        {order.state === 'stopped' && (
          <Button size="small" kind="primary" onPress={() => void go(null, false)}>
            {isBusy ? 'Going on…' : 'Go on'}
          </Button>
        )}
        {(order.state === 'running' || order.state === 'waiting') && (
          <Button size="small" onPress={() => void stop()}>
            Stop
          </Button>
        )}
        {uri && (
          <Button size="small" onPress={toTimeline}>
            Follow it
          </Button>
        )}
      </div>
    </section>
  )
}

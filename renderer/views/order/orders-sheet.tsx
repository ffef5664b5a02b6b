import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { PlacedOrderShape } from '#core/ipc/order-shapes.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { Button } from '#renderer/ui/button.tsx'
import { moneyText } from '#renderer/ui/money.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { timeText } from '../review/notes.tsx'

const TONES: Partial<Record<PlacedOrderShape['state'], string>> = {
  accepted: 'note',
  delivered: 'clean',
  done: 'clean',
  failed: 'error',
  cancelled: 'warning',
}

const Detail = ({ id, changedAt }: { id: string; changedAt: number }): ReactNode => {
  const { backend } = useParts()
  const [detail, setDetail] = useState<AskOutput<'orders.get'> | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void backend.ask('orders.get', { id }).then((reply) => {
      if (!isCurrent) return
      if (reply.ok) setDetail(reply.value)
      else setFailure(reply.error.message)
    })
    return () => {
      isCurrent = false
    }
  }, [backend, id, changedAt])
  if (failure) return <p className="tone-error">{failure}</p>
  if (!detail) return <p className="muted">Reading…</p>
  return (
    <div className="order-detail">
      <ol className="timeline">
        {detail.timeline.map(({ status, at }) => (
          <li key={`${status}${at}`}>
            <b>{status}</b> <span className="muted num">{timeText(at)}</span>
          </li>
        ))}
      </ol>
      {detail.tracking && <p className="num">Tracking: {detail.tracking}</p>}
      {detail.comparison && detail.comparison.differences.length > 0 && (
        <details>
          <summary>The server&apos;s review differs from ours</summary>
          <ul>
            {detail.comparison.differences.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const OrderRow = ({ order }: { order: PlacedOrderShape }): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="queue-row">
      <button type="button" className="queue-line plain-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        <b>{order.boardName}</b>
        <span className="num muted">
          {order.quantity} boards, {moneyText(order.total, order.currency)}
        </span>
        <span className="spacer" />
        <span className="chip" data-tone={TONES[order.state] ?? 'note'}>
          {order.state}
          {order.status !== order.state && ` (${order.status})`}
        </span>
      </button>
      <p className="muted num">
        {order.orderId} · {order.accountName} · placed {timeText(order.placedAt)}
        {order.checkedAt && ` · asked ${timeText(order.checkedAt)}`}
      </p>
      {isOpen && <Detail id={order.id} changedAt={order.changedAt} />}
    </li>
  )
}

/** Orders with their timeline. */
export const OrdersSheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const load = useApp((s) => s.loadOrders)
  const refresh = useApp((s) => s.refreshOrders)
  const orders = useApp((s) => s.orders)
  useEffect(() => void load(), [load])
  return (
    <Sheet title="Orders" onClose={() => close(null)} wide>
      <div className="queue-line">
        <span className="spacer" />
        <Button size="small" onPress={() => void refresh()}>
          Ask now
        </Button>
      </div>
      {orders.length === 0 ? (
        <p className="muted">No order was placed yet. Approve a board, then order it on its Order page.</p>
      ) : (
        <ul className="queue-list">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
    </Sheet>
  )
}

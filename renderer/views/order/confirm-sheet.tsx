import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { QUEUE_DAYS } from '#renderer/state/slices/order.slice.ts'
import { ShortHash } from '../approve/approval-facts.tsx'
import { commitment } from './order-button.tsx'

/** The same number once more, with address, date and hash; Ctrl+Enter sends. */
export const ConfirmSheet = (): ReactNode => {
  const text = useApp(commitment)
  const close = useApp((s) => s.confirmOrder)
  const place = useApp((s) => s.placeOrder)
  const placing = useApp((s) => s.placing)
  const form = useApp((s) => s.orderForm)
  const offer = useApp((s) => s.offer)
  const subject = useApp((s) => s.orderDraft?.subject ?? null)
  const account = useApp((s) => s.accounts.find((a) => a.id === s.orderAccount) ?? null)
  if (!form || !subject) return null
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['From', account ? `${account.name} (${account.providerName})` : ''],
    ['Ship to', [form.shipTo.name, form.shipTo.postalCode, form.shipTo.country].filter(Boolean).join(', ')],
    ['When', offer ? `ships ${offer.leadTime.shipDate}` : `when there is a price within the limit, in ${QUEUE_DAYS} days at the latest`],
    ['Files', <ShortHash key="hash" sha256={subject.packageSha256} />],
    ['Waived', String(subject.waived)],
  ]
  return (
    <Sheet title={text} onClose={() => close(false)}>
      <div
        className="confirm"
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.stopPropagation()
          void place()
        }}
      >
        <dl className="fact-rows confirm-rows">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
        </dl>
        <div className="card-actions">
          <Button kind="primary" size="large" autoFocus onPress={() => void place()}>
            {placing ? 'Keeping the order…' : text} <kbd>Ctrl+Enter</kbd>
          </Button>
          <Button size="large" kind="plain" onPress={() => close(false)}>
            Not now
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

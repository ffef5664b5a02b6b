import { ShoppingCart } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { ShortHash } from '../approve/approval-facts.tsx'
import { timeText } from '../review/notes.tsx'
import { ConfirmSheet } from './confirm-sheet.tsx'
import { GateList } from './gate-list.tsx'
import { OrderButton } from './order-button.tsx'
import { OrderForm } from './order-form.tsx'
import { OfferPanel } from './offer-panel.tsx'

const Empty = ({ title, text, action }: { title: string; text: string; action: ReactNode }): ReactNode => (
  <section className="approve scroll" data-pane tabIndex={0} aria-label="Order">
    <div className="planned-inner">
      <ShoppingCart size={40} strokeWidth={1.3} aria-hidden />
      <h2>{title}</h2>
      <p className="muted" role="status">
        {text}
      </p>
      {action}
    </div>
  </section>
)

const Subject = (): ReactNode => {
  const subject = useApp((s) => s.orderDraft?.subject ?? null)
  if (!subject) return null
  return (
    <p className="num muted">
      Revision {subject.revision}, approved by {subject.approvedBy}, {timeText(subject.approvedAt)} · {subject.packageName}{' '}
      <ShortHash sha256={subject.packageSha256} /> · {subject.waived} waived
    </p>
  )
}

/** Ordering: everything filled in, one button that says what it commits to. */
export const OrderStage = (): ReactNode => {
  const load = useApp((s) => s.loadOrder)
  const loadAccounts = useApp((s) => s.loadAccounts)
  const draft = useApp((s) => s.orderDraft)
  const failed = useApp((s) => s.orderFailed)
  const form = useApp((s) => s.orderForm)
  const accounts = useApp((s) => s.accounts)
  const account = useApp((s) => s.orderAccount)
  const choose = useApp((s) => s.chooseAccount)
  const openDialog = useApp((s) => s.openDialog)
  const goTo = useApp((s) => s.goTo)
  const approvals = useApp((s) => s.approvals)
  const isFinal = useApp((s) => s.reviewFinal)
  const confirming = useApp((s) => s.confirming)
  useEffect(() => {
    void loadAccounts()
    if (isFinal) void load()
  }, [load, loadAccounts, isFinal, approvals, accounts.length])
  if (!draft || !form) {
    return (
      <Empty
        title={failed ? 'This board cannot be ordered yet' : 'Filling in the order'}
        text={failed ?? 'The form is filled from the board when the review is through.'}
        action={null}
      />
    )
  }
  if (!draft.subject) {
    return (
      <Empty
        title="The board is not approved"
        text="An order is placed from approved files only. Nothing of this board has left this computer."
        action={
          <Button kind="primary" onPress={() => goTo('approve')}>
            Go to Approve
          </Button>
        }
      />
    )
  }
  const makers = accounts.filter((a) => a.capabilities.includes('orders'))
  return (
    <section className="approve scroll" data-pane tabIndex={0} aria-label="Order">
      <div className="approve-page">
        <header className="approve-head">
          <h2>Order {draft.boardName}</h2>
          <Subject />
        </header>
        <div className="form-row order-account">
          {makers.length > 0 && (
            <Choice
              label="Account"
              value={account ?? ''}
              options={makers.map((a) => ({ id: a.id, name: a.name, note: `${a.providerName}, ${a.says}` }))}
              onChange={choose}
            />
          )}
          <Button size="small" onPress={() => openDialog('accounts')}>
            {makers.length > 0 ? 'Accounts…' : 'Add an account…'}
          </Button>
        </div>
        <OrderForm form={form} />
        <GateList />
        <OfferPanel />
        <OrderButton />
      </div>
      {confirming && <ConfirmSheet />}
    </section>
  )
}

import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { moneyText } from '#renderer/ui/money.ts'
import { PlaceFailure } from '../../account/place-failure.tsx'
import { useAnswer } from '../../account/use-answer.ts'
import { WorkspaceFrame } from '../workspace-frame.tsx'
import { BillingPart, CURRENCY } from './billing-part.tsx'
import { Invoices } from './invoices.tsx'
import { Methods, Payments } from './payments.tsx'
import { Statement } from './statement.tsx'

const Billing = ({ account, workspace }: { account: AccountShape; workspace: string }): ReactNode => {
  const place = { account: account.id, workspace }
  const balance = useAnswer('billing.balance', place, account.checkedAt)
  const payments = useAnswer('billing.payments', place, account.checkedAt)
  const methods = useAnswer('billing.methods', place, account.checkedAt)
  const parts = [balance, payments, methods]
  // Parts that come one after the other would say the same line several times.
  if (parts.some(({ isAsking, value, failure }) => isAsking && value === null && failure === null)) return <p className="muted">Asking…</p>
  if (parts.every(({ failure }) => failure?.code === 'not-offered')) return <p className="muted">Not offered by this server yet.</p>
  const signedOut = parts.find(({ failure }) => failure?.code === 'signed-out')
  if (signedOut?.failure) return <PlaceFailure account={account} failure={signedOut.failure} onAgain={signedOut.again} />
  return (
    <>
      <BillingPart title="Balance" account={account} answer={balance}>
        {(credit) =>
          credit ? (
            <p className="num">
              {moneyText(credit.balance, CURRENCY)} used of {moneyText(credit.limit, CURRENCY)} credit
            </p>
          ) : (
            <p className="muted">The workspace has no credit.</p>
          )
        }
      </BillingPart>
      <Invoices account={account} workspace={workspace} />
      <Statement account={account} workspace={workspace} />
      <BillingPart title="Payments" account={account} answer={payments}>
        {(rows) => <Payments payments={rows} />}
      </BillingPart>
      <BillingPart title="Payment methods" account={account} answer={methods}>
        {(rows) => <Methods methods={rows} />}
      </BillingPart>
    </>
  )
}

/** What a workspace owes and has paid. */
export const BillingPlace = ({ account }: { account: AccountShape }): ReactNode => (
  <WorkspaceFrame account={account}>{(workspace) => <Billing key={workspace} account={account} workspace={workspace} />}</WorkspaceFrame>
)

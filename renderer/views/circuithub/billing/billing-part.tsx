import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { PlaceFailure } from '../../account/place-failure.tsx'
import type { Answered } from '../../account/use-answer.ts'

/** CircuitHub's amounts are US dollars. */
export const CURRENCY = 'USD'

/** One part of the billing: its answer, or why there is none. */
export const BillingPart = <T,>({
  title,
  account,
  answer,
  children,
}: {
  title: string
  account: AccountShape
  answer: Answered<T>
  children: (value: T) => ReactNode
}): ReactNode => (
  <section className="approve-part" aria-label={title}>
    <h3>{title}</h3>
    {answer.failure && <PlaceFailure account={account} failure={answer.failure} onAgain={answer.again} />}
    {!answer.failure && answer.isAsking && answer.value === null && <p className="muted">Asking…</p>}
    {!answer.failure && !(answer.isAsking && answer.value === null) && children(answer.value as T)}
  </section>
)

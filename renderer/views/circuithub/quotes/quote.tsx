import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { QuoteOfferShape } from '#core/ipc/quotes.ipc.ts'
import { useParts } from '#renderer/app/app-context.tsx'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/day.ts'
import { moneyText } from '#renderer/ui/money.ts'
import { timeText } from '../../review/notes.tsx'
import { PlaceFailure } from '../../account/place-failure.tsx'
import { useAnswer } from '../../account/use-answer.ts'
import { Breakdown } from './breakdown.tsx'
import { OfferTable } from './offer-table.tsx'

type QuoteShape = AskOutput<'quotes.get'>

const isSame = (a: QuoteOfferShape, b: QuoteOfferShape): boolean => a.quantity === b.quantity && a.leadTimeDays === b.leadTimeDays

/** The offer that was chosen, also when its quote is over. */
const Chosen = ({
  chosen,
  quote,
  onTakeBack,
}: {
  chosen: NonNullable<QuoteShape['chosen']>
  quote: QuoteShape
  onTakeBack: () => void
}): ReactNode => {
  const now = quote.offers.find((offer) => isSame(offer, chosen))
  return (
    <div className="queue-line">
      <span className="chip" data-tone="clean">
        chosen
      </span>
      <span className="num">
        {chosen.quantity} boards in {chosen.leadTimeDays} business days, {moneyText(chosen.total, chosen.currency)}
      </span>
      {!now && <span className="tone-warning">not offered any more</span>}
      {now && now.total !== chosen.total && <span className="tone-warning num">now {moneyText(now.total, now.currency)}</span>}
      <Button size="small" kind="plain" onPress={onTakeBack}>
        Take back
      </Button>
    </div>
  )
}

/** A quote with its offers; one of them is unfolded to its cost lines and can be chosen. */
export const Quote = ({ account, project }: { account: AccountShape; project: number }): ReactNode => {
  const { backend } = useParts()
  const quote = useAnswer('quotes.get', { account: account.id, project, revision: null }, account.checkedAt)
  const [shown, setShown] = useState<QuoteOfferShape | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  if (quote.failure) return <PlaceFailure account={account} failure={quote.failure} onAgain={quote.again} />
  if (!quote.value) return <p className="muted">Asking for a quote…</p>
  const { id, revision, expiresAt, offers, chosen } = quote.value
  const choose = async (offer: QuoteOfferShape | null): Promise<void> => {
    const kept = offer && { ...offer, quote: id, expiresAt }
    const reply = await backend.ask('quotes.choose', { account: account.id, project, revision, offer: kept })
    setFailure(reply.ok ? null : reply.error.message)
    if (reply.ok) quote.again()
  }
  const open = shown && (offers.find((offer) => isSame(offer, shown)) ?? null)
  return (
    <section className="approve-part quote" aria-label="Quote">
      <div className="queue-line">
        <h3>Quote {id}</h3>
        <span className="muted num">valid until {timeText(Date.parse(expiresAt))}</span>
        <span className="spacer" />
        <Button size="small" onPress={quote.again}>
          {quote.isAsking ? 'Asking…' : 'Ask now'}
        </Button>
      </div>
      {failure && (
        <p className="tone-error" role="alert">
          {failure}
        </p>
      )}
      {chosen && <Chosen chosen={chosen} quote={quote.value} onTakeBack={() => void choose(null)} />}
      {offers.length === 0 ? (
        <p className="muted">CircuitHub offers nothing for this revision: look at its parts first.</p>
      ) : (
        <OfferTable
          offers={offers}
          isOpen={(offer) => open !== null && isSame(open, offer)}
          isChosen={(offer) => chosen !== null && isSame(chosen, offer)}
          onToggle={(offer) => setShown(open && isSame(open, offer) ? null : offer)}
          onChoose={(offer) => void choose(offer)}
        />
      )}
      {open && <Breakdown key={`${open.quantity}/${open.leadTimeDays}`} account={account} quote={id} offer={open} />}
      <p className="muted">
        {open ? `Ships ${dayText(open.shipDate)}. ` : ''}Orders are placed on CircuitHub&apos;s own pages; nothing is ordered from here.
      </p>
    </section>
  )
}

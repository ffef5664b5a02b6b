import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { accountPlaces } from '../account/account-places.ts'
import { placesOf, type AccountPlace } from '../account/account-place.ts'

/** The place of an account where the board that is open goes there, if it has one. */
const sendPlace = (places: readonly AccountPlace[]): AccountPlace | null => places.find(({ needs }) => needs === 'boards') ?? null

/** Leads to where the board that is open is sent, for each account that takes boards. */
export const PushRow = (): ReactNode => {
  const accounts = useApp((s) => s.accounts)
  const board = useApp((s) => s.boardId)
  const name = useApp((s) => s.boardName)
  const show = useApp((s) => s.showAccount)
  const takers = accounts.flatMap((account) => {
    const place = sendPlace(placesOf(accountPlaces, account))
    return place ? [{ account, place }] : []
  })
  if (!board || takers.length === 0) return null
  return (
    <div className="queue-line">
      <span className="muted">{name}:</span>
      {takers.map(({ account, place }) => (
        <Button key={account.id} size="small" onPress={() => show(account.id, place.id)}>
          {place.title} at {account.name}…
        </Button>
      ))}
    </div>
  )
}

import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { takersOf } from '../account/account-place.ts'
import { accountPlaces } from '../account/account-places.ts'

/** Leads to where the board that is open goes, for each account that takes boards. */
export const PushRow = (): ReactNode => {
  const accounts = useApp((s) => s.accounts)
  const board = useApp((s) => s.boardId)
  const name = useApp((s) => s.boardName)
  const show = useApp((s) => s.showAccount)
  const takers = takersOf(accountPlaces, accounts)
  if (!board || takers.length === 0) return null
  return (
    <div className="queue-line">
      <span className="muted">{name}:</span>
      {takers.map(({ account, place, says }) => (
        <Button key={account.id} size="small" onPress={() => show(account.id, place)}>
          {says}
        </Button>
      ))}
    </div>
  )
}

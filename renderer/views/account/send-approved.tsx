import { useEffect, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { takersOf } from './account-place.ts'
import { accountPlaces } from './account-places.ts'

/** Where an approved board can go from here: the accounts that take it with a screen of their own. */
export const SendApproved = (): ReactNode => {
  const load = useApp((s) => s.loadAccounts)
  const accounts = useApp((s) => s.accounts)
  const show = useApp((s) => s.showAccount)
  const isApproved = useApp((s) => s.approvals[0]?.decision === 'approved' && s.approvals[0].changed.length === 0)
  useEffect(() => void load(), [load])
  const taking = takersOf(accountPlaces, accounts)
  if (!isApproved || taking.length === 0) return null
  return (
    <section className="approve-part" aria-label="Send">
      <div className="card-actions">
        {taking.map(({ account, place, says }) => (
          <Button key={account.id} onPress={() => show(account.id, place)}>
            {says}
          </Button>
        ))}
      </div>
    </section>
  )
}

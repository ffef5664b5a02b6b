import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { placesOf } from './account-place.ts'
import { accountPlaces } from './account-places.ts'

/** A button for each thing that an account can do. */
export const AccountLinks = ({ account }: { account: AccountShape }): ReactNode => {
  const show = useApp((s) => s.showAccount)
  return placesOf(accountPlaces, account).map(({ id, title }) => (
    <Button key={id} size="small" onPress={() => show(account.id, id)}>
      {title}…
    </Button>
  ))
}

import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { placesOf } from './account-place.ts'
import { accountPlaces } from './account-places.ts'

/** A button for each thing that an account can do. @param places only these */
export const AccountLinks = ({ account, places }: { account: AccountShape; places?: readonly string[] }): ReactNode => {
  const show = useApp((s) => s.showAccount)
  return placesOf(accountPlaces, account)
    .filter(({ id }) => places?.includes(id) ?? true)
    .map(({ id, title }) => (
      <Button key={id} size="small" onPress={() => show(account.id, id)}>
        {title}…
      </Button>
    ))
}

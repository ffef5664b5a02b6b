import { useEffect, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { placesOf } from './account-place.ts'
import { accountPlaces } from './account-places.ts'
import { AccountSays } from './account-says.tsx'

const Places = ({ account }: { account: AccountShape }): ReactNode => {
  const place = useApp((s) => s.shownPlace)
  const show = useApp((s) => s.showAccount)
  const places = placesOf(accountPlaces, account)
  const chosen = places.find(({ id }) => id === place) ?? places[0]
  if (!chosen) return <p className="muted">Boards are ordered from this account on their Order page; it offers nothing else.</p>
  return (
    <Tabs
      className="account-tabs"
      selectedKey={chosen.id}
      onSelectionChange={(key) => show(account.id, String(key))}
      keyboardActivation="manual"
    >
      <TabList className="account-tab-list" aria-label={`What ${account.providerName} offers`} items={places}>
        {({ id, title }) => (
          <Tab id={id} className="account-tab">
            {title}
          </Tab>
        )}
      </TabList>
      <TabPanel key={chosen.id} id={chosen.id} className="account-panel">
        <chosen.Screen account={account} />
      </TabPanel>
    </Tabs>
  )
}

/** An account with everything that its provider can do; what it can't is not there. */
export const AccountSheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const load = useApp((s) => s.loadAccounts)
  const account = useApp((s) => s.accounts.find(({ id }) => id === s.shownAccount))
  useEffect(() => void load(), [load])
  return (
    <Sheet title={account?.name ?? 'Account'} onClose={() => close(null)} wide>
      <div className="queue-line">
        {account ? <AccountSays account={account} /> : <span className="muted">This account is not there any more.</span>}
        <span className="spacer" />
        <Button size="small" onPress={() => close('accounts')}>
          Accounts…
        </Button>
      </div>
      {account && <Places account={account} />}
    </Sheet>
  )
}

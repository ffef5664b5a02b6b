import { useEffect, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useApp } from '#renderer/app/app-context.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { PartsPlace } from '../circuithub/parts/parts-place.tsx'
import { PackageParts } from './package-parts.tsx'

/** Parts of the open board: as its package lists them, which works offline, and as an account has them. */
export const PartsSheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const load = useApp((s) => s.loadAccounts)
  const accounts = useApp((s) => s.accounts)
  useEffect(() => void load(), [load])
  const withParts = accounts.filter(({ capabilities }) => capabilities.includes('bom'))
  return (
    <Sheet title="Parts of the board" onClose={() => close(null)} wide>
      {withParts.length === 0 ? (
        <PackageParts />
      ) : (
        <Tabs className="account-tabs" keyboardActivation="manual">
          <TabList className="account-tab-list" aria-label="Where the parts are listed">
            <Tab id="package" className="account-tab">
              In the package
            </Tab>
            {withParts.map(({ id, name }) => (
              <Tab key={id} id={id} className="account-tab">
                At {name}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="package" className="account-panel">
            <PackageParts />
          </TabPanel>
          {withParts.map((account) => (
            <TabPanel key={account.id} id={account.id} className="account-panel">
              <PartsPlace account={account} />
            </TabPanel>
          ))}
        </Tabs>
      )}
    </Sheet>
  )
}

import { useEffect, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { ProductionView } from './production-view.tsx'
import { PushRow } from './push-row.tsx'

/** Orders, runs and shipments of every account, in one vocabulary with each provider's own word beside it. */
export const ProductionSheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const loadAccounts = useApp((s) => s.loadAccounts)
  useEffect(() => void loadAccounts(), [loadAccounts])
  return (
    <Sheet title="Production" onClose={() => close(null)} wide>
      <PushRow />
      <ProductionView
        account={null}
        actions={
          <Button size="small" onPress={() => close('accounts')}>
            Accounts…
          </Button>
        }
      />
    </Sheet>
  )
}

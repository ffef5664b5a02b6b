import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { ProductionView } from '../production/production-view.tsx'

/** Orders, runs and shipments of one account. */
export const ProductionPlace = ({ account }: { account: AccountShape }): ReactNode => <ProductionView account={account.id} />

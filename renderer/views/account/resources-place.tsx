import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { DataView } from '../data/data-view.tsx'

/** Everything that an account holds beyond what has a screen of its own. */
export const ResourcesPlace = ({ account }: { account: AccountShape }): ReactNode => <DataView account={account.id} />

import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'

const TONES: Record<AccountShape['state'], string> = {
  untested: 'plain',
  ok: 'clean',
  'signed-out': 'warning',
  unreachable: 'warning',
  refused: 'error',
}

const WORDS: Record<AccountShape['state'], string> = {
  untested: 'not tested yet',
  ok: 'works',
  'signed-out': 'signed out',
  unreachable: 'not reachable',
  refused: 'refused',
}

/** Where an account is, whose it is, and its last answer in words. */
export const AccountSays = ({ account }: { account: AccountShape }): ReactNode => (
  <>
    <span className="muted">
      {account.providerName}, {account.baseUrl}
      {account.who && ` · ${account.who}`}
    </span>
    <span className="chip" data-tone={TONES[account.state]}>
      {account.says || WORDS[account.state]}
    </span>
  </>
)

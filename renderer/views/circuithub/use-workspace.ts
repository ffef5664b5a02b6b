import { useState } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { useAnswer } from '../account/use-answer.ts'

type Workspace = AskOutput<'push.workspaces'>[number]

export interface ChosenWorkspace {
  /** Null until they are known. */
  readonly workspaces: readonly Workspace[] | null
  /** The one that was chosen, else the first; null when there is none. */
  readonly workspace: Workspace | null
  readonly failure: { readonly code: string; readonly message: string } | null
  choose(slug: string): void
  again(): void
}

/** Which workspace of an account a screen is about. */
export const useWorkspace = (account: AccountShape): ChosenWorkspace => {
  const all = useAnswer('push.workspaces', { account: account.id }, account.checkedAt)
  const [chosen, setChosen] = useState<string | null>(null)
  return {
    workspaces: all.value,
    workspace: all.value?.find(({ slug }) => slug === chosen) ?? all.value?.[0] ?? null,
    failure: all.failure,
    choose: setChosen,
    again: all.again,
  }
}

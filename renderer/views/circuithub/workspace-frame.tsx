import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { PlaceFailure } from '../account/place-failure.tsx'
import { useWorkspace } from './use-workspace.ts'

/** A screen about one workspace, with the choice of it where there are several. */
export const WorkspaceFrame = ({ account, children }: { account: AccountShape; children: (workspace: string) => ReactNode }): ReactNode => {
  const { workspaces, workspace, failure, choose, again } = useWorkspace(account)
  if (failure) return <PlaceFailure account={account} failure={failure} onAgain={again} />
  if (!workspaces) return <p className="muted">Asking for workspaces…</p>
  if (!workspace) return <p className="muted">This account has no workspace. Make one at CircuitHub, then try again.</p>
  return (
    <>
      {workspaces.length > 1 && (
        <Choice
          label="Workspace"
          value={workspace.slug}
          options={workspaces.map(({ slug, name }) => ({ id: slug, name }))}
          onChange={choose}
        />
      )}
      {children(workspace.slug)}
    </>
  )
}

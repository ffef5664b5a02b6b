import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { PlaceFailure } from '../../account/place-failure.tsx'
import { useProject } from '../use-project.ts'
import { Quote } from './quote.tsx'

/** What a project costs at CircuitHub, by quantity and lead time. */
export const QuotesPlace = ({ account }: { account: AccountShape }): ReactNode => {
  const { projects, project, failure, choose, again } = useProject(account)
  if (failure) return <PlaceFailure account={account} failure={failure} onAgain={again} />
  if (!projects) return <p className="muted">Asking for projects…</p>
  if (!project) return <p className="muted">No project is there yet. Send an approved board first.</p>
  return (
    <>
      <Choice
        label="Project"
        value={String(project.id)}
        options={projects.map(({ id, name, workspace }) => ({ id: String(id), name, note: workspace }))}
        onChange={(id) => choose(Number(id))}
      />
      <Quote key={project.id} account={account} project={project.id} />
    </>
  )
}

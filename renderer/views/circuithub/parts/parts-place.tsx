import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { PlaceFailure } from '../../account/place-failure.tsx'
import { useAnswer } from '../../account/use-answer.ts'
import { useProject } from '../use-project.ts'
import { RemoteParts } from './remote-parts.tsx'

const NEWEST = 'newest'

/** The list of parts of a project at CircuitHub: the one that the open board became, or another. */
export const PartsPlace = ({ account }: { account: AccountShape }): ReactNode => {
  const board = useApp((s) => s.boardId)
  const chosen = useProject(account)
  const { project, isOfBoard } = chosen
  const revisions = useAnswer('bom.revisions', project ? { account: account.id, project: project.id } : null, account.checkedAt)
  const [revision, setRevision] = useState(NEWEST)
  if (chosen.failure) return <PlaceFailure account={account} failure={chosen.failure} onAgain={chosen.again} />
  if (!chosen.projects) return <p className="muted">Asking for projects…</p>
  if (!project) return <p className="muted">No project is there yet. Send an approved board first.</p>
  const known = revisions.value?.find(({ id }) => String(id) === revision)
  return (
    <>
      <div className="push-places">
        <Choice
          label="Project"
          value={String(project.id)}
          options={chosen.projects.map(({ id, name, workspace }) => ({ id: String(id), name, note: workspace }))}
          onChange={(id) => {
            chosen.choose(Number(id))
            setRevision(NEWEST)
          }}
        />
        <Choice
          label="Revision"
          value={known ? revision : NEWEST}
          options={[
            { id: NEWEST, name: 'Newest' },
            ...(revisions.value ?? []).map(({ id, number, importedAt, tool }) => ({
              id: String(id),
              name: `Revision ${number}`,
              note: `${tool}, ${importedAt.slice(0, 10)}`,
            })),
          ]}
          onChange={setRevision}
        />
      </div>
      {known?.complaint && <p className="tone-warning">{known.complaint}</p>}
      <RemoteParts
        key={`${project.id}:${revision}`}
        account={account}
        project={project.id}
        revision={known ? known.id : null}
        board={isOfBoard ? board : null}
      />
    </>
  )
}

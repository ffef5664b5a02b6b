import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'
import { PlaceFailure } from '../account/place-failure.tsx'
import { useAnswer } from '../account/use-answer.ts'
import { PushTables, type TableUse } from './push-tables.tsx'

type Draft = AskOutput<'push.draft'>
type Project = AskOutput<'bom.projects'>[number]

const NEW_PROJECT = 'new'

const ProjectChoice = ({
  projects,
  chosen,
  onChoose,
}: {
  projects: readonly Project[]
  chosen: string
  onChoose: (id: string) => void
}): ReactNode => (
  <Choice
    label="Project"
    value={chosen}
    options={[
      { id: NEW_PROJECT, name: 'New project' },
      ...projects.map(({ id, name, revision }) => ({ id: String(id), name, note: `revision ${revision} now` })),
    ]}
    onChange={onChoose}
  />
)

/** Where the approved package goes, and what of it counts as list of parts and as placement. */
export const PushForm = ({
  account,
  board,
  draft,
  onBegun,
}: {
  account: AccountShape
  board: string
  draft: Draft
  onBegun: () => void
}): ReactNode => {
  const start = useApp((s) => s.startPush)
  const workspaces = useAnswer('push.workspaces', { account: account.id }, account.checkedAt)
  const projects = useAnswer('bom.projects', { account: account.id }, account.checkedAt)
  const [workspace, setWorkspace] = useState<string | null>(null)
  const [project, setProject] = useState(NEW_PROJECT)
  const [name, setName] = useState(draft.name.replace(/\.zip$/i, ''))
  const [uses, setUses] = useState<Readonly<Record<string, TableUse>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const failure = workspaces.failure ?? projects.failure
  const again = (): void => {
    workspaces.again()
    projects.again()
  }
  if (failure) return <PlaceFailure account={account} failure={failure} onAgain={again} />
  if (!workspaces.value || !projects.value) return <p className="muted">Asking for workspaces and projects…</p>
  const place = workspaces.value.find(({ slug }) => slug === workspace) ?? workspaces.value[0]
  if (!place) return <p className="muted">This account has no workspace. Make one at CircuitHub, then try again.</p>
  const there = projects.value.filter((each) => each.workspace === place.slug)
  const existing = there.find(({ id }) => String(id) === project)
  const isNamed = existing !== undefined || name.trim() !== ''

  const send = async (): Promise<void> => {
    if (isBusy || !isNamed) return
    setBusy(true)
    const tables = draft.tables.flatMap(({ path, found }) => {
      const as = uses[path] ?? found ?? 'none'
      return as === 'none' ? [] : [{ path, as }]
    })
    const failed = await start({
      account: account.id,
      board,
      workspace: place.slug,
      project: existing ? { id: existing.id, name: existing.name } : { id: null, name: name.trim() },
      tables,
    })
    setBusy(false)
    setProblem(failed)
    if (failed === null) onBegun()
  }
  return (
    <form
      className="push-form"
      aria-label="Send to CircuitHub"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p>
        <b>{draft.name}</b>, revision {draft.revision}, exactly as approved.{' '}
        <span className="muted mono">{draft.packageSha256.slice(0, 12)}</span>
      </p>
      <div className="push-places">
        <Choice
          label="Workspace"
          value={place.slug}
          options={workspaces.value.map(({ slug, name: shown }) => ({ id: slug, name: shown }))}
          onChange={(slug) => {
            setWorkspace(slug)
            setProject(NEW_PROJECT)
          }}
        />
        <ProjectChoice projects={there} chosen={existing ? project : NEW_PROJECT} onChoose={setProject} />
      </div>
      {existing ? (
        <p className="muted">It becomes revision {existing.revision + 1} of this project, or a later one.</p>
      ) : (
        <TextInput
          label="Project name"
          value={name}
          onChange={setName}
          note="a short mark is added there, by which a lost answer is found again"
          isRequired
        />
      )}
      <PushTables draft={draft} uses={uses} onChange={setUses} />
      {problem && (
        <p className="tone-error" role="alert">
          {problem}
        </p>
      )}
      <div className="card-actions">
        <Button kind="primary" isDisabled={!isNamed} onPress={() => void send()}>
          {isBusy ? 'Beginning…' : existing ? `Send as a revision of ${existing.name}` : 'Send as a new project'}
        </Button>
      </div>
    </form>
  )
}

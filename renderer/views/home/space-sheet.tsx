import { useEffect, useState, type ReactNode } from 'react'
import type { SpaceShape } from '#core/ipc/library.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { counted, formatBytes } from '#renderer/ui/format-value.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { LogVerdict } from './log-verdict.tsx'

const KEPT = [7, 30, 90, 365].map((days) => ({ id: String(days), name: counted(days, 'day') }))

const rowsOf = (space: SpaceShape): readonly (readonly [string, string])[] => [
  ['Boards', space.deletedBoards ? `${space.boards}, and ${space.deletedBoards} deleted` : String(space.boards)],
  ['Packages', `${formatBytes(space.contentBytes)} in ${counted(space.contents, 'file')}`],
  ['Reviews, decisions, log', formatBytes(space.databaseBytes)],
]

const Kept = (): ReactNode => {
  const days = useApp((s) => s.settings.keepDeletedDays)
  const change = useApp((s) => s.change)
  const load = useApp((s) => s.loadSpace)
  return (
    <div className="setting">
      <div>
        <h3>Deleted boards</h3>
        <p className="muted">Can be restored for so long; then they go for good at the next start.</p>
      </div>
      <Choice
        hideLabel
        label="Keep deleted boards for"
        value={String(days)}
        options={KEPT}
        onChange={(id) => {
          change({ keepDeletedDays: Number(id) })
          void load()
        }}
      />
    </div>
  )
}

/** One button, which says what it frees, and asks once more before boards go for good. */
const CleanUp = ({ space }: { space: SpaceShape }): ReactNode => {
  const cleanUp = useApp((s) => s.cleanUp)
  const isBusy = useApp((s) => s.cleaning)
  const done = useApp((s) => s.cleaned)
  const [withBoards, setWithBoards] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const boards = withBoards && space.deletedBoards > 0
  const bytes = space.unusedBytes + (boards ? space.deletedBytes : 0)
  const run = (): void => {
    setAsking(false)
    setWithBoards(false)
    void cleanUp(boards)
  }
  return (
    <section className="space-part" aria-label="Clean up">
      <h3>Clean up</h3>
      <p className="muted">
        {space.unusedContents
          ? `${counted(space.unusedContents, 'file')} no board refers to: ${formatBytes(space.unusedBytes)}.`
          : 'Every file belongs to a board.'}
      </p>
      {space.deletedBoards > 0 && (
        <label className="tick">
          <input type="checkbox" checked={withBoards} onChange={(event) => setWithBoards(event.target.checked)} />
          <span>
            Also remove {counted(space.deletedBoards, 'deleted board')} for good, {formatBytes(space.deletedBytes)}
          </span>
        </label>
      )}
      {isAsking ? (
        <div className="space-confirm" role="group" aria-label="Confirm">
          <p>{counted(space.deletedBoards, 'board')} can’t be restored then. Approval records and the log stay.</p>
          <Button size="small" autoFocus onPress={() => setAsking(false)}>
            Cancel
          </Button>
          <Button size="small" kind="primary" onPress={run}>
            Remove for good
          </Button>
        </div>
      ) : (
        <div className="card-actions">
          <Button isDisabled={isBusy || (space.unusedContents === 0 && !boards)} onPress={() => (boards ? setAsking(true) : run())}>
            {isBusy ? 'Cleaning up…' : `Clean up${bytes ? `, frees ${formatBytes(bytes)}` : ''}${boards ? '…' : ''}`}
          </Button>
        </div>
      )}
      {done && <p role="status">{done}</p>}
    </section>
  )
}

/** What the data folder holds, what can go, and whether the log is whole. */
export const SpaceSheet = (): ReactNode => {
  const space = useApp((s) => s.space)
  const open = useApp((s) => s.openDialog)
  const load = useApp((s) => s.loadSpace)
  const verify = useApp((s) => s.verifyAudit)
  useEffect(() => {
    void load()
    void verify()
  }, [load, verify])
  return (
    <Sheet title="Space and clean-up" onClose={() => open(null)}>
      {space ? (
        <>
          <dl className="fact-rows space-rows">
            {rowsOf(space).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="num">{value}</dd>
              </div>
            ))}
          </dl>
          <Kept />
          <CleanUp space={space} />
        </>
      ) : (
        <p className="muted" role="status">
          Measuring…
        </p>
      )}
      <section className="space-part" aria-label="Integrity">
        <h3>Integrity</h3>
        <LogVerdict />
        <div className="card-actions">
          <Button size="small" onPress={() => void verify()}>
            Check again
          </Button>
          <Button size="small" kind="plain" onPress={() => open('audit')}>
            Show the log
          </Button>
        </div>
      </section>
    </Sheet>
  )
}

import { Undo2 } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { PartShape, RemoteLineShape } from '#core/ipc/parts.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { PlaceFailure } from '../../account/place-failure.tsx'
import { useAnswer } from '../../account/use-answer.ts'
import { Differences } from './differences.tsx'
import { RemoteLine } from './remote-line.tsx'

/** Lines of a revision's list at CircuitHub: choose parts, mark placements, take it back. */
export const RemoteParts = ({
  account,
  project,
  revision,
  board,
}: {
  account: AccountShape
  project: number
  /** Id, null = the newest. */
  revision: number | null
  /** The open board, where it was sent to this project. */
  board: string | null
}): ReactNode => {
  const { backend } = useParts()
  const notify = useApp((s) => s.notify)
  const remote = useAnswer('bom.remote', { account: account.id, project, revision }, account.checkedAt)
  const own = useAnswer('bom.get', board === null ? null : { board })
  const [open, setOpen] = useState<number | null>(null)
  const [failure, setFailure] = useState<{ code: string; message: string } | null>(null)
  if (remote.failure) return <PlaceFailure account={account} failure={remote.failure} onAgain={remote.again} />
  if (!remote.value) return <p className="muted">Asking for the list of parts…</p>
  const { lines, summary, notPlaced, undo } = remote.value
  const place = { account: account.id, project, revision: remote.value.revision }

  /** Every change is made there first and then read anew. */
  const done = (reply: { ok: true } | { ok: false; error: { code: string; message: string } }): void => {
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) remote.again()
  }
  const assign = async (line: RemoteLineShape, part: PartShape): Promise<void> => {
    const before = line.mpn === null ? null : { mpn: line.mpn, manufacturer: line.manufacturer ?? '' }
    done(await backend.ask('bom.assignPart', { ...place, line: line.id, part: part.id, before }))
    setOpen(null)
  }
  const mark = async (line: RemoteLineShape, ref: string, dnp: boolean): Promise<void> =>
    done(await backend.ask('bom.doNotPlace', { ...place, line: line.id, ref, dnp }))
  const takeBack = async (): Promise<void> => {
    const reply = await backend.ask('bom.undo', place)
    done(reply)
    if (reply.ok && reply.value !== null) notify('note', `Taken back: ${reply.value}.`)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLInputElement
    if (isTyping || !(event.ctrlKey || event.metaKey) || event.key !== 'z' || undo === null) return
    event.preventDefault()
    void takeBack()
  }
  const marks = new Set(notPlaced.map(({ line, ref }) => `${line}/${ref}`))
  return (
    <div className="remote-parts" onKeyDown={onKeyDown}>
      <div className="queue-line">
        <span role="status" className="num">
          {counted(summary.total, 'line')}: {summary.resolved} with a part
          {summary.unresolved > 0 && `, ${summary.unresolved} without`}
          {summary.errored > 0 && `, ${summary.errored} with a problem`}
          {notPlaced.length > 0 && `; ${counted(notPlaced.length, 'placement')} left out`}
        </span>
        <span className="spacer" />
        {undo !== null && (
          <Button size="small" onPress={() => void takeBack()}>
            <Undo2 size={13} aria-hidden /> Undo: {undo}
          </Button>
        )}
        <Button size="small" onPress={remote.again}>
          {remote.isAsking ? 'Asking…' : 'Ask now'}
        </Button>
      </div>
      {failure && <PlaceFailure account={account} failure={failure} onAgain={remote.again} />}
      {own.value && <Differences own={own.value.rows} lines={lines} notPlaced={notPlaced.map(({ ref }) => ref)} />}
      {lines.length === 0 ? (
        <p className="muted">CircuitHub has no lines for this revision: it was sent without a bill of materials.</p>
      ) : (
        <>
          <p className="muted">Press a placement to leave it out, or to place it again.</p>
          <table className="approve-files">
            <thead>
              <tr>
                <th scope="col">Placements</th>
                <th scope="col">Value</th>
                <th scope="col">Footprint</th>
                <th scope="col">Part</th>
                <th scope="col">
                  <span className="sr-only">Choose</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <RemoteLine
                  key={line.id}
                  account={account}
                  line={line}
                  isMarked={(ref) => marks.has(`${line.id}/${ref}`)}
                  wanted={own.value?.rows.find(({ parts }) => parts.some(({ ref }) => line.refs.includes(ref))) ?? null}
                  isOpen={open === line.id}
                  onToggle={() => setOpen(open === line.id ? null : line.id)}
                  onAssign={(part) => assign(line, part)}
                  onMark={(ref, dnp) => void mark(line, ref, dnp)}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}

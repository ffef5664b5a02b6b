import { useEffect, useState, type ReactNode } from 'react'
import type { ComparisonShape, LayerDiffShape } from '#core/ipc/compare.ipc.ts'
import type { CardShape } from '#core/ipc/library.ipc.ts'
import type { RevisionShape } from '#core/ipc/decision-shapes.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { ComparedFindings, ComparedLayers, ComparedObjects } from './compared-lists.tsx'

/** A side of the comparison: a board and one of its revisions, null = the newest. */
interface Side {
  readonly board: string
  readonly revision: number | null
}

const NEWEST = 'newest'
const MOST_BOARDS = 200

const unchanged = (layers: readonly LayerDiffShape[]): number =>
  layers.filter((l) => l.state === 'same-bytes' || l.state === 'same-picture').length

const SideChoice = ({
  label,
  side,
  boards,
  onChange,
}: {
  label: string
  side: Side
  boards: readonly CardShape[]
  onChange: (side: Side) => void
}): ReactNode => {
  const { backend } = useParts()
  const [revisions, setRevisions] = useState<readonly RevisionShape[]>([])
  useEffect(() => {
    let isCurrent = true
    void backend.ask('revisions.list', { board: side.board }).then((reply) => {
      if (isCurrent) setRevisions(reply.ok ? reply.value : [])
    })
    return () => {
      isCurrent = false
    }
  }, [backend, side.board])
  return (
    <div className="queue-line">
      <Choice
        label={label}
        value={side.board}
        options={boards.map((b) => ({ id: b.id, name: b.name }))}
        onChange={(board) => onChange({ board, revision: null })}
      />
      <Choice
        label="Revision"
        value={side.revision === null ? NEWEST : String(side.revision)}
        options={[{ id: NEWEST, name: 'newest' }, ...revisions.map((r) => ({ id: String(r.number), name: `${r.number}, ${r.name}` }))]}
        onChange={(id) => onChange({ ...side, revision: id === NEWEST ? null : Number(id) })}
      />
    </div>
  )
}

const Result = ({ result }: { result: ComparisonShape }): ReactNode => {
  const { diff, findings } = result
  return (
    <>
      <p className={diff.isSameBoard ? 'tone-clean' : 'tone-warning'} role="status">
        <b className="plain-text">{diff.says}</b>
      </p>
      {diff.facts.length > 0 && (
        <dl className="fact-rows">
          {diff.facts.map(({ name, from, to }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="num">
                {from} → {to}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ComparedLayers layers={diff.layers} unchanged={unchanged(diff.layers)} />
      <ComparedObjects objects={diff.objects} leftOut={diff.objectsLeftOut} />
      <ComparedFindings findings={findings} />
    </>
  )
}

/** Compares two revisions or two boards: what differs in files, layers, objects and findings, and how they lie on each other. */
export const CompareSheet = (): ReactNode => {
  const { backend } = useParts()
  const close = useApp((s) => s.openDialog)
  const shown = useApp((s) => s.decisions?.board ?? null)
  const capability = useApp((s) => s.capability ?? s.standardCapability)
  const [boards, setBoards] = useState<readonly CardShape[]>([])
  const [from, setFrom] = useState<Side | null>(null)
  const [to, setTo] = useState<Side | null>(null)
  const [refuseShift, setRefuseShift] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState<ComparisonShape | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    const query = {
      text: '',
      verdicts: [],
      approvals: [],
      deleted: false,
      sort: 'active' as const,
      descending: true,
      offset: 0,
      limit: MOST_BOARDS,
    }
    void backend.ask('library.list', query).then((reply) => {
      if (!isCurrent || !reply.ok) return
      const list = reply.value.boards
      const mine = list.find((b) => b.id === shown) ?? list[0]
      setBoards(list)
      if (!mine) return
      setTo({ board: mine.id, revision: null })
      const other = list.find((b) => b.id !== mine.id) ?? mine
      setFrom(
        mine.revisions > 1 ? { board: mine.id, revision: (mine.revision ?? mine.revisions) - 1 } : { board: other.id, revision: null },
      )
    })
    return () => {
      isCurrent = false
    }
  }, [backend, shown])
  const run = async (refuse: boolean): Promise<void> => {
    if (!from || !to || !capability || isBusy) return
    setBusy(true)
    setFailure(null)
    setRefuseShift(refuse)
    const reply = await backend.ask('compare.run', { from, to, capability, refuseShift: refuse })
    setBusy(false)
    if (reply.ok) setResult(reply.value)
    else if (reply.error.code !== 'cancelled') setFailure(reply.error.message)
  }
  return (
    <Sheet title="Compare" onClose={() => close(null)} wide>
      {boards.length === 0 && <p className="muted">Open a board first: boards and revisions that were reviewed are compared here.</p>}
      {from && to && (
        <>
          <SideChoice label="Before" side={from} boards={boards} onChange={setFrom} />
          <SideChoice label="After" side={to} boards={boards} onChange={setTo} />
          <div className="card-actions">
            <Button kind="primary" onPress={() => void run(false)}>
              {isBusy ? 'Comparing…' : 'Compare'}
            </Button>
            {isBusy && (
              <Button kind="plain" onPress={() => void backend.ask('compare.cancel', {})}>
                Stop
              </Button>
            )}
          </div>
        </>
      )}
      {failure && (
        <p className="tone-error" role="alert">
          {failure}
        </p>
      )}
      {result && (
        <>
          <p className="queue-line num muted">
            {result.diff.alignment.says}
            <Button size="small" kind="plain" onPress={() => void run(!refuseShift)}>
              {refuseShift ? 'Lay them on each other' : 'Compare as they lie'}
            </Button>
          </p>
          <Result result={result} />
          <p className="muted num">{counted(result.diff.files.length, 'file')} compared by bytes</p>
        </>
      )}
    </Sheet>
  )
}

import { ArrowRight } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { RevisionShape } from '#core/ipc/decision-shapes.ts'
import type { CardShape } from '#core/ipc/library.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { ComparedSide } from '#renderer/state/slices/compare.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'

const NEWEST = 'newest'
const MOST_BOARDS = 200
const ALL = {
  text: '',
  verdicts: [],
  approvals: [],
  deleted: false,
  sort: 'active',
  descending: true,
  offset: 0,
  limit: MOST_BOARDS,
} as const

/** @returns what is compared first: a board with its revision before, else with another board */
const firstSides = (boards: readonly CardShape[], shown: string | null): { from: ComparedSide; to: ComparedSide } | null => {
  const mine = boards.find((b) => b.id === shown) ?? boards[0]
  if (!mine) return null
  const newest = mine.revision ?? mine.revisions
  const other = boards.find((b) => b.id !== mine.id) ?? mine
  const from = mine.revisions > 1 ? { board: mine.id, revision: newest - 1 } : { board: other.id, revision: null }
  return { from, to: { board: mine.id, revision: null } }
}

const SideChoice = ({ side, boards }: { side: 'from' | 'to'; boards: readonly CardShape[] }): ReactNode => {
  const { backend } = useParts()
  const value = useApp((s) => (side === 'from' ? s.comparedFrom : s.comparedTo))
  const setSide = useApp((s) => s.setSide)
  const [revisions, setRevisions] = useState<readonly RevisionShape[]>([])
  const board = value?.board ?? null
  useEffect(() => {
    if (!board) return
    let isCurrent = true
    void backend.ask('revisions.list', { board }).then((reply) => {
      if (isCurrent) setRevisions(reply.ok ? reply.value : [])
    })
    return () => {
      isCurrent = false
    }
  }, [backend, board])
  if (!value) return null
  const label = side === 'from' ? 'Before' : 'After'
  return (
    <div className="compare-side" data-side={side}>
      <Choice
        label={label}
        value={value.board}
        options={boards.map((b) => ({ id: b.id, name: b.name }))}
        onChange={(id) => setSide(side, { board: id, revision: null })}
      />
      <Choice
        label={`${label}: revision`}
        hideLabel
        value={value.revision === null ? NEWEST : String(value.revision)}
        options={[
          { id: NEWEST, name: 'Newest revision' },
          ...revisions.map((r) => ({ id: String(r.number), name: `Revision ${r.number}`, note: r.name })),
        ]}
        onChange={(id) => setSide(side, { ...value, revision: id === NEWEST ? null : Number(id) })}
      />
    </div>
  )
}

/** Which two are compared. A board with several revisions is compared at once. */
export const CompareSetup = (): ReactNode => {
  const { backend, store } = useParts()
  const isComparing = useApp((s) => s.isComparing)
  const isShiftRefused = useApp((s) => s.isShiftRefused)
  const [boards, setBoards] = useState<readonly CardShape[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    void backend.ask('library.list', { ...ALL, verdicts: [], approvals: [] }).then((reply) => {
      if (!isCurrent) return
      if (!reply.ok) {
        store.setState({ compareFailure: reply.error.message })
        return
      }
      setBoards(reply.value.boards)
      const sides = firstSides(reply.value.boards, store.getState().decisions?.board ?? null)
      if (!sides) return
      store.setState({ comparedFrom: sides.from, comparedTo: sides.to })
      if (sides.from.board === sides.to.board && sides.from.revision !== null) void store.getState().compare(false)
    })
    return () => {
      isCurrent = false
    }
  }, [backend, store])
  if (boards?.length === 0) return <p className="muted">Open a board first: what was reviewed once can be compared here.</p>
  return (
    <>
      <SideChoice side="from" boards={boards ?? []} />
      <ArrowRight size={15} aria-hidden className="muted" />
      <SideChoice side="to" boards={boards ?? []} />
      {boards && !isComparing && (
        <Button size="small" kind="primary" onPress={() => void store.getState().compare(isShiftRefused)}>
          Compare
        </Button>
      )}
    </>
  )
}

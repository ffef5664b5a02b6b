import { CircuitBoard, StickyNote } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { CardShape } from '#core/ipc/library.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { counted, formatAgo } from '#renderer/ui/format-value.ts'
import { TextInput } from '#renderer/ui/text-input.tsx'
import { formatSize } from '#renderer/ui/units.ts'
import { VerdictBadge } from '#renderer/ui/verdict.tsx'
import { CardMenu } from './card-menu.tsx'

const VERDICT_WORD = { blocked: 'Blocked', review: 'To review', clear: 'No blockers' } as const
const APPROVAL = {
  none: null,
  approved: { text: 'approved', tone: 'clean' },
  stale: { text: 'approved, earlier state', tone: 'warning' },
  rejected: { text: 'rejected', tone: 'error' },
} as const

const RenameForm = ({ card, onDone }: { card: CardShape; onDone: () => void }): ReactNode => {
  const rename = useApp((s) => s.renameBoard)
  const [name, setName] = useState(card.name)
  const keep = async (): Promise<void> => {
    if (name.trim() && (await rename(card.id, name.trim()))) onDone()
  }
  return (
    <form
      className="queue-line rename"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <TextInput label="Board's name" value={name} onChange={setName} isRequired />
      <Button size="small" kind="primary" isDisabled={name.trim() === ''} onPress={() => void keep()}>
        Keep
      </Button>
      <Button size="small" kind="plain" onPress={onDone}>
        Cancel
      </Button>
    </form>
  )
}

/** A board with picture, verdict, state and last activity. */
export const BoardCard = ({ card }: { card: CardShape }): ReactNode => {
  const open = useApp((s) => s.open)
  const unit = useApp((s) => s.settings.unit)
  const [now] = useState(() => Date.now())
  const [isRenaming, setRenaming] = useState(false)
  const approval = APPROVAL[card.approval]
  const facts = [
    card.widthMm !== null && card.heightMm !== null && formatSize(card.widthMm, card.heightMm, unit),
    card.copperLayers !== null && counted(card.copperLayers, 'layer'),
    card.revisions > 1 && `revision ${card.revision ?? card.revisions}`,
    `${card.activity || 'opened'} ${formatAgo(card.activeAt, now)}`,
  ].filter(Boolean)
  return (
    <li className="recent" data-deleted={card.deletedAt !== null || undefined}>
      {isRenaming ? (
        <RenameForm card={card} onDone={() => setRenaming(false)} />
      ) : (
        <button
          type="button"
          className="recent-open"
          disabled={card.deletedAt !== null}
          onClick={() => void open({ kind: 'recent', id: card.id })}
        >
          <span className="recent-picture">
            {card.thumbnail ? <img src={card.thumbnail} alt="" /> : <CircuitBoard size={30} strokeWidth={1.2} aria-hidden />}
          </span>
          <span className="recent-text">
            <span className="recent-name">{card.name}</span>
            <span className="muted num">{facts.join(' · ')}</span>
            {card.verdict ? (
              <VerdictBadge verdict={card.verdict}>{card.coverage ?? VERDICT_WORD[card.verdict]}</VerdictBadge>
            ) : (
              <span className="muted">Not reviewed yet</span>
            )}
            <span className="badges card-badges">
              {approval && (
                <span className="chip" data-tone={approval.tone}>
                  {approval.text}
                </span>
              )}
              {card.waived > 0 && (
                <span className="chip num" data-tone="waived">
                  {card.waived} waived
                </span>
              )}
              {card.notes > 0 && (
                <span className="chip num">
                  <StickyNote size={11} aria-hidden /> {counted(card.notes, 'note')}
                </span>
              )}
            </span>
          </span>
        </button>
      )}
      {!isRenaming && <CardMenu card={card} onRename={() => setRenaming(true)} />}
    </li>
  )
}

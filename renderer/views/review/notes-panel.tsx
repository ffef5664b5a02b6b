import { StickyNote } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { numberedNotes, type NumberedNote } from '#renderer/state/note-pins.ts'
import { showNote } from '#renderer/state/show-note.ts'
import { Button } from '#renderer/ui/button.tsx'
import { lengthNumber, unitSign, type LengthUnit } from '#renderer/ui/units.ts'
import { NoteForm } from './note-form.tsx'
import { NoteItem } from './notes.tsx'

/** @returns where a note is pinned, in words */
const placeText = ({ note: { now, target } }: NumberedNote, layerName: (id: string) => string, unit: LengthUnit): string => {
  switch (now?.kind) {
    case undefined:
      return target.kind === 'file' ? `The file ${target.path} is gone` : 'The finding is gone'
    case 'board':
      return 'The board'
    case 'file':
      return now.path
    case 'finding':
      return now.at ? `Finding at x ${lengthNumber(now.at.x, unit)} y ${lengthNumber(now.at.y, unit)} ${unitSign(unit)}` : 'Finding'
    case 'place': {
      const { at, layer } = now
      return `x ${lengthNumber(at.x, unit)} y ${lengthNumber(at.y, unit)} ${unitSign(unit)}${layer ? `, ${layerName(layer)}` : ''}`
    }
  }
}

const NoteRow = ({ numbered }: { numbered: NumberedNote }): ReactNode => {
  const { store } = useParts()
  const unit = useApp((s) => s.settings.unit)
  const layers = useApp((s) => s.board?.layers)
  const isSelected = useApp((s) => s.selectedNote === numbered.note.id)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const place = placeText(numbered, (id) => layers?.find((l) => l.id === id)?.name ?? id, unit)
  return (
    <li ref={row} className="note-row">
      <span className="pin-number num" data-resolved={numbered.note.resolved || undefined} aria-label={`Note ${numbered.number}`}>
        {numbered.number}
      </span>
      <NoteItem
        note={numbered.note}
        place={place}
        isSelected={isSelected}
        {...(numbered.note.now && numbered.note.now.kind !== 'board' ? { onShow: () => showNote(store, numbered.note) } : {})}
      />
    </li>
  )
}

/** All notes of the board: open ones first, then the settled ones. */
export const NotesPanel = (): ReactNode => {
  const { store } = useParts()
  const notes = useApp(numberedNotes)
  const noting = useApp((s) => (s.noting && s.noting.kind !== 'finding' ? s.noting : null))
  const isReady = useApp((s) => s.decisions !== null)
  const startNoting = useApp((s) => s.startNoting)
  const noteKey = useKeyOf('finding.note')
  const open = notes.filter(({ note }) => !note.resolved)
  const settled = notes.filter(({ note }) => note.resolved)
  return (
    <div className="notes scroll" data-pane>
      <div className="notes-head">
        <Button size="small" isDisabled={!isReady} onPress={() => store.getState().setTool('note')}>
          Pin to a place <kbd>{noteKey}</kbd>
        </Button>
        <Button size="small" isDisabled={!isReady} onPress={() => startNoting({ kind: 'board' })}>
          About the board or a file…
        </Button>
      </div>
      {noting && <NoteForm key={noting.kind} target={noting} />}
      {notes.length === 0 && !noting && (
        <p className="muted notes-empty">
          <StickyNote size={14} aria-hidden /> No notes yet. A note stays with its place when the board is exported anew.
        </p>
      )}
      <ul aria-label="Notes">
        {open.map((numbered) => (
          <NoteRow key={numbered.note.id} numbered={numbered} />
        ))}
      </ul>
      {settled.length > 0 && (
        <>
          <h3>Settled</h3>
          <ul aria-label="Settled notes">
            {settled.map((numbered) => (
              <NoteRow key={numbered.note.id} numbered={numbered} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

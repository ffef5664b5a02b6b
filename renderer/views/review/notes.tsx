import { Check, Crosshair, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { MAX_NOTE_CHARACTERS, type NoteShape } from '#core/ipc/decision-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { DecideForm } from './decide-form.tsx'

/** @returns a time as people write it, in the reader's zone */
export const timeText = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })

const EditForm = ({ note, onClose }: { note: NoteShape; onClose: () => void }): ReactNode => {
  const change = useApp((s) => s.changeNote)
  const [text, setText] = useState(note.text)
  const send = (): void => {
    if (text.trim() === '') return
    void change(note, text.trim(), note.resolved)
    onClose()
  }
  return (
    <DecideForm name="Change the note" onSend={send} onClose={onClose}>
      <TextField value={text} onChange={setText} maxLength={MAX_NOTE_CHARACTERS} autoFocus>
        <Label>Note</Label>
        <TextArea rows={3} />
      </TextField>
      <div className="card-actions">
        <Button kind="primary" size="small" isDisabled={text.trim() === ''} onPress={send}>
          Keep <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button size="small" kind="plain" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </DecideForm>
  )
}

interface NoteItemProps {
  readonly note: NoteShape
  /** Where it is pinned, in words; left out where that is plain. */
  readonly place?: string
  readonly isSelected?: boolean
  /** Goes to where it is pinned. */
  readonly onShow?: () => void
}

/** A note with who wrote it and when, and what can be done with it. */
export const NoteItem = ({ note, place, isSelected, onShow }: NoteItemProps): ReactNode => {
  const change = useApp((s) => s.changeNote)
  const remove = useApp((s) => s.removeNote)
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <EditForm note={note} onClose={() => setEditing(false)} />
  return (
    <div className="note" data-resolved={note.resolved || undefined} data-selected={isSelected || undefined}>
      <p className="note-text">{note.text}</p>
      {place && <p className="muted num note-place">{place}</p>}
      <p className="muted num note-line">
        <span>
          {note.author}, {timeText(note.createdAt)}
          {note.changedAt ? ', changed' : ''}
          {note.resolved ? ', settled' : ''}
          {note.now === null && !place ? ', what it was pinned to is gone' : ''}
        </span>
        <span className="spacer" />
        {onShow && (
          <IconButton label="Show where it is pinned" onPress={onShow}>
            <Crosshair size={13} />
          </IconButton>
        )}
        <IconButton label="Change the note" onPress={() => setEditing(true)}>
          <Pencil size={13} />
        </IconButton>
        <IconButton
          label={note.resolved ? 'Open the note again' : 'Mark as settled'}
          onPress={() => void change(note, note.text, !note.resolved)}
        >
          {note.resolved ? <RotateCcw size={13} /> : <Check size={13} />}
        </IconButton>
        <IconButton label="Remove the note" onPress={() => void remove(note.id)}>
          <Trash2 size={13} />
        </IconButton>
      </p>
    </div>
  )
}

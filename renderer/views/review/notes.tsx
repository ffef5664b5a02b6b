import { Check, RotateCcw, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { MAX_NOTE_CHARACTERS, type NoteShape } from '#core/ipc/decision-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { NoteTarget } from '#renderer/state/slices/decisions.slice.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'

/** @returns a time as people write it, in the reader's zone */
export const timeText = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })

/** Brings a form that opened inside the list into view. */
export const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })

/** Writes a note to where it is pinned. */
export const NoteForm = ({ target }: { target: NoteTarget }): ReactNode => {
  const add = useApp((s) => s.addNote)
  const close = useApp((s) => s.startNoting)
  const [text, setText] = useState('')
  const send = (): void => void (text.trim() && add(target, text.trim()))
  return (
    <form
      ref={intoView}
      className="waive-form"
      aria-label="Note"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          close(null)
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          event.stopPropagation()
          send()
        }
      }}
    >
      <TextField value={text} onChange={setText} maxLength={MAX_NOTE_CHARACTERS} autoFocus>
        <Label>Note</Label>
        <TextArea rows={2} />
      </TextField>
      <div className="card-actions">
        <Button kind="primary" size="small" isDisabled={text.trim() === ''} onPress={send}>
          Keep note <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button size="small" kind="plain" onPress={() => close(null)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** A note with who wrote it and when. */
export const NoteItem = ({ note, onShow }: { note: NoteShape; onShow?: () => void }): ReactNode => {
  const change = useApp((s) => s.changeNote)
  const remove = useApp((s) => s.removeNote)
  return (
    <div className="note" data-resolved={note.resolved || undefined}>
      <p className="note-text">{note.text}</p>
      <p className="muted num note-line">
        <span>
          {note.author}, {timeText(note.createdAt)}
          {note.changedAt ? ', changed' : ''}
          {note.now === null ? ', what it was pinned to is gone' : ''}
        </span>
        <span className="spacer" />
        {onShow && (
          <Button size="small" kind="plain" onPress={onShow}>
            Show
          </Button>
        )}
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

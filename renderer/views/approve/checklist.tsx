import { Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { timeText } from '../review/notes.tsx'

/** What the reviewer looks at on every revision of this board. */
export const Checklist = (): ReactNode => {
  const items = useApp((s) => s.decisions?.checklist ?? [])
  const add = useApp((s) => s.addChecklistItem)
  const tick = useApp((s) => s.tickChecklist)
  const remove = useApp((s) => s.removeChecklistItem)
  const [text, setText] = useState('')
  const [isRequired, setRequired] = useState(false)
  const keep = async (): Promise<void> => {
    if (text.trim() && (await add(text.trim(), isRequired))) setText('')
  }
  return (
    <section className="approve-part" aria-label="Checklist">
      <h3>Checklist</h3>
      <ul className="approve-list">
        {items.map((item) => (
          <li key={item.id}>
            <label className="tick">
              <input type="checkbox" checked={item.isDone} onChange={(event) => void tick(item.id, event.target.checked)} />
              <span>{item.text}</span>
            </label>
            {item.isRequired && <span className="chip">needed</span>}
            {item.doneBy && item.doneAt && (
              <span className="muted num">
                {item.doneBy}, {timeText(item.doneAt)}
                {item.isDone ? '' : ', on an earlier revision'}
              </span>
            )}
            <span className="spacer" />
            <IconButton label={`Remove “${item.text}”`} onPress={() => void remove(item.id)}>
              <Trash2 size={13} />
            </IconButton>
          </li>
        ))}
      </ul>
      <form
        className="checklist-add"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <input
          aria-label="New checklist item"
          value={text}
          maxLength={500}
          placeholder="Add an item"
          onChange={(e) => setText(e.target.value)}
        />
        <label className="tick">
          <input type="checkbox" checked={isRequired} onChange={(event) => setRequired(event.target.checked)} />
          <span>needed to approve</span>
        </label>
        <Button size="small" isDisabled={text.trim() === ''} onPress={() => void keep()}>
          <Plus size={13} aria-hidden />
          Add
        </Button>
      </form>
    </section>
  )
}

import { useState, type ReactNode } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { MAX_NOTE_CHARACTERS } from '#core/ipc/decision-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { NoteTarget } from '#renderer/state/slices/decisions.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { lengthNumber, unitSign } from '#renderer/ui/units.ts'
import { DecideForm } from './decide-form.tsx'

const BOARD = ' board'

/** Where a note is pinned that belongs to no finding: a place is fixed, the board and its files can be chosen from. */
const Target = ({ target, onChange }: { target: NoteTarget; onChange: (target: NoteTarget) => void }): ReactNode => {
  const files = useApp((s) => s.files)
  const unit = useApp((s) => s.settings.unit)
  const layers = useApp((s) => s.board?.layers)
  switch (target.kind) {
    case 'finding':
      return null
    case 'place': {
      const { at, layer } = target
      const name = layers?.find((l) => l.id === layer)?.name
      return (
        <p className="muted num">
          At x {lengthNumber(at.x, unit)} y {lengthNumber(at.y, unit)} {unitSign(unit)}
          {name && `, ${name}`}
        </p>
      )
    }
    case 'board':
    case 'file':
      return (
        <Choice
          label="About"
          value={target.kind === 'file' ? target.path : BOARD}
          options={[{ id: BOARD, name: 'the board' }, ...files.map(({ path }) => ({ id: path, name: path }))]}
          onChange={(id) => onChange(id === BOARD ? { kind: 'board' } : { kind: 'file', path: id })}
        />
      )
  }
}

/** Writes a note to where it is pinned. */
export const NoteForm = ({ target }: { target: NoteTarget }): ReactNode => {
  const add = useApp((s) => s.addNote)
  const close = useApp((s) => s.startNoting)
  const [text, setText] = useState('')
  const send = (): void => void (text.trim() && add(target, text.trim()))
  return (
    <DecideForm name="Note" onSend={send} onClose={() => close(null)}>
      <Target target={target} onChange={close} />
      <TextField value={text} onChange={setText} maxLength={MAX_NOTE_CHARACTERS} autoFocus>
        <Label>Note</Label>
        <TextArea rows={3} />
      </TextField>
      <div className="card-actions">
        <Button kind="primary" size="small" isDisabled={text.trim() === ''} onPress={send}>
          Keep note <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button size="small" kind="plain" onPress={() => close(null)}>
          Cancel
        </Button>
      </div>
    </DecideForm>
  )
}

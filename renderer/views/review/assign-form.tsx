import { useState, type ReactNode } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useApp } from '#renderer/app/app-context.tsx'
import { namesOffered, stateOf } from '#renderer/state/slices/decisions.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { DecideForm, RecentTexts } from './decide-form.tsx'

const MAX_NAME_CHARACTERS = 200

/** Says who is to see to findings. */
export const AssignForm = ({ fingerprints }: { fingerprints: readonly string[] }): ReactNode => {
  const assign = useApp((s) => s.assignFindings)
  const close = useApp((s) => s.startAssigning)
  const decisions = useApp((s) => s.decisions)
  const now = useApp((s) => stateOf(s, fingerprints[0]!)?.assignee ?? null)
  const [name, setName] = useState(now ?? '')
  const send = (): void => void (name.trim() && assign(fingerprints, name.trim()))
  return (
    <DecideForm name="Assign" onSend={send} onClose={() => close([])}>
      <TextField value={name} onChange={setName} maxLength={MAX_NAME_CHARACTERS} autoFocus>
        <Label>{fingerprints.length === 1 ? 'Assign to' : `Assign ${counted(fingerprints.length, 'finding')} to`}</Label>
        <Input placeholder="Name" autoComplete="off" />
      </TextField>
      <RecentTexts
        name="Names"
        texts={namesOffered(decisions).filter((n) => n !== name)}
        onTake={(text) => void assign(fingerprints, text)}
      />
      <div className="card-actions">
        <Button kind="primary" size="small" isDisabled={name.trim() === ''} onPress={send}>
          Assign <kbd>Ctrl+Enter</kbd>
        </Button>
        {now !== null && (
          <Button size="small" onPress={() => void assign(fingerprints, null)}>
            To nobody
          </Button>
        )}
        <Button size="small" kind="plain" onPress={() => close([])}>
          Cancel
        </Button>
      </div>
    </DecideForm>
  )
}

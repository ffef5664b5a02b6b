import { useState, type ReactNode } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'

const MOST_CHARACTERS = 10_000

/** Writes a comment on the item that is followed; everybody with access to it there can read it. */
export const CommentForm = ({ at }: { at: string }): ReactNode => {
  const write = useApp((s) => s.writeComment)
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    if (isBusy || text.trim() === '') return
    setBusy(true)
    if (await write(text.trim())) setText('')
    setBusy(false)
  }
  return (
    <form
      className="waive-form comment-form"
      aria-label="Comment"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return
        event.preventDefault()
        event.stopPropagation()
        void send()
      }}
    >
      <TextField value={text} onChange={setText} maxLength={MOST_CHARACTERS}>
        <Label>Comment, to be read by everybody with access at {at}</Label>
        <TextArea rows={2} />
      </TextField>
      <div className="card-actions">
        <Button size="small" isDisabled={text.trim() === ''} onPress={() => void send()}>
          {isBusy ? 'Sending…' : 'Send comment'} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </form>
  )
}

import { useId, useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'

/** A new issue on one of the orders. */
export const IssueForm = ({
  account,
  workspace,
  orders,
  onFiled,
}: {
  account: AccountShape
  workspace: string
  orders: readonly { readonly id: string; readonly name: string; readonly note: string }[]
  onFiled: () => void
}): ReactNode => {
  const { backend } = useParts()
  const notify = useApp((s) => s.notify)
  const commentId = useId()
  const [order, setOrder] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [comment, setComment] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const chosen = orders.find(({ id }) => id === order) ?? orders[0]
  if (!chosen) return <p className="muted">An issue is about an order, and there is no order yet.</p>
  const file = async (): Promise<void> => {
    if (isBusy || title.trim() === '') return
    setBusy(true)
    const reply = await backend.ask('issues.file', {
      account: account.id,
      workspace,
      order: Number(chosen.id),
      title: title.trim(),
      comment,
    })
    setBusy(false)
    setProblem(reply.ok ? null : reply.error.message)
    if (!reply.ok) return
    notify('success', `Issue ${reply.value.id} is filed on order ${chosen.id}.`)
    setTitle('')
    setComment('')
    onFiled()
  }
  return (
    <form
      className="new-account"
      aria-label="New issue"
      onSubmit={(event) => {
        event.preventDefault()
        void file()
      }}
    >
      <h3>New issue</h3>
      <Choice label="About" value={chosen.id} options={orders} onChange={setOrder} />
      <TextInput label="What it is about" value={title} onChange={setTitle} isRequired />
      <div className="text-input">
        <label htmlFor={commentId}>First comment</label>
        <textarea id={commentId} rows={3} value={comment} onChange={(event) => setComment(event.target.value)} />
      </div>
      {problem && (
        <p className="tone-error" role="alert">
          {problem}
        </p>
      )}
      <Button kind="primary" isDisabled={title.trim() === ''} onPress={() => void file()}>
        {isBusy ? 'Filing…' : 'File the issue'}
      </Button>
      <p className="muted">Issues are answered and closed on CircuitHub&apos;s own pages; what becomes of them is seen here.</p>
    </form>
  )
}

import { useState, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'

/** Sends the approved board that is open to an account. */
export const PushRow = (): ReactNode => {
  const { backend } = useParts()
  const accounts = useApp((s) => s.accounts)
  const board = useApp((s) => s.boardId)
  const name = useApp((s) => s.boardName)
  const notify = useApp((s) => s.notify)
  const [account, setAccount] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const chosen = accounts.find((a) => a.id === account) ?? accounts[0]
  if (!board || !chosen) return null
  const push = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    const reply = await backend.ask('providers.push', { account: chosen.id, board, options: {} })
    setBusy(false)
    if (reply.ok) notify('success', `${name} is at ${chosen.name}: ${reply.value.state}.`)
    else notify('error', `${name} was not sent.`, reply.error.message)
  }
  return (
    <div className="queue-line">
      <Choice
        label="Send this board to"
        value={chosen.id}
        options={accounts.map((a) => ({ id: a.id, name: a.name }))}
        onChange={setAccount}
      />
      <Button size="small" onPress={() => void push()}>
        {isBusy ? 'Sending…' : 'Send approved package'}
      </Button>
    </div>
  )
}

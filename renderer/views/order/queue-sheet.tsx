import { Pause, Play, RotateCw, X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import type { MessageShape } from '#core/ipc/order-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { timeText } from '../review/notes.tsx'

const STATES: Record<MessageShape['state'], string> = {
  waiting: 'waiting',
  sending: 'sending',
  unclear: 'sent, no answer: looking it up',
  'needs-you': 'needs you',
  paused: 'paused',
  done: 'done',
  cancelled: 'cancelled',
}
const TONES: Partial<Record<MessageShape['state'], string>> = { 'needs-you': 'error', unclear: 'warning', done: 'clean', sending: 'note' }

const Conflict = ({ message }: { message: MessageShape }): ReactNode => {
  const resolve = useApp((s) => s.resolveConflict)
  const { conflict } = message
  if (!conflict) return null
  return (
    <div className="conflict" role="group" aria-label="To be settled">
      <p>{conflict.says}</p>
      <dl className="fact-rows">
        <div>
          <dt>As agreed</dt>
          <dd>{conflict.agreed}</dd>
        </div>
        <div>
          <dt>Now</dt>
          <dd>{conflict.now}</dd>
        </div>
      </dl>
      <div className="card-actions">
        {conflict.canAccept && (
          <Button kind="primary" size="small" onPress={() => void resolve(message, 'accept')}>
            Go on with what is now
          </Button>
        )}
        <Button size="small" onPress={() => void resolve(message, 'cancel')}>
          Cancel this
        </Button>
      </div>
    </div>
  )
}

const MessageRow = ({ message }: { message: MessageShape }): ReactNode => {
  const step = useApp((s) => s.stepMessage)
  const pause = useApp((s) => s.pauseMessage)
  const isOver = message.state === 'done' || message.state === 'cancelled'
  return (
    <li className="queue-row">
      <div className="queue-line">
        <b>{message.title}</b>
        <span className="chip" data-tone={TONES[message.state] ?? 'plain'}>
          {STATES[message.state]}
        </span>
        <span className="spacer" />
        {!isOver && (
          <>
            <IconButton label="Try now" onPress={() => void step('outbox.retry', message.id)}>
              <RotateCw size={14} />
            </IconButton>
            <IconButton
              label={message.state === 'paused' ? 'Go on' : 'Pause'}
              onPress={() => void pause(message.id, message.state !== 'paused')}
            >
              {message.state === 'paused' ? <Play size={14} /> : <Pause size={14} />}
            </IconButton>
            <IconButton label="Cancel" isDisabled={!message.canCancel} onPress={() => void step('outbox.cancel', message.id)}>
              <X size={14} />
            </IconButton>
          </>
        )}
      </div>
      <p className="muted num">
        since {timeText(message.createdAt)} · {message.accountName}
        {message.nextAt !== null && !isOver && ` · next try ${timeText(message.nextAt)}`}
        {message.behind && ' · waits for the one before of this board'}
      </p>
      {message.says && <p>{message.says}</p>}
      <Conflict message={message} />
    </li>
  )
}

/** Everything that goes out, each with its state in words. */
export const QueueSheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const load = useApp((s) => s.loadQueue)
  const messages = useApp((s) => s.messages)
  const sync = useApp((s) => s.sync)
  const pauseSync = useApp((s) => s.pauseSync)
  useEffect(() => void load(), [load])
  return (
    <Sheet title="Outgoing" onClose={() => close(null)} wide>
      {sync && (
        <div className="queue-line">
          <span role="status">{sync.says}</span>
          <span className="spacer" />
          <Button size="small" onPress={() => void pauseSync(!sync.paused)}>
            {sync.paused ? 'Send again' : 'Pause sending'}
          </Button>
        </div>
      )}
      {messages.length === 0 ? (
        <p className="muted">Nothing waits to be sent. Orders and approved boards that go out are listed here, also while offline.</p>
      ) : (
        <ul className="queue-list">
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} />
          ))}
        </ul>
      )}
    </Sheet>
  )
}

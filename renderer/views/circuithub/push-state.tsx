import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { PushShape } from '#core/ipc/push.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { formatBytes } from '#renderer/ui/format-value.ts'
import { timeText } from '../review/notes.tsx'
import { AccountLinks } from '../account/account-links.tsx'
import { PlaceFailure } from '../account/place-failure.tsx'

const STATES: Record<PushShape['state'], string> = {
  sending: 'on its way',
  waiting: 'waits',
  stopped: 'stopped',
  complete: 'imported',
  failed: 'not imported',
}
const TONES: Record<PushShape['state'], string> = {
  sending: 'note',
  waiting: 'note',
  stopped: 'warning',
  complete: 'clean',
  failed: 'error',
}
const AS: Record<PushShape['files'][number]['as'], string> = {
  package: 'package',
  design: 'design file',
  bom: 'bill of materials',
  placement: 'placement',
}

const Files = ({ push }: { push: PushShape }): ReactNode => (
  <ul className="push-files" aria-label="Files">
    {push.files.map(({ name, as, bytes, sent }) => (
      <li key={name}>
        <span className="push-file">
          {name} <span className="muted">{AS[as]}</span>
        </span>
        <span className="num muted">{sent < bytes ? `${formatBytes(sent)} of ${formatBytes(bytes)}` : formatBytes(bytes)}</span>
        {sent < bytes ? (
          <progress aria-label={`${name}, sent`} value={sent} max={Math.max(1, bytes)} />
        ) : (
          <Check className="tone-clean" size={14} aria-label="sent" />
        )}
      </li>
    ))}
  </ul>
)

/** @returns where it goes, what it became there, and since when, in one line */
const factsOf = ({ workspace, project, made, createdAt }: PushShape): string =>
  [
    `workspace ${workspace}`,
    `project ${project.name}${made ? `, no. ${made.project}` : ''}`,
    ...(made && made.number !== null ? [`revision ${made.number} there`] : []),
    `begun ${timeText(createdAt)}`,
  ].join(' · ')

const stateText = ({ state, step }: PushShape): string => (state === 'waiting' && step === 'import' ? 'importing' : STATES[state])

/** A push on its way or at its end: files with what has left, the import in words, and what can be done. */
export const PushState = ({
  account,
  push,
  onForgotten,
}: {
  account: AccountShape
  push: PushShape
  onForgotten: () => void
}): ReactNode => {
  const step = useApp((s) => s.stepPush)
  const forget = useApp((s) => s.forgetPush)
  const isSignedOut = push.state === 'stopped' && push.reason === 'signed-out'
  const drop = async (): Promise<void> => {
    await forget(push.id)
    onForgotten()
  }
  return (
    <section className="approve-part push-state" aria-label={`${push.boardName}, revision ${push.revision}`}>
      <div className="queue-line">
        <h3>
          {push.boardName}, revision {push.revision}
        </h3>
        <span className="chip" data-tone={TONES[push.state]}>
          {stateText(push)}
        </span>
      </div>
      <p className="muted num">{factsOf(push)}</p>
      <Files push={push} />
      {!isSignedOut && (
        <p role="status">
          {push.says}
          {push.state === 'waiting' && push.step !== 'import' && push.nextAt !== null && ` Next try ${timeText(push.nextAt)}.`}
        </p>
      )}
      {isSignedOut && (
        <PlaceFailure
          account={account}
          failure={{ code: 'signed-out', message: push.says }}
          onAgain={() => void step('push.resume', push.id)}
        />
      )}
      <div className="card-actions">
        {push.state === 'complete' && <AccountLinks account={account} places={['parts', 'quotes', 'issues', 'production']} />}
        {push.state === 'waiting' && push.step !== 'import' && (
          <Button size="small" onPress={() => void step('push.resume', push.id)}>
            Try now
          </Button>
        )}
        {push.state === 'stopped' && !isSignedOut && (
          <Button size="small" kind="primary" onPress={() => void step('push.resume', push.id)}>
            Go on
          </Button>
        )}
        {push.canStop && (
          <Button size="small" onPress={() => void step('push.stop', push.id)}>
            Stop
          </Button>
        )}
        {push.canForget && (
          <Button size="small" kind="plain" onPress={() => void drop()}>
            Send in another way…
          </Button>
        )}
      </div>
    </section>
  )
}

import { useId, useState, type ReactNode } from 'react'
import { FieldError, Label, TextArea, TextField } from 'react-aria-components'
import type { Finding } from '#core/checks/finding.ts'
import { MAX_REASON_CHARACTERS } from '#core/ipc/decision-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { WaiverExpiry, WaiverScope } from '#renderer/state/slices/decisions.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { DecideForm, RecentTexts } from './decide-form.tsx'

type ExpiryKind = WaiverExpiry['kind']

const DAY_MS = 86_400_000
/** A waiver with a date is offered a month at first. */
const FIRST_OFFER_DAYS = 30

/** @returns the day where the reader is, as a date field writes it */
const dayText = (at: number): string => new Date(at).toLocaleDateString('sv-SE')

/** Why a finding may stay: reason, scope and expiry; the value that it covers is kept with it. */
export const WaiveForm = ({ finding }: { finding: Finding }): ReactNode => {
  const waive = useApp((s) => s.waive)
  const close = useApp((s) => s.startWaiving)
  const reasons = useApp((s) => s.decisions?.recentReasons ?? [])
  const author = useApp((s) => s.decisions?.author ?? '')
  const inGroup = useApp((s) => s.review?.findings.filter((f) => f.cause === finding.cause).length ?? 1)
  const ofCheck = useApp((s) => s.review?.findings.filter((f) => f.checkId === finding.checkId).length ?? 1)
  const [reason, setReason] = useState('')
  const offeredScope = useApp((s) => s.waivingScope)
  const [scope, setScope] = useState<WaiverScope>(offeredScope)
  const [expiry, setExpiry] = useState<ExpiryKind>('none')
  const [today] = useState(() => Date.now())
  const [until, setUntil] = useState(() => dayText(today + FIRST_OFFER_DAYS * DAY_MS))
  const [isBusy, setBusy] = useState(false)
  const untilId = useId()
  const isReady = !isBusy && reason.trim() !== '' && (expiry !== 'date' || until >= dayText(today))
  const send = async (): Promise<void> => {
    if (!isReady) return
    setBusy(true)
    const ends: WaiverExpiry = expiry === 'date' ? { kind: 'date', at: Date.parse(`${until}T23:59:59`) } : { kind: expiry }
    await waive(finding.fingerprint, scope, reason.trim(), ends)
    setBusy(false)
  }
  return (
    <DecideForm name="Waive" onSend={() => void send()} onClose={() => close(null)}>
      <TextField isRequired value={reason} onChange={setReason} maxLength={MAX_REASON_CHARACTERS} autoFocus>
        <Label>Reason</Label>
        <TextArea rows={2} placeholder="Why this may stay as it is" />
        <FieldError />
      </TextField>
      <RecentTexts name="Reasons given lately" texts={reasons.slice(0, 4)} onTake={setReason} />
      <div className="form-row">
        <Choice
          label="Covers"
          value={scope}
          options={[
            { id: 'place', name: 'this place' },
            { id: 'group', name: `this group (${counted(inGroup, 'place')})` },
            { id: 'check', name: `this check on this board (${counted(ofCheck, 'place')})` },
          ]}
          onChange={setScope}
        />
        <Choice
          label="Ends"
          value={expiry}
          options={[
            { id: 'none', name: 'never' },
            { id: 'next-revision', name: 'with the next revision' },
            { id: 'date', name: 'on a day' },
          ]}
          onChange={setExpiry}
        />
        {expiry === 'date' && (
          <label htmlFor={untilId} className="date-field">
            Last day
            <input id={untilId} type="date" value={until} min={dayText(today)} onChange={(e) => setUntil(e.target.value)} required />
          </label>
        )}
      </div>
      <div className="card-actions">
        <Button kind="primary" size="small" isDisabled={!isReady} onPress={() => void send()}>
          Waive <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button size="small" kind="plain" onPress={() => close(null)}>
          Cancel
        </Button>
        {author && <span className="muted">as {author}</span>}
      </div>
    </DecideForm>
  )
}

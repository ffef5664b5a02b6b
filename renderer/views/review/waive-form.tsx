import { useState, type ReactNode } from 'react'
import { FieldError, Label, TextArea, TextField } from 'react-aria-components'
import type { Finding } from '#core/checks/finding.ts'
import { MAX_REASON_CHARACTERS } from '#core/ipc/decision-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { WaiverScope } from '#renderer/state/slices/decisions.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { DecideForm, RecentTexts } from './decide-form.tsx'
import { ExpiryChoice, useExpiry } from './expiry-choice.tsx'

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
  const ending = useExpiry({ kind: 'none' })
  const [isBusy, setBusy] = useState(false)
  const isReady = !isBusy && reason.trim() !== '' && ending.isValid
  const send = async (): Promise<void> => {
    if (!isReady) return
    setBusy(true)
    await waive(finding.fingerprint, scope, reason.trim(), ending.expiry)
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
        <ExpiryChoice {...ending} />
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

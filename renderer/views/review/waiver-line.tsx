import { Crosshair, Pencil, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { MAX_REASON_CHARACTERS, type WaiverShape } from '#core/ipc/decision-shapes.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { counted, formatValue } from '#renderer/ui/format-value.ts'
import { DecideForm } from './decide-form.tsx'
import { ExpiryChoice, useExpiry } from './expiry-choice.tsx'
import { timeText } from './notes.tsx'

const SCOPES = { place: 'this place', group: 'this group', check: 'this check on this board' } as const

/** How a waiver stands on the revision that is looked at, in words. */
export const STANDINGS: Record<WaiverShape['standing'], string> = {
  same: 'Waived',
  moved: 'Waived, moved: please look',
  worse: 'Was waived, now worse',
  lapsed: 'Was waived, lapsed',
  gone: 'No longer needed',
}

const ends = ({ expiry }: WaiverShape): string => {
  switch (expiry.kind) {
    case 'none':
      return ''
    case 'next-revision':
      return ', until the next revision'
    case 'date':
      return `, until ${new Date(expiry.at).toLocaleDateString('en-GB')}`
  }
}

const ChangeForm = ({ waiver, onClose }: { waiver: WaiverShape; onClose: () => void }): ReactNode => {
  const change = useApp((s) => s.changeWaiver)
  const [reason, setReason] = useState(waiver.reason)
  const ending = useExpiry(waiver.expiry)
  const isReady = reason.trim() !== '' && ending.isValid
  const send = async (): Promise<void> => {
    if (isReady && (await change(waiver.id, reason.trim(), ending.expiry))) onClose()
  }
  return (
    <DecideForm name="Change the waiver" onSend={() => void send()} onClose={onClose}>
      <TextField isRequired value={reason} onChange={setReason} maxLength={MAX_REASON_CHARACTERS} autoFocus>
        <Label>Reason</Label>
        <TextArea rows={2} />
      </TextField>
      <div className="form-row">
        <ExpiryChoice {...ending} />
      </div>
      <div className="card-actions">
        <Button kind="primary" size="small" isDisabled={!isReady} onPress={() => void send()}>
          Keep <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button size="small" kind="plain" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </DecideForm>
  )
}

interface WaiverLineProps {
  readonly waiver: WaiverShape
  /** How it stands for the finding that it is shown with; in the list, as a whole. */
  readonly standing?: WaiverShape['standing']
  /** What it is about, where no finding says it. */
  readonly title?: string
  /** Goes to what it meets. */
  readonly onShow?: () => void
}

/** A waiver: its reason, what it was given for, how it stands now, and what can be done with it. */
export const WaiverLine = ({ waiver, standing = waiver.standing, title, onShow }: WaiverLineProps): ReactNode => {
  const remove = useApp((s) => s.removeWaiver)
  const confirm = useApp((s) => s.confirmWaiver)
  const unit = useApp((s) => s.settings.unit)
  const [isChanging, setChanging] = useState(false)
  if (isChanging) return <ChangeForm waiver={waiver} onClose={() => setChanging(false)} />
  const { covered } = waiver
  const isLength = covered.unit !== 'bool' && covered.unit !== 'count'
  const then = covered.measured === null || !isLength ? '' : ` at ${formatValue(covered.measured, covered.unit, unit)}`
  const asksToLook = standing === 'moved' || standing === 'worse' || standing === 'lapsed'
  return (
    <div className="waiver" data-standing={standing}>
      {title && <p className="waiver-title">{title}</p>}
      <p>
        <b>{STANDINGS[standing]}</b> <span>{waiver.reason}</span>
      </p>
      <p className="muted num">
        {waiver.author}, {timeText(waiver.createdAt)}, revision {waiver.revision}: {SCOPES[waiver.scope]}
        {waiver.coveredCount > 1 && `, ${counted(waiver.coveredCount, 'place')}`}
        {then}
        {ends(waiver)}
      </p>
      <div className="card-actions">
        {onShow && (
          <Button size="small" onPress={onShow}>
            <Crosshair size={13} aria-hidden />
            Show
          </Button>
        )}
        {asksToLook && (
          <Button size="small" onPress={() => void confirm(waiver)}>
            Cover as it is now
          </Button>
        )}
        <Button size="small" kind="plain" onPress={() => setChanging(true)}>
          <Pencil size={13} aria-hidden />
          Change…
        </Button>
        <Button size="small" kind="plain" onPress={() => void remove(waiver.id)}>
          <Undo2 size={13} aria-hidden />
          {standing === 'gone' ? 'Remove' : 'Take back'}
        </Button>
      </div>
    </div>
  )
}

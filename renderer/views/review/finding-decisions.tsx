import { MessageSquarePlus, ShieldOff, UserRound, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Finding } from '#core/checks/finding.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { stateOf } from '#renderer/state/slices/decisions.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { AssignForm } from './assign-form.tsx'
import { NoteForm } from './note-form.tsx'
import { NoteItem } from './notes.tsx'
import { WaiverLine } from './waiver-line.tsx'
import { WaiveForm } from './waive-form.tsx'

/** What was decided on the selected finding, and what can be decided. */
export const FindingDecisions = ({ finding }: { finding: Finding }): ReactNode => {
  const { fingerprint } = finding
  const state = useApp((s) => stateOf(s, fingerprint))
  const waiver = useApp((s) => s.decisions?.waivers.find((w) => w.id === state?.waiver) ?? null)
  const notes = useApp((s) => s.decisions?.notes)
  const waiving = useApp((s) => s.waiving === fingerprint)
  const noting = useApp((s) => (s.noting?.kind === 'finding' && s.noting.fingerprint === fingerprint ? s.noting : null))
  const isReady = useApp((s) => s.decisions !== null)
  const startWaiving = useApp((s) => s.startWaiving)
  const startNoting = useApp((s) => s.startNoting)
  const mark = useApp((s) => s.markFindings)
  const assigning = useApp((s) => s.assigning)
  const startAssigning = useApp((s) => s.startAssigning)
  const fixKey = useKeyOf('finding.fix')
  const assignKey = useKeyOf('finding.assign')
  const waiveKey = useKeyOf('finding.waive')
  const noteKey = useKeyOf('finding.note')
  if (!isReady) return null
  const mine = (notes ?? []).filter((n) => n.now?.kind === 'finding' && n.now.fingerprint === fingerprint)
  const isFix = state?.state === 'fix'
  const isAssigning = assigning[0] === fingerprint
  return (
    <div className="finding-decisions">
      {waiver && state?.standing && <WaiverLine waiver={waiver} standing={state.standing} />}
      {mine.map((note) => (
        <NoteItem key={note.id} note={note} />
      ))}
      {waiving && <WaiveForm finding={finding} />}
      {noting && <NoteForm target={noting} />}
      {isAssigning && <AssignForm fingerprints={assigning} />}
      {!waiving && !noting && !isAssigning && (
        <div className="card-actions">
          {state?.state !== 'waived' && (
            <Button size="small" onPress={() => startWaiving(fingerprint)}>
              <ShieldOff size={13} aria-hidden />
              Waive… <kbd>{waiveKey}</kbd>
            </Button>
          )}
          <Button size="small" onPress={() => startNoting({ kind: 'finding', fingerprint })}>
            <MessageSquarePlus size={13} aria-hidden />
            Note <kbd>{noteKey}</kbd>
          </Button>
          {state?.state !== 'waived' && (
            <Button size="small" onPress={() => void mark([fingerprint], isFix ? 'open' : 'fix')}>
              <Wrench size={13} aria-hidden />
              {isFix ? 'Open again' : 'To be fixed'} <kbd>{fixKey}</kbd>
            </Button>
          )}
          <Button size="small" onPress={() => startAssigning([fingerprint])}>
            <UserRound size={13} aria-hidden />
            {state?.assignee ? 'Reassign…' : 'Assign…'} <kbd>{assignKey}</kbd>
          </Button>
        </div>
      )}
    </div>
  )
}

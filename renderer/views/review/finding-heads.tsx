import { ChevronDown, ChevronRight, Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { FindingSection, SectionId } from '#renderer/state/finding-groups.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { SeverityIcon } from '#renderer/ui/severity-icon.tsx'
import { GroupMenu } from './group-menu.tsx'

const KIND = { blocked: 'error', advised: 'warning', info: 'note', waived: 'waived', 'not-run': 'unmeasured' } as const satisfies Record<
  SectionId,
  string
>

const Chevron = ({ isOpen }: { isOpen: boolean }): ReactNode =>
  isOpen ? <ChevronDown size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />

/** Head of a section with its count; "so far" while checks still run. */
export const SectionRow = ({ section, isOpen }: { section: FindingSection; isOpen: boolean }): ReactNode => {
  const toggle = useApp((s) => s.toggleSection)
  const final = useApp((s) => s.reviewFinal)
  return (
    <div role="rowheader" className="section-row">
      <button type="button" aria-expanded={isOpen} onClick={() => toggle(section.id)}>
        <Chevron isOpen={isOpen} />
        <SeverityIcon kind={KIND[section.id]} size={13} />
        <span>{section.title}</span>
        <span className="muted num">
          {section.count}
          {!final && ' so far'}
        </span>
      </button>
    </div>
  )
}

interface GroupRowProps {
  readonly cause: string
  readonly title: string
  readonly findings: readonly Finding[]
  readonly isOpen: boolean
}

/** Many places with one cause. */
export const GroupRow = ({ cause, title, findings, isOpen }: GroupRowProps): ReactNode => {
  const toggle = useApp((s) => s.toggleGroup)
  return (
    <div role="rowheader" className="group-row">
      <button type="button" className="group-head" aria-expanded={isOpen} onClick={() => toggle(cause)}>
        <Chevron isOpen={isOpen} />
        <span className="group-title">{title}</span>
        <span className="chip num">×{findings.length}</span>
      </button>
      <GroupMenu title={title} findings={findings} />
    </div>
  )
}

/** A check that did not run, and why. */
export const OutcomeRow = ({ outcome }: { outcome: CheckOutcome }): ReactNode => {
  const notify = useApp((s) => s.notify)
  const crashed = outcome.outcome === 'crashed'
  const [first, ...rest] = (outcome.reason ?? '').split('\n')
  const copy = (): void => {
    navigator.clipboard.writeText(`${outcome.id}\n${outcome.reason ?? ''}`).then(
      () => notify('success', 'Details copied.'),
      (error: Error) => notify('error', 'The clipboard is not available.', error.message),
    )
  }
  return (
    <div role="gridcell" className="outcome-row" data-crashed={crashed || undefined}>
      <SeverityIcon kind={crashed ? 'error' : 'unmeasured'} size={13} />
      <div>
        <p>{outcome.title}</p>
        <p className={crashed ? 'tone-error' : 'muted'}>{crashed ? `Crashed: ${first}` : first}</p>
      </div>
      {crashed && rest.length > 0 && (
        <IconButton label="Copy details" onPress={copy}>
          <Copy size={14} />
        </IconButton>
      )}
    </div>
  )
}

import type { ReactNode } from 'react'
import type { Finding } from '#core/checks/finding.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { showFinding } from '#renderer/state/show-finding.ts'
import { SeverityIcon } from '#renderer/ui/severity-icon.tsx'
import type { ApprovalState } from './approval-facts.tsx'

const KIND = { error: 'error', warning: 'warning', info: 'note' } as const
/** Longer lists are read in the review. */
const MOST_SHOWN = 50

const FindingLine = ({ finding, isWaived }: { finding: Finding; isWaived: boolean }): ReactNode => {
  const { store } = useParts()
  const show = (): void => {
    store.getState().goTo('review')
    store.getState().selectFinding(finding.fingerprint)
    requestAnimationFrame(() => showFinding(store, finding))
  }
  return (
    <li>
      <SeverityIcon kind={isWaived ? 'waived' : KIND[finding.severity]} size={12} />
      <button type="button" className="link" onClick={show}>
        {finding.message}
      </button>
    </li>
  )
}

const Findings = ({ title, findings, isWaived }: { title: string; findings: readonly Finding[]; isWaived: boolean }): ReactNode => (
  <details className="approve-part" open={findings.length > 0 && findings.length <= 12}>
    <summary>
      <h3>{title}</h3> <span className="chip num">{findings.length}</span>
    </summary>
    <ul className="approve-list">
      {findings.slice(0, MOST_SHOWN).map((finding) => (
        <FindingLine key={finding.fingerprint} finding={finding} isWaived={isWaived} />
      ))}
      {findings.length > MOST_SHOWN && <li className="muted">and {findings.length - MOST_SHOWN} more, in the review</li>}
    </ul>
  </details>
)

/** Open, waived and not run: what the approval is given in spite of. */
export const ApprovalLists = ({ state }: { state: ApprovalState }): ReactNode => {
  const titles = useApp((s) => s.review?.outcomes)
  const titleOf = (id: string): string => titles?.find((o) => o.id === id)?.title ?? id
  return (
    <>
      <Findings title="Open" findings={state.open as readonly Finding[]} isWaived={false} />
      <Findings title="Waived" findings={state.waived as readonly Finding[]} isWaived />
      {state.waivers.length > 0 && (
        <ul className="approve-list approve-part" aria-label="Reasons of the waivers">
          {state.waivers.map((waiver) => (
            <li key={waiver.id}>
              <span>
                {titleOf(waiver.checkId)}: “{waiver.reason}”
              </span>
              <span className="muted num">
                {waiver.author}, covers {waiver.covers}
              </span>
            </li>
          ))}
        </ul>
      )}
      <details className="approve-part" open={state.notRun.length > 0 && state.notRun.length <= 8}>
        <summary>
          <h3>Did not run</h3> <span className="chip num">{state.notRun.length}</span>
        </summary>
        <ul className="approve-list">
          {state.notRun.map(({ id, title, outcome, reason }) => (
            <li key={id}>
              <SeverityIcon kind={outcome === 'crashed' ? 'error' : 'unmeasured'} size={12} />
              <span>{title}</span>
              <span className="muted">{reason.split('\n')[0]}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

import type { ReactNode } from 'react'
import type { Finding } from '#core/checks/finding.ts'
import type { ComparisonShape } from '#core/ipc/compare.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { findingBox } from '#renderer/state/show-finding.ts'
import { SeverityIcon } from '#renderer/ui/severity-icon.tsx'

const MOST_SHOWN = 200
const KIND = { error: 'error', warning: 'warning', info: 'note' } as const

const FindingLines = ({ title, findings }: { title: string; findings: readonly Finding[] }): ReactNode => {
  const { store } = useParts()
  const view = useApp((s) => s.compareView)
  if (findings.length === 0) return null
  const show = (finding: Finding): void => {
    const box = findingBox(finding)
    const layer = store.getState().comparison?.diff.layers.find((l) => finding.layers.includes(l.id))
    if (layer) store.getState().compareLayer(layer.id)
    if (box) view?.frame(box)
  }
  return (
    <details>
      <summary>
        {title} <span className="chip num">{findings.length}</span>
      </summary>
      <ul className="approve-list">
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <li key={finding.fingerprint}>
            <SeverityIcon kind={KIND[finding.severity]} size={12} />
            <button type="button" className="link" onClick={() => show(finding)}>
              {finding.message}
            </button>
          </li>
        ))}
      </ul>
      {findings.length > MOST_SHOWN && <p className="muted num">and {findings.length - MOST_SHOWN} more</p>}
    </details>
  )
}

/** What became of the findings. Those that are fixed lie where the older board had them. */
export const ComparedFindings = ({ findings }: { findings: ComparisonShape['findings'] }): ReactNode => {
  const { counts } = findings
  const later = (pairs: ComparisonShape['findings']['moved']): readonly Finding[] => pairs.flatMap((p) => (p.to ? [p.to as Finding] : []))
  return (
    <section className="compare-part" aria-label="Findings">
      <h2>Findings</h2>
      <p className="muted num">
        {counts.new} new · {counts.worse} worse · {counts.moved} moved · {counts.fixed} fixed · {counts.unchanged} unchanged
      </p>
      <FindingLines title="New" findings={findings.new as readonly Finding[]} />
      <FindingLines title="Worse" findings={later(findings.worse)} />
      <FindingLines title="Moved" findings={later(findings.moved)} />
      <FindingLines title="Fixed" findings={findings.fixed as readonly Finding[]} />
    </section>
  )
}

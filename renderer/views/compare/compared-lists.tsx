import type { ReactNode } from 'react'
import type { Finding } from '#core/checks/finding.ts'
import type { ComparisonShape, LayerDiffShape, ObjectChangeShape } from '#core/ipc/compare.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { boxMmToNm } from '#renderer/state/show-finding.ts'
import { SeverityIcon } from '#renderer/ui/severity-icon.tsx'
import { lengthNumber, unitSign } from '#renderer/ui/units.ts'

type Box = readonly [number, number, number, number]

/** Room around what is framed, as a share of it; nothing smaller than this many mm is framed. */
const MARGIN = 0.4
const LEAST_MM = 1.5
const MOST_SHOWN = 200

const STATES: Record<LayerDiffShape['state'], string> = {
  'same-bytes': 'same bytes',
  'same-picture': 'same picture',
  differs: 'differs',
  added: 'added',
  removed: 'removed',
}
const TONES: Record<ObjectChangeShape['change'], string> = { added: 'clean', removed: 'error', moved: 'note', resized: 'warning' }
const KIND = { error: 'error', warning: 'warning', info: 'note' } as const

/** @returns a function that shows a place of the open board */
const useShow = (): ((box: Box) => void) => {
  const { store } = useParts()
  return ([x0, y0, x1, y1]) => {
    const grow = Math.max(0, LEAST_MM - Math.max(x1 - x0, y1 - y0)) / 2
    store.getState().openDialog(null)
    store.getState().goTo('review')
    requestAnimationFrame(() => store.getState().viewer?.fit(boxMmToNm([x0 - grow, y0 - grow, x1 + grow, y1 + grow]), MARGIN))
  }
}

/** Layers that differ, with the area only one of them has; the rest is one line. */
export const ComparedLayers = ({ layers, unchanged }: { layers: readonly LayerDiffShape[]; unchanged: number }): ReactNode => {
  const show = useShow()
  const changed = layers.filter((l) => l.state !== 'same-bytes' && l.state !== 'same-picture')
  return (
    <section className="approve-part" aria-label="Layers">
      <h3>Layers</h3>
      <p className="muted num">
        {unchanged} of {layers.length} layers unchanged
      </p>
      <ul className="approve-list">
        {changed.map((layer) => (
          <li key={layer.id} className="approval-row">
            <b>{layer.name}</b>
            <span className="chip" data-tone="warning">
              {STATES[layer.state]}
            </span>
            <span className="num muted">
              only before {layer.onlyFromMm2.toFixed(3)} mm², only after {layer.onlyToMm2.toFixed(3)} mm² · {layer.counts.added} added,{' '}
              {layer.counts.removed} removed, {layer.counts.moved} moved, {layer.counts.resized} resized
            </span>
            {layer.places[0] && (
              <button type="button" className="link" onClick={() => show(layer.places[0]!.boxMm)}>
                largest place
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Objects that were added, removed, moved or resized, by number. */
export const ComparedObjects = ({ objects, leftOut }: { objects: readonly ObjectChangeShape[]; leftOut: number }): ReactNode => {
  const show = useShow()
  const unit = useApp((s) => s.settings.unit)
  if (objects.length === 0) return null
  const rest = leftOut + Math.max(0, objects.length - MOST_SHOWN)
  return (
    <section className="approve-part" aria-label="Objects">
      <h3>Objects</h3> <span className="chip num">{objects.length + leftOut}</span>
      <ul className="approve-list">
        {objects.slice(0, MOST_SHOWN).map((o) => (
          <li key={o.number}>
            <span className="num">{o.number}</span>
            <span className="chip" data-tone={TONES[o.change]}>
              {o.change}
            </span>
            <button type="button" className="link" onClick={() => show(o.boxMm)}>
              {o.kind} {o.was ? `${o.was} → ${o.is}` : o.is}
            </button>
            <span className="muted num">
              {[o.layer, o.pin ?? o.net, `x ${lengthNumber(o.at.x, unit)} y ${lengthNumber(o.at.y, unit)} ${unitSign(unit)}`, o.expected]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
        {rest > 0 && <li className="muted num">and {rest} more</li>}
      </ul>
    </section>
  )
}

const FindingLines = ({ title, findings }: { title: string; findings: readonly Finding[] }): ReactNode =>
  findings.length > 0 && (
    <details className="approve-part">
      <summary>
        {title} <span className="chip num">{findings.length}</span>
      </summary>
      <ul className="approve-list">
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <li key={finding.fingerprint}>
            <SeverityIcon kind={KIND[finding.severity]} size={12} />
            <span>{finding.message}</span>
          </li>
        ))}
      </ul>
    </details>
  )

/** What became of the findings. */
export const ComparedFindings = ({ findings }: { findings: ComparisonShape['findings'] }): ReactNode => {
  const { counts } = findings
  const later = (pairs: ComparisonShape['findings']['moved']): readonly Finding[] => pairs.flatMap((p) => (p.to ? [p.to as Finding] : []))
  return (
    <section className="approve-part" aria-label="Findings">
      <h3>Findings</h3>
      <p className="muted num">
        {counts.new} new, {counts.fixed} fixed, {counts.worse} worse, {counts.moved} moved, {counts.unchanged} unchanged
      </p>
      <FindingLines title="New" findings={findings.new as readonly Finding[]} />
      <FindingLines title="Worse" findings={later(findings.worse)} />
      <FindingLines title="Moved" findings={later(findings.moved)} />
      <FindingLines title="Fixed" findings={findings.fixed as readonly Finding[]} />
    </section>
  )
}

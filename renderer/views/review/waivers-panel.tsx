import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { WaiverShape } from '#core/ipc/decision-shapes.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { showFinding } from '#renderer/state/show-finding.ts'
import { counted } from '#renderer/ui/format-value.ts'
import { WaiverLine } from './waiver-line.tsx'

/** What asks for a look comes first, what nothing is left of last. */
const ORDER: readonly (readonly [WaiverShape['standing'], string])[] = [
  ['worse', 'Worse than when waived: open again'],
  ['lapsed', 'Lapsed: open again'],
  ['moved', 'Moved: please look'],
  ['same', 'As it was'],
  ['gone', 'No longer needed'],
]

/** All waivers of the board by how they stand on this revision. */
export const WaiversPanel = (): ReactNode => {
  const { store } = useParts()
  const waivers = useApp((s) => s.decisions?.waivers)
  const revision = useApp((s) => s.decisions?.revision.number ?? 1)
  const outcomes = useApp((s) => s.review?.outcomes)
  const show = (waiver: WaiverShape): void => {
    const { review, selectFinding, showPanel } = store.getState()
    const wanted = waiver.reopened[0] ?? waiver.fingerprints[0]
    const finding = review?.findings.find((f) => f.fingerprint === wanted)
    if (!finding) return
    showPanel('findings')
    selectFinding(finding.fingerprint)
    showFinding(store, finding)
  }
  const titleOf = (id: string): string => outcomes?.find((o) => o.id === id)?.title ?? id
  if (!waivers?.length)
    return (
      <p className="muted notes notes-empty">
        <ShieldCheck size={14} aria-hidden /> Nothing is waived.
      </p>
    )
  return (
    <div className="notes scroll" data-pane tabIndex={0} role="region" aria-label="Waivers by standing">
      {revision > 1 && <p className="muted">How what was waived before stands on revision {revision}.</p>}
      {ORDER.map(([standing, title]) => {
        const list = waivers.filter((w) => w.standing === standing)
        if (list.length === 0) return null
        return (
          <section key={standing} aria-label={title}>
            <h3>
              {title} <span className="muted num">{list.length}</span>
            </h3>
            <ul>
              {list.map((waiver) => {
                const met = waiver.fingerprints.length + waiver.reopened.length
                const places = met > 1 ? ` (${counted(met, 'place')} now)` : ''
                return (
                  <li key={waiver.id}>
                    <WaiverLine
                      waiver={waiver}
                      title={titleOf(waiver.checkId) + places}
                      {...(met > 0 ? { onShow: () => show(waiver) } : {})}
                    />
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { approvalStateShape } from '#core/ipc/approval.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { formatLength, type LengthUnit } from '#renderer/ui/units.ts'

export type ApprovalState = z.infer<typeof approvalStateShape>

/** Enough of a hash to compare by eye; the whole one is in its title. */
export const ShortHash = ({ sha256 }: { sha256: string }): ReactNode => (
  <span className="mono" title={sha256}>
    {sha256.slice(0, 12)}
  </span>
)

/** @returns the facts of the board as name and value */
export const factRows = ({ facts, capability, engine }: ApprovalState, unit: LengthUnit): readonly (readonly [string, string])[] => {
  const length = (mm: number | null): string => (mm === null ? 'not known' : formatLength(mm, unit))
  const rows: readonly (readonly [string, string])[] = [
    ['Size', facts.widthMm === null ? 'no closed outline' : `${length(facts.widthMm)} × ${length(facts.heightMm)}`],
    ['Copper layers', String(facts.copperLayers)],
    ['Nets', String(facts.netCount)],
    ['Holes and slots', String(facts.holes.reduce((sum, h) => sum + h.count, 0))],
    ['Capability', `${capability.name} (${capability.service})`],
    ['Checked by', `${engine.name} ${engine.version}, ${engine.checks} checks`],
  ]
  return rows
}

export const ApprovalFacts = ({ state }: { state: ApprovalState }): ReactNode => {
  const unit = useApp((s) => s.settings.unit)
  return (
    <section className="approve-part" aria-label="Facts">
      <h3>Facts</h3>
      <dl className="fact-rows">
        {factRows(state, unit).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
        <div>
          <dt>Package</dt>
          <dd className="num">
            {state.package.name}, <ShortHash sha256={state.package.sha256} />
          </dd>
        </div>
      </dl>
    </section>
  )
}

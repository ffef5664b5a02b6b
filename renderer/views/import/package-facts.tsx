import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { BoardFacts } from '#renderer/bridge/model.ts'
import { counted } from '#renderer/ui/format-value.ts'
import { formatLength, formatSize, type LengthUnit } from '#renderer/ui/units.ts'

interface Fact {
  readonly name: string
  readonly value: string
  readonly isBad?: boolean
}

const holesText = ({ holes }: BoardFacts, pick: (hole: BoardFacts['holes'][number]) => boolean): string =>
  String(holes.filter(pick).reduce((sum, hole) => sum + hole.count, 0))

/** @returns the facts that an order starts from */
export const packageFacts = (facts: BoardFacts, unit: LengthUnit): readonly Fact[] => {
  const widest = Math.max(0, ...facts.gaps.map((gap) => gap.widthMm))
  const smallest = Math.min(...facts.holes.map((hole) => hole.diameterMm))
  const hasSize = facts.widthMm !== null && facts.heightMm !== null
  return [
    { name: 'Size', value: hasSize ? formatSize(facts.widthMm!, facts.heightMm!, unit) : 'unknown', isBad: !hasSize },
    {
      name: 'Outline',
      value: facts.gaps.length
        ? `open, ${counted(facts.gaps.length, 'gap')} up to ${formatLength(widest, unit)}`
        : hasSize
          ? 'closed'
          : 'none',
      isBad: facts.gaps.length > 0 || !hasSize,
    },
    { name: 'Copper', value: counted(facts.copperLayers, 'layer') },
    { name: 'Plated holes', value: holesText(facts, (h) => h.plated !== false && h.lengthMm <= h.diameterMm) },
    { name: 'Non-plated', value: holesText(facts, (h) => h.plated === false && h.lengthMm <= h.diameterMm) },
    { name: 'Slots', value: holesText(facts, (h) => h.lengthMm > h.diameterMm) },
    { name: 'Smallest hole', value: facts.holes.length ? formatLength(smallest, unit) : '–' },
    { name: 'Nets', value: String(facts.netCount) },
  ]
}

export const PackageFacts = (): ReactNode => {
  const facts = useApp((s) => s.board?.facts ?? null)
  const unit = useApp((s) => s.settings.unit)
  if (!facts) return null
  return (
    <dl className="facts" aria-label="Board facts">
      {packageFacts(facts, unit).map(({ name, value, isBad }) => (
        <div key={name} data-bad={isBad || undefined}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

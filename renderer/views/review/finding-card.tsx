import { Crosshair } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Finding } from '#core/checks/finding.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { decidedOf, sectionOf } from '#renderer/state/finding-groups.ts'
import { showFinding } from '#renderer/state/show-finding.ts'
import { Button } from '#renderer/ui/button.tsx'
import { formatValue } from '#renderer/ui/format-value.ts'
import { SeverityIcon } from '#renderer/ui/severity-icon.tsx'
import { lengthNumber, unitSign, type LengthUnit } from '#renderer/ui/units.ts'
import { DecisionBadges } from './decision-badges.tsx'
import { FindingDecisions } from './finding-decisions.tsx'
import { FindingPicture } from './finding-picture.tsx'
import { MeasureBar } from './measure-bar.tsx'

const KIND = { blocked: 'error', advised: 'warning', info: 'note', waived: 'waived', 'not-run': 'unmeasured' } as const

/** @returns where a finding is, in words: object, net, layers, place */
export const placeText = (finding: Finding, layerName: (id: string) => string, unit: LengthUnit): string =>
  [
    ...finding.objects.slice(0, 2),
    finding.nets.length > 0 && `net ${finding.nets.slice(0, 2).join(' / ')}`,
    finding.layers.map(layerName).join(', '),
    finding.at && `x ${lengthNumber(finding.at.x, unit)} y ${lengthNumber(finding.at.y, unit)} ${unitSign(unit)}`,
    // A place on the board says more than the file it comes from.
    ...(finding.at ? [] : finding.files.slice(0, 2)).map(
      (file) => `${file.path.split('/').at(-1)}${file.line > 0 ? ` line ${file.line}` : ''}`,
    ),
  ]
    .filter(Boolean)
    .join(' · ')

/** What the limit is to the measured value: too little of something is required, too much allowed. */
const boundOf = ({ tier }: Finding, isOver: boolean): string => (tier === 'target' ? 'preferred' : isOver ? 'allowed' : 'required')

const Numbers = ({ finding, unit }: { finding: Finding; unit: LengthUnit }): ReactNode => {
  const { measured, limit } = finding
  if (measured === null) return null
  if (limit === null || finding.unit === 'count' || finding.unit === 'bool')
    return <p className="numbers num">{formatValue(measured, finding.unit, unit)}</p>
  return (
    <>
      <p className="numbers num">
        <b>{formatValue(measured, finding.unit, unit)}</b>
        <span className="muted">
          of {formatValue(limit, finding.unit, unit)} {boundOf(finding, measured > limit)}
        </span>
        <span className="spacer" />
        <span>{formatValue(measured - limit, finding.unit, unit).replace(/^(?=[\d])/, '+')}</span>
      </p>
      <MeasureBar measured={measured} limit={limit} kind={KIND[sectionOf(finding)]} />
    </>
  )
}

const Details = ({ finding }: { finding: Finding }): ReactNode => {
  const { store } = useParts()
  const why = useApp((s) => s.review?.why[finding.checkId] ?? null)
  const source = useApp((s) => s.review?.outcomes.find((o) => o.id === finding.checkId)?.limitSource ?? null)
  const zoomKey = useKeyOf('finding.zoom')
  return (
    <div className="card-details">
      {why && (
        <p>
          <b>Why</b> {why}
        </p>
      )}
      {finding.fix && (
        <p>
          <b>Try</b> {finding.fix}
        </p>
      )}
      {source && (
        <p className="muted card-limit">
          <b>Limit</b> {source}
        </p>
      )}
      <div className="card-actions">
        {finding.at && (
          <Button size="small" onPress={() => showFinding(store, finding)}>
            <Crosshair size={13} aria-hidden />
            Zoom <kbd>{zoomKey}</kbd>
          </Button>
        )}
        <span className="chip">{finding.basis}</span>
        <span className="chip mono">{finding.checkId}</span>
      </div>
      <FindingDecisions finding={finding} />
    </div>
  )
}

/** A finding: picture, numbers, place; when selected also why, what to try and whose limit it is. */
export const FindingCard = ({ finding, title, inGroup }: { finding: Finding; title: string; inGroup: boolean }): ReactNode => {
  const { store } = useParts()
  const selected = useApp((s) => s.selectedFinding === finding.fingerprint)
  const layers = useApp((s) => s.board?.layers)
  const unit = useApp((s) => s.settings.unit)
  const kind = useApp((s) => KIND[sectionOf(finding, decidedOf(s.decisions))])
  const layerName = (id: string): string => layers?.find((l) => l.id === id)?.name ?? id
  return (
    <div
      role="gridcell"
      className="finding-card"
      data-kind={kind}
      data-selected={selected || undefined}
      data-grouped={inGroup || undefined}
      onClick={() => store.getState().selectFinding(finding.fingerprint)}
      onDoubleClick={() => showFinding(store, finding)}
    >
      {finding.at && <FindingPicture finding={finding} />}
      <div className="card-text">
        <p className="card-title">
          <SeverityIcon kind={kind} size={13} />
          <span>{title}</span>
          <DecisionBadges fingerprint={finding.fingerprint} />
        </p>
        <Numbers finding={finding} unit={unit} />
        <p className="card-message">{finding.message}</p>
        <p className="muted num card-place">{placeText(finding, layerName, unit)}</p>
        {selected && <Details finding={finding} />}
      </div>
    </div>
  )
}

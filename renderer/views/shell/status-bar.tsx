import { Cpu, Plug, Unplug } from 'lucide-react'
import type { ReactNode } from 'react'
import { toMm } from '#core/base/units.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { lengthNumber, unitSign } from '#renderer/ui/units.ts'
import { coverageText } from '#renderer/ui/verdict.tsx'
import { formatZoom } from '../canvas/describe-view.ts'

const Coordinates = (): ReactNode => {
  const pointer = useApp((s) => s.pointer)
  const measurement = useApp((s) => s.measurement)
  const unit = useApp((s) => s.settings.unit)
  const at = (mm: number | undefined): string => (mm === undefined ? '–' : lengthNumber(mm, unit))
  const delta = measurement && ([toMm(measurement.to[0] - measurement.from[0]), toMm(measurement.to[1] - measurement.from[1])] as const)
  return (
    <>
      <span className="num status-coordinate">x {at(pointer?.[0])}</span>
      <span className="num status-coordinate">y {at(pointer?.[1])}</span>
      {delta && (
        <span className="num">
          Δ {lengthNumber(delta[0], unit)}, {lengthNumber(delta[1], unit)}
        </span>
      )}
    </>
  )
}

/** Left: the application. Right: this view. */
export const StatusBar = (): ReactNode => {
  const connected = useApp((s) => s.connected)
  const screen = useApp((s) => s.screen)
  const sync = useApp((s) => s.sync)
  const unit = useApp((s) => s.settings.unit)
  const cycleUnit = useApp((s) => s.cycleUnit)
  const zoom = useApp((s) => s.zoom)
  const software = useApp((s) => s.viewer?.software ?? false)
  const summary = useApp((s) => s.review?.summary ?? null)
  const final = useApp((s) => s.reviewFinal)
  const openDialog = useApp((s) => s.openDialog)
  const count = useApp((s) => s.notices.length)
  const unitKey = useKeyOf('view.units')
  return (
    <footer className="status-bar">
      <span className="status-item" role="status">
        {connected ? <Plug size={13} aria-hidden /> : <Unplug size={13} aria-hidden />}
        {connected ? 'Works offline' : 'Connection lost, trying again'}
      </span>
      {sync && (
        <button
          type="button"
          className="status-button"
          data-tone={sync.needsYou ? 'warning' : undefined}
          onClick={() => openDialog('queue')}
        >
          {sync.says}
        </button>
      )}
      <button type="button" className="status-button" onClick={() => openDialog('log')}>
        {count === 0 ? 'No messages' : count === 1 ? '1 message' : `${count} messages`}
      </button>
      <span className="spacer" />
      {screen === 'board' && (
        <>
          {software && (
            <span className="status-item">
              <Cpu size={13} aria-hidden />
              software drawing
            </span>
          )}
          <Coordinates />
          <button type="button" className="status-button" onClick={cycleUnit} title={`Change the unit (${unitKey})`}>
            {unitSign(unit)}
          </button>
          <span className="num status-zoom">zoom {formatZoom(zoom)}</span>
          {summary && (
            <span className="num status-item" role="status">
              {coverageText(summary, final)}
            </span>
          )}
        </>
      )}
    </footer>
  )
}

import { toMm } from '#core/base/units.ts'
import type { AppState } from '#renderer/state/app-state.ts'
import { formatLength, lengthNumber, unitSign } from '#renderer/ui/units.ts'
import { describeHit } from './describe-hit.ts'

/** @returns what the canvas shows, in a sentence for people who do not see it */
export const describeView = (s: AppState): string => {
  const name = s.board?.layers.find((l) => l.id === s.activeLayer)?.name ?? 'No layer'
  const side = s.flipped ? ', seen from the bottom' : ''
  const picked = s.hits[s.hitIndex]
  return `${name}, zoom ${formatZoom(s.zoom)}${side}${picked ? `, ${describeHit(picked, s.settings.unit)}` : ''}`
}

/** @returns what the keyboard's crosshair points at, what was picked there and measured, told as it changes; '' = nothing */
export const describePlace = ({ pointer, isCrosshair, hits, hitIndex, measurement, settings: { unit } }: AppState): string => {
  const picked = hits[hitIndex]
  const parts = [
    pointer && isCrosshair && `crosshair at x ${lengthNumber(pointer[0], unit)} y ${lengthNumber(pointer[1], unit)} ${unitSign(unit)}`,
    picked && describeHit(picked, unit),
    measurement &&
      `${measurement.done ? 'measured' : 'measuring'} ${formatLength(toMm(Math.hypot(measurement.to[0] - measurement.from[0], measurement.to[1] - measurement.from[1])), unit)}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** @returns `8×`, `0.5×`, `120×` */
export const formatZoom = (zoom: number): string => `${zoom >= 10 ? Math.round(zoom) : Number(zoom.toPrecision(2))}×`

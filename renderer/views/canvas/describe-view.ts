import type { AppState } from '#renderer/state/app-state.ts'
import { describeHit } from './describe-hit.ts'

/** @returns what the canvas shows, in a sentence for people who do not see it */
export const describeView = (s: AppState): string => {
  const name = s.board?.layers.find((l) => l.id === s.activeLayer)?.name ?? 'No layer'
  const side = s.flipped ? ', seen from the bottom' : ''
  const picked = s.hits[s.hitIndex]
  return `${name}, zoom ${formatZoom(s.zoom)}${side}${picked ? `, ${describeHit(picked, s.settings.unit)}` : ''}`
}

/** @returns `8×`, `0.5×`, `120×` */
export const formatZoom = (zoom: number): string => `${zoom >= 10 ? Math.round(zoom) : Number(zoom.toPrecision(2))}×`

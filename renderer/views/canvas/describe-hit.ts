import { toMm } from '#core/base/units.ts'
import { formatLength, type LengthUnit } from '#renderer/ui/units.ts'
import { NON_PLATED_HOLES, PLATED_HOLES } from '#renderer/state/slices/layers.slice.ts'
import type { Hit } from '#renderer/viewer/worker/protocol.ts'

const isHole = (layer: string): boolean => layer === PLATED_HOLES || layer === NON_PLATED_HOLES

/** @returns the kind of an object as people call it */
export const kindOf = (hit: Hit): string => {
  if (isHole(hit.layer)) return `${hit.layer === PLATED_HOLES ? 'plated' : 'non-plated'} ${hit.kind === 'flash' ? 'hole' : 'slot'}`
  return hit.kind
}

/** @returns its size: diameter, pen width, or width and height */
export const sizeOf = (hit: Hit, unit: LengthUnit): string => {
  const round = hit.shape === 'circle' || isHole(hit.layer)
  if (round || hit.kind === 'draw' || hit.kind === 'arc') return formatLength(toMm(hit.width), unit)
  return `${formatLength(toMm(hit.width), unit)} × ${formatLength(toMm(hit.height), unit)}`
}

/** @returns one line: "flash 0.6 mm, D12, net GND" */
export const describeHit = (hit: Hit, unit: LengthUnit): string =>
  [
    `${kindOf(hit)} ${sizeOf(hit, unit)}`,
    hit.dCode !== null && `${isHole(hit.layer) ? 'T' : 'D'}${hit.dCode}`,
    hit.ref && `${hit.ref}${hit.pin ? `.${hit.pin}` : ''}`,
    hit.nets.length > 0 && `net ${hit.nets.join(', ')}`,
  ]
    .filter(Boolean)
    .join(', ')

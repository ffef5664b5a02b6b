import { Crosshair } from 'lucide-react'
import type { ReactNode } from 'react'
import { toMm } from '#core/base/units.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { useKeyOf } from '#renderer/app/use-key.ts'
import { NON_PLATED_HOLES, PLATED_HOLES } from '#renderer/state/slices/layers.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { formatLength, lengthNumber, unitSign, type LengthUnit } from '#renderer/ui/units.ts'
import type { Hit } from '#renderer/viewer/worker/protocol.ts'
import { kindOf, sizeOf } from '../canvas/describe-hit.ts'

const isHole = (id: string): boolean => id === PLATED_HOLES || id === NON_PLATED_HOLES

/** @returns everything known about an object as name and value */
export const inspectorRows = (
  hit: Hit,
  layerName: string,
  path: string | null,
  unit: LengthUnit,
): readonly (readonly [string, string])[] => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Kind', kindOf(hit)],
    ['Size', sizeOf(hit, unit)],
    ['Length', hit.length > 0 ? formatLength(toMm(hit.length), unit) : null],
    [
      isHole(hit.layer) ? 'Tool' : 'Aperture',
      hit.dCode === null ? null : `${isHole(hit.layer) ? 'T' : 'D'}${hit.dCode}${hit.shape && !isHole(hit.layer) ? `, ${hit.shape}` : ''}`,
    ],
    ['Function', hit.fn],
    ['Net', hit.nets.length ? hit.nets.join(', ') : null],
    ['Part', hit.ref ? `${hit.ref}${hit.pin ? ` pin ${hit.pin}` : ''}` : hit.component],
    ['Layer', layerName],
    ['Place', `${lengthNumber(toMm(hit.x), unit)}, ${lengthNumber(toMm(hit.y), unit)} ${unitSign(unit)}`],
    ['File', path ? `${path.split('/').at(-1)}, line ${hit.line}` : `line ${hit.line}`],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}

/** What was picked on the board, or lies under the pointer. */
export const Inspector = (): ReactNode => {
  const picked = useApp((s) => s.hits[s.hitIndex] ?? null)
  const hover = useApp((s) => s.hover)
  const count = useApp((s) => s.hits.length)
  const index = useApp((s) => s.hitIndex)
  const next = useApp((s) => s.nextHit)
  const highlight = useApp((s) => s.highlightNets)
  const highlighted = useApp((s) => s.highlightedNets)
  const layers = useApp((s) => s.board?.layers)
  const unit = useApp((s) => s.settings.unit)
  const nextKey = useKeyOf('inspect.next')
  const netKey = useKeyOf('inspect.net')
  const hit = picked ?? hover
  const layer = layers?.find((l) => l.id === hit?.layer)
  return (
    <section className="inspector" aria-label="Inspector" data-pane data-inspector tabIndex={0}>
      <header className="panel-head">
        <h2>Inspector</h2>
        {picked && count > 1 && (
          <span className="muted num">
            {index + 1} of {count}
          </span>
        )}
        <span className="spacer" />
        {picked && count > 1 && (
          <Button size="small" kind="plain" onPress={next}>
            Beneath <kbd>{nextKey}</kbd>
          </Button>
        )}
        {hit && hit.nets.length > 0 && (
          <Button size="small" kind="plain" onPress={() => highlight(highlighted.length ? [] : hit.nets)}>
            Net <kbd>{netKey}</kbd>
          </Button>
        )}
      </header>
      {hit ? (
        <dl className="inspector-rows" data-preview={!picked || undefined}>
          {inspectorRows(
            hit,
            layer?.name ?? (hit.layer === PLATED_HOLES ? 'Plated holes' : 'Non-plated holes'),
            layer?.path ?? null,
            unit,
          ).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="muted inspector-empty">
          <Crosshair size={14} aria-hidden /> Click something on the board.
        </p>
      )}
    </section>
  )
}

import type { ReactNode } from 'react'
import type { LayerDiffShape } from '#core/ipc/compare.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'

const STATES: Record<LayerDiffShape['state'], string> = {
  'same-bytes': 'same bytes',
  'same-picture': 'same picture',
  differs: 'differs',
  added: 'added',
  removed: 'removed',
}
const TONES: Partial<Record<LayerDiffShape['state'], string>> = { differs: 'warning', added: 'clean', removed: 'error' }
const KINDS = ['added', 'removed', 'moved', 'resized'] as const

const countsText = ({ counts, onlyFromMm2, onlyToMm2, role }: LayerDiffShape): string => {
  const parts = KINDS.filter((kind) => counts[kind] > 0).map((kind) => `${counts[kind]} ${kind}`)
  // Holes have no copper to count.
  const area = role === 'drill' ? [] : [`−${onlyFromMm2.toFixed(3)} +${onlyToMm2.toFixed(3)} mm²`]
  return [...parts, ...area].join(' · ')
}

const LayerRow = ({ layer }: { layer: LayerDiffShape }): ReactNode => {
  const isShown = useApp((s) => s.comparedLayer === layer.id)
  const show = useApp((s) => s.compareLayer)
  const isSame = layer.state.startsWith('same')
  return (
    <li>
      <button type="button" className="compared-layer" aria-pressed={isShown} onClick={() => show(layer.id)}>
        <span className="compared-name">{layer.name}</span>
        <span className="chip" data-tone={TONES[layer.state]}>
          {STATES[layer.state]}
        </span>
        {!isSame && <span className="muted num compared-counts">{countsText(layer)}</span>}
      </button>
    </li>
  )
}

/** Layers that differ, then the others behind one line. Choosing one shows it on the canvas. */
export const ComparedLayers = ({ layers }: { layers: readonly LayerDiffShape[] }): ReactNode => {
  const same = layers.filter((l) => l.state.startsWith('same'))
  const others = layers.filter((l) => !l.state.startsWith('same'))
  return (
    <section className="compare-part" aria-label="Layers">
      <h2>Layers</h2>
      <ul>
        {others.map((layer) => (
          <LayerRow key={layer.id} layer={layer} />
        ))}
      </ul>
      {same.length > 0 && (
        <details open={others.length === 0}>
          <summary className="muted num">
            {same.length} of {layers.length} layers unchanged
          </summary>
          <ul>
            {same.map((layer) => (
              <LayerRow key={layer.id} layer={layer} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'

/** Frame times and counts, for people who look after the drawing speed. */
export const DrawingFigures = (): ReactNode => {
  const shown = useApp((s) => s.figuresShown)
  const figures = useApp((s) => s.figures)
  const viewer = useApp((s) => s.viewer)
  if (!shown) return null
  return (
    <dl className="figures mono">
      <dt>drawing</dt>
      <dd>
        {viewer?.painterKind} {viewer?.software ? '(software)' : '(GPU)'}
      </dd>
      <dt>frame p50 / p95</dt>
      <dd>{figures ? `${figures.p50.toFixed(1)} / ${figures.p95.toFixed(1)} ms` : '–'}</dd>
      <dt>drawn</dt>
      <dd>{figures?.drawn.toLocaleString('en') ?? '–'}</dd>
      <dt>bins</dt>
      <dd>{figures?.bins ?? '–'}</dd>
    </dl>
  )
}

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { CompareBusy } from './compare-busy.tsx'
import { CompareSession, type CompareDrawing } from './compare-session.ts'
import { Divider } from './divider.tsx'
import { useBlink } from './use-blink.ts'

/** Which colour means what; where each is shown by itself, which is which. */
const Legend = (): ReactNode => {
  const shown = useApp((s) => s.blink ?? s.look)
  if (shown === 'overlay')
    return (
      <ul className="compare-legend" aria-label="Colours">
        <li data-swatch="before">only before</li>
        <li data-swatch="after">only after</li>
        <li data-swatch="both">in both</li>
      </ul>
    )
  return (
    <p className="compare-sides" data-look={shown}>
      {shown !== 'after' && <span>Before</span>}
      {shown !== 'before' && <span>After</span>}
    </p>
  )
}

const useDescription = (): string => {
  const layer = useApp((s) => s.comparison?.diff.layers.find((l) => l.id === s.comparedLayer)?.name ?? null)
  const shown = useApp((s) => s.blink ?? s.look)
  const selected = useApp((s) => s.selectedChange)
  const words = { overlay: 'overlay of before and after', slider: 'before left of the divider, after right of it', beside: 'before and after side by side', before: 'before', after: 'after' } // prettier-ignore
  if (!layer) return 'No layer is shown.'
  return [layer, words[shown], ...(selected === null ? [] : [`difference ${selected}`])].join(', ')
}

/** Both boards on one canvas. */
export const CompareCanvas = (): ReactNode => {
  const { store } = useParts()
  const slot = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<CompareDrawing>({ waiting: false, failure: null })
  const look = useApp((s) => s.look)
  const blink = useApp((s) => s.blink)
  const label = useDescription()
  const comparison = useApp((s) => s.comparison)
  useBlink()
  useEffect(() => {
    const session = new CompareSession(store, setDrawing)
    slot.current?.prepend(session.element)
    store.setState({ compareView: session })
    return () => {
      store.setState({ compareView: null })
      session.dispose()
    }
  }, [store])
  useEffect(() => {
    // The keys of the canvas act at once, unless somebody is already elsewhere.
    if (comparison && document.activeElement === document.body) slot.current?.focus()
  }, [comparison])
  return (
    <section className="board-view compare-view" aria-label="Both boards" data-look={blink ?? look}>
      <div
        ref={slot}
        className="board-canvas"
        data-keys="canvas"
        data-pane
        tabIndex={0}
        role="application"
        aria-roledescription="comparison view"
        aria-label={label}
      />
      {look === 'slider' && !blink && <Divider />}
      <Legend />
      <CompareBusy />
      {drawing.failure ? (
        <p className="canvas-note" data-tone="error" role="alert">
          {drawing.failure}
        </p>
      ) : (
        drawing.waiting && (
          <p className="canvas-note" role="status">
            Drawing…
          </p>
        )
      )}
    </section>
  )
}

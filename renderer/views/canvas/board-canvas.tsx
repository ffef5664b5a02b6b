import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Point } from '#core/base/box.ts'
import { NM_PER_MM, toMm } from '#core/base/units.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { Tool } from '#renderer/state/slices/view.slice.ts'
import { describePlace, describeView } from './describe-view.ts'
import type { BoardViewer } from '#renderer/viewer/board-viewer.ts'
import { visibleBox } from '#renderer/viewer/camera.ts'
import { DrawingFigures } from './drawing-figures.tsx'
import { CanvasToolbar } from './canvas-toolbar.tsx'

/** A step of the keyboard's crosshair, CSS pixels; with Shift one pixel. */
const CROSSHAIR_PX = 10

/** The view follows the crosshair over its edge. */
const keepInView = (viewer: BoardViewer, [x, y]: Point): void => {
  const [x0, y0, x1, y1] = visibleBox(viewer.camera, viewer.size)
  if (x < x0 || x > x1 || y < y0 || y > y1) viewer.look({ ...viewer.camera, x, y }, { remember: false })
}

/** What the tool that is chosen waits for. */
const HINTS: Partial<Record<Tool, string>> = {
  measure: 'Click two places to measure. Shift frees the snap, Esc leaves.',
  gap: 'Click two objects for the gap between them. Esc leaves.',
  note: 'Click where the note belongs, or move the crosshair there with Alt and the arrows and press Enter. Esc leaves.',
  'zoom-box': 'Drag a box to zoom to. Esc leaves.',
}

/** The place where the viewer is shown. One element with a role, a name and a description that follows what is seen. */
export const BoardCanvas = (): ReactNode => {
  const { store, session } = useParts()
  const slot = useRef<HTMLDivElement>(null)
  const placeId = useId()
  const label = useApp(describeView)
  const place = useApp(describePlace)
  const loaded = useApp((s) => s.loadedLayers.length)
  const expected = useApp((s) => s.layerOrder.length)
  const failed = useApp((s) => s.failedLayers)
  const hint = useApp((s) => (s.measurement ? null : (HINTS[s.tool] ?? null)))
  useEffect(() => {
    slot.current?.prepend(session().element)
  }, [session])

  /** With Alt the arrows move a crosshair that measures and picks without a pointer. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const { viewer, tools } = session()
    const state = store.getState()
    const at = state.pointer ?? [toMm(viewer.camera.x), toMm(viewer.camera.y)]
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    if (event.altKey && step) {
      const px = event.shiftKey ? 1 : CROSSHAIR_PX
      const origin = viewer.worldAt(0, 0)
      const moved = viewer.worldAt(step[0]! * px, step[1]! * px)
      const next = [at[0] + toMm(moved[0] - origin[0]), at[1] + toMm(moved[1] - origin[1])] as const
      state.setPointer(next, true)
      keepInView(viewer, [next[0] * NM_PER_MM, next[1] * NM_PER_MM])
      viewer.setOverlay({ crosshair: [next[0] * NM_PER_MM, next[1] * NM_PER_MM] })
      event.preventDefault()
    } else if (event.key === 'Enter' && event.target === event.currentTarget) {
      tools.crosshairClick([at[0] * NM_PER_MM, at[1] * NM_PER_MM], event.shiftKey)
      event.preventDefault()
    }
  }

  return (
    <section className="board-view" aria-label="Board">
      <div
        ref={slot}
        className="board-canvas"
        data-keys="canvas"
        data-pane
        tabIndex={0}
        role="application"
        aria-roledescription="board view"
        aria-label={label}
        aria-describedby={placeId}
        onKeyDown={onKeyDown}
        onBlur={() => session().viewer.setOverlay({ crosshair: null })}
      />
      <p id={placeId} className="sr-only" role="status">
        {place}
      </p>
      <CanvasToolbar />
      {hint && (
        <p className="canvas-note canvas-hint" role="status">
          {hint}
        </p>
      )}
      {expected > 0 && loaded + failed.length < expected && (
        <p className="canvas-note" role="status">
          Drawing layer {Math.min(loaded + 1, expected)} of {expected}
        </p>
      )}
      {failed.length > 0 && (
        <p className="canvas-note" data-tone="error" role="alert">
          {failed.length === 1 ? 'One layer' : `${failed.length} layers`} could not be drawn: {failed.map((f) => f.id).join(', ')}
        </p>
      )}
      <DrawingFigures />
    </section>
  )
}

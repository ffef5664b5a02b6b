import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'

const STEP = 0.02
const LARGE_STEP = 0.1

/** The line between before and after: dragged, or moved by arrows, Page Up and Down, Home and End. */
export const Divider = (): ReactNode => {
  const at = useApp((s) => s.divider)
  const setDivider = useApp((s) => s.setDivider)
  const isDragged = useRef(false)
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowLeft: at - STEP,
      ArrowDown: at - STEP,
      ArrowRight: at + STEP,
      ArrowUp: at + STEP,
      PageDown: at - LARGE_STEP,
      PageUp: at + LARGE_STEP,
      Home: 0,
      End: 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setDivider(to)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    if (isDragged.current && box) setDivider((event.clientX - box.left) / box.width)
  }
  const end = (): void => {
    isDragged.current = false
  }
  return (
    <div
      className="compare-divider"
      role="slider"
      tabIndex={0}
      aria-label="Divider between before and after"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(at * 100)}
      aria-valuetext={`before fills ${Math.round(at * 100)} %`}
      ref={(element) => element?.style.setProperty('left', `${at * 100}%`)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        isDragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <span aria-hidden />
    </div>
  )
}

/** What a person does with the pointer on the canvas; places in CSS pixels from its upper left corner. */
export interface PointerActions {
  pan(dx: number, dy: number): void
  zoom(x: number, y: number, factor: number): void
  /** @param free Shift is held: no snapping */
  hover(x: number, y: number, free: boolean): void
  leave(): void
  click(x: number, y: number, free: boolean, add: boolean): void
  /** A box dragged with the zoom tool; `done` on release. */
  box(x0: number, y0: number, x1: number, y1: number, done: boolean): void
  /** Whether a drag with the main button draws a box at the moment. */
  wantsBox(): boolean
}

const CLICK_SLACK_PX = 4

interface Drag {
  readonly kind: 'pan' | 'box' | 'press'
  readonly startX: number
  readonly startY: number
  lastX: number
  lastY: number
  moved: boolean
}

/** Turns pointer and wheel events into actions. @returns a function that stops listening */
export const listenToPointer = (element: HTMLElement, actions: PointerActions): (() => void) => {
  let drag: Drag | null = null
  let isSpaceDown = false
  const pointers = new Map<number, { x: number; y: number }>()
  const stop = new AbortController()
  const on = <K extends keyof HTMLElementEventMap>(type: K, run: (event: HTMLElementEventMap[K]) => void, passive = true): void =>
    element.addEventListener(type, run, { signal: stop.signal, passive })
  const placeOf = (event: MouseEvent): { x: number; y: number } => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  // Space and a drag pan, whatever the tool; the page must not scroll meanwhile.
  const onSpace = (event: KeyboardEvent): void => {
    const isHere = event.target instanceof Node && (element.parentElement?.contains(event.target) ?? false)
    if (event.code !== 'Space' || (event.type === 'keydown' && !isHere)) return
    isSpaceDown = event.type === 'keydown'
    if (isHere) event.preventDefault()
  }
  document.addEventListener('keydown', onSpace, { signal: stop.signal })
  document.addEventListener('keyup', onSpace, { signal: stop.signal })

  on('pointerdown', (event) => {
    const { x, y } = placeOf(event)
    pointers.set(event.pointerId, { x, y })
    if (event.button > 1) return
    element.setPointerCapture(event.pointerId)
    const kind = event.button === 1 || isSpaceDown ? 'pan' : actions.wantsBox() ? 'box' : 'press'
    drag = { kind, startX: x, startY: y, lastX: x, lastY: y, moved: false }
  })
  on('pointermove', (event) => {
    const { x, y } = placeOf(event)
    const known = pointers.get(event.pointerId)
    if (known && pointers.size === 2) {
      pinch(event.pointerId, x, y)
      return
    }
    if (known) pointers.set(event.pointerId, { x, y })
    if (!drag) {
      actions.hover(x, y, event.shiftKey)
      return
    }
    if (!drag.moved && Math.hypot(x - drag.startX, y - drag.startY) < CLICK_SLACK_PX) return
    drag.moved = true
    if (drag.kind === 'box') actions.box(drag.startX, drag.startY, x, y, false)
    else actions.pan(x - drag.lastX, y - drag.lastY)
    drag.lastX = x
    drag.lastY = y
  })
  const pinch = (id: number, x: number, y: number): void => {
    const other = [...pointers].find(([pointer]) => pointer !== id)?.[1]
    const before = pointers.get(id)
    if (!other || !before) return
    const was = Math.hypot(before.x - other.x, before.y - other.y)
    const now = Math.hypot(x - other.x, y - other.y)
    if (was > 1 && now > 1) actions.zoom((x + other.x) / 2, (y + other.y) / 2, now / was)
    pointers.set(id, { x, y })
    if (drag) drag.moved = true
  }
  const end = (event: PointerEvent): void => {
    pointers.delete(event.pointerId)
    if (!drag) return
    const { x, y } = placeOf(event)
    const ended = drag
    drag = null
    if (ended.kind === 'box' && ended.moved) actions.box(ended.startX, ended.startY, x, y, true)
    else if (!ended.moved && ended.kind !== 'pan' && event.type === 'pointerup')
      actions.click(x, y, event.shiftKey, event.ctrlKey || event.metaKey)
  }
  on('pointerup', end)
  on('pointercancel', end)
  on('pointerleave', () => actions.leave())
  on(
    'wheel',
    (event) => {
      event.preventDefault()
      const { x, y } = placeOf(event)
      const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 240 : 1
      // A pinch on a touchpad arrives as a wheel with Ctrl and small steps.
      const speed = event.ctrlKey ? 0.01 : 0.0018
      if (event.shiftKey && !event.ctrlKey) actions.pan(-(event.deltaX || event.deltaY) * unit, 0)
      else actions.zoom(x, y, Math.exp(-event.deltaY * unit * speed))
    },
    false,
  )
  return () => stop.abort()
}

import { useEffect } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'

/** Slow enough to be no flashing, quick enough to see what jumps. */
const BLINK_MS = 600
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta'])

/** Shows before and after in turn while blinking; where motion is not wanted, only before. Letting go of the key ends it. */
export const useBlink = (): void => {
  const { store } = useParts()
  const blinking = useApp((s) => s.blinking)
  useEffect(() => {
    if (blinking === 'off') return
    const { setBlink } = store.getState()
    setBlink('before')
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const timer = setInterval(() => setBlink(store.getState().blink === 'before' ? 'after' : 'before'), BLINK_MS)
    return () => clearInterval(timer)
  }, [blinking, store])
  useEffect(() => {
    const release = (): void => {
      if (store.getState().blinking === 'held') store.getState().stopBlinking()
    }
    const onKeyUp = (event: KeyboardEvent): void => {
      // Whatever key it is bound to.
      if (!MODIFIERS.has(event.key)) release()
    }
    document.addEventListener('keyup', onKeyUp)
    window.addEventListener('blur', release)
    return () => {
      document.removeEventListener('keyup', onKeyUp)
      window.removeEventListener('blur', release)
      store.getState().stopBlinking()
    }
  }, [store])
}

import { useCallback } from 'react'
import { useApp, useParts } from './app-context.tsx'

type Layout = Readonly<Record<string, number>>

/** @returns the remembered sizes of a group of panels, by kind of window, and what saves them */
export const useLayout = (group: string): readonly [Record<string, number> | undefined, (layout: Layout) => void] => {
  const { store } = useParts()
  const key = `${group}:${window.innerWidth < 1200 ? 'narrow' : 'wide'}`
  const stored = useApp((s) => s.settings.layouts[key])
  const save = useCallback(
    (layout: Layout): void => {
      const { settings, change } = store.getState()
      const known = settings.layouts[key]
      const isNew = !known || Object.keys(layout).some((id) => Math.abs((known[id] ?? 0) - layout[id]!) > 0.2)
      if (isNew) change({ layouts: { ...settings.layouts, [key]: { ...layout } } })
    },
    [store, key],
  )
  return [stored ? { ...stored } : undefined, save]
}

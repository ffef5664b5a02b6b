import { useSyncExternalStore } from 'react'
import type { ColorScheme } from '#renderer/ui/layer-colors.ts'
import { currentScheme } from '#renderer/ui/theme-tokens.ts'

const subscribe = (changed: () => void): (() => void) => {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** @returns whether the theme in force is dark or light; follows changes */
export const useScheme = (): ColorScheme => useSyncExternalStore(subscribe, currentScheme)

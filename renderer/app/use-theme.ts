import { useEffect } from 'react'
import type { ThemeChoice } from '#renderer/state/slices/settings.slice.ts'

const QUERIES = ['(prefers-color-scheme: light)', '(prefers-contrast: more)'] as const

/** @returns the theme to use for a choice and what the system prefers */
export const themeFor = (choice: ThemeChoice, prefersLight: boolean, prefersContrast: boolean): Exclude<ThemeChoice, 'system'> => {
  if (choice !== 'system') return choice
  const scheme = prefersLight ? 'light' : 'dark'
  return prefersContrast ? `contrast-${scheme}` : scheme
}

/** Puts the theme on the page and follows the system while the choice is left to it. */
export const useTheme = (choice: ThemeChoice): void => {
  useEffect(() => {
    const media = QUERIES.map((query) => matchMedia(query))
    const apply = (): void => {
      document.documentElement.dataset.theme = themeFor(choice, media[0]!.matches, media[1]!.matches)
    }
    apply()
    for (const query of media) query.addEventListener('change', apply)
    return () => {
      for (const query of media) query.removeEventListener('change', apply)
    }
  }, [choice])
}

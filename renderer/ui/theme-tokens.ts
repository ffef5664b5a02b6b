import type { OverlayColors } from '#renderer/viewer/overlay/overlay.ts'
import type { ColorScheme } from './layer-colors.ts'

/** @returns a colour of the theme in force, as `#rrggbb` where the theme says so */
export const tokenOf = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** @returns whether the theme in force is dark or light */
export const currentScheme = (): ColorScheme => (document.documentElement.dataset.theme?.includes('light') ? 'light' : 'dark')

/** @returns the overlay's colours from the theme in force */
export const overlayColors = (): OverlayColors => ({
  error: tokenOf('--error'),
  warning: tokenOf('--warning'),
  note: tokenOf('--note'),
  waived: tokenOf('--waived'),
  unmeasured: tokenOf('--unmeasured'),
  accent: tokenOf('--accent'),
  focus: tokenOf('--focus'),
  text: tokenOf('--text'),
  panel: tokenOf('--raised'),
  rim: tokenOf('--rim'),
})

import type { Role, Side } from '#core/identify/identified-file.ts'

export type ColorScheme = 'dark' | 'light'
/** `standard` follows KiCad; `safe` tells layers apart without red against green. */
export type Palette = 'standard' | 'safe'

/** What a layer's colour depends on. */
export interface ColoredLayer {
  readonly role: Role
  readonly side: Side
  readonly order: number | null
}

export interface LayerColor {
  readonly color: string
  readonly opacity: number
}

type Pair = readonly [dark: string, light: string]

const INNER: readonly Pair[] = [
  ['#7FC87F', '#2E7D32'],
  ['#CE7D2C', '#9A4F00'],
  ['#4FCBCB', '#00727A'],
  ['#DB628B', '#A8235F'],
]
const INNER_SAFE: readonly Pair[] = [
  ['#D9D9D9', '#424242'],
  ['#B0B0B0', '#5A5A5A'],
  ['#8C8C8C', '#6E6E6E'],
  ['#C8C2A8', '#544E38'],
]
const COPPER: Record<Palette, { top: Pair; bottom: Pair }> = {
  standard: { top: ['#C83434', '#B3261E'], bottom: ['#4D7FC4', '#1F56A8'] },
  safe: { top: ['#E69F00', '#9A5B00'], bottom: ['#56B4E9', '#005A96'] },
}
const MASK = { top: ['#D864FF', '#8E24AA'], bottom: ['#02FFEE', '#00766C'] } as const
const LEGEND = { top: ['#F2EDA1', '#6B6200'], bottom: ['#E8B2A7', '#8A4B3A'] } as const
const PASTE = { top: ['#B4A09A', '#6D5A52'], bottom: ['#00C2C2', '#006A6A'] } as const
const OUTLINE: Pair = ['#D0D2CD', '#37474F']
const OTHER: Pair = ['#9AA7B8', '#5A6777']
export const PLATED: Pair = ['#E3B72E', '#7A5B00']
export const NON_PLATED: Pair = ['#1AC4D2', '#006B75']
/** Dimmed layers are grey, not only paler. */
export const DIMMED: Pair = ['#6E7A89', '#7A8797']
export const DIMMED_OPACITY = 0.2
const MASK_OPACITY = 0.4

const pairOf = ({ role, side, order }: ColoredLayer, palette: Palette): Pair => {
  const end = side === 'bottom' ? 'bottom' : 'top'
  switch (role) {
    case 'copper':
    case 'plane':
      if (side === 'top' || side === 'bottom') return COPPER[palette][end]
      return (palette === 'safe' ? INNER_SAFE : INNER)[Math.max(0, (order ?? 2) - 2) % INNER.length]!
    case 'soldermask':
      return MASK[end]
    case 'legend':
      return LEGEND[end]
    case 'paste':
      return PASTE[end]
    case 'outline':
    case 'route':
    case 'vscore':
      return OUTLINE
    default:
      return OTHER
  }
}

const pick = (pair: Pair, scheme: ColorScheme): string => (scheme === 'dark' ? pair[0] : pair[1])

/** @returns the colour and opacity that a layer starts with */
export const layerColor = (layer: ColoredLayer, scheme: ColorScheme, palette: Palette): LayerColor => ({
  color: pick(pairOf(layer, palette), scheme),
  opacity: layer.role === 'soldermask' ? MASK_OPACITY : layer.role === 'copper' || layer.role === 'plane' ? 0.9 : 1,
})

/** @returns the colour of holes */
export const holeColor = (plated: boolean, scheme: ColorScheme): string => pick(plated ? PLATED : NON_PLATED, scheme)

/** @returns the grey of dimmed layers */
export const dimmedColor = (scheme: ColorScheme): string => pick(DIMMED, scheme)

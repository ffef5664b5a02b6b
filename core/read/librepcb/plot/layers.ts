import type { LayerId } from '#core/builder/description.ts'

/** Which of our layers a layer of LibrePCB is drawn on; null for layers that are not made. */
const FIXED: Readonly<Record<string, LayerId>> = {
  top_cu: 'top-copper',
  bot_cu: 'bottom-copper',
  top_stop_mask: 'top-mask',
  bot_stop_mask: 'bottom-mask',
  top_solder_paste: 'top-paste',
  bot_solder_paste: 'bottom-paste',
  brd_outlines: 'outline',
  brd_cutouts: 'outline',
}

export const BOARD_EDGES = ['brd_outlines', 'brd_cutouts']
/** Edges that are plated, which neither a Gerber outline nor our drill files say. */
export const PLATED_EDGES = ['brd_plated_cutouts', 'brd_milling_pth']

export interface LayerMap {
  readonly copper: readonly string[]
  /** @returns our layer of a layer of LibrePCB; null when nothing is made of it */
  of(name: string): LayerId | null
}

/** @returns the name on the other side of the board */
export const flippedLayer = (name: string, innerLayers: number): string => {
  const inner = /^in(\d+)_cu$/.exec(name)
  if (inner) return `in${innerLayers + 1 - Number(inner[1])}_cu`
  return name.startsWith('top_') ? `bot_${name.slice(4)}` : name.startsWith('bot_') ? `top_${name.slice(4)}` : name
}

export const layerMap = (
  innerLayers: number,
  silkscreen: { readonly top: readonly string[]; readonly bottom: readonly string[] },
): LayerMap => ({
  copper: ['top_cu', ...Array.from({ length: innerLayers }, (_, i) => `in${i + 1}_cu`), 'bot_cu'],
  of(name) {
    const inner = /^in(\d+)_cu$/.exec(name)
    if (inner) return Number(inner[1]) <= innerLayers ? `inner-${inner[1]}` : null
    if (silkscreen.top.includes(name)) return 'top-legend'
    if (silkscreen.bottom.includes(name)) return 'bottom-legend'
    return FIXED[name] ?? null
  },
})

/** How two layers are looked at together. */
export type Look =
  /** One picture: what only one of them covers is coloured, what both cover is grey. */
  | { readonly kind: 'overlay' }
  | { readonly kind: 'alone'; readonly side: 'from' | 'to' }
  /** The older one left of the divider, the newer one right of it; `at` 0..1 of the width. */
  | { readonly kind: 'slider'; readonly at: number }
  /** Each in its half, both at the same place. */
  | { readonly kind: 'beside' }

/** `#rrggbb` each. */
export interface VersusColors {
  readonly onlyFrom: string
  readonly onlyTo: string
  readonly both: string
  /** Where one is shown alone. */
  readonly alone: string
}

/** Two layers that are held against each other; null = there is no such layer. */
export interface Versus {
  readonly from: string | null
  readonly to: string | null
  readonly look: Look
  readonly colors: VersusColors
}

/** A part of the screen, device pixels, and which picture it shows: the cached one moved right by `offset`. */
export interface Pane {
  readonly left: number
  readonly right: number
  readonly offset: number
  readonly show: 'stack' | 'overlay' | 'from' | 'to'
}

const whole = (width: number, show: Pane['show']): Pane => ({ left: 0, right: width, offset: 0, show })

/** @returns the parts of a screen from left to right; all offsets are whole pixels, so that a sharp picture stays sharp */
export const panesOf = (versus: Versus | null, width: number): readonly Pane[] => {
  if (!versus) return [whole(width, 'stack')]
  const { look } = versus
  switch (look.kind) {
    case 'overlay':
      return [whole(width, 'overlay')]
    case 'alone':
      return [whole(width, look.side)]
    case 'slider': {
      const middle = Math.round(Math.min(1, Math.max(0, look.at)) * width)
      return [
        { ...whole(width, 'from'), right: middle },
        { ...whole(width, 'to'), left: middle },
      ]
    }
    case 'beside': {
      const half = Math.floor(width / 2)
      const centred = (left: number, right: number): number => Math.round((left + right - width) / 2)
      return [
        { left: 0, right: half, offset: centred(0, half), show: 'from' },
        { left: half, right: width, offset: centred(half, width), show: 'to' },
      ]
    }
  }
}

/** @returns the pane at a place of the screen */
export const paneAt = (panes: readonly Pane[], x: number): Pane => panes.find((pane) => x < pane.right) ?? panes.at(-1)!

/** @returns the layers that a picture of the pair needs */
export const versusLayers = (versus: Versus | null): readonly string[] => [versus?.from, versus?.to].filter((id) => typeof id === 'string')

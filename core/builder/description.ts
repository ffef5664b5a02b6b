import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'

/** A vertex of a closed contour, mm. `bulge` belongs to the edge that leaves it: tan(sweep / 4), 0 or absent = straight, + = counterclockwise. */
export type Vertex = readonly [x: Mm, y: Mm, bulge?: number]

/** Shape of a pad, opening or land around its own origin, mm. */
export type PadShape =
  | { readonly kind: 'circle'; readonly diameter: Mm; readonly hole?: Mm }
  | { readonly kind: 'rect'; readonly width: Mm; readonly height: Mm }
  | { readonly kind: 'obround'; readonly width: Mm; readonly height: Mm }
  | { readonly kind: 'roundrect'; readonly width: Mm; readonly height: Mm; readonly radius: Mm }
  /** Regular polygon in a circle of `diameter`, first vertex at 0 degrees. */
  | { readonly kind: 'polygon'; readonly diameter: Mm; readonly vertices: number }

/** What an item belongs to; written as X2 object and aperture attributes where the dialect has them. */
export interface Belongs {
  readonly net?: string
  readonly ref?: string
  readonly pin?: string
  /** X2 aperture function, e.g. `ViaPad`, `SMDPad,CuDef`, `Conductor`. */
  readonly fn?: string
}

/** `top-copper`, `inner-1`, … `bottom-copper`, `top-mask`, `top-paste`, `top-legend`, `outline`, …: the board model's layer ids. */
export type LayerId = string

interface OnLayer extends Belongs {
  readonly layer: LayerId
  /** `true`: erases what was drawn before it. */
  readonly clear?: boolean
}

export interface Flash extends OnLayer {
  readonly kind: 'flash'
  readonly at: Point
  readonly shape: PadShape
  /** Degrees, counterclockwise. */
  readonly rotation: number
}

export interface Draw extends OnLayer {
  readonly kind: 'draw'
  readonly from: Point
  readonly to: Point
  readonly width: Mm
}

export interface ArcDraw extends OnLayer {
  readonly kind: 'arc'
  readonly from: Point
  readonly to: Point
  readonly centre: Point
  readonly clockwise: boolean
  readonly width: Mm
}

export interface Region extends OnLayer {
  readonly kind: 'region'
  readonly contour: readonly Vertex[]
}

/** One object of an artwork layer; the order of items is the drawing order. */
export type ArtItem = Flash | Draw | ArcDraw | Region

export interface Hole {
  readonly at: Point
  /** Other end of the centre line of a slot; absent for a round hole. */
  readonly to?: Point
  readonly diameter: Mm
  readonly plated: boolean
  /** X2 tool function, e.g. `ViaDrill`, `ComponentDrill`; absent when not said. */
  readonly fn?: string
  readonly net?: string
  /** First and last copper layer that it joins, from 1 = top; absent = all. */
  readonly span?: readonly [from: number, to: number]
}

/** A board as its designer knows it, in mm, y up. Plain data. */
export interface BoardDescription {
  readonly name: string
  readonly copperLayers: number
  /** Finished thickness, mm; absent when the package does not say it. */
  readonly thickness?: Mm
  readonly items: readonly ArtItem[]
  readonly holes: readonly Hole[]
  /** Layers that get a file even when nothing is drawn on them. */
  readonly present: readonly LayerId[]
  /** Layers that get no file even when something is drawn on them; `drill` leaves the drill files out. */
  readonly absent: readonly (LayerId | 'drill')[]
  /** Copper layers that are planes drawn as negatives: what is dark is no copper. Said by an attribute; default none. */
  readonly negative?: readonly LayerId[]
}

/** @returns ids of the copper layers from top to bottom */
export const copperLayerIds = (count: number): readonly LayerId[] =>
  count === 1 ? ['top-copper'] : ['top-copper', ...Array.from({ length: count - 2 }, (_, i) => `inner-${i + 1}`), 'bottom-copper']

/** @returns whether the layer is a copper layer */
export const isCopper = (layer: LayerId): boolean => layer.endsWith('-copper') || layer.startsWith('inner-')

/** @returns the layers that get a file, copper first from top to bottom, then masks, pastes, legends, outline, rest by first use */
export const layersOf = (board: BoardDescription): readonly LayerId[] => {
  const usual = [
    ...copperLayerIds(board.copperLayers),
    ...['mask', 'paste', 'legend'].flatMap((kind) => [`top-${kind}`, `bottom-${kind}`]),
    'outline',
  ]
  const wanted = new Set<LayerId>([...copperLayerIds(board.copperLayers), ...board.present])
  for (const item of board.items) wanted.add(item.layer)
  const known = new Set(usual)
  const order = [...usual.filter((id) => wanted.has(id)), ...[...wanted].filter((id) => !known.has(id))]
  return order.filter((id) => !board.absent.includes(id))
}

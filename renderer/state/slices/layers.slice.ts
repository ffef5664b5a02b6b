import type { LayerRow } from '#renderer/bridge/model.ts'
import { dimmedColor, DIMMED_OPACITY, holeColor, layerColor, type ColorScheme, type Palette } from '#renderer/ui/layer-colors.ts'
import type { ShownLayer } from '#renderer/viewer/picture.ts'
import type { Slice } from '../app-state.ts'

export const PLATED_HOLES = 'holes-plated'
export const NON_PLATED_HOLES = 'holes-non-plated'

/** How a layer is shown; null = as its kind prescribes. */
export interface LayerView {
  readonly visible: boolean
  readonly color: string | null
  readonly opacity: number | null
}

export type Shapes = 'all' | 'draws' | 'flashes' | 'regions'

export interface LayersSlice {
  readonly layerViews: Readonly<Record<string, LayerView>>
  /** Top of the list first. */
  readonly layerOrder: readonly string[]
  readonly solo: string | null
  readonly dimOthers: boolean
  readonly activeLayer: string | null
  readonly outlines: boolean
  /** Which objects are drawn; holes and the board edge always are. */
  readonly shapes: Shapes
  /** What erases is drawn too. */
  readonly showsClear: boolean
  /** As the finished board would look. */
  readonly realistic: boolean
  arrangeLayers(layers: readonly LayerRow[]): void
  setLayerVisible(id: string, visible: boolean): void
  setLayerLook(id: string, look: Partial<Pick<LayerView, 'color' | 'opacity'>>): void
  showOnly(side: 'top' | 'bottom' | 'inner' | 'all'): void
  toggleSolo(id?: string): void
  toggleDim(): void
  stepLayer(by: 1 | -1): void
  activateLayer(id: string): void
  moveLayer(id: string, by: number): void
  toggleOutlines(): void
  showShapes(shapes: Shapes): void
  toggleClear(): void
  toggleRealistic(): void
}

/** Roles that are seen at first; the rest is a click away. */
const SEEN_AT_FIRST = new Set(['copper', 'plane', 'outline', 'legend'])

const startsVisible = ({ role, side }: LayerRow): boolean => SEEN_AT_FIRST.has(role) && side !== 'bottom' && !(side === 'inner')

/** Top of the drawing first: legend and paste over mask over copper, inner layers and the other side below. */
const heightOf = (layer: LayerRow): number => {
  const kind = { legend: 1, paste: 2, soldermask: 3, copper: 4, plane: 4 }[layer.role as string]
  if (layer.role === 'outline') return 0
  if (kind === undefined) return 50
  if (layer.side === 'bottom') return 30 - kind
  if (layer.side === 'inner') return 10 + Math.min(15, (layer.order ?? 1) / 10)
  return kind
}

/** @returns layer ids in the order of the list, holes on top */
export const listOrder = (layers: readonly LayerRow[]): readonly string[] => [
  PLATED_HOLES,
  NON_PLATED_HOLES,
  ...layers
    .map((layer, i) => ({ layer, i }))
    .sort((a, b) => heightOf(a.layer) - heightOf(b.layer) || a.i - b.i)
    .map(({ layer }) => layer.id),
]

const SHOWN: LayerView = { visible: true, color: null, opacity: null }

export const createLayersSlice: Slice<LayersSlice> = (set, get) => ({
  layerViews: {},
  layerOrder: [],
  solo: null,
  dimOthers: false,
  activeLayer: null,
  outlines: false,
  shapes: 'all',
  showsClear: false,
  realistic: false,
  arrangeLayers: (layers) =>
    set((s) => {
      const order = listOrder(layers)
      const known = s.layerViews
      const kept = s.layerOrder.filter((id) => order.includes(id))
      const views = Object.fromEntries(
        order.map((id): [string, LayerView] => {
          const row = layers.find((l) => l.id === id)
          return [id, known[id] ?? { ...SHOWN, visible: !row || startsVisible(row) }]
        }),
      )
      const firstCopper = layers.find((l) => l.role === 'copper')?.id ?? layers[0]?.id ?? null
      return {
        layerViews: views,
        layerOrder: kept.length === order.length ? kept : order,
        activeLayer: s.activeLayer && order.includes(s.activeLayer) ? s.activeLayer : firstCopper,
      }
    }),
  setLayerVisible: (id, visible) => set((s) => ({ layerViews: { ...s.layerViews, [id]: { ...(s.layerViews[id] ?? SHOWN), visible } } })),
  setLayerLook: (id, look) => set((s) => ({ layerViews: { ...s.layerViews, [id]: { ...(s.layerViews[id] ?? SHOWN), ...look } } })),
  showOnly: (side) =>
    set((s) => {
      const rows = s.board?.layers ?? []
      const views = Object.fromEntries(
        s.layerOrder.map((id): [string, LayerView] => {
          const row = rows.find((l) => l.id === id)
          const visible = side === 'all' || !row || row.role === 'outline' || row.side === side
          return [id, { ...(s.layerViews[id] ?? SHOWN), visible }]
        }),
      )
      return { layerViews: views, solo: null }
    }),
  toggleSolo: (id) =>
    set((s) => {
      const target = id ?? s.activeLayer
      return { solo: s.solo === target ? null : target, activeLayer: target }
    }),
  toggleDim: () => set((s) => ({ dimOthers: !s.dimOthers })),
  stepLayer: (by) => {
    const { layerOrder, activeLayer, board, solo } = get()
    const rows = layerOrder.filter((id) => board?.layers.some((l) => l.id === id))
    if (rows.length === 0) return
    const at = activeLayer ? rows.indexOf(activeLayer) : -1
    const next = rows[(at + by + rows.length) % rows.length]!
    get().activateLayer(next)
    if (solo) set({ solo: next })
  },
  activateLayer: (id) =>
    set((s) => ({ activeLayer: id, layerViews: { ...s.layerViews, [id]: { ...(s.layerViews[id] ?? SHOWN), visible: true } } })),
  moveLayer: (id, by) =>
    set((s) => {
      const order = [...s.layerOrder]
      const from = order.indexOf(id)
      const to = Math.max(0, Math.min(order.length - 1, from + by))
      if (from < 0 || from === to) return {}
      order.splice(from, 1)
      order.splice(to, 0, id)
      return { layerOrder: order }
    }),
  toggleOutlines: () => set((s) => ({ outlines: !s.outlines, realistic: false })),
  showShapes: (shapes) => set((s) => ({ shapes: s.shapes === shapes ? 'all' : shapes, realistic: false })),
  toggleClear: () => set((s) => ({ showsClear: !s.showsClear, realistic: false })),
  toggleRealistic: () => set((s) => ({ realistic: !s.realistic })),
})

/** What decides how the layers are drawn. */
export interface LayersInput extends Pick<LayersSlice, 'layerViews' | 'layerOrder' | 'solo' | 'dimOthers' | 'activeLayer'> {
  readonly layers: readonly LayerRow[]
  /** Layers that a selected finding is about; they stay bright while the rest is dimmed. Empty: no such finding. */
  readonly focus: readonly string[]
}

/** @returns colour of a layer or of the holes before dimming */
export const ownColor = (
  id: string,
  input: Pick<LayersInput, 'layers' | 'layerViews'>,
  scheme: ColorScheme,
  palette: Palette,
): ShownLayer => {
  const row = input.layers.find((l) => l.id === id)
  const standard = row ? layerColor(row, scheme, palette) : { color: holeColor(id === PLATED_HOLES, scheme), opacity: 1 }
  const view = input.layerViews[id]
  return { id, color: view?.color ?? standard.color, opacity: view?.opacity ?? standard.opacity }
}

/** @returns the visible layers, bottom first, as the viewer draws them */
export const shownLayers = (input: LayersInput, scheme: ColorScheme, palette: Palette): readonly ShownLayer[] => {
  const { layerViews, layerOrder, solo, dimOthers, activeLayer, focus } = input
  const isHole = (id: string): boolean => id === PLATED_HOLES || id === NON_PLATED_HOLES
  const outline = new Set(input.layers.filter((l) => l.role === 'outline').map((l) => l.id))
  const visible = layerOrder.filter((id) =>
    solo ? id === solo || outline.has(id) : (layerViews[id]?.visible ?? false) || focus.includes(id),
  )
  const dims = focus.length > 0 || dimOthers
  const isBright = (id: string): boolean =>
    !dims || isHole(id) || (focus.length ? focus.includes(id) : id === activeLayer) || outline.has(id)
  return visible
    .map((id): ShownLayer => {
      const own = ownColor(id, input, scheme, palette)
      return isBright(id) ? own : { id, color: dimmedColor(scheme), opacity: DIMMED_OPACITY }
    })
    .sort((a, b) => Number(isBright(a.id)) - Number(isBright(b.id)) || layerOrder.indexOf(b.id) - layerOrder.indexOf(a.id))
}

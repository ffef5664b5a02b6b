import type { Board } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'
import { mm } from '#core/report/board-json.ts'

export interface NetPoint {
  readonly x: number
  readonly y: number
  /** Layer id, or `hole` for a plated hole or slot. */
  readonly layer: string
  readonly side: string | null
  readonly ref?: string
  readonly pin?: string
  /** Holes only. */
  readonly diameterMm?: number
}

export interface NetRow {
  readonly id: number
  readonly name: string | null
  readonly points: readonly NetPoint[]
}

/** @returns every net with a point for each of its flashes and plated holes, by net number; nets without either are left out */
export const netRows = (board: Board, measures: Measures): readonly NetRow[] => {
  const nets = measures.nets()
  const rows = new Map<number, { id: number; name: string | null; points: NetPoint[] }>()
  const add = (net: { id: number; name: string | null }, point: NetPoint): void => {
    const row = rows.get(net.id)
    if (row) row.points.push(point)
    else rows.set(net.id, { id: net.id, name: net.name, points: [point] })
  }
  for (const layer of measures.copper) {
    if (layer.negative) continue
    const { objects, attributes } = layer.plotted
    const apart = new Set(layer.apart)
    for (let o = 0; o < objects.count; o++) {
      if (objects.kind[o] !== OBJECT_FLASH || !objects.dark[o] || apart.has(o)) continue
      const [x, y] = [mm(objects.x0[o]!), mm(objects.y0[o]!)]
      const component = measures.componentAt(layer, [x, y])
      if (component < 0) continue
      const { ref, pin } = attributes[objects.attributes[o]!]!
      add(nets.of(layer, component), { x, y, layer: layer.id, side: layer.side, ...(ref ? { ref } : {}), ...(pin ? { pin } : {}) })
    }
  }
  const { holes } = board
  for (let h = 0; h < holes.count; h++) {
    const net = nets.ofHole(h)
    if (net)
      add(net, {
        x: mm((holes.x0[h]! + holes.x1[h]!) / 2),
        y: mm((holes.y0[h]! + holes.y1[h]!) / 2),
        layer: 'hole',
        side: 'both',
        diameterMm: mm(holes.diameter[h]!),
      })
  }
  return [...rows.values()].sort((a, b) => a.id - b.id)
}

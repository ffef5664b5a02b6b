import type { Board } from '#core/board/board.ts'
import { insideContour } from '#core/board/outline/contour-geometry.ts'
import { strokesOfArtwork } from '#core/board/outline/edges.ts'
import { traceContours } from '#core/board/outline/trace-contours.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'
import { contourOfSlot, slotOfContour, slotPlace, type Slot } from '#core/checks/measuring/slots.ts'

/** A slot that a drawing shows inside a pad. */
export interface DrawnSlot {
  readonly slot: Slot
  readonly path: string
  readonly line: number
  /** Layers whose pads are around it. */
  readonly layers: readonly string[]
}

const DRAWINGS = ['mechanical', 'drawing', 'document', 'unknown']
/** Busier drawings are not searched for figures. */
const MOST_STROKES = 5000
/** Half the size of the largest pad that is looked at, nm. */
const NEAR_NM = 1_000_000

/** Layers on which a pad takes in the whole slot. */
const layersAround = (board: Board, measures: Measures, slot: Slot): readonly string[] =>
  measures.copper.flatMap((layer) => {
    const [x, y] = slotPlace(slot)
    const pads = layerPads(board, measures, layer)
    const isAround = pads.index.near(x * 1e6, y * 1e6, NEAR_NM).some((row) => {
      const { width, height } = pads.aperture[row]!
      return (
        Math.max(width, height) > slot.width && Math.hypot(pads.x[row]! - x * 1e6, pads.y[row]! - y * 1e6) < Math.min(width, height) / 2
      )
    })
    const shape = contourOfSlot(slot)
    const covers = Array.from(shape.x, (vx, v) => measures.componentAt(layer, [vx / 1e6, shape.y[v]! / 1e6]) >= 0).every(Boolean)
    return isAround && covers ? [layer.id] : []
  })

/** Whether a hole or a cut-out is there already. */
const isMade = ({ holes, outline }: Board, slot: Slot): boolean => {
  const [mx, my] = [(slot.x0 + slot.x1) / 2, (slot.y0 + slot.y1) / 2]
  const reach = Math.hypot(slot.x1 - slot.x0, slot.y1 - slot.y0) / 2 + slot.width
  for (let h = 0; h < holes.count; h++)
    if (Math.hypot((holes.x0[h]! + holes.x1[h]!) / 2 - mx, (holes.y0[h]! + holes.y1[h]!) / 2 - my) < reach) return true
  return outline.cutouts.some((c) => insideContour(c, mx, my))
}

/**
 * Slots that only a drawing shows: closed figures with parallel sides and round ends, wholly inside pads of all outer
 * layers, where neither a drill file nor the outline takes anything away.
 */
export const drawnSlots = (board: Board, measures: Measures): readonly DrawnSlot[] => {
  const outer = measures.copper.filter((l) => l.side === 'top' || l.side === 'bottom').map((l) => l.id)
  const found: DrawnSlot[] = []
  for (const file of board.files) {
    if (!DRAWINGS.includes(file.role) || !file.gerber || file.path === board.outline.path) continue
    const strokes = strokesOfArtwork(file.gerber)
    if (strokes.edges.length > MOST_STROKES) continue
    for (const { contour, line } of traceContours({ ...strokes, loops: [] }).contours) {
      const slot = slotOfContour(contour)
      if (!slot || isMade(board, slot)) continue
      const layers = layersAround(board, measures, slot)
      if (outer.length > 1 && outer.every((id) => layers.includes(id))) found.push({ slot, path: file.path, line, layers })
    }
  }
  return found
}

import { toMm } from '#core/base/units.ts'
import { HOLE_PLATED, HOLE_PLATING_UNKNOWN, type Board, type Layer } from '#core/board/board.ts'
import type { IdentifiedFile } from '#core/identify/identified-file.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_FLASH, OBJECT_REGION } from '#core/interpret/plotted-layer.ts'

const MM2 = 1e12

/** Rounded to a tenth of a nanometre: hides float dust, loses nothing. */
export const mm = (nm: number): number => Math.round(toMm(nm) * 1e7) / 1e7

/** @returns one input file as the JSON contract has it */
export const fileRow = (file: IdentifiedFile): Record<string, unknown> => ({
  path: file.path,
  format: file.format,
  role: file.role,
  side: file.side,
  order: file.order,
  plating: file.plating,
  ...(file.span ? { span: file.span } : {}),
  sureness: Math.round(file.sureness * 100) / 100,
  evidence: file.evidence.map((e) => ({ from: e.from, says: e.says })),
  ...(file.conflicts.length ? { conflicts: file.conflicts } : {}),
  ...(file.reason ? { reason: file.reason } : {}),
  ...(file.drillReading ? { drillReading: file.drillReading } : {}),
  ...(file.gerber?.generator || file.drill?.generator ? { generator: file.gerber?.generator ?? file.drill?.generator } : {}),
  problems: file.problems.map(({ line, code, message, level }) => ({ line, code, message, level })),
})

export interface HoleGroup {
  readonly diameterMm: number
  readonly lengthMm: number
  readonly plated: boolean | null
  readonly count: number
}

/** Ends rounded to 2.54 µm each, as 2.4 inch files do, along both axes. */
const SLOT_ROUNDING_MM = 0.006

const platedOf = (plating: number): boolean | null => (plating === HOLE_PLATING_UNKNOWN ? null : plating === HOLE_PLATED)

/** @returns the holes by diameter, length and plating; a round hole's length equals its diameter; smallest first */
export const holeGroups = (board: Board): readonly HoleGroup[] => {
  const { holes } = board
  const groups: { diameterMm: number; lengthMm: number; plated: boolean | null; count: number }[] = []
  for (let h = 0; h < holes.count; h++) {
    const diameterMm = mm(holes.diameter[h]!)
    const lengthMm = mm(holes.diameter[h]! + Math.hypot(holes.x1[h]! - holes.x0[h]!, holes.y1[h]! - holes.y0[h]!))
    const plated = platedOf(holes.plating[h]!)
    const round = lengthMm === diameterMm
    // Slots of one size differ by the rounding of their two ends.
    const group = groups.find(
      (g) =>
        g.diameterMm === diameterMm &&
        g.plated === plated &&
        (g.lengthMm === g.diameterMm) === round &&
        Math.abs(g.lengthMm - lengthMm) <= SLOT_ROUNDING_MM,
    )
    if (group) group.count++
    else groups.push({ diameterMm, lengthMm, plated, count: 1 })
  }
  return groups.sort((a, b) => a.diameterMm - b.diameterMm || a.lengthMm - b.lengthMm || Number(a.plated) - Number(b.plated))
}

/** @returns the board's facts as the JSON contract has them; sizes null without an outline */
export const boardFacts = (board: Board, netCount: number): Record<string, unknown> => {
  const { box } = board.outline
  return {
    widthMm: box && mm(box[2] - box[0]),
    heightMm: box && mm(box[3] - box[1]),
    areaMm2: box && Math.round((board.outline.area / MM2) * 1e6) / 1e6,
    boundsMm: box && box.map(mm),
    copperLayers: board.layers.filter((l) => l.role === 'copper' || l.role === 'plane').length,
    holes: holeGroups(board),
    netCount,
  }
}

const countKind = (layer: Layer, kind: number): number => {
  let n = 0
  for (const k of layer.plotted.objects.kind) if (k === kind) n++
  return n
}

/** @returns one layer with its composed area, extent and object counts */
export const layerFacts = (layer: Layer): Record<string, unknown> => {
  const image = layer.image()
  return {
    id: layer.id,
    name: layer.name,
    path: layer.path,
    role: layer.role,
    side: layer.side,
    order: layer.order,
    negative: layer.negative,
    areaMm2: Math.round((image.area / MM2) * 1e9) / 1e9,
    boundsMm: image.bounds && image.bounds.map(mm),
    flashes: countKind(layer, OBJECT_FLASH),
    draws: countKind(layer, OBJECT_DRAW),
    arcs: countKind(layer, OBJECT_ARC),
    regions: countKind(layer, OBJECT_REGION),
    components: image.components.count,
    apart: layer.apart.length,
  }
}

/** @returns every hole: place, size, plating, span, tool, source */
export const holeRows = (board: Board): readonly Record<string, unknown>[] => {
  const { holes } = board
  return Array.from({ length: holes.count }, (_, h) => ({
    x: mm(holes.x0[h]!),
    y: mm(holes.y0[h]!),
    ...(holes.x0[h] !== holes.x1[h] || holes.y0[h] !== holes.y1[h] ? { x1: mm(holes.x1[h]!), y1: mm(holes.y1[h]!) } : {}),
    diameterMm: mm(holes.diameter[h]!),
    plated: platedOf(holes.plating[h]!),
    span: [holes.from[h], holes.to[h]],
    tool: holes.tool[h],
    path: board.files[holes.file[h]!]?.path,
    line: holes.line[h],
  }))
}

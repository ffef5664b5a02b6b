import type { Box } from '#core/base/box.ts'
import type { Mm } from '#core/base/units.ts'
import { HOLE_PLATED, type Outline } from '#core/board/board.ts'
import type { Role } from '#core/identify/identified-file.ts'
import type { ExpectedEdit } from '#core/ipc/compare.ipc.ts'
import type { Placement } from '#core/review/placement.ts'
import { BoardEdge } from './board-edge.ts'
import type { DrawnObject } from './drawn-object.ts'
import type { ChangedObject } from './match-objects.ts'

/** A changed object with the layer it lies on; holes have the role `drill`. */
export interface NamedChange {
  readonly layer: string
  readonly role: Role
  readonly change: ChangedObject
}

export interface OlderBoard {
  readonly outline: Outline
  /** All its holes, placed on the newer board. */
  readonly holes: readonly DrawnObject[]
  readonly placement: Placement
}

/** Fabs drill plated holes larger by about twice the plating, and round up to a drill they have. */
const COMPENSATION_MM = 0.2
/** Two exports of one size differ by the rounding of their files. */
const SAME_MM = 0.006
/** Mouse bites: small holes in a row along the edge, in or out of it. */
const BITE_EDGE_MM = 1
const BITE_MM = 1.2
const BITE_PITCH = 3
const LEAST_BITES = 3
/** A line of text: characters no further apart than this, no larger than that. */
const TEXT_GAP_MM = 1.5
const TEXT_LONG_MM = 45
const TEXT_HIGH_MM = 6
/** An order number is short; more is new artwork. */
const MOST_STROKES = 1500

const toolOf = ({ shape, size }: DrawnObject): string => `${shape[0]}:${Math.round(size[0]! * 1e4)}`
const isAdded = ({ change }: NamedChange): boolean => change.change === 'added'

/** Tools of which every hole that is still there grew by the same amount. */
const compensatedTools = (changes: readonly NamedChange[], holes: readonly DrawnObject[]): ReadonlySet<string> => {
  const left = new Map<string, number>()
  for (const hole of holes) left.set(toolOf(hole), (left.get(toolOf(hole)) ?? 0) + 1)
  const grown = new Map<string, number[]>()
  for (const { role, change } of changes) {
    if (role !== 'drill' || !change.from) continue
    const tool = toolOf(change.from)
    left.set(tool, left.get(tool)! - 1)
    if (change.change === 'resized') grown.set(tool, [...(grown.get(tool) ?? []), change.to!.size[0]! - change.from.size[0]!])
  }
  const isOne = (by: readonly Mm[]): boolean => by[0]! > 0 && by[0]! <= COMPENSATION_MM && by.every((d) => Math.abs(d - by[0]!) <= SAME_MM)
  return new Set([...grown].filter(([tool, by]) => left.get(tool) === 0 && isOne(by)).map(([tool]) => tool))
}

/** Groups what lies near each other. @returns groups of indexes */
const groupsOf = (count: number, isNear: (i: number, j: number) => boolean): readonly (readonly number[])[] => {
  const left = new Set(Array.from({ length: count }, (_, i) => i))
  const groups: number[][] = []
  for (const first of left) {
    left.delete(first)
    const group = [first]
    for (const i of group) {
      for (const j of left) {
        if (!isNear(i, j)) continue
        left.delete(j)
        group.push(j)
      }
    }
    groups.push(group)
  }
  return groups
}

/** Rows of new small holes along the edge. */
const mouseBites = (changes: readonly NamedChange[], edge: BoardEdge): ReadonlySet<NamedChange> => {
  const bites = changes.filter(
    (named) =>
      isAdded(named) &&
      named.role === 'drill' &&
      named.change.to!.kind === 'hole' &&
      named.change.to!.shape[0] !== HOLE_PLATED * 10 &&
      named.change.to!.size[0]! <= BITE_MM &&
      edge.distance(...named.change.to!.at) <= BITE_EDGE_MM,
  )
  const isNear = (i: number, j: number): boolean => {
    const [a, b] = [bites[i]!.change.to!, bites[j]!.change.to!]
    const apart = Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1])
    return Math.abs(a.size[0]! - b.size[0]!) <= SAME_MM && apart <= BITE_PITCH * a.size[0]!
  }
  const rows = bites.length > MOST_STROKES ? [] : groupsOf(bites.length, isNear).filter((row) => row.length >= LEAST_BITES)
  return new Set(rows.flat().map((i) => bites[i]!))
}

const overlap = (a: Box, b: Box, room: Mm): boolean =>
  a[0] <= b[2] + room && a[2] >= b[0] - room && a[1] <= b[3] + room && a[3] >= b[1] - room

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map((b) => b[0])),
  Math.min(...boxes.map((b) => b[1])),
  Math.max(...boxes.map((b) => b[2])),
  Math.max(...boxes.map((b) => b[3])),
]

const isTextLine = (box: Box): boolean => {
  const [w, h] = [box[2] - box[0], box[3] - box[1]]
  return Math.max(w, h) <= TEXT_LONG_MM && Math.min(w, h) <= TEXT_HIGH_MM
}

/** New short text in the legend of one layer, and what gave way to it there. */
const orderNumbers = (legend: readonly NamedChange[]): readonly NamedChange[] => {
  const added = legend.filter(isAdded)
  if (added.length > MOST_STROKES) return []
  const boxOf = (i: number): Box => added[i]!.change.to!.box
  const lines = groupsOf(added.length, (i, j) => overlap(boxOf(i), boxOf(j), TEXT_GAP_MM)).filter((group) =>
    isTextLine(around(group.map(boxOf))),
  )
  const places = lines.map((group) => around(group.map(boxOf)))
  const gaveWay = legend.filter(
    ({ change }) => change.change === 'removed' && places.some((place) => overlap(change.from!.box, place, TEXT_GAP_MM)),
  )
  return [...lines.flat().map((i) => added[i]!), ...gaveWay]
}

/**
 * Tells which changes a fab makes as a matter of course, from the geometry: every hole of a tool larger by the same
 * amount, new things wholly off the board, rows of small holes along its edge, a short new text in the legend.
 * @returns one for each change, in the order given; null = nothing that is expected
 */
export const expectedEdits = (
  changes: readonly NamedChange[],
  { outline, holes, placement }: OlderBoard,
): readonly (ExpectedEdit | null)[] => {
  const edge = new BoardEdge(outline, placement)
  const off = new Set(changes.filter((named) => isAdded(named) && edge.isOff(named.change.to!.box)))
  const onBoard = changes.filter((named) => !off.has(named))
  const compensated = compensatedTools(changes, holes)
  const bites = mouseBites(onBoard, edge)
  const legends = Map.groupBy(
    onBoard.filter((named) => named.role === 'legend'),
    (named) => named.layer,
  )
  const numbers = new Set([...legends.values()].flatMap(orderNumbers))
  return changes.map((named) => {
    const { role, change } = named
    if (off.has(named)) return 'panel-frame'
    if (bites.has(named)) return 'mouse-bites'
    if (numbers.has(named)) return 'order-number'
    if (role === 'drill' && change.change === 'resized' && compensated.has(toolOf(change.from!))) return 'drill-compensation'
    return null
  })
}

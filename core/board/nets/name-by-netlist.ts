import { toMm } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import type { NetlistPoint } from '#core/read/ipc356/netlist.ts'
import { judgeLabels } from './judge-labels.ts'
import type { NetLabel, NetOpen, Nets, NetShort } from './nets.ts'
import { PlaceIndex } from './place-index.ts'
import { registered, type Registration } from './register-netlist.ts'
import { copperLayers } from './trace-nets.ts'

/** What a netlist says about the nets found in the artwork. */
export interface NetlistNames {
  /** The same nets; those without a name of their own have the netlist's. */
  readonly nets: Nets
  /** Contradictions within the netlist's own names, whatever X2 names say. */
  readonly shorts: readonly NetShort[]
  readonly opens: readonly NetOpen[]
  /** Every point that met copper. */
  readonly labels: readonly NetLabel[]
  /** Points with a net that met no copper, as indexes into the points. */
  readonly missed: readonly number[]
}

/** A drilled point is at a hole within this, nm. */
const AT_HOLE = 50_000

/** The layers that a point can be probed on. */
const layersOf = (point: NetlistPoint, layers: readonly Layer[]): readonly Layer[] => {
  if (point.side === 'top') return layers.slice(0, 1)
  if (point.side === 'bottom') return layers.slice(-1)
  if (point.side === 'inner') return layers.filter((layer) => layer.order === point.access)
  return layers
}

/**
 * Names nets by the points of a netlist.
 * @param registration of the netlist on this board: see `registerNetlist`
 * @source IPC-D-356A, 3.4 (test records)
 */
export const nameByNetlist = (board: Board, nets: Nets, points: readonly NetlistPoint[], registration: Registration): NetlistNames => {
  const layers = copperLayers(board)
  const { holes } = board
  const centreX = Float64Array.from({ length: holes.count }, (_, h) => (holes.x0[h] + holes.x1[h]) / 2)
  const centreY = Float64Array.from({ length: holes.count }, (_, h) => (holes.y0[h] + holes.y1[h]) / 2)
  const index = new PlaceIndex(centreX, centreY, AT_HOLE)
  const labels: NetLabel[] = []
  const missed: number[] = []
  const labelOf = (point: NetlistPoint): NetLabel | null => {
    const [x, y] = registered(registration, point.x, point.y)
    const at = [toMm(x), toMm(y)] as const
    const about = { names: [point.net!], at, line: point.line, source: 'netlist' } as const
    const hole = point.hole === null ? -1 : index.nearest(x, y)
    if (hole >= 0 && nets.netOfHole[hole] >= 0) return { ...about, net: nets.netOfHole[hole], layer: layers[0]?.id ?? '' }
    for (const layer of layersOf(point, layers)) {
      const image = layer.image()
      const component = componentAt(image, pieceGrid(image), x, y)
      if (component >= 0) return { ...about, net: nets.netOf.get(layer.id)![component], layer: layer.id }
    }
    return null
  }
  points.forEach((point, k) => {
    if (point.net === null) return
    const label = labelOf(point)
    if (label) labels.push(label)
    else missed.push(k)
  })
  const { names, shorts, opens } = judgeLabels(labels)
  const named = nets.nets.map((net) => {
    const found = names.get(net.id)
    return net.name !== null || found === undefined ? net : { ...net, name: found[0], names: found }
  })
  return { nets: { ...nets, nets: named }, shorts, opens, labels, missed }
}

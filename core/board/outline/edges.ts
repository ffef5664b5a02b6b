import type { GerberLayer } from '#core/interpret/plotted-layer.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_REGION } from '#core/interpret/plotted-layer.ts'
import type { DrillPlot } from '#core/read/excellon/drill-file.ts'

/** A straight or curved stroke of an outline: its centre line. nm; `bulge` = tan(sweep / 4), at most half a turn. */
export interface Edge {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly bulge: number
  readonly line: number
  /** Width of the stroke, nm. */
  readonly pen: number
}

/** A closed figure as the file has it (a region), vertices in nm. */
export interface Loop {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly bulge: readonly number[]
  readonly line: number
}

export interface OutlineStrokes {
  readonly edges: readonly Edge[]
  readonly loops: readonly Loop[]
  /** Ends within this distance are one point: what the file's rounding can part, nm. */
  readonly resolution: number
}

/** An outline has no more strokes than this; a drawing with more is too busy to be one. */
export const MOST_EDGES = 60_000

const unitNm = (gerber: Pick<GerberLayer, 'format' | 'unit'>): number => {
  if (!gerber.format) return 1000
  return (gerber.unit === 'inch' ? 25_400_000 : 1_000_000) / 10 ** gerber.format.decimal
}

/** Two roundings of one point differ by at most a diagonal step; half a micrometre covers arcs whose ends are computed. */
const resolutionOf = (unit: number): number => Math.max(500, 1.5 * unit)

/** An arc as edges of at most half a turn each. */
const arcEdges = (
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  cx: number,
  cy: number,
  sweep: number,
  line: number,
  pen: number,
): Edge[] => {
  const parts = Math.max(1, Math.ceil(Math.abs(sweep) / Math.PI - 1e-9))
  const bulge = Math.tan(sweep / parts / 4)
  const radius = Math.hypot(x0 - cx, y0 - cy)
  const start = Math.atan2(y0 - cy, x0 - cx)
  return Array.from({ length: parts }, (_, k) => {
    const at = (n: number): readonly [number, number] => {
      if (n === 0) return [x0, y0]
      if (n === parts) return [x1, y1]
      const angle = start + (sweep * n) / parts
      return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
    }
    const [a, b] = [at(k), at(k + 1)]
    return { x0: a[0], y0: a[1], x1: b[0], y1: b[1], bulge, line, pen }
  })
}

/** @returns the centre lines of all dark strokes of an artwork layer and the contours of its regions, in file order */
export const strokesOfArtwork = (gerber: Pick<GerberLayer, 'plotted' | 'format' | 'unit'>): OutlineStrokes => {
  const { objects: o, prims, rings, apertures } = gerber.plotted
  const edges: Edge[] = []
  const loops: Loop[] = []
  for (let i = 0; i < o.count && edges.length < MOST_EDGES; i++) {
    if (o.dark[i] === 0) continue
    const [x0, y0, x1, y1, line] = [o.x0[i]!, o.y0[i]!, o.x1[i]!, o.y1[i]!, o.line[i]!]
    const pen = apertures[o.aperture[i]!]?.size ?? 0
    if (o.kind[i] === OBJECT_DRAW && (x0 !== x1 || y0 !== y1)) edges.push({ x0, y0, x1, y1, bulge: 0, line, pen })
    else if (o.kind[i] === OBJECT_ARC && o.sweep[i] !== 0)
      edges.push(...arcEdges(x0, y0, x1, y1, o.cx[i]!, o.cy[i]!, o.sweep[i]!, line, pen))
    else if (o.kind[i] === OBJECT_REGION) {
      for (let p = o.primFrom[i]!; p < o.primTo[i]!; p++) {
        for (let r = prims.ringFrom[p]!; r < prims.ringTo[p]!; r++) {
          const [from, to] = [rings.start[r]!, rings.start[r + 1]!]
          if (to - from < 2) continue
          loops.push({
            x: [...rings.x.subarray(from, to)],
            y: [...rings.y.subarray(from, to)],
            bulge: [...rings.bulge.subarray(from, to)],
            line,
          })
        }
      }
    }
  }
  return { edges, loops, resolution: resolutionOf(unitNm(gerber)) }
}

/** @returns the tool paths of a route file: routed paths and straight slots, as strokes */
export const strokesOfRoute = (plot: DrillPlot, unit: number): OutlineStrokes => {
  const edges: Edge[] = []
  const { holes } = plot
  for (let i = 0; i < holes.count; i++) {
    const [x0, y0, x1, y1] = [holes.x0[i]!, holes.y0[i]!, holes.x1[i]!, holes.y1[i]!]
    if (x0 !== x1 || y0 !== y1) edges.push({ x0, y0, x1, y1, bulge: 0, line: holes.line[i]!, pen: holes.diameter[i]! })
  }
  for (const path of plot.paths) {
    const n = path.x.length
    for (let v = 0; v < (path.closed ? n : n - 1) && edges.length < MOST_EDGES; v++) {
      const w = (v + 1) % n
      if (path.x[v] === path.x[w] && path.y[v] === path.y[w]) continue
      edges.push({
        x0: path.x[v]!,
        y0: path.y[v]!,
        x1: path.x[w]!,
        y1: path.y[w]!,
        bulge: path.bulge[v]!,
        line: path.line,
        pen: path.diameter,
      })
    }
  }
  return { edges, loops: [], resolution: resolutionOf(unit) }
}

import type { Contour, Outline } from '#core/board/board.ts'
import { buildOutline, NO_OUTLINE } from '#core/board/outline/build-outline.ts'
import { strokesOfFigures } from '#core/board/outline/connected-strokes.ts'
import type { Edge, OutlineStrokes } from '#core/board/outline/edges.ts'
import { MOST_EDGES, strokesOfArtwork, strokesOfRoute } from '#core/board/outline/edges.ts'
import type { Places } from '#core/board/outline/places.ts'
import { middleBox, samplePlaces, shareInside } from '#core/board/outline/places.ts'
import type { TracedContour } from '#core/board/outline/trace-contours.ts'
import { traceContours } from '#core/board/outline/trace-contours.ts'
import { closeGaps } from '#core/board/outline/close-gaps.ts'
import { boundsPour } from '#core/board/outline/pour-border.ts'
import { contourOf, perimeterOf } from '#core/board/outline/contour-geometry.ts'
import type { IdentifiedFile, Role } from '#core/identify/identified-file.ts'
import type { DrillPlot } from '#core/read/excellon/drill-file.ts'

/** A fallback contour has to hold nearly all pads and holes. */
const NEARLY_ALL = 0.95
/** An outline file that holds fewer is not believed while another one does better. */
const MOST = 0.6

const unitOf = (file: IdentifiedFile): number => {
  const format = file.drillReading?.format
  return format ? (format.unit === 'inch' ? 25_400_000 : 1_000_000) / 10 ** Math.min(6, format.decimal) : 1000
}

/**
 * Finds the board edge: the outline file, else a route program, else the contour around all pads in a mechanical layer
 * or drawing, else one drawn onto another layer.
 * @param plots routed files under their chosen format, by path
 */
export const findOutline = (files: readonly IdentifiedFile[], plots: ReadonlyMap<string, DrillPlot>, all: Places): Outline => {
  const places = samplePlaces(all)
  const named = files.filter((f) => f.role === 'outline' && f.gerber).sort((a, b) => b.sureness - a.sureness)
  const built = named.map((f) => buildOutline(strokesOfArtwork(f.gerber!), places, 'outline', f.path))
  const best = bestOf(built, places)
  if (best && (places.x.length === 0 || shareInside(best.outer, places) >= MOST)) return best
  for (const f of files.filter((each) => (each.role === 'route' || each.role === 'drill') && plots.has(each.path))) {
    const route = buildOutline(strokesOfRoute(plots.get(f.path)!, unitOf(f)), places, 'route', f.path)
    if (places.x.length > 0 && shareInside(route.outer, places) >= NEARLY_ALL) return route
  }
  if (places.x.length >= 4) {
    const inside = best
      ? null
      : (fromOthers(files, ['mechanical', 'drawing', 'unknown'], 'drawing', places) ??
        fromOthers(files, ['legend', 'vscore', 'soldermask', 'paste', 'courtyard', 'copper', 'plane'], 'other-layer', places))
    if (inside) return inside
  }
  return best ?? NO_OUTLINE
}

/** A keep-out line runs this far inside the edge at most, nm. */
const KEEPOUT_INSET = 3_000_000

const isKeepoutOf = (inner: Outline, outer: Outline): boolean => {
  const [a, b] = [inner.box, outer.box]
  if (!a || !b) return false
  const insets = [a[0] - b[0], a[1] - b[1], b[2] - a[2], b[3] - a[3]]
  return insets.every((d) => d > 1000 && d <= KEEPOUT_INSET)
}

/** The outline that holds most places; among equals the one that is closed, not a keep-out inside another, then the first. */
const bestOf = (outlines: readonly Outline[], places: Places): Outline | null => {
  const score = (o: Outline): number => shareInside(o.outer, places) + (o.outer.length > 0 ? 0.5 : 0) - (o.gaps.length > 0 ? 0.1 : 0)
  const better = (a: Outline, b: Outline): boolean => score(b) > score(a) + 1e-9 || (score(b) > score(a) - 1e-9 && isKeepoutOf(a, b))
  return outlines
    .filter((o) => o.outer.length > 0 || o.stray.length > 0)
    .reduce<Outline | null>((a, b) => (a === null || better(a, b) ? b : a), null)
}

/** The smallest closed contour around nearly all places, on any layer of the roles; files in the order of the roles. */
const fromOthers = (
  files: readonly IdentifiedFile[],
  roles: readonly Role[],
  source: Outline['source'],
  places: Places,
): Outline | null => {
  for (const role of roles) {
    for (const f of files) {
      if (f.role !== role || !f.gerber) continue
      // Filled shapes on these layers are pours and logos, never edges.
      const strokes: OutlineStrokes = { ...strokesOfArtwork(f.gerber), loops: [] }
      if (strokes.edges.length >= MOST_EDGES) continue
      const { plotted } = f.gerber
      const onCopper = role === 'copper' || role === 'plane'
      // On copper, tracks look like sloppy outlines, and pours have closed borders.
      const accept = (c: TracedContour): boolean => !onCopper || (c.gaps.length === 0 && !boundsPour(plotted, c))
      const outline = around(strokes, places, source, f.path, { accept, sloppy: !onCopper })
      if (outline) return outline
    }
  }
  return null
}

/** Sloppy dimension lines leave gaps; more than this share of the contour is no outline but a guess. */
const MOST_GAPS = 0.03
/** Joining ends looks at all pairs: busy pens are left out. */
const FEW_STROKES = 1500

const extentOf = (edges: readonly Edge[]): [number, number, number, number] => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const e of edges) {
    x0 = Math.min(x0, e.x0, e.x1)
    y0 = Math.min(y0, e.y0, e.y1)
    x1 = Math.max(x1, e.x0, e.x1)
    y1 = Math.max(y1, e.y0, e.y1)
  }
  return [x0, y0, x1, y1]
}

const nearlyClosed = (strokes: OutlineStrokes): readonly TracedContour[] => {
  if (strokes.edges.length > FEW_STROKES) return []
  const { contours } = closeGaps(traceContours(strokes).chains, false)
  return contours.filter((c) => c.gaps.reduce((sum, g) => sum + g.width, 0) <= MOST_GAPS * perimeterOf(c.contour))
}

const around = (
  strokes: OutlineStrokes,
  places: Places,
  source: Outline['source'],
  path: string,
  { accept, sloppy }: { readonly accept: (contour: TracedContour) => boolean; readonly sloppy: boolean },
): Outline | null => {
  const byPen = new Map<number, Edge[]>()
  for (const e of strokes.edges) {
    const own = byPen.get(e.pen)
    if (own) own.push(e)
    else byPen.set(e.pen, [e])
  }
  // The edge is drawn with one pen; taking pens apart keeps dimension lines and symbols from joining it.
  const [cx0, cy0, cx1, cy1] = middleBox(places)
  const goesAround = (x0: number, y0: number, x1: number, y1: number): boolean => x0 <= cx0 && y0 <= cy0 && x1 >= cx1 && y1 >= cy1
  const traced = [...byPen.values()].map((edges) => traceContours(strokesOfFigures({ ...strokes, edges }, goesAround)).contours)
  const holdsAll = (c: TracedContour): boolean => shareInside([c.contour], places) >= NEARLY_ALL
  const closed = traced.flat().filter(holdsAll)
  const found =
    closed.length > 0 || !sloppy
      ? closed
      : [...byPen.values()]
          .filter((edges) => goesAround(...extentOf(edges)))
          .flatMap((edges) => nearlyClosed({ ...strokes, edges }))
          .filter(holdsAll)
  const best = found.filter(accept).reduce<TracedContour | null>((a, b) => (a === null || b.contour.area < a.contour.area ? b : a), null)
  if (!best) return null
  const edge = best.contour
  const inner = strokes.edges.filter((e) => e.pen === best.pen && within(e, edge.box))
  const large = (x0: number, y0: number, x1: number, y1: number): boolean => Math.min(x1 - x0, y1 - y0) >= SMALLEST_CUTOUT
  const siblings = traceContours(strokesOfFigures({ ...strokes, edges: inner }, large)).contours
  const cutouts = siblings.filter((s) => isCutout(s.contour, edge, places))
  const clean = (c: Contour): { x: readonly number[]; y: readonly number[]; bulge: readonly number[] } => ({
    x: [...c.x],
    y: [...c.y],
    bulge: [...c.bulge],
  })
  const loops = [edge, ...cutouts.map((c) => c.contour)].map((c) => ({ ...clean(c), line: best.line }))
  const outline = buildOutline({ edges: [], loops, resolution: strokes.resolution }, places, source, path)
  return {
    ...outline,
    gaps: best.gaps,
    stray: [],
    outer: outline.outer.length > 0 ? outline.outer : [contourOf([...edge.x], [...edge.y], [...edge.bulge])],
  }
}

const within = (e: Edge, box: Contour['box']): boolean =>
  Math.min(e.x0, e.x1) > box[0] && Math.min(e.y0, e.y1) > box[1] && Math.max(e.x0, e.x1) < box[2] && Math.max(e.y0, e.y1) < box[3]

/** Inside a drawing most closed figures are symbols: a cut-out is large and holds nothing. */
const SMALLEST_CUTOUT = 5_000_000

const isCutout = (c: Contour, edge: Contour, places: Places): boolean => {
  const inside = c.box[0] > edge.box[0] && c.box[1] > edge.box[1] && c.box[2] < edge.box[2] && c.box[3] < edge.box[3]
  return inside && Math.min(c.box[2] - c.box[0], c.box[3] - c.box[1]) >= SMALLEST_CUTOUT && shareInside([c], places) === 0
}

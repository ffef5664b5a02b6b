import { toNm, type Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import { PIECE_ARC_CCW, PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import { asciiBytes } from '#core/builder/ascii.ts'
import type { ArtItem, Flash, Hole, Vertex } from '#core/builder/description.ts'
import { kicadDialect } from '#core/builder/dialect.ts'
import { distanceToItem } from '#core/builder/faults/places.ts'
import { gerberText } from '#core/builder/gerber-writer.ts'
import { clearedPour, type Pour } from '#core/builder/pour.ts'
import { grownShape } from '#core/builder/shape-contour.ts'

/** A pour as tools fill it: nothing narrower than the pen, no islands without a connection. */
export interface SolidPour extends Omit<Pour, 'thermal'> {
  readonly thermal: { readonly gap: Mm; readonly spoke: Mm }
  /** The fill is drawn with it: nothing gets narrower. */
  readonly pen: Mm
}

const wantsThermal = (item: ArtItem): item is Flash => item.kind === 'flash' && item.fn !== 'ViaPad'

/** The pour's area as far as the middle of the pen may go. */
const penArea = (pour: SolidPour, here: readonly ArtItem[], own: readonly ArtItem[], holes: readonly Hole[]): Image => {
  const grow = pour.pen / 2
  const plain: Pour = { ...pour, clearance: pour.clearance + grow, thermal: null }
  const pads = own.filter(wantsThermal).map((pad): ArtItem => {
    return {
      kind: 'flash',
      layer: pour.layer,
      clear: true,
      at: pad.at,
      rotation: pad.rotation,
      shape: grownShape(pad.shape, pour.thermal.gap + grow),
    }
  })
  const text = gerberText([...clearedPour(plain, here, holes), ...pads], kicadDialect.gerber, [], [], '\n')
  return composePrims(interpretGerber(asciiBytes(text)).plotted)
}

const mm = (nm: number): number => Math.round(nm) / 1e6

/** The rings of the kept components as regions, outer ones dark, holes clear, large ones first; then the pen along all of them. */
const fillItems = (image: Image, kept: ReadonlySet<number>, pour: SolidPour): ArtItem[] => {
  const { rings, pieces } = image
  const order = Array.from({ length: rings.count }, (_, k) => k)
    .filter((k) => kept.has(rings.component[k]!))
    .sort((a, b) => Math.abs(rings.area[b]!) - Math.abs(rings.area[a]!))
  const art = { layer: pour.layer, fn: 'Conductor', ...pour.belongs }
  const areas: ArtItem[] = []
  const strokes: ArtItem[] = []
  for (const k of order) {
    const contour: Vertex[] = []
    for (let p = rings.start[k]!; p < rings.start[k + 1]!; p++) {
      const from: Point = [mm(pieces.x0[p]!), mm(pieces.y0[p]!)]
      const to: Point = [mm(pieces.x1[p]!), mm(pieces.y1[p]!)]
      if (from[0] === to[0] && from[1] === to[1]) continue
      const straight = pieces.kind[p] === PIECE_LINE
      const ccw = pieces.kind[p] === PIECE_ARC_CCW
      contour.push(straight ? from : [...from, bulgeOf(from, to, [mm(pieces.cx[p]!), mm(pieces.cy[p]!)], ccw)])
      strokes.push(
        straight
          ? { kind: 'draw', from, to, width: pour.pen, ...art }
          : { kind: 'arc', from, to, centre: [mm(pieces.cx[p]!), mm(pieces.cy[p]!)], clockwise: !ccw, width: pour.pen, ...art },
      )
    }
    if (contour.length > 1) areas.push({ kind: 'region', contour, ...(rings.area[k]! > 0 ? {} : { clear: true }), ...art })
  }
  return [...areas, ...strokes]
}

const bulgeOf = (from: Point, to: Point, centre: Point, ccw: boolean): number => {
  const turn =
    (Math.PI * 2 + Math.atan2(to[1] - centre[1], to[0] - centre[0]) - Math.atan2(from[1] - centre[1], from[0] - centre[0])) % (Math.PI * 2)
  const sweep = ccw ? turn : turn - 2 * Math.PI
  return Math.tan(sweep / 4)
}

/** Between a spoke and a track beside it. */
const SLIT_MM = 0.2

/** Spokes along the pad's axes that end in the fill and have no own track beside them, which would leave a slit or a pinhole. */
const spokesOf = (pad: Flash, pour: SolidPour, own: readonly ArtItem[], inFill: (at: Point) => number): ArtItem[] => {
  const shape = grownShape(pad.shape, pour.thermal.gap + pour.pen)
  const half =
    shape.kind === 'circle' || shape.kind === 'polygon' ? [shape.diameter / 2, shape.diameter / 2] : [shape.width / 2, shape.height / 2]
  const ends: Point[] = [
    [pad.at[0] + half[0]!, pad.at[1]],
    [pad.at[0] - half[0]!, pad.at[1]],
    [pad.at[0], pad.at[1] + half[1]!],
    [pad.at[0], pad.at[1] - half[1]!],
  ]
  const isClear = (at: Point): boolean =>
    own.every((item) => item.kind !== 'draw' || distanceToItem(at, item) >= pour.thermal.spoke / 2 + SLIT_MM)
  /** The middle of the gap, seen from the end of the spoke. */
  const inGap = (to: Point): Point => {
    const back = (pour.thermal.gap / 2 + pour.pen) / Math.hypot(to[0] - pad.at[0], to[1] - pad.at[1])
    return [to[0] + (pad.at[0] - to[0]) * back, to[1] + (pad.at[1] - to[1]) * back]
  }
  return ends
    .filter((to) => inFill(to) >= 0 && isClear(to) && isClear(inGap(to)))
    .map((to): ArtItem => ({
      kind: 'draw',
      from: pad.at,
      to,
      width: pour.thermal.spoke,
      layer: pour.layer,
      fn: 'Conductor',
      ...pour.belongs,
    }))
}

/** Places of the pour's own net that a fill may hang on: ends of tracks and vias. */
const anchors = (own: readonly ArtItem[]): Point[] =>
  own.flatMap((item): Point[] => {
    if (item.kind === 'flash') return item.fn === 'ViaPad' ? [item.at] : []
    return item.kind === 'region' ? [] : [item.from, item.to]
  })

/** @returns the items of the pour, to be drawn before everything else on its layer */
export const solidPour = (pour: SolidPour, art: readonly ArtItem[], holes: readonly Hole[]): readonly ArtItem[] => {
  const here = art.filter((item) => item.layer === pour.layer && item.clear !== true)
  const own = here.filter((item) => item.net !== undefined && item.net === pour.belongs.net)
  const image = penArea(pour, here, own, holes)
  const grid = pieceGrid(image)
  const inFill = ([x, y]: Point): number => componentAt(image, grid, toNm(x), toNm(y))
  const pads = own.filter(wantsThermal)
  const spokes = pads.map((pad) => spokesOf(pad, pour, own, inFill))
  const touched = [...anchors(own), ...spokes.flatMap((list) => list.flatMap((s) => (s.kind === 'draw' ? [s.to] : [])))]
  const kept = new Set(touched.map(inFill).filter((component) => component >= 0))
  return [...fillItems(image, kept, pour), ...spokes.flat()]
}

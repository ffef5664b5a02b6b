import { toNm } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { DrawnMark, DrawnPath, Drawing, Paint } from '#core/report/drawing/drawing.ts'
import { drawnBox, drawnContour, drawnHole, drawnImage, placed, planeSize, type Plane } from '#core/report/drawing/plane.ts'
import { boardBounds, faceCopper, faceLayers, type Face } from '#core/render/side-art.ts'
import type { ListedFinding } from '#core/report/model/listed.ts'

/** Border around the board, and the share of its diagonal that is too small to be seen. */
const BORDER = 0.02
const DETAIL = 1 / 6000

const planeOf = (board: Board, mirrored: boolean): Plane | null => {
  const mm = boardBounds(board)
  if (!mm) return null
  const [x0, y0, x1, y1] = mm.map(toNm) as [number, number, number, number]
  const border = Math.max(x1 - x0, y1 - y0) * BORDER || toNm(1)
  return { box: [x0 - border, y0 - border, x1 + border, y1 + border], mirrored }
}

const diagonal = ({ box }: Plane): number => Math.hypot(box[2] - box[0], box[3] - box[1])

const holePaths = ({ holes }: Board, plane: Plane): string => {
  let path = ''
  for (let h = 0; h < holes.count; h++) path += drawnHole(plane, holes.x0[h]!, holes.y0[h]!, holes.x1[h]!, holes.y1[h]!, holes.diameter[h]!)
  return path
}

const contours = (list: Board['outline']['outer'], plane: Plane): string => list.map((c) => drawnContour(c, plane)).join('')

const PAINTS: Readonly<Partial<Record<Layer['role'], Paint>>> = {
  copper: 'copper',
  plane: 'copper',
  soldermask: 'soldermask',
  paste: 'paste',
  legend: 'legend',
}

/** @returns how a layer is painted */
export const paintOf = (layer: Pick<Layer, 'role'>): Paint => PAINTS[layer.role] ?? 'other'

const marksOf = (findings: readonly ListedFinding[], plane: Plane): readonly DrawnMark[] =>
  findings.flatMap(({ number, finding }) => {
    if (!finding.at) return []
    const [x, y] = placed(plane, toNm(finding.at.x), toNm(finding.at.y))
    return [{ finding: number, severity: finding.severity, x, y }]
  })

/** Draws layers and keeps the coarsest detail that was needed. */
const painter = (plane: Plane) => {
  let detail = diagonal(plane) * DETAIL
  return {
    layers(layers: readonly Layer[]): string {
      return layers
        .map((layer) => {
          const drawn = drawnImage(layer.image(), plane, diagonal(plane) * DETAIL)
          detail = Math.max(detail, drawn.detail)
          return drawn.path
        })
        .join('')
    },
    detailMm: () => Math.round(detail / 100) / 10_000,
  }
}

const onFace = (board: Board, face: Face, { finding }: ListedFinding): boolean => {
  const sides = finding.layers.map((id) => board.layers.find((layer) => layer.id === id)?.side ?? null)
  if (sides.length === 0 || sides.every((side) => side === null)) return face === 'top'
  return sides.includes(face) || (face === 'top' && sides.includes('both'))
}

const sideDrawing = (board: Board, face: Face, findings: readonly ListedFinding[]): Drawing | null => {
  const plane = planeOf(board, face === 'bottom')
  if (!plane) return null
  const draw = painter(plane)
  const boxPath = drawnBox(plane, plane.box)
  const masks = faceLayers(board, face, 'soldermask')
  const copper = draw.layers(faceCopper(board, face))
  const legend = draw.layers(faceLayers(board, face, 'legend'))
  const openings = draw.layers(masks)
  const on = (paint: Paint, path: string, within: DrawnPath['within'] = ['material']): DrawnPath => ({ paint, path, within })
  const paths = masks.length
    ? [
        on('mask-on-laminate', boxPath),
        on('mask-on-copper', copper),
        on('laminate', boxPath, ['material', 'openings']),
        on('finish', copper, ['material', 'openings']),
      ]
    : [on('laminate', boxPath), on('finish', copper)]
  const hasEdge = board.outline.outer.length > 0
  return {
    id: face,
    title: face === 'top' ? 'Top side' : 'Bottom side, seen from below',
    ...planeSize(plane),
    areas: { material: hasEdge ? contours(board.outline.outer, plane) : boxPath, openings },
    paths: [...paths, on('legend', legend), on('void', contours(board.outline.cutouts, plane) + holePaths(board, plane), [])],
    edge: contours([...board.outline.outer, ...board.outline.cutouts], plane),
    rims: '',
    marks: marksOf(
      findings.filter((f) => onFace(board, face, f)),
      plane,
    ),
    detailMm: draw.detailMm(),
  }
}

const layerDrawing = (board: Board, layer: Layer, findings: readonly ListedFinding[]): Drawing | null => {
  const plane = planeOf(board, false)
  if (!plane) return null
  const draw = painter(plane)
  const path = draw.layers([layer])
  return {
    id: layer.id,
    title: `${layer.name}, seen from above`,
    ...planeSize(plane),
    areas: {},
    paths: [{ paint: paintOf(layer), path, within: [] }],
    edge: contours([...board.outline.outer, ...board.outline.cutouts], plane),
    rims: holePaths(board, plane),
    marks: marksOf(findings, plane),
    detailMm: draw.detailMm(),
  }
}

/** @returns the board from above and from below, without marks; none for a package without any artwork */
export const sideDrawings = (board: Board): readonly Drawing[] =>
  [sideDrawing(board, 'top', []), sideDrawing(board, 'bottom', [])].filter((d) => d !== null)

/**
 * The board from above and from below, then every layer that has a finding with a place, in board order. A finding is
 * marked on its layers and on the side they belong to; one without layers on the top side.
 * @returns none for a package without any artwork
 */
export const boardDrawings = (board: Board, findings: readonly ListedFinding[]): readonly Drawing[] => {
  const located = findings.filter((f) => f.finding.at !== null)
  const layers = board.layers.flatMap((layer) => {
    const own = located.filter((f) => f.finding.layers.includes(layer.id))
    return own.length ? [layerDrawing(board, layer, own)] : []
  })
  return [sideDrawing(board, 'top', located), sideDrawing(board, 'bottom', located), ...layers].filter((d) => d !== null)
}

/** @returns one layer over the copper of its side, with a finding marked; null for a package without any artwork */
export const layerPicture = (board: Board, layer: Layer, listed: ListedFinding): Drawing | null => {
  const drawing = layerDrawing(board, layer, [listed])
  const plane = planeOf(board, false)
  if (!drawing || !plane || paintOf(layer) === 'copper' || (layer.side !== 'top' && layer.side !== 'bottom')) return drawing
  const below = painter(plane).layers(faceCopper(board, layer.side))
  return { ...drawing, paths: [{ paint: 'context', path: below, within: [] }, ...drawing.paths] }
}

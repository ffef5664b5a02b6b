import { HOLE_NON_PLATED, type Board, type Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { flashCentres, frameOf, type Frame, type Points } from '#core/checks/measuring/frames.ts'

/** How one layer, or the drill files as a whole, lies against its reference. */
export interface LayerFrame {
  /** Null: the drill files are the odd one out, since all copper layers agree against them. */
  readonly layer: Layer | null
  /** What it was compared with: "the drill hits", "the top copper pads". */
  readonly against: string
  readonly frame: Frame
}

const plated = (board: Board): Points => {
  const { holes } = board
  const [x, y]: [number[], number[]] = [[], []]
  const seen = new Set<string>()
  for (let h = 0; h < holes.count; h++) {
    if (holes.plating[h] === HOLE_NON_PLATED || holes.x0[h] !== holes.x1[h] || holes.y0[h] !== holes.y1[h]) continue
    const key = `${holes.x0[h]},${holes.y0[h]}`
    if (seen.has(key)) continue
    seen.add(key)
    x.push(holes.x0[h]!)
    y.push(holes.y0[h]!)
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) }
}

/** Through holes only: a blind hole has no pad on every layer. */
const sameBetter = (a: Frame, b: Frame): boolean =>
  a.better !== null &&
  b.better !== null &&
  a.better.placement === b.better.placement &&
  Math.abs(a.better.scale - b.better.scale) < 1e-3 &&
  Math.hypot(a.better.dx - b.better.dx, a.better.dy - b.better.dy) < 50_000

const copperFrames = (board: Board, measures: Measures): readonly LayerFrame[] => {
  const holes = plated(board)
  const layers = measures.copper.filter((layer) => !layer.negative && (layer.side === 'top' || layer.side === 'bottom'))
  const frames = layers.flatMap((layer): LayerFrame[] => {
    const frame = frameOf(holes, flashCentres(layer))
    return frame ? [{ layer, against: 'the drill hits', frame }] : []
  })
  const [first, ...rest] = frames
  if (first && rest.length > 0 && first.frame.better && rest.every((other) => sameBetter(first.frame, other.frame))) {
    return [{ layer: null, against: 'the copper pads', frame: first.frame }]
  }
  return frames
}

const overlayFrames = (board: Board): readonly LayerFrame[] =>
  board.layers.flatMap((layer): LayerFrame[] => {
    if ((layer.role !== 'soldermask' && layer.role !== 'paste') || layer.negative) return []
    const copper = board.layers.find((other) => other.role === 'copper' && other.side === layer.side)
    if (!copper) return []
    // Every opening has a pad below it, not every pad an opening: the overlay's flashes are the reference.
    const frame = frameOf(flashCentres(layer), flashCentres(copper))
    if (!frame) return []
    const { better } = frame
    const turned = better && { ...better, scale: 1 / better.scale, dx: -better.dx, dy: -better.dy }
    return [{ layer, against: `the ${layer.side} copper pads`, frame: { ...frame, better: turned } }]
  })

/** @returns for every layer with enough features how it lies against drills or pads; worked out once */
export const layerFrames = (board: Board, measures: Measures): readonly LayerFrame[] =>
  measures.once('layer-frames', () => {
    const copper = copperFrames(board, measures)
    // A copper layer that lies wrong would make its mask look wrong as well.
    const wrong = new Set(copper.filter((f) => f.layer && f.frame.better).map((f) => f.layer!.side))
    return [...copper, ...overlayFrames(board).filter((f) => !wrong.has(f.layer!.side))]
  })

/** @returns the layer's shown name, or the drill files */
export const frameSubject = ({ layer }: LayerFrame): string => (layer ? layer.name : 'drill files')

/** @returns where a finding about this frame belongs */
export const frameSource = (
  board: Board,
  { layer }: LayerFrame,
): { layers: readonly string[]; files: readonly { path: string; line: number }[] } =>
  layer
    ? { layers: [layer.id], files: [{ path: layer.path, line: 0 }] }
    : { layers: [], files: board.files.filter((f) => f.role === 'drill').map((f) => ({ path: f.path, line: 0 })) }

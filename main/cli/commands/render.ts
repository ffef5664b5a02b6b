import type { Box } from '#core/base/box.ts'
import type { Result } from '#core/base/result.ts'
import type { Board } from '#core/board/board.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { plotDrill } from '#core/read/excellon/plot-drill.ts'
import { layerSvg } from '#core/render/layer-svg.ts'
import { PrimList } from '#core/render/prim-list.ts'
import type { Paintable } from '#core/render/prim-list.ts'
import type { Raster, RenderFailure } from '#core/render/raster.ts'
import { renderLayer } from '#core/render/render-layer.ts'
import { renderSide } from '#core/render/render-side.ts'
import { sideSvg } from '#core/render/side-svg.ts'
import { openPackage } from '#core/run/review-package.ts'
import { encodePng } from '#main/render/png.ts'
import { deliver, EXIT, parseCall, UsageError, type Command } from '#main/cli/command.ts'
import { clock, openInput } from '#main/cli/open-input.ts'

const help = `usage: boardproof render INPUT (--layer FILE_OR_ROLE | --side top|bottom) --out FILE.png|FILE.svg [options]

  --layer NAME         a file of the package, a layer id (top-copper, inner-1, bottom-mask …) or a role; with a single
                       file as input it may be left out
  --side SIDE          the finished board from above or below
  --dpi N              resolution of a PNG (default 600)
  --bounds x0,y0,x1,y1 what to show, mm (default: all of it)
  --mono               a layer only: dark white on black, without anti-aliasing`

const DEFAULT_DPI = 600

const numberOption = (name: string, text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0) throw new UsageError(`--${name} must be a number above 0; got "${text}"`)
  return value
}

const boundsOption = (text: string | undefined): Box | undefined => {
  if (text === undefined) return undefined
  const values = text.split(',').map(Number)
  if (values.length !== 4 || values.some((v) => !Number.isFinite(v)) || values[2]! <= values[0]! || values[3]! <= values[1]!)
    throw new UsageError(`--bounds needs x0,y0,x1,y1 in mm with x0 < x1 and y0 < y1; got "${text}"`)
  return values as unknown as Box
}

interface Artwork {
  readonly title: string
  readonly plotted: Paintable & Pick<PlottedLayer, 'bounds'>
  readonly inverted: boolean
}

/** A drill file as artwork: its holes and slots as discs and capsules, routed paths as strokes. */
const drillArtwork = (board: Board, path: string): Artwork | null => {
  const file = board.files.find((f) => f.path === path)
  if (!file?.drill) return null
  const { holes, paths } = plotDrill(file.drill, file.drillReading?.format ?? file.drill.candidates[0]!)
  const list = new PrimList()
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  const stroke = (ax: number, ay: number, bx: number, by: number, r: number): void => {
    list.capsule([ax, ay], [bx, by], r)
    x0 = Math.min(x0, ax - r, bx - r)
    y0 = Math.min(y0, ay - r, by - r)
    x1 = Math.max(x1, ax + r, bx + r)
    y1 = Math.max(y1, ay + r, by + r)
  }
  for (let h = 0; h < holes.count; h++) stroke(holes.x0[h]!, holes.y0[h]!, holes.x1[h]!, holes.y1[h]!, holes.diameter[h]! / 2)
  for (const { x, y, diameter, closed } of paths)
    for (let v = 0; v + (closed ? 0 : 1) < x.length; v++) stroke(x[v]!, y[v]!, x[(v + 1) % x.length]!, y[(v + 1) % x.length]!, diameter / 2)
  return { title: path, plotted: { ...list.paintable(), bounds: x1 >= x0 ? [x0, y0, x1, y1] : null }, inverted: false }
}

const gerberArtwork = (board: Board, path: string): Artwork | null => {
  const gerber = board.files.find((f) => f.path === path)?.gerber
  return gerber ? { title: path, plotted: gerber.plotted, inverted: gerber.negativeImage } : null
}

/** The artwork that a name means: a file by path or base name, a layer by id, a role when one layer has it. */
const artworkNamed = (board: Board, name: string | undefined): Artwork => {
  const paths = board.files.filter((f) => f.gerber || f.drill).map((f) => f.path)
  const byPath = (path: string): Artwork => (gerberArtwork(board, path) ?? drillArtwork(board, path))!
  if (name === undefined) {
    if (paths.length === 1) return byPath(paths[0]!)
    throw new UsageError('name a layer with --layer or a side with --side')
  }
  const exact = paths.filter((path) => path === name)
  const base = paths.filter((path) => path.split('/').at(-1) === name)
  if (exact.length === 1 || base.length === 1) return byPath(exact[0] ?? base[0]!)
  const layers = board.layers.filter((l) => l.id === name)
  const byRole = layers.length ? layers : board.layers.filter((l) => l.role === name)
  if (byRole.length === 1) return byPath(byRole[0]!.path)
  if (byRole.length > 1) throw new UsageError(`"${name}" means ${byRole.length} layers: ${byRole.map((l) => l.id).join(', ')}`)
  throw new UsageError(`no layer "${name}"; there are ${[...board.layers.map((l) => l.id), ...paths].join(', ') || 'none'}`)
}

const orRefuse = <T>(result: Result<T, RenderFailure>): T => {
  if (!result.ok) throw new UsageError(result.error.message)
  return result.value
}

export const renderCommand: Command = {
  summary: 'a picture of a layer or of a side of the board',
  help,
  async run(args) {
    const { values, positionals } = parseCall(args, {
      layer: { type: 'string' },
      side: { type: 'string' },
      out: { type: 'string' },
      dpi: { type: 'string' },
      bounds: { type: 'string' },
      mono: { type: 'boolean' },
    })
    const { out, side } = values
    if (!out || !/\.(png|svg)$/i.test(out)) throw new UsageError('--out must name a .png or .svg file')
    if (side !== undefined && side !== 'top' && side !== 'bottom') throw new UsageError(`--side must be top or bottom; got "${side}"`)
    if (side && values.layer) throw new UsageError('--layer and --side exclude each other')
    if (side && values.mono) throw new UsageError('--mono is for layers')
    const dpi = numberOption('dpi', values.dpi, DEFAULT_DPI)
    const bounds = boundsOption(values.bounds)
    const { board } = await openPackage(await openInput(positionals), [], { clock })
    const vector = out.toLowerCase().endsWith('.svg')
    const area = bounds ? { bounds } : {}
    const picture = (): string | Raster => {
      if (side)
        return vector
          ? orRefuse(sideSvg(board, side, { title: `${side} side`, ...area }))
          : orRefuse(renderSide(board, side, { dpi, ...area }))
      const art = artworkNamed(board, values.layer)
      if (vector) return orRefuse(layerSvg({ image: composePrims(art.plotted as PlottedLayer), title: art.title, ...area }))
      return orRefuse(renderLayer({ plotted: art.plotted, dpi, mono: values.mono ?? false, inverted: art.inverted, ...area }))
    }
    const made = picture()
    await deliver(typeof made === 'string' ? made : encodePng(made, dpi), out)
    return EXIT.fine
  },
}

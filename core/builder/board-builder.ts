import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import type { ArtItem, Belongs, BoardDescription, Hole, LayerId, PadShape } from '#core/builder/description.ts'
import { clearedPour, type Pour } from '#core/builder/pour.ts'
import { contourItems, roundedBoxContour } from '#core/builder/outline-items.ts'
import type { ArcSpec, AreaSpec, LandSpec, OutlineSpec, PadSpec, PourSpec, StrokeSpec } from '#core/builder/board-specs.ts'

const shapeOf = (spec: Pick<PadSpec, 'size' | 'shape' | 'radius'>): PadShape => {
  const [width, height] = typeof spec.size === 'number' ? [spec.size, spec.size] : spec.size
  switch (spec.shape ?? 'rect') {
    case 'circle':
      return { kind: 'circle', diameter: width }
    case 'rect':
      return { kind: 'rect', width, height }
    case 'obround':
      return { kind: 'obround', width, height }
    case 'roundrect':
      return { kind: 'roundrect', width, height, radius: spec.radius ?? Math.min(width, height) / 4 }
  }
}

const belongs = ({ net, ref, pin, fn }: Belongs): Belongs => ({
  ...(net === undefined ? {} : { net }),
  ...(ref === undefined ? {} : { ref }),
  ...(pin === undefined ? {} : { pin }),
  ...(fn === undefined ? {} : { fn }),
})

const sideOf = (layer: LayerId): 'top' | 'bottom' => (layer.startsWith('bottom') ? 'bottom' : 'top')

/**
 * Describes a board piece by piece. Nothing is there that was not asked for, except the copper layers' files (two by
 * default, empty where nothing is drawn). A layer gets a file as soon as something is on it; `layer()` asks for an empty
 * one, `without()` leaves one out. Lengths mm.
 */
export class BoardBuilder {
  #name = 'board'
  #copperLayers = 2
  #thickness: Mm | null = null
  readonly #items: (ArtItem | { readonly kind: 'pour'; readonly pour: Pour })[] = []
  readonly #holes: Hole[] = []
  readonly #present: LayerId[] = []
  readonly #absent: string[] = []
  readonly #negative: LayerId[] = []

  /** File name stem of the package. */
  named(name: string): this {
    this.#name = name
    return this
  }

  copperLayers(count: number): this {
    this.#copperLayers = count
    return this
  }

  /** States the finished thickness, mm, in a job file. */
  thickness(mm: Mm): this {
    this.#thickness = mm
    return this
  }

  /** Writes the layer's file even when it is empty. */
  layer(...ids: LayerId[]): this {
    this.#present.push(...ids)
    return this
  }

  /** Leaves the layer's file out (`drill`: all drill files). */
  without(...ids: (LayerId | 'drill')[]): this {
    this.#absent.push(...ids)
    return this
  }

  /** Declares copper layers as planes drawn as negatives; only dialects with attributes can say it. */
  negative(...ids: LayerId[]): this {
    this.#negative.push(...ids)
    return this
  }

  /** Adds any items as they are. */
  items(items: readonly ArtItem[]): this {
    for (const item of items) this.#items.push(item)
    return this
  }

  /** Round copper around a hole. */
  land(spec: LandSpec): this {
    const layers = spec.layer === 'all' ? this.#copperIds() : [spec.layer ?? 'top-copper']
    for (const layer of layers)
      this.#items.push({
        kind: 'flash',
        layer,
        at: spec.at,
        shape: { kind: 'circle', diameter: spec.diameter },
        rotation: 0,
        ...belongs(spec),
      })
    return this
  }

  hole(spec: {
    readonly at: Point
    readonly diameter: Mm
    readonly plated?: boolean
    readonly to?: Point
    readonly fn?: string
    readonly net?: string
  }): this {
    this.#holes.push({ ...spec, plated: spec.plated ?? true })
    return this
  }

  /** Land on every copper layer plus plated hole. */
  via(spec: { readonly at: Point; readonly diameter: Mm; readonly drill: Mm; readonly net?: string }): this {
    this.land({ at: spec.at, diameter: spec.diameter, layer: 'all', fn: 'ViaPad', ...(spec.net === undefined ? {} : { net: spec.net }) })
    return this.hole({ at: spec.at, diameter: spec.drill, fn: 'ViaDrill', ...(spec.net === undefined ? {} : { net: spec.net }) })
  }

  /** Copper that a part is soldered to. */
  pad(spec: PadSpec): this {
    const layer = spec.layer ?? 'top-copper'
    const rotation = spec.rotation ?? 0
    const shape = shapeOf(spec)
    this.#items.push({ kind: 'flash', layer, at: spec.at, shape, rotation, ...belongs(spec) })
    const grown = (by: Mm): Mm | readonly [Mm, Mm] =>
      typeof spec.size === 'number' ? spec.size + 2 * by : [spec.size[0] + 2 * by, spec.size[1] + 2 * by]
    const same = { at: spec.at, rotation, ...(spec.shape ? { shape: spec.shape } : {}) }
    if (spec.opening !== undefined) this.opening({ ...same, size: grown(spec.opening), layer: `${sideOf(layer)}-mask` })
    if (spec.paste !== undefined) this.paste({ ...same, size: grown(-spec.paste), layer: `${sideOf(layer)}-paste` })
    return this
  }

  track(spec: StrokeSpec): this {
    return this.#stroke(spec, 'top-copper')
  }

  /** A track along several points. */
  route(spec: Omit<StrokeSpec, 'from' | 'to'> & { readonly points: readonly Point[] }): this {
    spec.points.slice(1).forEach((to, i) => this.track({ ...spec, from: spec.points[i]!, to }))
    return this
  }

  arc(spec: ArcSpec): this {
    const { from, to, centre, width } = spec
    const art = { layer: spec.layer ?? 'top-copper', ...(spec.clear ? { clear: true } : {}), ...belongs(spec) }
    this.#items.push({ kind: 'arc', from, to, centre, clockwise: spec.clockwise ?? false, width, ...art })
    return this
  }

  /** A filled contour as it is. */
  region(spec: AreaSpec): this {
    const art = { layer: spec.layer ?? 'top-copper', ...(spec.clear ? { clear: true } : {}), ...belongs(spec) }
    this.#items.push({ kind: 'region', contour: spec.points, ...art })
    return this
  }

  /** A copper area that keeps its distance: foreign copper and holes are cut out of it, whenever they are added. */
  pour(spec: PourSpec): this {
    const { points, layer, clearance, thermal } = spec
    this.#items.push({
      kind: 'pour',
      pour: { contour: points, layer: layer ?? 'top-copper', clearance: clearance ?? 0, thermal: thermal ?? null, belongs: belongs(spec) },
    })
    return this
  }

  /** A soldermask opening, default on `top-mask`. */
  opening(spec: PadSpec): this {
    return this.pad({ ...spec, layer: spec.layer ?? 'top-mask' })
  }

  /** A paste aperture, default on `top-paste`. */
  paste(spec: PadSpec): this {
    return this.pad({ ...spec, layer: spec.layer ?? 'top-paste' })
  }

  /** A legend stroke, default on `top-legend`. */
  legend(spec: StrokeSpec): this {
    return this.#stroke(spec, 'top-legend')
  }

  /** The board edge: a box, a box with round corners, or any contour. */
  outline(spec: OutlineSpec): this {
    const contour = spec.points ?? roundedBoxContour(spec.at ?? [0, 0], spec.width ?? 50, spec.height ?? 50, spec.radius ?? 0)
    return this.items(contourItems(contour, 'outline', spec.pen ?? 0.1, spec.gap ?? 0))
  }

  /** A cut-out: a box, a circle or any contour on the outline layer. */
  cutout(spec: OutlineSpec & { readonly diameter?: Mm }): this {
    if (spec.diameter === undefined) return this.outline(spec)
    const [x, y] = spec.at ?? [0, 0]
    const r = spec.diameter / 2
    return this.outline({
      points: [
        [x + r, y, 1],
        [x - r, y, 1],
      ],
      ...(spec.pen === undefined ? {} : { pen: spec.pen }),
    })
  }

  /** @returns the board as plain data; pours are cleared around everything else on their layer */
  description(): BoardDescription {
    const art = this.#items.filter((item) => item.kind !== 'pour')
    const pours = this.#items.flatMap((item) => (item.kind === 'pour' ? [item.pour] : []))
    return {
      name: this.#name,
      copperLayers: this.#copperLayers,
      ...(this.#thickness === null ? {} : { thickness: this.#thickness }),
      items: [...pours.flatMap((pour) => clearedPour(pour, art, this.#holes)), ...art],
      holes: [...this.#holes],
      present: [...this.#present],
      absent: [...this.#absent],
      ...(this.#negative.length > 0 ? { negative: [...this.#negative] } : {}),
    }
  }

  #copperIds(): readonly LayerId[] {
    return this.#copperLayers === 1
      ? ['top-copper']
      : ['top-copper', ...Array.from({ length: this.#copperLayers - 2 }, (_, i) => `inner-${i + 1}`), 'bottom-copper']
  }

  #stroke(spec: StrokeSpec, layer: LayerId): this {
    const { from, to, width } = spec
    this.#items.push({
      kind: 'draw',
      from,
      to,
      width,
      layer: spec.layer ?? layer,
      ...(spec.clear ? { clear: true } : {}),
      ...belongs(spec),
    })
    return this
  }
}

/** @returns an empty two-layer board to add to */
export const aBoard = (): BoardBuilder => new BoardBuilder()

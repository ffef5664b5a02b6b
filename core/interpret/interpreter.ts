import { NM_PER_INCH, NM_PER_MM } from '#core/base/units.ts'
import { ProblemLog } from '#core/base/problem.ts'
import {
  OP_ARC_CCW,
  OP_ARC_CW,
  OP_DRAW,
  OP_FLASH,
  OP_MOVE,
  OP_REGION_END,
  OP_REGION_START,
  OP_SELECT,
  OP_STATEMENT,
  type GerberCommands,
} from '#core/read/gerber/gerber-commands.ts'
import { lineAt } from '#core/read/gerber/line-table.ts'
import type { MacroBlock } from '#core/read/gerber/macro-program.ts'
import type { ApertureStatement, Statement, Unit } from '#core/read/gerber/statement.ts'
import { arcGeometry, arcVertices } from '#core/interpret/arc-geometry.ts'
import { AttributeStore } from '#core/interpret/attribute-store.ts'
import { ImageTransform } from '#core/interpret/image-transform.ts'
import { macroAperture } from '#core/interpret/macro-aperture.ts'
import { PLAIN, placementOf, type Placement } from '#core/interpret/placement.ts'
import { Plot } from '#core/interpret/plot.ts'
import { OBJECT_ARC, OBJECT_DRAW, OBJECT_FLASH, OBJECT_REGION, type ApertureInfo, type ApertureShape } from '#core/interpret/plotted-layer.ts'
import { extentOf, partPoints, type ShapePart } from '#core/interpret/shape.ts'
import { standardAperture } from '#core/interpret/standard-aperture.ts'
import { chordsOf, roundArcStroke, sweptStroke } from '#core/interpret/stroke.ts'

/** Bounds on what one file may plot. */
export interface PlotLimits {
  readonly prims: number
  readonly vertices: number
  readonly depth: number
}

export const PLOT_LIMITS: PlotLimits = { prims: 6_000_000, vertices: 30_000_000, depth: 32 }

const NO_APERTURE = 0xffff

interface Aperture {
  readonly row: number
  readonly shape: ApertureShape
  readonly parts: readonly ShapePart[]
  readonly block: Plot | null
  readonly size: number
  info: { flashes: number; draws: number }
}

type Frame = { readonly kind: 'block'; readonly code: number; readonly plot: Plot } | { readonly kind: 'repeat'; readonly nx: number; readonly ny: number; readonly dx: number; readonly dy: number; readonly plot: Plot }

/** Turns the commands of one Gerber file into plotted objects. */
export class Interpreter {
  readonly #commands: GerberCommands
  readonly #limits: PlotLimits
  readonly problems = new ProblemLog()
  readonly attributes = new AttributeStore()
  readonly apertures: (Omit<ApertureInfo, 'flashes' | 'draws'> & { flashes: number; draws: number })[] = []
  readonly #byCode = new Map<number, Aperture>()
  readonly #macros = new Map<string, readonly MacroBlock[]>()
  readonly #frames: Frame[] = []
  readonly image: ImageTransform
  root = new Plot()
  #plot = this.root
  #scale = NM_PER_INCH / 10_000
  #x = 0
  #y = 0
  #dark = true
  #mirrorX = false
  #mirrorY = false
  #degrees = 0
  #factor = 1
  #placement: Placement = PLAIN
  #aperture: Aperture | null = null
  #inRegion = false
  #contour = 0
  #startX = 0
  #startY = 0
  #contourAt = 0
  #full = false

  constructor(commands: GerberCommands, limits: PlotLimits) {
    this.#commands = commands
    this.#limits = limits
    this.image = new ImageTransform()
  }

  run(): void {
    const { count, kind, x, y, at, arcs, statements } = this.#commands
    let arc = 0
    for (let k = 0; k < count && !this.#full; k++) {
      const op = kind[k]!
      if (op === OP_STATEMENT) this.#statement(statements[x[k]!]!, at[k]!)
      else if (op === OP_SELECT) this.#select(x[k]!, at[k]!)
      else if (op === OP_REGION_START) this.#beginRegion(at[k]!)
      else if (op === OP_REGION_END) this.#endRegion(at[k]!)
      else {
        const nx = x[k]! * this.#scale
        const ny = y[k]! * this.#scale
        if (op === OP_MOVE) this.#move(nx, ny, at[k]!)
        else if (op === OP_DRAW) this.#draw(nx, ny, at[k]!)
        else if (op === OP_FLASH) this.#flash(nx, ny, at[k]!)
        else if (op === OP_ARC_CW || op === OP_ARC_CCW) {
          this.#arc(nx, ny, arcs.i[arc]! * this.#scale, arcs.j[arc]! * this.#scale, op === OP_ARC_CCW, arcs.quadrant[arc]!, at[k]!)
          arc++
        }
        this.#x = nx
        this.#y = ny
      }
      if ((k & 1023) === 0) this.#watch(at[k]!)
    }
    this.#finish()
  }

  #line(at: number): number {
    return lineAt(this.#commands.lineStarts, this.#commands.lineStarts.length, at)
  }

  #error(code: string, at: number, message: string): void {
    this.problems.add('error', code, this.#line(at), message)
  }

  #warn(code: string, at: number, message: string): void {
    this.problems.add('warning', code, this.#line(at), message)
  }

  #watch(at: number): void {
    if (this.#plot.primCount <= this.#limits.prims && this.#plot.vx.length <= this.#limits.vertices) return
    this.#full = true
    this.#error('too-many-objects', at, `The file plots more than ${this.#limits.prims.toLocaleString('en')} shapes; the rest is left out.`)
  }

  #unitNm(unit: Unit | null): number {
    return (unit ?? this.#commands.unit ?? 'inch') === 'mm' ? NM_PER_MM : NM_PER_INCH
  }

  #statement(s: Statement, at: number): void {
    switch (s.kind) {
      case 'resolution':
        this.#scale = this.#unitNm(s.unit) / 10 ** (s.decimal ?? 4)
        return
      case 'aperture':
        this.#define(s, at)
        return
      case 'macro':
        this.#macros.set(s.name, s.blocks)
        return
      case 'polarity':
        this.#dark = s.dark
        return
      case 'mirror':
        this.#mirrorX = s.x
        this.#mirrorY = s.y
        this.#place()
        return
      case 'rotation':
        this.#degrees = s.degrees
        this.#place()
        return
      case 'scaling':
        this.#factor = s.factor
        this.#place()
        return
      case 'block-open':
        this.#push({ kind: 'block', code: s.code, plot: new Plot() }, at)
        return
      case 'block-close':
        this.#closeBlock(at)
        return
      case 'step-repeat': {
        this.#closeRepeat()
        const nm = this.#unitNm(s.unit)
        if (s.nx > 1 || s.ny > 1) this.#push({ kind: 'repeat', nx: s.nx, ny: s.ny, dx: s.dx * nm, dy: s.dy * nm, plot: new Plot() }, at)
        return
      }
      case 'step-repeat-close':
        this.#closeRepeat()
        return
      case 'attribute':
        this.attributes.set(s.command, s.name, s.values)
        return
      case 'image':
        this.image.add(s, s.offset ? this.#unitNm(s.offset.unit) : 1)
        return
    }
  }

  #place(): void {
    this.#placement = placementOf(this.#mirrorX, this.#mirrorY, this.#degrees, this.#factor)
  }

  #push(frame: Frame, at: number): void {
    if (this.#frames.length >= this.#limits.depth) {
      this.#full = true
      this.#error('nested-too-deep', at, `Blocks and step-repeats are nested deeper than ${this.#limits.depth}; the rest of the file is left out.`)
      return
    }
    this.#frames.push(frame)
    this.#plot = frame.plot
  }

  #pop(): Frame | undefined {
    const frame = this.#frames.pop()
    this.#plot = this.#frames.at(-1)?.plot ?? this.root
    return frame
  }

  #closeBlock(at: number): void {
    this.#closeRepeat()
    if (this.#frames.at(-1)?.kind !== 'block') {
      this.#warn('block-not-open', at, 'A block aperture ends that was not opened.')
      return
    }
    const frame = this.#pop() as Extract<Frame, { kind: 'block' }>
    const bounds = frame.plot.bounds()
    const [width, height] = bounds ? [bounds[2] - bounds[0], bounds[3] - bounds[1]] : [0, 0]
    this.#store(frame.code, 'block', 'AB', [], [], frame.plot, 0, 0, width, height, at)
  }

  #closeRepeat(): void {
    if (this.#frames.at(-1)?.kind !== 'repeat') return
    const frame = this.#pop() as Extract<Frame, { kind: 'repeat' }>
    this.#repeat(frame)
  }

  #repeat({ nx, ny, dx, dy, plot }: Extract<Frame, { kind: 'repeat' }>): void {
    const copies = nx * ny
    const affordable = copies * Math.max(1, plot.primCount) <= this.#limits.prims && copies * Math.max(1, plot.vx.length) <= this.#limits.vertices
    if (!affordable) {
      this.#error('too-many-repeats', 0, `A step-repeat asks for ${copies.toLocaleString('en')} copies; only the first is kept. Plot the panel as it is.`)
      this.#plot.copy(plot, PLAIN, 0, 0, false)
      return
    }
    for (let i = 0; i < nx; i++) for (let j = 0; j < ny; j++) this.#plot.copy(plot, PLAIN, i * dx, j * dy, false)
  }

  #define(s: ApertureStatement, at: number): void {
    const nm = this.#unitNm(s.unit)
    if (s.code < 10) this.#warn('aperture-code', at, `Aperture D${s.code}: codes below 10 are reserved.`)
    if (this.#byCode.has(s.code)) this.#warn('aperture-redefined', at, `Aperture D${s.code} is defined again; the new definition holds from here on.`)
    const lengths = s.parameters.map((value, k) => (s.template === 'P' && (k === 1 || k === 2) ? value : value * nm))
    const standard = standardAperture(s.template, lengths)
    if (standard) {
      const [width, height] = extentOf(standard.parts)
      if (standard.parts.length === 0 && standard.size < 0) this.#error('aperture-size', at, `Aperture D${s.code} has a negative size and plots nothing.`)
      this.#store(s.code, standard.shape, s.template, lengths, standard.parts, null, standard.size, standard.hole, width, height, at)
      return
    }
    const macro = this.#macros.get(s.template)
    if (!macro) {
      this.#error('unknown-macro', at, `Aperture D${s.code} uses the macro "${s.template}", which is not defined; its flashes are missing. Export again.`)
      this.#store(s.code, 'macro', s.template, s.parameters, [], null, 0, 0, 0, 0, at)
      return
    }
    const { parts, problems } = macroAperture(macro, s.parameters, nm)
    for (const { code, message } of problems) this.#error(code, at, `Macro "${s.template}", ${message}.`)
    const [width, height] = extentOf(parts)
    this.#store(s.code, 'macro', s.template, s.parameters, parts, null, Math.min(width, height), 0, width, height, at)
  }

  #store(
    code: number,
    shape: ApertureShape,
    template: string,
    parameters: readonly number[],
    parts: readonly ShapePart[],
    block: Plot | null,
    size: number,
    hole: number,
    width: number,
    height: number,
    at: number,
  ): void {
    const row = this.apertures.length
    const info = { code, shape, template, parameters, size, width, height, hole, fn: this.attributes.apertureFunction, line: this.#line(at), flashes: 0, draws: 0 }
    if (row < NO_APERTURE) this.apertures.push(info)
    this.#byCode.set(code, { row: Math.min(row, NO_APERTURE), shape, parts, block, size, info })
  }

  #select(code: number, at: number): void {
    const found = this.#byCode.get(code)
    if (!found) this.#error('undefined-aperture', at, `Aperture D${code} is not defined; what is plotted with it is missing. Export with embedded apertures (RS-274X).`)
    this.#aperture = found ?? null
  }

  #missing(at: number): void {
    this.#error('no-aperture', at, 'Something is plotted before any aperture is selected; it is left out.')
  }

  #flash(x: number, y: number, at: number): void {
    if (this.#inRegion) {
      this.#error('flash-in-region', at, 'A flash inside a region is not allowed and is left out.')
      return
    }
    const aperture = this.#aperture
    if (!aperture) return this.#missing(at)
    aperture.info.flashes++
    const plot = this.#plot
    if (aperture.block) {
      if (plot.primCount + aperture.block.primCount > this.#limits.prims) return this.#watchFull(at)
      plot.copy(aperture.block, this.#placement, x, y, !this.#dark)
      return
    }
    plot.beginObject(OBJECT_FLASH, this.#dark, aperture.row, this.attributes.index(), this.#line(at), x, y, x, y)
    plot.parts(aperture.parts, this.#placement, x, y, !this.#dark)
    plot.endObject()
  }

  #watchFull(at: number): void {
    this.#full = true
    this.#error('too-many-objects', at, `Blocks expand to more than ${this.#limits.prims.toLocaleString('en')} shapes; the rest is left out.`)
  }

  #move(x: number, y: number, at: number): void {
    if (this.#inRegion) this.#closeContour(at)
    this.#startX = x
    this.#startY = y
  }

  #draw(x: number, y: number, at: number): void {
    if (this.#inRegion) {
      this.#edge(at, 0)
      return
    }
    const aperture = this.#aperture
    if (!aperture) return this.#missing(at)
    aperture.info.draws++
    const plot = this.#plot
    plot.beginObject(OBJECT_DRAW, this.#dark, aperture.row, this.attributes.index(), this.#line(at), this.#x, this.#y, x, y)
    if (aperture.shape === 'circle') {
      if (aperture.size > 0) plot.capsule(this.#dark, this.#x, this.#y, x, y, (aperture.size / 2) * this.#factor)
    } else sweptStroke(plot, this.#dark, this.#pen(aperture), this.#x, this.#y, x, y)
    plot.endObject()
  }

  #pen(aperture: Aperture): number[] {
    const { a, b, c, d } = this.#placement
    const points = aperture.parts.filter((part) => part.dark).flatMap(partPoints)
    const out = new Array<number>(points.length)
    for (let v = 0; v < points.length; v += 2) {
      out[v] = a * points[v]! + b * points[v + 1]!
      out[v + 1] = c * points[v]! + d * points[v + 1]!
    }
    return out
  }

  #arc(x: number, y: number, i: number, j: number, ccw: boolean, quadrant: number, at: number): void {
    const arc = arcGeometry(this.#x, this.#y, x, y, i, j, ccw, quadrant)
    if (arc.r0 === 0 || arc.r1 === 0 || arc.sweep === 0) {
      if (this.#x !== x || this.#y !== y) this.#warn('arc-without-centre', at, 'An arc without a usable centre is drawn as a straight line.')
      this.#draw(x, y, at)
      return
    }
    // Rounding moves the ends by a few counts; more means the centre is wrong.
    if (arc.misfit > Math.max(12 * this.#scale, 0.005 * arc.r0))
      this.#warn('arc-radii-differ', at, `The ends of an arc lie ${(arc.misfit / 1000).toFixed(1)} µm differently far from its centre; readers bridge that in different ways.`)
    if (this.#inRegion) {
      let first = true
      arcVertices(arc, this.#x, this.#y, (vx, vy, bulge) => {
        if (first) this.#edge(at, bulge)
        else this.#plot.vertex(vx, vy, bulge)
        first = false
      })
      return
    }
    const aperture = this.#aperture
    if (!aperture) return this.#missing(at)
    aperture.info.draws++
    const plot = this.#plot
    plot.beginObject(OBJECT_ARC, this.#dark, aperture.row, this.attributes.index(), this.#line(at), this.#x, this.#y, x, y)
    plot.arcOf(arc.cx, arc.cy, arc.sweep)
    if (aperture.shape === 'circle') {
      if (aperture.size > 0) roundArcStroke(plot, this.#dark, arc, (aperture.size / 2) * this.#factor, this.#x, this.#y, x, y)
    } else {
      const points = chordsOf(arc, this.#x, this.#y, x, y)
      const pen = this.#pen(aperture)
      for (let v = 0; v + 3 < points.length; v += 2) sweptStroke(plot, this.#dark, pen, points[v]!, points[v + 1]!, points[v + 2]!, points[v + 3]!)
    }
    plot.endObject()
  }

  #beginRegion(at: number): void {
    if (this.#inRegion) this.#warn('region-in-region', at, 'A region starts inside a region.')
    this.#inRegion = true
    this.#contour = this.#plot.vx.length
    this.#startX = this.#x
    this.#startY = this.#y
  }

  /** Adds the edge that starts at the current point. */
  #edge(at: number, bulge: number): void {
    if (this.#plot.vx.length === this.#contour) {
      this.#startX = this.#x
      this.#startY = this.#y
      this.#contourAt = at
    }
    this.#plot.vertex(this.#x, this.#y, bulge)
  }

  #closeContour(at: number): void {
    const plot = this.#plot
    const vertices = plot.vx.length - this.#contour
    if (vertices === 0) return
    const gap = Math.hypot(this.#x - this.#startX, this.#y - this.#startY)
    if (gap > 0) {
      plot.vertex(this.#x, this.#y, 0)
      this.problems.add(
        gap > 2 * this.#scale ? 'error' : 'warning',
        'open-contour',
        this.#line(at),
        `A region's contour does not close: ${(gap / 1e6).toFixed(4)} mm between its ends; closed by a straight line. Refill the zone and export again.`,
      )
    }
    const from = plot.ringCount
    plot.beginObject(OBJECT_REGION, this.#dark, NO_APERTURE, this.attributes.index(), this.#line(this.#contourAt), this.#startX, this.#startY, this.#startX, this.#startY)
    plot.ring()
    plot.contour(this.#dark, from)
    plot.endObject()
    this.#contour = plot.vx.length
  }

  #endRegion(at: number): void {
    if (!this.#inRegion) this.#warn('region-not-open', at, 'A region ends that was not opened.')
    this.#closeContour(at)
    this.#inRegion = false
  }

  #finish(): void {
    if (this.#inRegion) {
      this.#error('region-not-closed', this.#commands.at[Math.max(0, this.#commands.count - 1)] ?? 0, 'The file ends inside a region; what was drawn of it is kept.')
      this.#endRegion(this.#contourAt)
    }
    while (this.#frames.length > 0) {
      if (this.#frames.at(-1)!.kind === 'repeat') this.#closeRepeat()
      else {
        this.#warn('block-not-closed', 0, 'A block aperture is not closed before the file ends.')
        this.#pop()
      }
    }
  }
}

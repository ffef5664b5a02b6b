import { NM_PER_INCH, NM_PER_MM } from '#core/base/units.ts'
import { unreachable } from '#core/base/result.ts'
import { ApertureTable } from '#core/interpret/aperture-table.ts'
import { arcOf, type Arc } from '#core/interpret/arc-geometry.ts'
import { BlockStack } from '#core/interpret/block-stack.ts'
import { ImageTransform } from '#core/interpret/image-transform.ts'
import { ObjectPlotter } from '#core/interpret/object-plotter.ts'
import { combinePlacements, placementOf } from '#core/interpret/placement.ts'
import { PlotContext } from '#core/interpret/plot-context.ts'
import type { PlotLimits } from '#core/interpret/plot-limits.ts'
import { RegionPlotter } from '#core/interpret/region-plotter.ts'
import {
  OP_ARC_CCW,
  OP_DRAW,
  OP_FLASH,
  OP_MOVE,
  OP_REGION_END,
  OP_REGION_START,
  OP_SELECT,
  OP_STATEMENT,
  QUADRANT_UNSET,
  type GerberCommands,
} from '#core/read/gerber/gerber-commands.ts'
import type { ImageStatement, Statement, StepRepeatStatement, Unit } from '#core/read/gerber/statement.ts'

/** Decimal digits of coordinates in a file that does not say. */
const DEFAULT_DECIMALS = 4
/** Commands per object to expect at first; the columns grow when a file is denser. */
const COMMANDS_PER_OBJECT = 3
/** Counts by which the radii at both ends of an arc differ through rounding alone. */
const ROUNDING_COUNTS = 3
/** Beyond this share of the radius an arc is another arc in another reader. */
const DOUBTFUL_SHARE = 0.05

/** Turns the commands of one Gerber file into plotted objects. */
export class Interpreter {
  readonly context: PlotContext
  readonly apertures: ApertureTable
  readonly #commands: GerberCommands
  readonly #objects: ObjectPlotter
  readonly #region: RegionPlotter
  readonly #blocks: BlockStack
  readonly #image = new ImageTransform()
  /** Current point as written, nm, before the transformations of the whole image. */
  #writtenX = 0
  #writtenY = 0
  #mirrorX = false
  #mirrorY = false
  #degrees = 0
  #scaling = 1

  constructor(commands: GerberCommands, limits: PlotLimits) {
    this.#commands = commands
    this.context = new PlotContext(commands.lineStarts, limits)
    this.apertures = new ApertureTable(this.context)
    this.#objects = new ObjectPlotter(this.context)
    this.#region = new RegionPlotter(this.context)
    this.#blocks = new BlockStack(this.context, this.apertures)
    this.context.plot.objects.reserve(Math.ceil(commands.count / COMMANDS_PER_OBJECT))
    this.context.plot.prims.reserve(Math.ceil(commands.count / COMMANDS_PER_OBJECT))
    this.context.plot.rings.reserveVertices(commands.count)
    this.context.count = this.#nmPer(null) / 10 ** DEFAULT_DECIMALS
  }

  /** Plots everything; `context.plot` holds the layer afterwards. */
  run(): void {
    const { count, kind, x, at, statements } = this.#commands
    const { context } = this
    let arcs = 0
    for (let k = 0; k < count; k++) {
      const op = kind[k]!
      if (op < OP_SELECT) {
        this.#operate(op, k, op > OP_FLASH ? arcs++ : -1)
        if (!context.fits(0, 0, 0)) {
          context.isFull = true
          context.error('too-many-objects', at[k]!, `The file plots more than ${context.limits.prims} shapes; the rest is left out.`)
        }
      } else if (op === OP_SELECT) this.#select(x[k]!, at[k]!)
      else if (op === OP_STATEMENT) this.#obey(statements[x[k]!]!, at[k]!)
      else if (op === OP_REGION_START) this.#region.open(at[k]!)
      else if (op === OP_REGION_END) this.#region.close(at[k]!)
      if (context.isFull) break
    }
    if (this.#region.isOpen) {
      context.error(
        'region-not-closed',
        at[count - 1] ?? 0,
        'The file ends inside a region (G36 without G37); what was drawn of it is kept.',
      )
      this.#region.close(at[count - 1] ?? 0)
    }
    this.#blocks.finish()
  }

  #operate(op: number, k: number, arcIndex: number): void {
    const { context } = this
    const at = this.#commands.at[k]!
    const writtenX = this.#commands.x[k]! * context.count
    const writtenY = this.#commands.y[k]! * context.count
    let x = writtenX
    let y = writtenY
    if (!this.#image.isPlain) [x, y] = this.#image.place(writtenX, writtenY)
    if (op === OP_MOVE) {
      if (this.#region.isOpen) this.#region.move()
    } else if (op === OP_DRAW) this.#line(x, y, at)
    else if (op === OP_FLASH) {
      if (this.#region.isOpen) {
        context.error('flash-in-region', at, 'A flash (D03) inside a region is not allowed and is left out; the contour ends there.')
        this.#region.move()
      } else this.#objects.flash(x, y, at)
    } else this.#arc(writtenX, writtenY, x, y, op === OP_ARC_CCW, arcIndex, at)
    this.#writtenX = writtenX
    this.#writtenY = writtenY
    context.x = x
    context.y = y
  }

  #line(x: number, y: number, at: number): void {
    if (this.#region.isOpen) this.#region.lineTo(at)
    else this.#objects.draw(x, y, at)
  }

  #arc(writtenX: number, writtenY: number, x: number, y: number, isCcw: boolean, arcIndex: number, at: number): void {
    const { context } = this
    const { i, j, quadrant } = this.#commands.arcs
    const mode = quadrant[arcIndex]!
    const [di, dj] = [i[arcIndex]! * context.count, j[arcIndex]! * context.count]
    const written = arcOf(this.#writtenX, this.#writtenY, writtenX, writtenY, di, dj, isCcw, mode)
    if (mode === QUADRANT_UNSET)
      context.error('quadrant-not-set', at, 'An arc before G74 or G75; read in the mode that fits its ends better. Readers differ on it.')
    if (!written) {
      if (di !== 0 || dj !== 0 || writtenX !== this.#writtenX || writtenY !== this.#writtenY)
        context.error('arc-without-centre', at, 'An arc without a usable centre; drawn as a straight line.')
      this.#line(x, y, at)
      return
    }
    this.#reportMisfit(written, at)
    const arc = this.#image.isPlain ? written : this.#placed(written, x, y, at)
    if (this.#region.isOpen) this.#region.arcTo(arc, at)
    else this.#objects.arc(arc, at)
  }

  #reportMisfit({ misfit, r }: Arc, at: number): void {
    const { context } = this
    if (misfit <= ROUNDING_COUNTS * context.count) return
    const text = `The ends of an arc lie ${(misfit / 1e6).toFixed(6)} mm differently far from its centre`
    if (misfit > DOUBTFUL_SHARE * r) context.error('arc-radii-differ', at, `${text}; readers draw it differently. Export it again.`)
    else context.warn('arc-radii-differ', at, `${text}; both ends are kept.`)
  }

  /** An arc under the transformations of the whole image; its ends are already placed. */
  #placed(arc: Arc, x1: number, y1: number, at: number): Arc {
    const { x: x0, y: y0 } = this.context
    if (this.#image.isUneven)
      this.context.error('uneven-scale', at, 'An arc is scaled differently in x and y (SF) and would be an ellipse; its ends are kept.')
    const [cx, cy] = this.#image.place(arc.cx, arc.cy)
    const isCcw = arc.sweep > 0 !== this.#image.flipsArcs
    return arcOf(x0, y0, x1, y1, cx - x0, cy - y0, isCcw, 2) ?? { ...arc, x0, y0, x1, y1, cx, cy }
  }

  #select(code: number, at: number): void {
    const { context } = this
    context.aperture = this.apertures.get(code) ?? null
    if (context.aperture) return
    context.error(
      'undefined-aperture',
      at,
      `Aperture D${code} is not defined; what is plotted with it is missing. Export with embedded apertures (RS-274X).`,
    )
  }

  #nmPer(unit: Unit | null): number {
    return (unit ?? this.#commands.unit ?? 'inch') === 'mm' ? NM_PER_MM : NM_PER_INCH
  }

  #obey(s: Statement, at: number): void {
    const { context } = this
    switch (s.kind) {
      case 'resolution':
        context.count = this.#nmPer(s.unit) / 10 ** (s.decimal ?? DEFAULT_DECIMALS)
        return
      case 'aperture':
        return this.apertures.define(s, this.#nmPer(s.unit), at)
      case 'macro':
        return this.apertures.defineMacro(s.name, s.blocks, at)
      case 'polarity':
        this.#leaveRegion('LP', at)
        context.dark = s.dark
        return
      case 'mirror':
        this.#mirrorX = s.x
        this.#mirrorY = s.y
        return this.#place()
      case 'rotation':
        this.#degrees = s.degrees
        return this.#place()
      case 'scaling':
        this.#scaling = s.factor
        return this.#place()
      case 'block-open':
        this.#leaveRegion('AB', at)
        return this.#blocks.openBlock(s.code, at)
      case 'block-close':
        this.#leaveRegion('AB', at)
        return this.#blocks.closeBlock(at)
      case 'step-repeat':
        this.#leaveRegion('SR', at)
        return this.#openRepeat(s, at)
      case 'step-repeat-close':
        this.#leaveRegion('SR', at)
        return this.#blocks.closeRepeat()
      case 'attribute':
        return context.attributes.obey(s)
      case 'image':
        return this.#transformImage(s, at)
      default:
        return unreachable(s)
    }
  }

  /** Commands that the region must not hold end its contour, so that what follows is plotted where it belongs. */
  #leaveRegion(command: string, at: number): void {
    if (!this.#region.isOpen) return
    this.context.error('command-in-region', at, `${command} inside a region is not allowed; the contour so far is closed.`)
    this.#region.move()
  }

  #openRepeat({ nx, ny, dx, dy, unit }: StepRepeatStatement, at: number): void {
    const nm = this.#nmPer(unit)
    const { a, b, c, d } = this.#image.whole
    this.#blocks.openRepeat(nx, ny, [a * dx * nm, c * dx * nm], [b * dy * nm, d * dy * nm], at)
  }

  #transformImage(s: ImageStatement, at: number): void {
    const { context } = this
    const before = this.#image.isPlain
    this.#image.obey(s, s.offset ? this.#nmPer(s.offset.unit) : 1)
    if (context.plot.objects.count > 0 && !(before && this.#image.isPlain))
      context.error('late-image-command', at, 'A transformation of the whole image stands behind the first object; it holds from here on.')
    this.#place()
  }

  #place(): void {
    const own = placementOf(this.#mirrorX, this.#mirrorY, this.#degrees, this.#scaling)
    this.context.placement = this.#image.isPlain ? own : combinePlacements(own, this.#image.whole)
  }
}

import type { ApertureTable } from '#core/interpret/aperture-table.ts'
import { copyObjects, sizeOf } from '#core/interpret/copy-objects.ts'
import { PLAIN } from '#core/interpret/placement.ts'
import { Plot } from '#core/interpret/plot.ts'
import type { PlotContext } from '#core/interpret/plot-context.ts'

interface OpenRepeat {
  readonly nx: number
  readonly ny: number
  /** Shift per step along x and along y, nm, as vectors in the image. */
  readonly stepX: readonly [x: number, y: number]
  readonly stepY: readonly [x: number, y: number]
  readonly objectFrom: number
  readonly at: number
}

interface OpenBlock {
  readonly code: number
  readonly outer: Plot
  readonly outerRepeat: OpenRepeat | null
  readonly at: number
}

/**
 * Open block apertures and the open step-repeat.
 * @source Gerber Layer Format Specification 2024.05, 4.11 (AB), 4.12 (SR)
 */
export class BlockStack {
  readonly #context: PlotContext
  readonly #apertures: ApertureTable
  readonly #blocks: OpenBlock[] = []
  #repeat: OpenRepeat | null = null

  constructor(context: PlotContext, apertures: ApertureTable) {
    this.#context = context
    this.#apertures = apertures
  }

  openBlock(code: number, at: number): void {
    const context = this.#context
    if (this.#blocks.length >= context.limits.depth) {
      context.isFull = true
      context.error(
        'nested-too-deep',
        at,
        `Block apertures are nested more than ${context.limits.depth} deep; the rest of the file is left out.`,
      )
      return
    }
    this.#blocks.push({ code, outer: context.plot, outerRepeat: this.#repeat, at })
    this.#repeat = null
    context.switchTo(new Plot())
  }

  closeBlock(at: number): void {
    const context = this.#context
    this.closeRepeat()
    const block = this.#blocks.pop()
    if (!block) {
      context.warn('block-not-open', at, 'A block aperture ends (AB) that was not opened.')
      return
    }
    const contents = context.plot
    context.returnTo(block.outer)
    this.#repeat = block.outerRepeat
    this.#apertures.defineBlock(block.code, contents, block.at)
  }

  openRepeat(nx: number, ny: number, stepX: OpenRepeat['stepX'], stepY: OpenRepeat['stepY'], at: number): void {
    this.closeRepeat()
    this.#repeat = { nx, ny, stepX, stepY, objectFrom: this.#context.plot.objects.count, at }
  }

  /** Copies what was plotted since the repeat opened: first along y, then along x. */
  closeRepeat(): void {
    const repeat = this.#repeat
    this.#repeat = null
    if (!repeat) return
    const { nx, ny, stepX, stepY, at } = repeat
    const context = this.#context
    const { plot, limits } = context
    const range = { objectFrom: repeat.objectFrom, objectTo: plot.objects.count }
    if (range.objectTo === range.objectFrom) return
    const { prims, vertices } = sizeOf(plot, range)
    const more = nx * ny - 1
    if (!context.allowsCopies(more * (range.objectTo - range.objectFrom), more * prims, more * vertices)) {
      context.error(
        'too-many-repeats',
        at,
        `Step and repeat asks for ${nx} × ${ny} copies, more than ${limits.copies} shapes; only the first copy is kept.`,
      )
      return
    }
    for (let i = 0; i < nx; i++) {
      for (let j = 0; j < ny; j++) {
        if (i > 0 || j > 0) copyObjects(plot, plot, range, PLAIN, i * stepX[0] + j * stepY[0], i * stepX[1] + j * stepY[1], false)
      }
    }
  }

  /** Ends what is still open at the end of the file; an open block is not plotted. */
  finish(): void {
    const context = this.#context
    if (this.#repeat && this.#blocks.length === 0 && !context.isFull)
      context.warn('repeat-not-closed', this.#repeat.at, 'A step and repeat is not closed with %SR*%; closed at the end of the file.')
    this.closeRepeat()
    for (let block = this.#blocks.pop(); block; block = this.#blocks.pop()) {
      context.error('block-not-closed', block.at, `Block aperture D${block.code} is not closed with %AB*%; its contents are not plotted.`)
      context.returnTo(block.outer)
      this.#repeat = block.outerRepeat
      this.closeRepeat()
    }
  }
}

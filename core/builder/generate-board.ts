import type { Point } from '#core/base/box.ts'
import type { ArtItem, BoardDescription, Hole, LayerId, PadShape } from '#core/builder/description.ts'
import { copperLayerIds, isCopper } from '#core/builder/description.ts'
import { contourItems, roundedBoxContour } from '#core/builder/outline-items.ts'
import { pick, seededRandom, type Random } from '#core/builder/random.ts'

/** Cells are this wide and high, mm; each holds one small pattern that keeps its distance to the cell's rim. */
const CELL = 2.54
const MARGIN = 2
const TRACK = 0.2

interface Grower {
  readonly items: ArtItem[]
  readonly holes: Hole[]
  readonly copper: readonly LayerId[]
  readonly random: Random
  net: string
}

const draw = (g: Grower, layer: LayerId, from: Point, to: Point, width = TRACK): void => {
  g.items.push({ kind: 'draw', layer, from, to, width, net: g.net, fn: 'Conductor' })
}

const flash = (
  g: Grower,
  layer: LayerId,
  at: Point,
  shape: PadShape,
  more: { rotation?: number; ref?: string; pin?: string; fn?: string } = {},
): void => {
  g.items.push({ kind: 'flash', layer, at, shape, rotation: 0, ...(isCopper(layer) ? { net: g.net } : {}), ...more })
}

/** Where a track ends: a small land, as under a test needle. */
const end = (g: Grower, layer: LayerId, at: Point): void => flash(g, layer, at, { kind: 'circle', diameter: 0.24 }, { fn: 'TestPad' })

/** A via with a track of two legs on every layer. */
const viaCell = (g: Grower, [x, y]: Point): void => {
  const at: Point = [x + CELL / 2, y + CELL / 2]
  for (const layer of g.copper) {
    flash(g, layer, at, { kind: 'circle', diameter: 0.7 }, { fn: 'ViaPad' })
    const dx = (g.random() < 0.5 ? -1 : 1) * 0.5
    draw(g, layer, at, [at[0] + dx, at[1] + 0.5])
    draw(g, layer, [at[0] + dx, at[1] + 0.5], [at[0] + dx, at[1] + 0.9])
    end(g, layer, [at[0] + dx, at[1] + 0.9])
  }
  g.holes.push({ at, diameter: 0.3, plated: true, fn: 'ViaDrill', net: g.net })
}

/** A two-pin part with mask, paste and legend; the other copper layers carry a bundle. */
const partCell = (g: Grower, [x, y]: Point, ref: string): void => {
  const size: PadShape = { kind: 'roundrect', width: 0.6, height: 0.7, radius: 0.15 }
  const opening: PadShape = { kind: 'roundrect', width: 0.7, height: 0.8, radius: 0.2 }
  const rotation = g.random() < 0.25 ? 30 : 0
  for (const [k, pin] of [0.6, 1.94].map((dx, i): [number, string] => [dx, String(i + 1)])) {
    g.net = `${g.net}_${pin}`
    const at: Point = [x + k, y + 1]
    flash(g, 'top-copper', at, size, { rotation, ref, pin, fn: 'SMDPad,CuDef' })
    flash(g, 'top-mask', at, opening, { rotation })
    flash(g, 'top-paste', at, size, { rotation })
    draw(g, 'top-copper', at, [at[0], y + 1.9])
    end(g, 'top-copper', [at[0], y + 1.9])
  }
  for (const dy of [0.3, 2.2])
    g.items.push({ kind: 'draw', layer: 'top-legend', from: [x + 0.4, y + dy], to: [x + 2.1, y + dy], width: 0.15 })
  for (const layer of g.copper.slice(1)) bundle(g, layer, [x, y])
}

/** Four parallel tracks with a bend. */
const bundle = (g: Grower, layer: LayerId, [x, y]: Point): void => {
  for (let k = 0; k < 4; k++) {
    const dx = 0.4 + k * 0.5
    g.net = `${g.net}.${k}`
    const bend = g.random() * 0.1
    end(g, layer, [x + dx, y + 0.3])
    draw(g, layer, [x + dx, y + 0.3], [x + dx, y + 1])
    draw(g, layer, [x + dx, y + 1], [x + dx + bend, y + 1.3])
    draw(g, layer, [x + dx + bend, y + 1.3], [x + dx + bend, y + 2.2])
    end(g, layer, [x + dx + bend, y + 2.2])
  }
}

/** Half rings on every layer, each a net of its own. */
const arcCell = (g: Grower, [x, y]: Point): void => {
  const centre: Point = [x + CELL / 2, y + 0.5]
  const cell = g.net
  for (const layer of g.copper)
    for (const r of [0.4, 0.9]) {
      g.net = `${cell}.${layer}.${r}`
      const [from, to]: [Point, Point] = [
        [centre[0] + r, centre[1]],
        [centre[0] - r, centre[1]],
      ]
      end(g, layer, from)
      g.items.push({ kind: 'arc', layer, from, to, centre, clockwise: false, width: TRACK, net: g.net })
      end(g, layer, to)
    }
}

/** A ragged pour with a cleared island and a land in it. */
const pourCell = (g: Grower, [x, y]: Point): void => {
  const middle: Point = [x + CELL / 2, y + CELL / 2]
  const cell = g.net
  for (const layer of g.copper) {
    g.net = `${cell}.${layer}`
    const contour = Array.from({ length: 24 }, (_, i): Point => {
      const r = 0.95 + 0.1 * g.random()
      return [middle[0] + r * Math.cos((i * Math.PI) / 12), middle[1] + r * Math.sin((i * Math.PI) / 12)]
    })
    g.items.push({ kind: 'region', layer, contour, net: g.net, fn: 'Conductor' })
    g.items.push({ kind: 'flash', layer, at: middle, shape: { kind: 'circle', diameter: 0.8 }, rotation: 0, clear: true })
    const land: PadShape = layer === 'top-copper' ? { kind: 'rect', width: 0.3, height: 0.3 } : { kind: 'circle', diameter: 0.4 }
    g.items.push({ kind: 'flash', layer, at: middle, shape: land, rotation: 0, net: `${g.net}_i` })
  }
}

const cellOf = (g: Grower, at: Point, index: number): void => {
  g.net = `N${index}`
  pick(g.random, [viaCell, viaCell, partCell, partCell, partCell, arcCell, pourCell])(g, at, `R${index}`)
}

/**
 * A board with about so many drawn objects over all its files, in a square; the same arguments give the same board. All
 * copper keeps 0.1 mm. For measuring how cost grows with size.
 */
export const generateBoard = (objects: number, copperLayers: number, seed = 1): BoardDescription => {
  const g: Grower = { items: [], holes: [], copper: copperLayerIds(copperLayers), random: seededRandom(seed), net: '' }
  // A first guess of the side; the rows go on until the count is reached.
  const perCell = 4 + 5.5 * copperLayers
  const columns = Math.max(3, Math.round(Math.sqrt(objects / perCell)))
  let index = 0
  while (g.items.length < objects) {
    cellOf(g, [MARGIN + (index % columns) * CELL, MARGIN + Math.floor(index / columns) * CELL], index)
    index++
  }
  const rows = Math.ceil(index / columns)
  const contour = roundedBoxContour([0, 0], columns * CELL + 2 * MARGIN, rows * CELL + 2 * MARGIN, 3)
  return {
    name: `generated-${objects}`,
    copperLayers,
    items: contourItems(contour, 'outline', 0.1, 0).concat(g.items),
    holes: g.holes,
    present: ['top-mask', 'bottom-mask'],
    absent: [],
  }
}

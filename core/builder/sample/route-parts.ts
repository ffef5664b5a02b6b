import type { ArtItem, BoardDescription, Flash, Hole } from '#core/builder/description.ts'
import { shapeSize } from '#core/builder/shape-contour.ts'
import { MazeRouter, type Routed } from '#core/builder/sample/maze-router.ts'
import type { Obstacle } from '#core/builder/sample/obstacle.ts'
import { CUTOUT, MOUNTING, SIZE } from '#core/builder/sample/parts.ts'

const TRACK = 0.25
const VIA = 0.7
const DRILL = 0.3
const CLEARANCE = 0.22
const EDGE = 0.5
const STEP = 0.2

/** Nets that find no way when they come late. */
const HARD: readonly string[] = ['SCK', 'SDA', 'IO1', 'GND']
const MOST_TRIES = 40

const SIDES = ['top-copper', 'bottom-copper'] as const

const boxOf = (pad: Flash): Obstacle => {
  const [w, h] = shapeSize(pad.shape)
  return { kind: 'box', at: pad.at, half: [w / 2, h / 2] }
}

const blockEdges = (router: MazeRouter): void => {
  const { width: w, height: h } = SIZE
  const walls: Obstacle[] = [
    { kind: 'box', at: [w / 2, 0], half: [w / 2, 0] },
    { kind: 'box', at: [w / 2, h], half: [w / 2, 0] },
    { kind: 'box', at: [0, h / 2], half: [0, h / 2] },
    { kind: 'box', at: [w, h / 2], half: [0, h / 2] },
    { kind: 'box', at: [CUTOUT.at[0] + CUTOUT.width / 2, CUTOUT.at[1] + CUTOUT.height / 2], half: [CUTOUT.width / 2, CUTOUT.height / 2] },
    ...MOUNTING.map((at): Obstacle => ({ kind: 'capsule', from: at, to: at, r: 2.2 })),
  ]
  for (const wall of walls) for (const layer of [0, 1] as const) router.block(layer, wall, 0, EDGE)
}

const itemsOf = (net: string, routed: readonly Routed[]): { items: ArtItem[]; holes: Hole[] } => {
  const items: ArtItem[] = []
  const holes: Hole[] = []
  for (const piece of routed) {
    if (piece.kind === 'via') {
      for (const layer of SIDES)
        items.push({ kind: 'flash', layer, at: piece.at, shape: { kind: 'circle', diameter: VIA }, rotation: 0, net, fn: 'ViaPad' })
      holes.push({ at: piece.at, diameter: DRILL, plated: true, fn: 'ViaDrill', net })
    } else
      piece.points.slice(1).forEach((to, i) => {
        items.push({ kind: 'draw', layer: SIDES[piece.layer], from: piece.points[i]!, to, width: TRACK, net, fn: 'Conductor' })
      })
  }
  return { items, holes }
}

interface Pin {
  readonly flash: Flash
  readonly at: readonly [number, number]
  readonly layers: readonly (0 | 1)[]
}

const pinsByNet = (pads: readonly Flash[]): Map<string, Pin[]> => {
  const nets = new Map<string, Pin[]>()
  for (const flash of pads) {
    if (!flash.net || flash.layer !== 'top-copper') continue
    const pins = nets.get(flash.net) ?? []
    pins.push({ flash, at: flash.at, layers: flash.fn === 'ComponentPad' ? [0, 1] : [0] })
    nets.set(flash.net, pins)
  }
  return nets
}

/** Grid points lie beside most pads' middles: a short track joins the two. */
const stubs = (net: string, pins: readonly Pin[], step: number): ArtItem[] =>
  pins.flatMap(({ flash, layers }) => {
    const near: readonly [number, number] = [Math.round(flash.at[0] / step) * step, Math.round(flash.at[1] / step) * step]
    if (Math.hypot(near[0] - flash.at[0], near[1] - flash.at[1]) < 1e-9) return []
    return layers.map((layer): ArtItem => ({
      kind: 'draw',
      layer: SIDES[layer],
      from: flash.at,
      to: near,
      width: TRACK,
      net,
      fn: 'Conductor',
    }))
  })

const spanOf = (pins: readonly Pin[]): number => {
  const [xs, ys] = [pins.map((p) => p.at[0]), pins.map((p) => p.at[1])]
  return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys)
}

interface Layout {
  readonly items: readonly ArtItem[]
  readonly holes: readonly Hole[]
}

/** One attempt in the given order; names the first net that can't be routed. */
const attempt = (pads: readonly Flash[], nets: ReadonlyMap<string, readonly Pin[]>, order: readonly string[]): Layout | string => {
  const router = new MazeRouter({
    width: SIZE.width,
    height: SIZE.height,
    step: STEP,
    track: TRACK / 2,
    via: VIA / 2,
    clearance: CLEARANCE,
  })
  blockEdges(router)
  const number = new Map(order.map((name, i) => [name, i + 1]))
  for (const pad of pads) {
    router.block(pad.layer === 'top-copper' ? 0 : 1, boxOf(pad), number.get(pad.net ?? '') ?? 0)
    router.avoid(pad.layer === 'top-copper' ? 0 : 1, boxOf(pad))
    router.keepViasOff(boxOf(pad), 0.2)
  }
  const items: ArtItem[] = []
  const holes: Hole[] = []
  for (const name of order) {
    const pins = nets.get(name)!
    const routed = router.connect(number.get(name)!, pins)
    if (!routed) return name
    const laid = itemsOf(name, routed)
    items.push(...stubs(name, pins, STEP), ...laid.items)
    holes.push(...laid.holes)
  }
  return { items, holes }
}

/** Connects all pins of the placed parts by nets: the hard ones first, then short ones before long ones; a net that finds no way goes first next time. */
export const routeParts = (board: BoardDescription): Layout => {
  const pads = board.items.filter((item): item is Flash => item.kind === 'flash' && item.layer.endsWith('-copper'))
  const nets = pinsByNet(pads)
  const rank = (name: string): number => (HARD.includes(name) ? HARD.indexOf(name) : HARD.length)
  const names = [...nets.keys()].filter((name) => nets.get(name)!.length > 1)
  let order = names.sort((a, b) => rank(a) - rank(b) || spanOf(nets.get(a)!) - spanOf(nets.get(b)!) || (a < b ? -1 : 1))
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = attempt(pads, nets, order)
    if (typeof result !== 'string') return result
    order = [result, ...order.filter((name) => name !== result)]
  }
  throw new Error(`the sample board's net ${order[0]} can't be routed`)
}

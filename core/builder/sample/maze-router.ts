import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import { CostQueue } from '#core/builder/sample/cost-queue.ts'
import { distanceTo, type Obstacle } from '#core/builder/sample/obstacle.ts'

export interface RouterRules {
  readonly width: Mm
  readonly height: Mm
  readonly step: Mm
  /** Half a track, half a via land, and the distance between them and foreign copper. */
  readonly track: Mm
  readonly via: Mm
  readonly clearance: Mm
}

/** A routed piece: points of one layer (0 top, 1 bottom), or a via. */
export type Routed =
  { readonly kind: 'track'; readonly layer: 0 | 1; readonly points: readonly Point[] } | { readonly kind: 'via'; readonly at: Point }

const FREE = 0
const NOBODY = -1
const VIA_COST = 12
const TURN_COST = 0.6
/** A step beside a pad, where a track of the same net would leave a slit. */
const BESIDE_COST = 4
const STEPS: readonly (readonly [number, number, number])[] = [
  [1, 0, 1],
  [-1, 0, 1],
  [0, 1, 1],
  [0, -1, 1],
  [1, 1, Math.SQRT2],
  [1, -1, Math.SQRT2],
  [-1, 1, Math.SQRT2],
  [-1, -1, Math.SQRT2],
]

/**
 * Finds tracks on two layers over a grid, in eight directions, with vias. Knows which net keeps which grid point; a
 * point near two nets is nobody's.
 */
export class MazeRouter {
  readonly #rules: RouterRules
  readonly #nx: number
  readonly #ny: number
  /** Owner of each grid point by layer, for the middle of a track and for the middle of a via. */
  readonly #track: readonly [Int16Array, Int16Array]
  readonly #via: readonly [Int16Array, Int16Array]
  readonly #beside: readonly [Int16Array, Int16Array]
  readonly #cost: Float32Array
  readonly #parent: Int32Array
  readonly #done: Uint8Array

  constructor(rules: RouterRules) {
    this.#rules = rules
    this.#nx = Math.round(rules.width / rules.step) + 1
    this.#ny = Math.round(rules.height / rules.step) + 1
    const grid = (): Int16Array => new Int16Array(this.#nx * this.#ny)
    this.#track = [grid(), grid()]
    this.#via = [grid(), grid()]
    this.#beside = [grid(), grid()]
    const nodes = 2 * this.#nx * this.#ny
    this.#cost = new Float32Array(nodes)
    this.#parent = new Int32Array(nodes)
    this.#done = new Uint8Array(nodes)
  }

  /** Keeps others away from `obstacle` by the clearance, or by `distance`; net 0 keeps everyone away. */
  block(layer: 0 | 1, obstacle: Obstacle, net: number, distance = this.#rules.clearance): void {
    this.#mark(this.#track[layer], obstacle, net, distance + this.#rules.track)
    this.#mark(this.#via[layer], obstacle, net, distance + this.#rules.via)
  }

  /** Makes tracks of all nets avoid the rim of a pad where they can: they leave it straight. */
  avoid(layer: 0 | 1, pad: Obstacle): void {
    this.#mark(this.#beside[layer], pad, 1, this.#rules.track + this.#rules.clearance)
  }

  /** Lets no via within `distance` of `obstacle`, of whatever net. */
  keepViasOff(obstacle: Obstacle, distance: Mm): void {
    for (const grid of this.#via) this.#mark(grid, obstacle, 0, distance + this.#rules.via)
  }

  /**
   * Connects all pins of a net with each other and blocks what it laid.
   * @returns null when a pin can't be reached
   */
  connect(net: number, pins: readonly { readonly at: Point; readonly layers: readonly (0 | 1)[] }[]): readonly Routed[] | null {
    const routed: Routed[] = []
    const reached = pins.slice(0, 1).flatMap((pin) => pin.layers.map((layer) => this.#node(pin.at, layer)))
    const open = [...pins.slice(1)]
    while (open.length > 0) {
      const near = (p: (typeof open)[number]): number => Math.min(...reached.map((node) => Math.hypot(...this.#offset(node, p.at))))
      open.sort((a, b) => near(a) - near(b))
      const pin = open.shift()!
      const targets = new Set(pin.layers.map((layer) => this.#node(pin.at, layer)))
      const path = this.#search(net, reached, targets, pin.at)
      if (!path) return null
      reached.push(...path, ...targets)
      routed.push(...this.#lay(net, path))
    }
    return routed
  }

  #mark(grid: Int16Array, obstacle: Obstacle, net: number, reach: number): void {
    const { step } = this.#rules
    const ends = obstacle.kind === 'box' ? [obstacle.at] : [obstacle.from, obstacle.to]
    const [wx, wy] = obstacle.kind === 'box' ? obstacle.half : [obstacle.r, obstacle.r]
    const low = (k: 0 | 1, w: number): number => Math.max(0, Math.floor((Math.min(...ends.map((p) => p[k])) - w - reach) / step))
    const high = (k: 0 | 1, w: number, n: number): number =>
      Math.min(n - 1, Math.ceil((Math.max(...ends.map((p) => p[k])) + w + reach) / step))
    for (let j = low(1, wy); j <= high(1, wy, this.#ny); j++)
      for (let i = low(0, wx); i <= high(0, wx, this.#nx); i++) {
        if (distanceTo(obstacle, i * step, j * step) >= reach - 1e-9) continue
        const at = j * this.#nx + i
        const owner = grid[at]!
        grid[at] = owner === FREE ? net || NOBODY : owner === net ? owner : NOBODY
      }
  }

  #node(at: Point, layer: number): number {
    const { step } = this.#rules
    return layer * this.#nx * this.#ny + Math.round(at[1] / step) * this.#nx + Math.round(at[0] / step)
  }

  #point(node: number): Point {
    const flat = node % (this.#nx * this.#ny)
    return [(flat % this.#nx) * this.#rules.step, Math.floor(flat / this.#nx) * this.#rules.step]
  }

  #offset(node: number, at: Point): [number, number] {
    const p = this.#point(node)
    return [p[0] - at[0], p[1] - at[1]]
  }

  #search(net: number, from: readonly number[], targets: ReadonlySet<number>, aim: Point): number[] | null {
    const size = this.#nx * this.#ny
    const cost = this.#cost.fill(Infinity)
    const parent = this.#parent.fill(-1)
    const done = this.#done.fill(0)
    const queue = new CostQueue()
    const [aimX, aimY] = [aim[0] / this.#rules.step, aim[1] / this.#rules.step]
    const guess = (node: number): number => {
      const flat = node < size ? node : node - size
      const dx = Math.abs((flat % this.#nx) - aimX)
      const dy = Math.abs(Math.floor(flat / this.#nx) - aimY)
      return dx > dy ? dx + 0.414 * dy : dy + 0.414 * dx
    }
    for (const node of from) {
      cost[node] = 0
      queue.push(guess(node), node)
    }
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (targets.has(node)) return this.#trace(parent, node)
      if (done[node]) continue
      done[node] = 1
      this.#spread(net, node, cost, parent, queue, guess)
    }
    return null
  }

  #spread(net: number, node: number, cost: Float32Array, parent: Int32Array, queue: CostQueue, guess: (node: number) => number): void {
    const size = this.#nx * this.#ny
    const layer = node < size ? 0 : 1
    const flat = node % size
    const [i, j] = [flat % this.#nx, Math.floor(flat / this.#nx)]
    const came = parent[node]! < 0 ? 0 : node - parent[node]!
    const offer = (to: number, extra: number): void => {
      if (cost[node]! + extra >= cost[to]!) return
      cost[to] = cost[node]! + extra
      parent[to] = node
      queue.push(cost[to]! + guess(to), to)
    }
    for (const [dx, dy, length] of STEPS) {
      const [x, y] = [i + dx, j + dy]
      if (x < 0 || y < 0 || x >= this.#nx || y >= this.#ny) continue
      const owner = this.#track[layer][y * this.#nx + x]!
      if (owner !== FREE && owner !== net) continue
      const delta = dy * this.#nx + dx
      const beside = this.#beside[layer][y * this.#nx + x] === FREE ? 0 : BESIDE_COST
      offer(node + delta, length + beside + (came !== 0 && came !== delta ? TURN_COST : 0))
    }
    const free = (grid: Int16Array): boolean => grid[flat] === FREE || grid[flat] === net
    if (free(this.#via[0]) && free(this.#via[1])) offer(layer === 0 ? node + size : node - size, VIA_COST)
  }

  #trace(parent: Int32Array, end: number): number[] {
    const path: number[] = []
    for (let node = end; node >= 0; node = parent[node]!) path.push(node)
    return path.reverse()
  }

  /** Cuts a path into straight tracks and vias and keeps others away from them. */
  #lay(net: number, path: readonly number[]): Routed[] {
    const size = this.#nx * this.#ny
    const out: Routed[] = []
    let run: Point[] = []
    const close = (layer: 0 | 1): void => {
      const points = run.filter((p, i) => i === 0 || i === run.length - 1 || turns(run[i - 1]!, p, run[i + 1]!))
      if (points.length > 1) out.push({ kind: 'track', layer, points })
      points.slice(1).forEach((to, i) => this.block(layer, { kind: 'capsule', from: points[i]!, to, r: this.#rules.track }, net))
      run = []
    }
    path.forEach((node, i) => {
      const layer = node < size ? 0 : 1
      run.push(this.#point(node))
      const next = path[i + 1]
      if (next !== undefined && next < size === (layer === 0)) return
      const at = run.at(-1)!
      close(layer)
      if (next === undefined) return
      out.push({ kind: 'via', at })
      const land: Obstacle = { kind: 'capsule', from: at, to: at, r: this.#rules.via }
      for (const side of [0, 1] as const) this.block(side, land, net)
      this.keepViasOff(land, this.#rules.clearance)
    })
    return out
  }
}

const turns = (a: Point, b: Point, c: Point): boolean => Math.abs((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) > 1e-9

import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'

/** A vertex of a contour: x, y in nm and the bulge of the edge that starts there. */
export type Vertex = readonly [x: number, y: number, bulge?: number]

interface Item {
  readonly dark: boolean
  readonly capsule: readonly [number, number, number, number, number] | null
  readonly contour: readonly (readonly Vertex[])[]
}

/** How a scene is moved: mirrored in x, scaled, turned, then shifted. */
export interface Motion {
  readonly mirror?: boolean
  readonly scale?: number
  readonly turn?: number
  readonly dx?: number
  readonly dy?: number
}

/** Builds primitives for the kernel by hand; nm. */
export class Scene {
  readonly items: Item[] = []
  #dark = true

  dark(): this {
    this.#dark = true
    return this
  }

  clear(): this {
    this.#dark = false
    return this
  }

  capsule(x0: number, y0: number, x1: number, y1: number, r: number): this {
    this.items.push({ dark: this.#dark, capsule: [x0, y0, x1, y1, r], contour: [] })
    return this
  }

  disc(x: number, y: number, r: number): this {
    return this.capsule(x, y, x, y, r)
  }

  contour(...rings: readonly (readonly Vertex[])[]): this {
    this.items.push({ dark: this.#dark, capsule: null, contour: rings })
    return this
  }

  rectangle(x0: number, y0: number, x1: number, y1: number): this {
    return this.contour([
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ])
  }

  /** @returns the same scene moved as a whole */
  moved({ mirror = false, scale = 1, turn = 0, dx = 0, dy = 0 }: Motion): Scene {
    const cos = Math.cos(turn) * scale
    const sin = Math.sin(turn) * scale
    const sign = mirror ? -1 : 1
    const at = (x: number, y: number): [number, number] => [sign * x * cos - y * sin + dx, sign * x * sin + y * cos + dy]
    const scene = new Scene()
    for (const item of this.items) {
      scene.items.push({
        dark: item.dark,
        capsule: item.capsule && [
          ...at(item.capsule[0], item.capsule[1]),
          ...at(item.capsule[2], item.capsule[3]),
          item.capsule[4] * scale,
        ],
        contour: item.contour.map((ring) => ring.map(([x, y, bulge = 0]): Vertex => [...at(x, y), sign * bulge])),
      })
    }
    return scene
  }

  /** @returns the scene with its items in another order */
  ordered(order: readonly number[]): Scene {
    const scene = new Scene()
    scene.items.push(...order.map((i) => this.items[i]))
    return scene
  }

  input(): { prims: Prims; rings: Rings } {
    const n = this.items.length
    const rings = this.items.flatMap((item) => item.contour)
    const vertices = rings.flat()
    const start = new Uint32Array(rings.length + 1)
    rings.forEach((ring, k) => (start[k + 1] = start[k] + ring.length))
    const prims: Prims = {
      count: n,
      kind: Uint8Array.from(this.items, (item) => (item.capsule ? 0 : 1)),
      dark: Uint8Array.from(this.items, (item) => (item.dark ? 1 : 0)),
      x0: new Float64Array(n),
      y0: new Float64Array(n),
      x1: new Float64Array(n),
      y1: new Float64Array(n),
      r: new Float64Array(n),
      ringFrom: new Uint32Array(n),
      ringTo: new Uint32Array(n),
      object: Uint32Array.from({ length: n }, (_, i) => i),
    }
    let ring = 0
    this.items.forEach((item, k) => {
      const points = item.contour.flat()
      const xs = points.map((p) => p[0])
      const ys = points.map((p) => p[1])
      const box = item.capsule ?? [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), 0]
      ;[prims.x0[k], prims.y0[k], prims.x1[k], prims.y1[k], prims.r[k]] = box
      prims.ringFrom[k] = ring
      ring += item.contour.length
      prims.ringTo[k] = ring
    })
    return {
      prims,
      rings: {
        count: rings.length,
        start,
        x: Float64Array.from(vertices, (v) => v[0]),
        y: Float64Array.from(vertices, (v) => v[1]),
        bulge: Float64Array.from(vertices, (v) => v[2] ?? 0),
      },
    }
  }
}

/** @returns repeatable random numbers in [0, 1) */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

import type { Box } from '#core/base/box.ts'
import { ObjectColumns } from '#core/interpret/object-columns.ts'
import { PRIM_CAPSULE, PRIM_CONTOUR } from '#core/interpret/plotted-layer.ts'
import { PrimColumns } from '#core/interpret/prim-columns.ts'
import { RingColumns } from '#core/interpret/ring-columns.ts'
import { coverRings, emptyExtent } from '#core/interpret/ring-measures.ts'

/**
 * Collects primitives, rings and objects in drawing order: a layer, the contents of a block, or the shape of one aperture
 * around its origin (then without objects). Lengths in nm.
 */
export class Plot {
  readonly prims = new PrimColumns()
  readonly rings = new RingColumns()
  readonly objects = new ObjectColumns()

  /** Opens an object; primitives that follow belong to it until `endObject`. */
  beginObject(kind: number, dark: boolean, aperture: number, attributes: number, line: number): number {
    return this.objects.push(kind, dark ? 1 : 0, aperture, attributes, line, this.prims.count)
  }

  endObject(): void {
    this.objects.primTo[this.objects.count - 1] = this.prims.count
  }

  capsule(dark: boolean, x0: number, y0: number, x1: number, y1: number, r: number): void {
    this.prims.push(PRIM_CAPSULE, dark ? 1 : 0, x0, y0, x1, y1, r, this.#owner)
  }

  /** Makes a contour of the closed rings from `ringFrom` on. */
  contour(dark: boolean, ringFrom: number): void {
    const extent = emptyExtent()
    coverRings(this.rings, ringFrom, this.rings.count, extent)
    this.contourWithin(dark, ringFrom, extent.x0, extent.y0, extent.x1, extent.y1)
  }

  /** The same where the extent is known. */
  contourWithin(dark: boolean, ringFrom: number, x0: number, y0: number, x1: number, y1: number): void {
    const p = this.prims.push(PRIM_CONTOUR, dark ? 1 : 0, x0, y0, x1, y1, 0, this.#owner)
    this.prims.ringFrom[p] = ringFrom
    this.prims.ringTo[p] = this.rings.count
  }

  /** Adds a closed ring given as flat numbers x, y, bulge per vertex. */
  ring(vertices: readonly number[]): void {
    for (let v = 0; v < vertices.length; v += 3) this.rings.vertex(vertices[v]!, vertices[v + 1]!, vertices[v + 2]!)
    this.rings.close()
  }

  /** @returns the extent of all primitives, or of the dark ones only; null without any */
  bounds(darkOnly: boolean): Box | null {
    const { count, dark, x0, y0, x1, y1, r } = this.prims
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let p = 0; p < count; p++) {
      if (darkOnly && dark[p] === 0) continue
      const pen = r[p]!
      const ax = x0[p]!
      const ay = y0[p]!
      const bx = x1[p]!
      const by = y1[p]!
      if (ax - pen < left) left = ax - pen
      if (bx - pen < left) left = bx - pen
      if (ay - pen < bottom) bottom = ay - pen
      if (by - pen < bottom) bottom = by - pen
      if (ax + pen > right) right = ax + pen
      if (bx + pen > right) right = bx + pen
      if (ay + pen > top) top = ay + pen
      if (by + pen > top) top = by + pen
    }
    return right >= left ? [left, bottom, right, top] : null
  }

  get #owner(): number {
    return this.objects.count > 0 ? this.objects.count - 1 : 0
  }
}

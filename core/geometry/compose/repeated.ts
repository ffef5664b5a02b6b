import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'

/**
 * Marks primitives that an identical later one covers: whatever their polarity, they never show. Pads that are flashed
 * twice and step-repeats on top of each other are common.
 * @returns 1 per primitive that never shows
 */
export const markRepeated = (prims: Prims, rings: Rings): Uint8Array => {
  const n = prims.count
  const gone = new Uint8Array(n)
  const size = 1 << Math.ceil(Math.log2(2 * n + 16))
  const table = new Int32Array(size).fill(-1)
  const bits = new Float64Array(1)
  const words = new Int32Array(bits.buffer)
  const mix = (h: number, value: number): number => {
    bits[0] = value + 0
    return Math.imul(h ^ words[0] ^ Math.imul(words[1], 0x9e3779b1), 0x85ebca6b) ^ (h >>> 13)
  }
  for (let k = n - 1; k >= 0; k--) {
    if (!Number.isFinite(prims.x0[k] + prims.y0[k] + prims.x1[k] + prims.y1[k] + prims.r[k])) continue
    // Sums are the same whichever end comes first.
    let h = mix(mix(mix(prims.kind[k], prims.x0[k] + prims.x1[k]), prims.y0[k] + prims.y1[k]), prims.r[k])
    if (prims.kind[k] !== PRIM_CAPSULE) h = mix(h, rings.x[rings.start[prims.ringFrom[k]]])
    let slot = (h ^ (h >>> 15)) & (size - 1)
    for (; table[slot] >= 0; slot = (slot + 1) & (size - 1)) {
      if (isSame(prims, rings, k, table[slot])) {
        gone[k] = 1
        break
      }
    }
    if (!gone[k]) table[slot] = k
  }
  return gone
}

const isSame = (prims: Prims, rings: Rings, a: number, b: number): boolean => {
  if (prims.kind[a] !== prims.kind[b] || prims.r[a] !== prims.r[b]) return false
  const { x0, y0, x1, y1 } = prims
  const forth = x0[a] === x0[b] && y0[a] === y0[b] && x1[a] === x1[b] && y1[a] === y1[b]
  if (prims.kind[a] === PRIM_CAPSULE) return forth || (x0[a] === x1[b] && y0[a] === y1[b] && x1[a] === x0[b] && y1[a] === y0[b])
  if (!forth || prims.ringTo[a] - prims.ringFrom[a] !== prims.ringTo[b] - prims.ringFrom[b]) return false
  for (let i = prims.ringFrom[a], j = prims.ringFrom[b]; i < prims.ringTo[a]; i++, j++) if (!isSameRing(rings, i, j)) return false
  return true
}

const isSameRing = ({ start, x, y, bulge }: Rings, i: number, j: number): boolean => {
  if (start[i + 1] - start[i] !== start[j + 1] - start[j]) return false
  for (let v = start[i], w = start[j]; v < start[i + 1]; v++, w++) if (x[v] !== x[w] || y[v] !== y[w] || bulge[v] !== bulge[w]) return false
  return true
}

import type { Prims } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'

export const END_NONE = -1

/**
 * What of each capsule's round caps can show. Tracks meet at shared centres with equal radius nearly everywhere, so most
 * of every cap lies inside the next track. End `2k + s` is the cap of capsule k at its first (s = 0) or second (s = 1) point.
 */
export interface CapsuleEnds {
  /** Side offset: r times the left normal of the axis. */
  readonly ox: Float64Array
  readonly oy: Float64Array
  readonly disc: Uint8Array
  /** 1 = the primitive never shows: repeated later, no area, not finite, or a disc inside a wider round end. */
  readonly gone: Uint8Array
  /** The end whose own cap start (or, for `capTo`, cap end) bounds the visible arc; END_NONE when nothing of the cap shows. */
  readonly capFrom: Int32Array
  readonly capTo: Int32Array
}

/** Joints with more ends than this keep their full caps: the pairwise comparison would cost more than it saves. */
const MOST_ENDS = 48

/**
 * Cuts caps at joints. Exact, because inside one polarity run the order does not matter: at a joint of capsules with
 * equal radius the visible arc is the intersection of their half circles; caps inside a wider round end vanish.
 */
export const trimJoints = (prims: Prims, run: Int32Array, gone: Uint8Array): CapsuleEnds => {
  const n = prims.count
  const ends: CapsuleEnds = {
    ox: new Float64Array(n),
    oy: new Float64Array(n),
    disc: new Uint8Array(n),
    gone,
    capFrom: new Int32Array(2 * n),
    capTo: new Int32Array(2 * n),
  }
  const size = 1 << Math.max(4, Math.ceil(Math.log2(2 * n + 1)) + 1)
  const first = new Int32Array(size).fill(-1)
  const nextEnd = new Int32Array(2 * n)
  const bits = new Float64Array(2)
  const words = new Int32Array(bits.buffer)
  const used = new Int32Array(2 * n)
  let usedCount = 0
  for (let k = 0; k < n; k++) {
    if (prims.kind[k] !== PRIM_CAPSULE || gone[k]) continue
    const ax = prims.x0[k]
    const ay = prims.y0[k]
    const bx = prims.x1[k]
    const by = prims.y1[k]
    const r = prims.r[k]
    if (!(r > 0) || !Number.isFinite(ax + ay + bx + by + r)) {
      ends.gone[k] = 1
      continue
    }
    const dx = bx - ax
    const dy = by - ay
    const length = Math.sqrt(dx * dx + dy * dy)
    const disc = length <= 1e-3
    if (disc) ends.disc[k] = 1
    else {
      ends.ox[k] = (-dy / length) * r
      ends.oy[k] = (dx / length) * r
    }
    for (let s = 0; s < (disc ? 1 : 2); s++) {
      const end = 2 * k + s
      ends.capFrom[end] = end
      ends.capTo[end] = end
      const x = (s ? bx : ax) + 0
      const y = (s ? by : ay) + 0
      bits[0] = x
      bits[1] = y
      let h =
        Math.imul(words[0] ^ Math.imul(words[1], 0x9e3779b1), 0x85ebca6b) ^
        Math.imul(words[2] ^ Math.imul(words[3], 0xc2b2ae35), 0x27d4eb2f)
      h = (h ^ (h >>> 15)) & (size - 1)
      for (;;) {
        const other = first[h]
        if (other < 0) {
          first[h] = end
          nextEnd[end] = -1
          used[usedCount++] = h
          break
        }
        const ok = other >> 1
        if ((other & 1 ? prims.x1[ok] : prims.x0[ok]) === x && (other & 1 ? prims.y1[ok] : prims.y0[ok]) === y) {
          nextEnd[end] = other
          first[h] = end
          break
        }
        h = (h + 1) & (size - 1)
      }
    }
  }
  const joint = new Int32Array(MOST_ENDS)
  for (let i = 0; i < usedCount; i++) {
    let count = 0
    let end = first[used[i]]
    for (; end >= 0 && count < MOST_ENDS; end = nextEnd[end]) joint[count++] = end
    if (end < 0 && count > 1) trimJoint(prims, run, ends, joint, count)
  }
  return ends
}

const trimJoint = (prims: Prims, run: Int32Array, ends: CapsuleEnds, joint: Int32Array, count: number): void => {
  for (let i = 0; i < count; i++) {
    const k = joint[i] >> 1
    if (ends.gone[k]) continue
    for (let j = 0; j < count; j++) {
      const o = joint[j] >> 1
      if (!ends.gone[o] && run[o] === run[k] && prims.r[o] > prims.r[k]) {
        ends.capFrom[joint[i]] = END_NONE
        // A whole disc inside a wider round end of the same polarity run never shows.
        if (ends.disc[k]) ends.gone[k] = 1
        break
      }
    }
  }
  for (let i = 0; i < count; i++) {
    const k = joint[i] >> 1
    if (ends.gone[k] || ends.capFrom[joint[i]] === END_NONE) continue
    let grouped = false
    for (let j = 0; j < i && !grouped; j++) grouped = sharesCircle(prims, run, ends, k, joint[j] >> 1)
    if (!grouped) intersectCaps(prims, run, ends, joint, i, count)
  }
}

const sharesCircle = (prims: Prims, run: Int32Array, ends: CapsuleEnds, a: number, b: number): boolean =>
  !ends.gone[b] && run[a] === run[b] && prims.r[a] === prims.r[b]

/** Leaves the visible arc with the first end of the group and takes the caps of the others away. */
const intersectCaps = (prims: Prims, run: Int32Array, ends: CapsuleEnds, joint: Int32Array, first: number, count: number): void => {
  const k = joint[first] >> 1
  let leader = -1
  let sx = 0
  let sy = 0
  let ex = 0
  let ey = 0
  let empty = false
  let from = END_NONE
  let to = END_NONE
  for (let j = first; j < count; j++) {
    const end = joint[j]
    const o = end >> 1
    if (!sharesCircle(prims, run, ends, k, o)) continue
    if (ends.disc[o]) continue
    const sign = end & 1 ? -1 : 1
    const nx = sign * ends.ox[o]
    const ny = sign * ends.oy[o]
    if (leader < 0) {
      leader = end
      from = to = end
      ;[sx, sy, ex, ey] = [nx, ny, -nx, -ny]
      continue
    }
    ends.capFrom[end] = END_NONE
    if (empty) continue
    // The visible arc is [s, e], the new half circle [n, -n], both counterclockwise.
    const startsInside = sx * ny - sy * nx > 0 && nx * ey - ny * ex > 0
    const endsInside = sx * -ny + sy * nx > 0 && -nx * ey + ny * ex > 0
    const half = from === to
    if (half ? sx * ny - sy * nx > 0 : startsInside) {
      ;[sx, sy, from] = [nx, ny, end]
    } else if (half ? sx * ny - sy * nx < 0 : endsInside) {
      ;[ex, ey, to] = [-nx, -ny, end]
    } else if (half ? sx * nx + sy * ny < 0 : !isInsideHalf(nx, ny, sx, sy, ex, ey)) {
      empty = true
    }
    const r2 = prims.r[k] * prims.r[k]
    if (sx * ex + sy * ey > 0 && Math.abs(sx * ey - sy * ex) < 1e-12 * r2) empty = true
  }
  for (let j = first; j < count; j++) {
    const o = joint[j] >> 1
    if (!ends.disc[o] || !sharesCircle(prims, run, ends, k, o)) continue
    if (leader >= 0 || o !== k) ends.gone[o] = 1
  }
  if (leader < 0) return
  ends.capFrom[leader] = empty ? END_NONE : from
  ends.capTo[leader] = to
}

/** @returns whether the arc from s to e (less than a half turn) lies in the half circle that starts at n */
const isInsideHalf = (nx: number, ny: number, sx: number, sy: number, ex: number, ey: number): boolean => {
  const mx = sx + ex
  const my = sy + ey
  return nx * my - ny * mx > 0
}

/** Most open nodes that are paired; far beyond anything but hostile input. */
const MOST = 200_000

/**
 * Pairs nodes that have too many ends (negative) with nodes that have too many starts (positive), nearest first.
 * @returns pairs (from a node with an end too many, to a node with a start too many) no further apart than `reach`
 */
export const pairOpenNodes = (
  open: ReadonlyMap<number, number>,
  x: Float64Array,
  y: Float64Array,
  reach: number,
): readonly (readonly [number, number])[] => {
  const ids = Int32Array.from([...open.keys()].slice(0, MOST)).sort((a, b) => x[a] - x[b] || y[a] - y[b] || a - b)
  const found: { from: number; to: number; square: number }[] = []
  for (let i = 0; i < ids.length; i++) {
    const a = ids[i]
    for (let j = i + 1; j < ids.length && x[ids[j]] - x[a] <= reach && found.length < 4 * MOST; j++) {
      const b = ids[j]
      const square = (x[b] - x[a]) ** 2 + (y[b] - y[a]) ** 2
      if (square > reach * reach || open.get(a)! > 0 === open.get(b)! > 0) continue
      found.push(open.get(a)! < 0 ? { from: a, to: b, square } : { from: b, to: a, square })
    }
  }
  found.sort((p, q) => p.square - q.square || p.from - q.from || p.to - q.to)
  const left = new Map(open)
  const pairs: [number, number][] = []
  for (const { from, to } of found) {
    while (left.get(from)! < 0 && left.get(to)! > 0) {
      left.set(from, left.get(from)! + 1)
      left.set(to, left.get(to)! - 1)
      pairs.push([from, to])
    }
  }
  return pairs
}

/** A run of parameters `[from, to]` along a centre line. */
export type Interval = readonly [from: number, to: number]

/** @returns the intervals merged and sorted */
export const merged = (intervals: readonly Interval[]): readonly Interval[] => {
  const sorted = [...intervals].sort((a, b) => a[0] - b[0])
  const out: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = out.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

/** @returns the runs that lie in both sorted, merged lists */
export const common = (a: readonly Interval[], b: readonly Interval[]): readonly Interval[] => {
  const out: Interval[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const from = Math.max(a[i]![0], b[j]![0])
    const to = Math.min(a[i]![1], b[j]![1])
    if (to > from) out.push([from, to])
    if (a[i]![1] < b[j]![1]) i++
    else j++
  }
  return out
}

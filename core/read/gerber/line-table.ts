const LF = 10
const CR = 13

/** Offsets at which lines start; LF, CR LF and CR alone end a line. */
export class LineTable {
  count = 1
  starts = new Uint32Array(1024)

  /** Notes that a line starts at `offset`; offsets must come in rising order. */
  add(offset: number): void {
    if (this.count === this.starts.length) {
      const wider = new Uint32Array(this.count * 2)
      wider.set(this.starts)
      this.starts = wider
    }
    this.starts[this.count++] = offset
  }

  /** Notes the line ends among `from <= p < to`. */
  scan(bytes: Uint8Array, from: number, to: number): void {
    for (let p = from; p < to; p++) {
      const c = bytes[p]!
      if (c === LF || (c === CR && bytes[p + 1] !== LF)) this.add(p + 1)
    }
  }

  /** @returns the 1-based line that holds the byte `offset` */
  lineAt(offset: number): number {
    return lineAt(this.starts, this.count, offset)
  }
}

/** @returns the 1-based line that holds the byte `offset`, by bisection */
export const lineAt = (starts: Uint32Array, count: number, offset: number): number => {
  let low = 0
  let high = count
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return low + 1
}

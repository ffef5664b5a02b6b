import { lineAt } from '#core/read/gerber/line-table.ts'

/** Finds lines of offsets that mostly rise, each in constant time. */
export class LineWalker {
  readonly #starts: Uint32Array
  #line = 1

  constructor(starts: Uint32Array) {
    this.#starts = starts
  }

  /** @returns the 1-based line that holds the byte `offset` */
  at(offset: number): number {
    const starts = this.#starts
    let line = this.#line
    if (offset < starts[line - 1]!) line = lineAt(starts, starts.length, offset)
    while (line < starts.length && starts[line]! <= offset) line++
    this.#line = line
    return line
  }
}

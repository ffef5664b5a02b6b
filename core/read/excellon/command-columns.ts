import type { DrillCommands, RawColumns } from '#core/read/excellon/drill-file.ts'
import { NO_POINT, RAW_ZERO, type RawNumber } from '#core/read/excellon/raw-number.ts'

/** One command before it is stored. `i` and `j` are centre offsets, or radius and zero when `radius` is set. */
export interface DrillCommand {
  readonly kind: number
  readonly tool: number
  readonly path: number
  readonly line: number
  readonly x0: RawNumber
  readonly y0: RawNumber
  readonly x1: RawNumber
  readonly y1: RawNumber
  readonly i: RawNumber
  readonly j: RawNumber
  readonly radius: boolean
}

/** x0, y0, x1, y1, i, j */
const RAW_COLUMNS = 6
const FIRST_CAPACITY = 256

const grown = <T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(from: T, to: T): T => {
  to.set(from)
  return to
}

class RawColumn {
  value = new Float64Array(FIRST_CAPACITY)
  left = new Float64Array(FIRST_CAPACITY)
  digits = new Uint8Array(FIRST_CAPACITY)
  point = new Uint8Array(FIRST_CAPACITY)

  grow(capacity: number): void {
    this.value = grown(this.value, new Float64Array(capacity))
    this.left = grown(this.left, new Float64Array(capacity))
    this.digits = grown(this.digits, new Uint8Array(capacity))
    this.point = grown(this.point, new Uint8Array(capacity))
  }

  set(at: number, n: RawNumber): void {
    this.value[at] = n.value
    this.left[at] = n.left
    this.digits[at] = n.digits
    this.point[at] = n.point
  }

  get(at: number): RawNumber {
    return { value: this.value[at]!, left: this.left[at]!, digits: this.digits[at]!, point: this.point[at]! }
  }

  finish(count: number, wholeUnits: boolean, summed: boolean): RawColumns {
    const point = this.point.slice(0, count)
    if (wholeUnits) for (let k = 0; k < count; k++) if (point[k] === NO_POINT) point[k] = 0
    return {
      value: this.value.slice(0, count),
      digits: this.digits.slice(0, count),
      point,
      left: summed ? this.left.slice(0, count) : null,
    }
  }
}

/** Collects drill commands in growing columns. */
export class CommandColumns {
  count = 0
  /** Set when a coordinate was worked out by adding. */
  summed = false
  #kind = new Uint8Array(FIRST_CAPACITY)
  #tool = new Uint16Array(FIRST_CAPACITY)
  #path = new Uint32Array(FIRST_CAPACITY)
  #line = new Uint32Array(FIRST_CAPACITY)
  #radius = new Uint8Array(FIRST_CAPACITY)
  readonly #raw = Array.from({ length: RAW_COLUMNS }, () => new RawColumn())

  add(command: DrillCommand): void {
    const at = this.count++
    if (at === this.#kind.length) this.#grow(at * 2)
    this.#kind[at] = command.kind
    this.#tool[at] = command.tool
    this.#path[at] = command.path
    this.#line[at] = command.line
    this.#radius[at] = command.radius ? 1 : 0
    const [x0, y0, x1, y1, i, j] = this.#raw
    x0!.set(at, command.x0)
    y0!.set(at, command.y0)
    x1!.set(at, command.x1)
    y1!.set(at, command.y1)
    i!.set(at, command.i)
    j!.set(at, command.j)
  }

  /** @returns command `at` (0 <= at < count) as it was added */
  get(at: number): DrillCommand {
    const [x0, y0, x1, y1, i, j] = this.#raw.map((column) => column.get(at))
    return {
      kind: this.#kind[at]!,
      tool: this.#tool[at]!,
      path: this.#path[at]!,
      line: this.#line[at]!,
      radius: this.#radius[at] === 1,
      x0: x0 ?? RAW_ZERO,
      y0: y0 ?? RAW_ZERO,
      x1: x1 ?? RAW_ZERO,
      y1: y1 ?? RAW_ZERO,
      i: i ?? RAW_ZERO,
      j: j ?? RAW_ZERO,
    }
  }

  /** @returns the columns cut to length; with `wholeUnits` numbers without a decimal point are marked as whole units */
  finish(wholeUnits: boolean): DrillCommands {
    return {
      count: this.count,
      kind: this.#kind.slice(0, this.count),
      tool: this.#tool.slice(0, this.count),
      path: this.#path.slice(0, this.count),
      line: this.#line.slice(0, this.count),
      radius: this.#radius.slice(0, this.count),
      raw: this.#raw.map((column) => column.finish(this.count, wholeUnits, this.summed)),
    }
  }

  #grow(capacity: number): void {
    this.#kind = grown(this.#kind, new Uint8Array(capacity))
    this.#tool = grown(this.#tool, new Uint16Array(capacity))
    this.#path = grown(this.#path, new Uint32Array(capacity))
    this.#line = grown(this.#line, new Uint32Array(capacity))
    this.#radius = grown(this.#radius, new Uint8Array(capacity))
    for (const column of this.#raw) column.grow(capacity)
  }
}

import type { ProblemLog } from '#core/base/problem.ts'
import type { CommandColumns, DrillCommand } from '#core/read/excellon/command-columns.ts'
import { DRILL_HIT, DRILL_SLOT } from '#core/read/excellon/drill-file.ts'
import type { DrillMotion } from '#core/read/excellon/drill-motion.ts'
import { addRaw, RAW_ZERO, type RawNumber } from '#core/read/excellon/raw-number.ts'

/** Most commands that repeats may add to one file. */
export const MAX_REPEATED = 1_000_000

/**
 * Repeats of holes (`R5X100`) and of patterns (M25 or M31 … M01, then `M02X…Y…` or `R3M02X…Y…`, closed by M08).
 * Every offset counts from the copy before it. Source: Excellon CNC-7 part programming, "Step and repeat".
 */
export class DrillRepeat {
  #from = 0
  #to: number | null = null
  #offsetX: RawNumber = RAW_ZERO
  #offsetY: RawNumber = RAW_ZERO
  #added = 0
  readonly #motion: DrillMotion
  readonly #log: ProblemLog

  constructor(motion: DrillMotion, log: ProblemLog) {
    this.#motion = motion
    this.#log = log
  }

  beginPattern(): void {
    this.#from = this.#motion.columns.count
    this.#to = null
    this.#offsetX = RAW_ZERO
    this.#offsetY = RAW_ZERO
  }

  endPattern(): void {
    this.#to ??= this.#motion.columns.count
  }

  repeatPattern(times: number, dx: RawNumber, dy: RawNumber, line: number): void {
    const { columns } = this.#motion
    const to = (this.#to ??= columns.count)
    if (to === this.#from) return
    columns.summed = true
    const first = Math.max(1, firstPath(columns, this.#from, to))
    for (let n = 0; n < times; n++) {
      this.#offsetX = addRaw(this.#offsetX, dx)
      this.#offsetY = addRaw(this.#offsetY, dy)
      if (!this.#mayAdd(to - this.#from, line)) return
      const paths = this.#motion.pathCount - (first - 1)
      let highest = this.#motion.pathCount
      for (let k = this.#from; k < to; k++) {
        const command = columns.get(k)
        const path = command.path === 0 ? 0 : command.path + paths
        highest = Math.max(highest, path)
        columns.add({ ...shifted(command, this.#offsetX, this.#offsetY), path, line })
      }
      this.#motion.pathCount = highest
    }
  }

  repeatHole(times: number, dx: RawNumber, dy: RawNumber, line: number): void {
    const { columns } = this.#motion
    const last = columns.count > 0 ? columns.get(columns.count - 1) : null
    if (!last || (last.kind !== DRILL_HIT && last.kind !== DRILL_SLOT)) {
      this.#log.add('error', 'repeat-without-hole', line, 'A repeat (R) follows no hole: nothing is repeated.')
      return
    }
    if (!this.#mayAdd(times, line)) return
    columns.summed = true
    let copy = last
    for (let n = 0; n < times; n++) {
      copy = { ...shifted(copy, dx, dy), line }
      columns.add(copy)
    }
    this.#motion.x = copy.x1
    this.#motion.y = copy.y1
  }

  #mayAdd(count: number, line: number): boolean {
    if (this.#added + count > MAX_REPEATED) {
      this.#log.add('error', 'too-many-repeats', line, `Repeats would add more than ${MAX_REPEATED} holes; this one is not carried out.`)
      return false
    }
    this.#added += count
    return true
  }
}

const firstPath = (columns: CommandColumns, from: number, to: number): number => {
  for (let k = from; k < to; k++) {
    const { path } = columns.get(k)
    if (path > 0) return path
  }
  return 0
}

const shifted = (command: DrillCommand, dx: RawNumber, dy: RawNumber): DrillCommand => ({
  ...command,
  x0: addRaw(command.x0, dx),
  x1: addRaw(command.x1, dx),
  y0: addRaw(command.y0, dy),
  y1: addRaw(command.y1, dy),
})

import { NM_PER_INCH, NM_PER_MM, type Nm } from '#core/base/units.ts'
import {
  DRILL_HIT,
  DRILL_SLOT,
  type DrillFile,
  type DrillFormat,
  type DrillHoles,
  type DrillPlot,
  type DrillTool,
  type RawColumns,
  type RoutPath,
} from '#core/read/excellon/drill-file.ts'
import { rawToNm } from '#core/read/excellon/raw-scale.ts'
import { routPathOf, slotOf, type Segment } from '#core/read/excellon/rout-path.ts'
import { routStep, type RoutStep } from '#core/read/excellon/rout-step.ts'

/** @returns a tool's diameter in nm under a format; 0 when the file never gives one */
export const toolDiameterNm = (tool: DrillTool | undefined, format: DrillFormat): Nm =>
  (tool?.diameter ?? 0) * ((tool?.unit ?? format.unit) === 'mm' ? NM_PER_MM : NM_PER_INCH)

/**
 * Places the holes of a drill file under one of its formats, in file order, nm, y up. A routed path whose steps lie on one straight line
 * is a slot, one that does not move a round hole; all others are paths. `tool` in holes and paths is an index into
 * `file.tools`; diameter 0 = the file never gives one.
 */
export const plotDrill = (file: DrillFile, format: DrillFormat): DrillPlot => {
  const { commands } = file
  const diameters = file.tools.map((tool) => toolDiameterNm(tool, format))
  const holes = new HoleColumns(commands.count)
  const paths: RoutPath[] = []
  for (let k = 0; k < commands.count; k++) {
    const tool = commands.tool[k]!
    const diameter = diameters[tool] ?? 0
    const line = commands.line[k]!
    const kind = commands.kind[k]
    if (kind === DRILL_HIT || kind === DRILL_SLOT) {
      const [rx0, ry0, rx1, ry1] = commands.raw as readonly [RawColumns, RawColumns, RawColumns, RawColumns]
      const x0 = rawToNm(rx0, k, format)
      const y0 = rawToNm(ry0, k, format)
      const round = kind === DRILL_HIT
      holes.add({ x0, y0, x1: round ? x0 : rawToNm(rx1, k, format), y1: round ? y0 : rawToNm(ry1, k, format) }, diameter, tool, line)
      continue
    }
    const steps: RoutStep[] = []
    const path = commands.path[k]!
    let end = k
    for (; end < commands.count && commands.path[end] === path; end++) steps.push(routStep(file, end, format))
    const slot = slotOf(steps)
    if (slot) holes.add(slot, diameter, tool, line)
    else paths.push(routPathOf(steps.filter(moves), tool, diameter, line))
    k = end - 1
  }
  return { holes: holes.finish(), paths }
}

const moves = ({ x0, y0, x1, y1, sweep }: RoutStep): boolean => sweep !== 0 || x0 !== x1 || y0 !== y1

class HoleColumns {
  #count = 0
  readonly #x0: Float64Array
  readonly #y0: Float64Array
  readonly #x1: Float64Array
  readonly #y1: Float64Array
  readonly #diameter: Float64Array
  readonly #tool: Uint16Array
  readonly #line: Uint32Array

  constructor(capacity: number) {
    this.#x0 = new Float64Array(capacity)
    this.#y0 = new Float64Array(capacity)
    this.#x1 = new Float64Array(capacity)
    this.#y1 = new Float64Array(capacity)
    this.#diameter = new Float64Array(capacity)
    this.#tool = new Uint16Array(capacity)
    this.#line = new Uint32Array(capacity)
  }

  add({ x0, y0, x1, y1 }: Segment, diameter: Nm, tool: number, line: number): void {
    const at = this.#count++
    this.#x0[at] = x0
    this.#y0[at] = y0
    this.#x1[at] = x1
    this.#y1[at] = y1
    this.#diameter[at] = diameter
    this.#tool[at] = tool
    this.#line[at] = line
  }

  finish(): DrillHoles {
    const count = this.#count
    return {
      count,
      x0: this.#x0.slice(0, count),
      y0: this.#y0.slice(0, count),
      x1: this.#x1.slice(0, count),
      y1: this.#y1.slice(0, count),
      diameter: this.#diameter.slice(0, count),
      tool: this.#tool.slice(0, count),
      line: this.#line.slice(0, count),
    }
  }
}

import type { ProblemLog } from '#core/base/problem.ts'
import { CommandColumns } from '#core/read/excellon/command-columns.ts'
import { DRILL_HIT, DRILL_SLOT, ROUT_ARC_CCW, ROUT_ARC_CW, ROUT_LINE } from '#core/read/excellon/drill-file.ts'
import type { DrillTools } from '#core/read/excellon/drill-tools.ts'
import { addRaw, RAW_ZERO, type RawNumber } from '#core/read/excellon/raw-number.ts'

export type Interpolation = 'rapid' | 'line' | 'cw' | 'ccw'

/** How an arc says its centre: offsets from its start, or a radius. */
export interface ArcWords {
  readonly i: RawNumber | null
  readonly j: RawNumber | null
  readonly radius: RawNumber | null
}

/** The drilling machine: where it stands, which tool it holds, whether it drills or routs. Writes commands. */
export class DrillMotion {
  readonly columns = new CommandColumns()
  x: RawNumber = RAW_ZERO
  y: RawNumber = RAW_ZERO
  incremental = false
  routing = false
  interpolation: Interpolation = 'rapid'
  down = false
  /** The file never lowers the tool by command (M15): then any G01 to G03 in rout mode cuts. */
  impliedPlunge = false
  /** Times that a stop (M00) passed before any tool was selected: Allegro without tool select changes tools by stops. */
  stops = 0
  pathCount = 0
  #tool = -1
  #everSelected = false
  #steps = 0
  #plungeLine = 0
  #lastRadius: RawNumber | null = null
  readonly #tools: DrillTools
  readonly #log: ProblemLog

  constructor(tools: DrillTools, log: ProblemLog) {
    this.#tools = tools
    this.#log = log
  }

  /** Tool change: also takes the tool out of the board. `null` puts it away. */
  select(tool: number | null): void {
    this.lift()
    if (tool !== null) this.#everSelected = true
    this.#tool = tool ?? -1
  }

  moveTo(x: RawNumber | null, y: RawNumber | null): void {
    if (this.incremental) {
      this.columns.summed = true
      if (x) this.x = addRaw(this.x, x)
      if (y) this.y = addRaw(this.y, y)
    } else {
      if (x) this.x = x
      if (y) this.y = y
    }
  }

  hit(line: number): void {
    this.#write(DRILL_HIT, this.x, this.y, null, 0, line)
  }

  /** A slot (G85) from where the machine stands. */
  slotTo(x: RawNumber | null, y: RawNumber | null, line: number): void {
    const { x: x0, y: y0 } = this
    this.moveTo(x, y)
    this.#write(DRILL_SLOT, x0, y0, null, 0, line)
  }

  plunge(line: number): void {
    if (this.down) return
    this.down = true
    this.#steps = 0
    this.#plungeLine = line
    this.pathCount++
  }

  /** Takes the tool out; a plunge without a step in between drilled a hole. */
  lift(): void {
    if (this.down && this.#steps === 0) this.hit(this.#plungeLine)
    this.down = false
  }

  /** A routed step to the given place with the interpolation in force; only moves when the tool is up. */
  routTo(x: RawNumber | null, y: RawNumber | null, arc: ArcWords, line: number): void {
    const mode = this.interpolation === 'rapid' ? 'line' : this.interpolation
    if (!this.down && this.impliedPlunge) this.plunge(line)
    const { x: x0, y: y0 } = this
    this.moveTo(x, y)
    if (!this.down) return
    this.#steps++
    if (arc.radius) this.#lastRadius = arc.radius
    const centre = mode === 'line' ? null : this.#centre(arc, line)
    const kind = centre === null ? ROUT_LINE : mode === 'cw' ? ROUT_ARC_CW : ROUT_ARC_CCW
    this.#write(kind, x0, y0, centre, this.pathCount, line)
  }

  #centre(arc: ArcWords, line: number): ArcWords | null {
    if (arc.i || arc.j || arc.radius) return arc
    if (this.#lastRadius) return { i: null, j: null, radius: this.#lastRadius }
    this.#log.add('error', 'arc-without-centre', line, 'An arc gives neither radius (A) nor centre (I, J); it is read as a straight step.')
    return null
  }

  #write(kind: number, x0: RawNumber, y0: RawNumber, arc: ArcWords | null, path: number, line: number): void {
    const radius = arc !== null && !arc.i && !arc.j
    const i = (radius ? arc.radius : arc?.i) ?? RAW_ZERO
    const j = (radius ? null : arc?.j) ?? RAW_ZERO
    this.columns.add({ kind, tool: this.#currentTool(line), path, line, x0, y0, x1: this.x, y1: this.y, i, j, radius })
  }

  #currentTool(line: number): number {
    const tool = this.#tool >= 0 ? this.#tool : this.#unselectedTool(line)
    this.#tools.markUsed(tool)
    return tool
  }

  #unselectedTool(line: number): number {
    const assumed = !this.#everSelected && this.stops < this.#tools.count
    if (this.#log.count('no-tool') === 0 || !assumed)
      this.#log.add(
        assumed ? 'warning' : 'error',
        'no-tool',
        line,
        assumed
          ? 'Hits come before any tool is selected; the tools are taken in the order of the tool table.'
          : 'A hit comes while no tool is selected: its diameter is not known.',
      )
    if (assumed) return this.stops
    const missing = this.#tools.find(0)
    return missing === -1 ? this.#tools.define(0, null, line) : missing
  }
}

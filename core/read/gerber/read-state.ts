import { ProblemLog } from '#core/base/problem.ts'
import { CommandColumns } from '#core/read/gerber/command-columns.ts'
import { ConstructLog, type ConstructCode } from '#core/read/gerber/construct-log.ts'
import {
  MAX_TEXTS,
  OP_STATEMENT,
  QUADRANT_MULTI,
  QUADRANT_SINGLE,
  QUADRANT_UNSET,
  type CoordinateFormat,
  type ReadAssumptions,
} from '#core/read/gerber/gerber-commands.ts'
import { LineTable } from '#core/read/gerber/line-table.ts'
import type { Statement, Unit } from '#core/read/gerber/statement.ts'

/** Bytes per command to expect at first; the columns grow when a file is denser. */
const BYTES_PER_COMMAND = 12

/** What the pass over the bytes carries along: the columns so far and the settings that say how to read numbers. */
export class ReadState {
  readonly bytes: Uint8Array
  readonly assume: ReadAssumptions
  readonly commands: CommandColumns
  readonly lines = new LineTable()
  readonly problems = new ProblemLog()
  readonly constructs = new ConstructLog()
  readonly statements: Statement[] = []
  readonly comments: string[] = []
  readonly names: string[] = []

  unit: Unit | null = null
  firstUnit: Unit | null = null
  format: CoordinateFormat | null = null
  incremental = false
  /** Digits of a full number where trailing zeros are omitted, else 0. */
  paddedDigits = 0
  /** Counts per unit, for numbers with a decimal point. */
  countsPerUnit = 10_000
  /** Scale of Y counts where X and Y formats differ. */
  yScale = 1
  quadrant: number
  negativeImage = false
  inExtended = false
  ended = false
  /** Factor that turns counts of the previous resolution into the present one; taken by the block reader. */
  rescale = 1

  constructor(bytes: Uint8Array, assume: ReadAssumptions) {
    this.bytes = bytes
    this.assume = assume
    this.commands = new CommandColumns(Math.ceil(bytes.length / BYTES_PER_COMMAND))
    this.quadrant = assume.quadrant === undefined ? QUADRANT_UNSET : assume.quadrant === 'single' ? QUADRANT_SINGLE : QUADRANT_MULTI
    if (assume.unit) this.setUnit(assume.unit, 0)
    if (assume.integer !== undefined || assume.decimal !== undefined || assume.zeros !== undefined)
      this.setFormat({ integer: 2, decimal: 4, zeros: 'leading' }, 0)
  }

  line(at: number): number {
    return this.lines.lineAt(at)
  }

  warn(code: string, at: number, message: string): void {
    this.problems.add('warning', code, this.line(at), message)
  }

  error(code: string, at: number, message: string): void {
    this.problems.add('error', code, this.line(at), message)
  }

  construct(code: ConstructCode, at: number, count = 1): void {
    this.constructs.add(code, this.line(at), count)
  }

  state(statement: Statement, at: number): void {
    this.commands.push(OP_STATEMENT, this.statements.length, 0, at)
    this.statements.push(statement)
  }

  keepComment(text: string): void {
    if (this.comments.length < MAX_TEXTS) this.comments.push(text)
  }

  keepName(text: string): void {
    if (this.names.length < MAX_TEXTS) this.names.push(text)
  }

  /** MO, G70, G71: a later change is obeyed and reported, because readers differ on it. */
  setUnit(stated: Unit, at: number): void {
    const unit = this.assume.unit ?? stated
    if (this.unit === unit) return
    if (this.unit !== null) {
      this.construct('unit-changed', at)
      this.error(
        'unit-changed',
        at,
        `The unit changes to ${unit} inside the file; other readers may keep the first one. Export again with one unit.`,
      )
      this.rescale *= unit === 'inch' ? 1 / 25.4 : 25.4
    }
    this.unit = unit
    this.firstUnit ??= unit
    this.#stateResolution(at)
  }

  setFormat(stated: CoordinateFormat, at: number): void {
    const { assume } = this
    const format = {
      integer: assume.integer ?? stated.integer,
      decimal: assume.decimal ?? stated.decimal,
      zeros: assume.zeros ?? stated.zeros,
    }
    if (this.format && this.format.decimal !== format.decimal) this.rescale *= 10 ** (format.decimal - this.format.decimal)
    this.format = format
    this.paddedDigits = format.zeros === 'trailing' ? format.integer + format.decimal : 0
    this.countsPerUnit = 10 ** format.decimal
    this.#stateResolution(at)
  }

  setQuadrant(quadrant: number): void {
    if (this.assume.quadrant === undefined) this.quadrant = quadrant
  }

  #stateResolution(at: number): void {
    this.state({ kind: 'resolution', unit: this.unit, decimal: this.format?.decimal ?? null }, at)
  }
}

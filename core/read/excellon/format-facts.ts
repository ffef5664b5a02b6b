import type { ProblemLog } from '#core/base/problem.ts'
import type { FormatSource } from '#core/read/excellon/drill-file.ts'

export type Omitted = 'leading' | 'trailing' | 'none'

interface Said<T> {
  readonly value: T
  readonly source: FormatSource
}

/**
 * What a drill file says about its own numbers. Header commands outrank comments; the first of a kind counts, a later
 * one that contradicts it is reported.
 */
export class FormatFacts {
  unit: Said<'mm' | 'inch'> | null = null
  digits: Said<readonly [integer: number, decimal: number]> | null = null
  omitted: Said<Omitted> | null = null
  /** The file says that its numbers carry decimal points. */
  decimalPoints = false
  /** Set once a coordinate was read: a unit that changes afterwards can't be followed. */
  coordinatesSeen = false
  readonly #log: ProblemLog

  constructor(log: ProblemLog) {
    this.#log = log
  }

  sayUnit(value: 'mm' | 'inch', source: FormatSource, line: number): void {
    if (this.unit && this.unit.value !== value) {
      const level = this.coordinatesSeen ? 'error' : 'warning'
      const kept = this.coordinatesSeen || !outranks(source, this.unit.source) ? this.unit.value : value
      this.#log.add(
        level,
        'unit-contradiction',
        line,
        `The file says both ${this.unit.value} and ${value}; ${kept} is used. Check the hole positions.`,
      )
      if (this.coordinatesSeen) return
    }
    if (!this.unit || outranks(source, this.unit.source)) this.unit = { value, source }
  }

  sayDigits(integer: number, decimal: number, source: FormatSource, line: number): void {
    if (integer + decimal === 0 || integer > 8 || decimal > 8) return
    const before = this.digits
    if (before && (before.value[0] !== integer || before.value[1] !== decimal))
      this.#log.add(
        'warning',
        'format-contradiction',
        line,
        `The file gives two number formats, ${before.value.join('.')} and ${integer}.${decimal}.`,
      )
    if (!before || outranks(source, before.source)) this.digits = { value: [integer, decimal], source }
  }

  sayOmitted(value: Omitted, source: FormatSource, line: number): void {
    const before = this.omitted
    if (before && before.value !== value && before.value !== 'none' && value !== 'none')
      this.#log.add('warning', 'format-contradiction', line, `The file says that both leading and trailing zeros are left out.`)
    if (!before || outranks(source, before.source)) this.omitted = { value, source }
  }
}

const RANK: readonly FormatSource[] = ['default', 'digits', 'comment', 'decimal-point', 'header']

const outranks = (a: FormatSource, b: FormatSource): boolean => RANK.indexOf(a) > RANK.indexOf(b)

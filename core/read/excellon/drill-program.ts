import type { ProblemLog } from '#core/base/problem.ts'
import { gCode, mCode, type CodeEffect } from '#core/read/excellon/drill-codes.ts'
import type { DigitStatistics } from '#core/read/excellon/digit-statistics.ts'
import type { DrillMotion } from '#core/read/excellon/drill-motion.ts'
import type { DrillRepeat } from '#core/read/excellon/drill-repeat.ts'
import type { DrillTools } from '#core/read/excellon/drill-tools.ts'
import type { FormatFacts } from '#core/read/excellon/format-facts.ts'
import { NO_POINT, RAW_ZERO, rawNumber, type RawNumber } from '#core/read/excellon/raw-number.ts'
import { readToolWord, selectTool } from '#core/read/excellon/tool-word.ts'
import { MACHINE_LETTERS, type LineWords } from '#core/read/excellon/words.ts'

const LETTER = { A: 65, G: 71, I: 73, J: 74, M: 77, N: 78, P: 80, R: 82, T: 84, X: 88, Y: 89 } as const
interface Parts {
  readonly facts: FormatFacts
  readonly tools: DrillTools
  readonly motion: DrillMotion
  readonly repeat: DrillRepeat
  readonly digits: DigitStatistics
  readonly log: ProblemLog
}

/** Carries out the words of a drill program, line by line. */
export class DrillProgram {
  inHeader = false
  /** An end of program (M30, M00, M02) was read and nothing that drills came after it. */
  ended = false
  /** M30 was read: what follows is not part of the program. */
  finished = false
  readonly #parts: Parts
  #words: LineWords | null = null
  #line = 0
  #x: RawNumber | null = null
  #y: RawNumber | null = null
  #i: RawNumber | null = null
  #j: RawNumber | null = null
  #a: RawNumber | null = null
  #effect: CodeEffect = 'none'
  #times: number | null = null
  #explicitRapid = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  run(words: LineWords, line: number): void {
    this.#words = words
    this.#line = line
    this.#clear()
    this.#explicitRapid = false
    let k = 0
    while (k < words.count && !this.finished) k = this.#word(k)
    this.#act()
  }

  #word(k: number): number {
    const words = this.#words!
    const letter = words.letter[k]!
    switch (letter) {
      case LETTER.X:
        this.#x = this.#coordinate(k)
        break
      case LETTER.Y:
        this.#y = this.#coordinate(k)
        break
      case LETTER.I:
        this.#i = this.#number(k)
        break
      case LETTER.J:
        this.#j = this.#number(k)
        break
      case LETTER.A:
        this.#a = this.#number(k)
        break
      case LETTER.T:
        return this.#tool(k)
      case LETTER.R:
        this.#times = words.digits[k]! > 0 && words.point[k] === NO_POINT ? Math.max(0, words.value[k]!) : 0
        break
      case LETTER.G:
        this.#code(gCode(this.#value(k), this.#parts, this.#line))
        break
      case LETTER.M:
        this.#code(mCode(this.#value(k), this.#parts, this.#line))
        break
      case LETTER.N:
        break
      default:
        if (!MACHINE_LETTERS.has(letter)) this.#unknown(letter)
    }
    return k + 1
  }

  /** A code's effect decides what the coordinates around it mean. */
  #code(effect: CodeEffect): void {
    const { motion } = this.#parts
    switch (effect) {
      case 'slot':
        if (this.#x || this.#y) motion.moveTo(this.#x, this.#y)
        this.#x = this.#y = null
        this.#effect = effect
        break
      case 'rapid':
        this.#act()
        motion.lift()
        this.#explicitRapid = true
        break
      case 'plunge':
        this.#act()
        motion.plunge(this.#line)
        break
      case 'lift':
        this.#act()
        motion.lift()
        break
      case 'begin-pattern':
        this.#parts.repeat.beginPattern()
        break
      case 'end-pattern':
        this.#parts.repeat.endPattern()
        break
      case 'header':
        this.inHeader = true
        break
      case 'body':
        this.inHeader = false
        break
      case 'end':
      case 'stop':
        this.#act()
        motion.lift()
        if (effect === 'stop' && !this.inHeader) motion.stops++
        this.ended = true
        this.finished = effect === 'end'
        this.#effect = 'park'
        break
      case 'repeat-pattern':
      case 'park':
      case 'zero-set':
      case 'lost':
        this.#effect = effect
        break
      case 'none':
        break
    }
  }

  #act(): void {
    const { repeat } = this.#parts
    const [x, y, effect, times] = [this.#x, this.#y, this.#effect, this.#times]
    const arc = { i: this.#i, j: this.#j, radius: this.#a }
    this.#clear()
    if (effect === 'repeat-pattern' && !x && !y && times === null) this.ended = true
    else if (times !== null && !x && !y)
      this.#parts.log.add('warning', 'repeat-without-offset', this.#line, 'A repeat (R) gives no offset and is ignored.')
    else if (effect === 'repeat-pattern') repeat.repeatPattern(times ?? 1, x ?? RAW_ZERO, y ?? RAW_ZERO, this.#line)
    else if (times !== null) repeat.repeatHole(times, x ?? RAW_ZERO, y ?? RAW_ZERO, this.#line)
    else if (!x && !y && !(arc.i ?? arc.j)) return
    else if (effect === 'park' || effect === 'lost') return
    else if (effect === 'zero-set') this.#zeroSet(x, y)
    else this.#move(x, y, arc, effect)
  }

  #zeroSet(x: RawNumber | null, y: RawNumber | null): void {
    if ((x?.value ?? 0) === 0 && (y?.value ?? 0) === 0) return
    this.#parts.log.add(
      'warning',
      'zero-set',
      this.#line,
      'The machine zero is moved (G92, G93); coordinates are read from the old zero, as the artwork is.',
    )
  }

  #move(
    x: RawNumber | null,
    y: RawNumber | null,
    arc: { i: RawNumber | null; j: RawNumber | null; radius: RawNumber | null },
    effect: CodeEffect,
  ): void {
    const { motion, facts, log } = this.#parts
    facts.coordinatesSeen = true
    this.ended = false
    if (this.inHeader) {
      this.inHeader = false
      log.add('warning', 'header-not-closed', this.#line, 'Coordinates begin before the header is closed by "%".')
    }
    if (effect === 'slot') motion.slotTo(x, y, this.#line)
    else if (!motion.routing) {
      motion.moveTo(x, y)
      motion.hit(this.#line)
    } else if (motion.interpolation === 'rapid' && (this.#explicitRapid || !motion.down)) motion.moveTo(x, y)
    else motion.routTo(x, y, arc, this.#line)
  }

  #tool(k: number): number {
    const { number, diameter, defines, next } = readToolWord(this.#words!, k, this.#parts, this.#line)
    if (number === null) return next
    const { tools } = this.#parts
    if (this.inHeader) {
      if (defines || number !== 0) tools.define(number, diameter, this.#line)
      return next
    }
    if (defines) tools.define(number, diameter, this.#line)
    this.#act()
    selectTool(number, this.#words!.digits[k]!, this.#parts, this.#line)
    return next
  }

  #coordinate(k: number): RawNumber | null {
    const n = this.#number(k)
    if (n) this.#parts.digits.add(this.#words!, k)
    return n
  }

  #number(k: number): RawNumber | null {
    const { digits, value, point } = this.#words!
    if (digits[k] === 0) {
      this.#parts.log.add('warning', 'number-missing', this.#line, 'A coordinate letter stands without a number.')
      return null
    }
    return rawNumber(value[k]!, digits[k]!, point[k]!)
  }

  #value(k: number): number {
    return this.#words!.digits[k]! > 0 && this.#words!.point[k] === NO_POINT ? this.#words!.value[k]! : -1
  }

  #unknown(letter: number): void {
    this.#parts.log.add('warning', 'unknown-command', this.#line, `"${String.fromCharCode(letter)}" is not a drill command and is ignored.`)
  }

  #clear(): void {
    this.#x = this.#y = this.#i = this.#j = this.#a = null
    this.#effect = 'none'
    this.#times = null
  }
}

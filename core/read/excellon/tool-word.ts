import type { ProblemLog } from '#core/base/problem.ts'
import type { DrillMotion } from '#core/read/excellon/drill-motion.ts'
import type { DrillTools } from '#core/read/excellon/drill-tools.ts'
import type { FormatFacts } from '#core/read/excellon/format-facts.ts'
import { NO_POINT } from '#core/read/excellon/raw-number.ts'
import { toolDiameter } from '#core/read/excellon/tool-diameter.ts'
import { MACHINE_LETTERS, type LineWords } from '#core/read/excellon/words.ts'

interface Machine {
  readonly facts: FormatFacts
  readonly tools: DrillTools
  readonly motion: DrillMotion
  readonly log: ProblemLog
}

/** A `T` word with what belongs to it; `number` null = none was written. `defines` = more than a bare number: `T1C0.5F200S65`. */
export interface ToolWord {
  readonly number: number | null
  readonly diameter: number | null
  readonly defines: boolean
  /** The first word after it. */
  readonly next: number
}

const C = 67

/** Reads the tool word at `k` with the words that describe the tool: diameter, feed, speed, depth, hit count. */
export const readToolWord = (words: LineWords, k: number, { facts, log }: Machine, line: number): ToolWord => {
  let next = k + 1
  let diameter: number | null = null
  for (; next < words.count; next++) {
    const letter = words.letter[next]!
    if (letter === C) diameter = toolDiameter(words, next, facts.unit?.value ?? null, log, line)
    else if (!MACHINE_LETTERS.has(letter)) break
  }
  const numbered = words.digits[k]! > 0 && words.point[k] === NO_POINT && words.value[k]! >= 0
  if (!numbered) log.add('warning', 'unknown-command', line, 'A tool command has no tool number.')
  return { number: numbered ? words.value[k]! : null, diameter, defines: next > k + 1, next }
}

/** Changes to a tool; T0 puts the tool away unless the table has a tool 0. Four digits may be two of tool and two of compensation. */
export const selectTool = (number: number, digits: number, { tools, motion, log }: Machine, line: number): void => {
  const index = tools.find(number)
  const withoutCompensation = index === -1 && digits === 4 ? tools.find(Math.floor(number / 100)) : -1
  if (index !== -1) motion.select(index)
  else if (number === 0) motion.select(null)
  else if (withoutCompensation !== -1) motion.select(withoutCompensation)
  else {
    log.add('error', 'tool-undefined', line, `Tool ${number} is used but its diameter is never given.`)
    motion.select(tools.define(number, null, line))
  }
}

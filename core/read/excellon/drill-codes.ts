import type { ProblemLog } from '#core/base/problem.ts'
import type { DrillMotion } from '#core/read/excellon/drill-motion.ts'
import type { FormatFacts } from '#core/read/excellon/format-facts.ts'

/** What a G or M code asks of the program, beyond the state that it sets itself. `lost` = what it drills can't be read. */
export type CodeEffect =
  | 'none'
  | 'slot'
  | 'rapid'
  | 'plunge'
  | 'lift'
  | 'begin-pattern'
  | 'end-pattern'
  | 'repeat-pattern'
  | 'header'
  | 'body'
  | 'stop'
  | 'end'
  | 'park'
  | 'zero-set'
  | 'lost'

interface Machine {
  readonly facts: FormatFacts
  readonly motion: DrillMotion
  readonly log: ProblemLog
}

/** Codes that steer the machine without drilling anything: dwell, vision, inspection stops, clamps, tool checks, scaling. */
const SILENT_G = new Set([7, 34, 35, 36, 37, 38, 39, 40, 45, 46, 47, 48, 49, 50, 51, 52, 54, 55, 80])
const SILENT_M = new Set([3, 4, 5, 6, 8, 9, 18, 45, 47, 50, 51, 52, 60, 61, 62, 63])
const CANNED_CYCLES: Readonly<Record<number, string>> = {
  32: 'routed circle',
  33: 'routed circle',
  82: 'dual-in-line pattern',
  83: 'eight-pin pattern',
  84: 'hole circle',
}

/** Source: Excellon CNC-7 part programming, G codes; G20/G21 and G70/G71 as other controls use them. */
export const gCode = (code: number, { facts, motion, log }: Machine, line: number): CodeEffect => {
  switch (code) {
    case 0:
      motion.routing = true
      motion.interpolation = 'rapid'
      return 'rapid'
    case 1:
    case 2:
    case 3:
      motion.routing = true
      motion.interpolation = code === 1 ? 'line' : code === 2 ? 'cw' : 'ccw'
      return 'none'
    case 4:
      return 'park' // the X behind it is a time
    case 5:
    case 81:
      motion.routing = false
      return 'lift'
    case 20:
    case 70:
      facts.sayUnit('inch', 'header', line)
      return 'none'
    case 21:
    case 71:
      facts.sayUnit('mm', 'header', line)
      return 'none'
    case 41:
    case 42:
      log.add(
        'warning',
        'cutter-compensation',
        line,
        'The path is routed beside the given line (G41, G42); it is shown as written, without that offset.',
      )
      return 'none'
    case 85:
    case 87:
      return 'slot'
    case 90:
    case 91:
      motion.incremental = code === 91
      return 'none'
    case 92:
    case 93:
      return 'zero-set'
  }
  if (SILENT_G.has(code)) return 'none'
  const cycle = CANNED_CYCLES[code]
  if (cycle) {
    log.add('error', 'canned-cycle', line, `G${code} drills a ${cycle}, which is not read: these holes are missing. Export plain hits.`)
    return 'lost'
  }
  log.add('warning', 'unknown-command', line, code < 0 ? 'A G stands without a code.' : `G${code} is not a drill command and is ignored.`)
  return 'none'
}

/** Source: Excellon CNC-7 part programming, M codes. */
export const mCode = (code: number, { facts, log }: Machine, line: number): CodeEffect => {
  switch (code) {
    case 0:
      return 'stop'
    case 1:
      return 'end-pattern'
    case 2:
      return 'repeat-pattern'
    case 14:
    case 15:
      return 'plunge'
    case 16:
    case 17:
      return 'lift'
    case 25:
    case 31:
      return 'begin-pattern'
    case 30:
      return 'end'
    case 48:
      return 'header'
    case 95:
      return 'body'
    case 70:
    case 80:
    case 90:
      log.add(
        'error',
        'mirrored-pattern',
        line,
        `A pattern is repeated swapped or mirrored (M${code}), which is not read: its holes are missing.`,
      )
      return 'lost'
    case 71:
      facts.sayUnit('mm', 'header', line)
      return 'none'
    case 72:
      facts.sayUnit('inch', 'header', line)
      return 'none'
    case 97:
    case 98:
    case 99:
      log.add('warning', 'drilled-text', line, `M${code} drills a text or stored pattern; these holes are not shown.`)
      return 'lost'
  }
  if (SILENT_M.has(code)) return 'none'
  log.add('warning', 'unknown-command', line, code < 0 ? 'An M stands without a code.' : `M${code} is not a drill command and is ignored.`)
  return 'none'
}

import type { ProblemLog } from '#core/base/problem.ts'
import type { DrillMotion } from '#core/read/excellon/drill-motion.ts'
import type { FormatFacts } from '#core/read/excellon/format-facts.ts'

/** Header words that say nothing about the holes. Source: Excellon CNC-7 part programming, "Header commands". */
const SILENT = new Set(
  'AFS ATC BLKD CCW CP DETECT DN DTMDIST EXDA FMAT FSB HBCK HPCK NCSL OM48 OSTOP OTCLMP PCKPARAM PF PPR PVS RC RCP RCR RD RH RS RTSET SBK SG SIXM TCST UP VER ZA ZC ZS Z LM48'.split(
    ' ',
  ),
)

interface Machine {
  readonly facts: FormatFacts
  readonly motion: DrillMotion
  readonly log: ProblemLog
}

const sayDetails = (details: readonly string[], { facts, log }: Machine, line: number): void => {
  for (const detail of details) {
    const mask = /^(0+)\.(0+)$/.exec(detail)
    if (detail === 'TZ') facts.sayOmitted('leading', 'header', line)
    else if (detail === 'LZ') facts.sayOmitted('trailing', 'header', line)
    else if (mask) facts.sayDigits(mask[1]!.length, mask[2]!.length, 'header', line)
    else if (detail !== '')
      log.add('warning', 'unknown-command', line, `"${detail.slice(0, 20)}" is not a number format that drill files know.`)
  }
}

/**
 * Reads a command written in words: `INCH,TZ`, `METRIC,LZ,000.000`, `ICI,ON`, `FMAT,2`, and `M71,TZ`.
 * TZ = trailing zeros are written, so leading ones may be missing; LZ the other way round.
 * @returns false when it isn't a drill command
 */
export const readHeaderWords = (text: string, machine: Machine, line: number): boolean => {
  const [command = '', ...details] = text
    .toUpperCase()
    .split(/[,;]/)
    .map((part) => part.trim())
  if (command === 'INCH' || command === 'M72') {
    machine.facts.sayUnit('inch', 'header', line)
    sayDetails(details, machine, line)
  } else if (command === 'METRIC' || command === 'MM' || command === 'M71') {
    machine.facts.sayUnit('mm', 'header', line)
    sayDetails(details, machine, line)
  } else if (command === 'TZ' || command === 'LZ') sayDetails([command], machine, line)
  else if (command === 'ICI') machine.motion.incremental = details[0] === 'ON'
  else return SILENT.has(command.replace(/\s.*$/, ''))
  return true
}

import { ProblemLog } from '#core/base/problem.ts'
import { decodeDrillBytes } from '#core/read/excellon/decode-bytes.ts'
import { DigitStatistics } from '#core/read/excellon/digit-statistics.ts'
import { DrillComments } from '#core/read/excellon/drill-comments.ts'
import type { DrillFile, FormatSource } from '#core/read/excellon/drill-file.ts'
import { readDrillLines } from '#core/read/excellon/drill-lines.ts'
import { DrillMotion } from '#core/read/excellon/drill-motion.ts'
import { DrillProgram } from '#core/read/excellon/drill-program.ts'
import { DrillRepeat } from '#core/read/excellon/drill-repeat.ts'
import { DrillTools } from '#core/read/excellon/drill-tools.ts'
import { formatCandidates, zeroModeDoubtful } from '#core/read/excellon/format-candidates.ts'
import { FormatFacts } from '#core/read/excellon/format-facts.ts'
import { rawExtent } from '#core/read/excellon/raw-extent.ts'

/**
 * Reads an Excellon drill or route file of any dialect; digits stay as written and the formats that fit are listed.
 * Never fails: what can't be read is in `problems`. Time and memory are linear in the bytes, repeats are capped.
 * @source Excellon CNC-7 part programming; XNC format specification 2019.07; CAD dialects as met in the field
 */
export const readDrill = (source: Uint8Array): DrillFile => {
  const log = new ProblemLog()
  const { bytes, code } = decodeDrillBytes(source)
  if (code !== 'ascii')
    log.add(
      'info',
      'punched-tape-code',
      0,
      code === 'eia' ? 'The file is in punched-tape code EIA RS-244.' : 'The file is ASCII with parity bits.',
    )
  const facts = new FormatFacts(log)
  const tools = new DrillTools(log)
  const comments = new DrillComments(facts, tools)
  const digits = new DigitStatistics()
  const motion = new DrillMotion(tools, log)
  const program = new DrillProgram({ facts, tools, motion, repeat: new DrillRepeat(motion, log), digits, log })
  readDrillLines(bytes, { facts, motion, comments, program, log })
  motion.lift()

  const wholeUnits = digits.wholeUnits(facts.decimalPoints)
  if (wholeUnits && digits.plain > 0 && digits.pointed > 0)
    log.add(
      'warning',
      'mixed-decimals',
      0,
      `${digits.plain} coordinates have no decimal point although the others do; they are read as whole units.`,
    )
  const commands = motion.columns.finish(wholeUnits)
  const omitted = facts.omitted?.value ?? null
  if (zeroModeDoubtful(omitted, digits))
    log.add(
      'warning',
      'zero-mode-doubtful',
      0,
      `The file says that ${omitted} zeros are left out, but its numbers look the other way round. Check the hole positions.`,
    )
  if (!program.ended) log.add('warning', 'missing-end', 0, 'The file does not end with M30 or M00; it may be cut off.')
  const toolTable = tools.finish()
  return {
    declared: {
      unit: facts.unit?.value ?? null,
      integer: facts.digits?.value[0] ?? null,
      decimal: facts.digits?.value[1] ?? null,
      omitted,
      source: sourceOf(facts, wholeUnits, digits),
    },
    allDecimal: wholeUnits || (digits.pointed > 0 && digits.plain === 0),
    candidates: formatCandidates({ facts, digits, extent: rawExtent(commands), tools: toolTable, wholeUnits }),
    tools: toolTable,
    commands,
    fileAttributes: comments.fileAttributes,
    comments: comments.texts,
    generator: comments.generator,
    ended: program.ended,
    problems: log.list(),
  }
}

const sourceOf = (facts: FormatFacts, wholeUnits: boolean, digits: DigitStatistics): FormatSource => {
  if (wholeUnits) return 'decimal-point'
  const said = facts.digits?.source ?? facts.omitted?.source ?? facts.unit?.source
  if (said) return said
  return digits.plain > 0 ? 'digits' : 'default'
}

import { defineCheck, none } from '#core/checks/define-check.ts'
import type { DrillReading } from '#core/identify/identified-file.ts'
import type { DrillFormat } from '#core/read/excellon/drill-file.ts'

/** A reading counts as good when this share of its hits lands on copper or, without copper there, inside the board. */
const GOOD = 0.5
/** The runner-up must stay below this part of the winner's share. */
const DECISIVE = 0.8

const formatText = ({ unit, integer, decimal, omitted }: DrillFormat): string =>
  `${integer}.${decimal} ${unit}, ${omitted === 'none' ? 'all zeros written' : `${omitted} zeros omitted`}`

const shareOf = (reading: DrillReading): number => Math.max(reading.onCopper, reading.insideBoard) / Math.max(1, reading.hits)

export const excellonFormatAmbiguity = defineCheck({
  id: 'excellon_format_ambiguity',
  title: 'Drill file units, zeros or digits ambiguous',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['drill', 'copper'],
  limits: { readings: none('A drill file has exactly one plausible reading') },
  why: 'Read with another unit or zero rule, every hole moves; the fab has to guess like we do.',
  fix: 'Write METRIC,TZ (or decimal points) and the tool sizes into the drill header, or export the drills as X2 Gerber.',
  source: 'Excellon format; XNC Format Specification 2021.11, 3',
  messages: {
    noFit: 'read as {format}, only {share} % of {hits} hits meet copper or lie on the board',
    twoFit: '{format} ({share} %) and {other} ({otherShare} %) both fit',
    undeclared: 'the file does not say its format; {format} fits best ({share} % of {hits} hits)',
  },
  run(board, _measures, report) {
    for (const file of board.files) {
      const reading = file.drillReading
      if (!reading || reading.hits === 0) continue
      const share = shareOf(reading)
      const flag = {
        limit: 'readings',
        value: 1,
        at: null,
        always: true,
        files: [{ path: file.path, line: 0 }],
        values: {
          format: formatText(reading.format),
          share: String(Math.round(share * 100)),
          hits: String(reading.hits),
          other: reading.runnerUp ? formatText(reading.runnerUp.format) : '',
          otherShare: reading.runnerUp ? String(Math.round((reading.runnerUp.onCopper / reading.hits) * 100)) : '',
        },
      } as const
      const rival = reading.runnerUp ? reading.runnerUp.onCopper / reading.hits : 0
      // Holes beside copper lie on the board or not: without an outline nothing speaks against what the file declares.
      if (share < GOOD && reading.declared && !board.outline.box) continue
      if (share < GOOD) report({ ...flag, message: 'noFit', severity: reading.declared ? 'warning' : 'error' })
      else if (!reading.declared && rival >= GOOD && rival > DECISIVE * share) report({ ...flag, message: 'twoFit' })
      else if (!reading.declared) report({ ...flag, message: 'undeclared', severity: 'info' })
    }
  },
})

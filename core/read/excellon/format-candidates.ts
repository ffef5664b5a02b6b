import { NM_PER_INCH, NM_PER_MM } from '#core/base/units.ts'
import type { DigitStatistics } from '#core/read/excellon/digit-statistics.ts'
import type { DrillFormat, DrillTool } from '#core/read/excellon/drill-file.ts'
import type { FormatFacts, Omitted } from '#core/read/excellon/format-facts.ts'
import { extentIn, type RawExtent } from '#core/read/excellon/raw-extent.ts'

type Digits = readonly [integer: number, decimal: number]

/** Number formats in the order of how often CAD tools write them without saying so. */
const USUAL: Readonly<Record<'mm' | 'inch', readonly Digits[]>> = {
  inch: [[2, 4], [2, 3], [2, 5], [2, 6], [3, 3], [3, 5], [1, 6]], // prettier-ignore
  mm: [[3, 3], [4, 4], [3, 2], [4, 2], [3, 5], [4, 3], [2, 4], [4, 6]], // prettier-ignore
}

/** A board is rarely smaller or larger than this; the larger side counts. */
const SMALLEST_MM = 4
const LARGEST_MM = 620
const FARTHEST_MM = 1600
/** Readings further off than this (decades) are dropped while better ones exist. */
const IMPLAUSIBLE = 0.75
const MAX_CANDIDATES = 8

export interface FormatEvidence {
  readonly facts: FormatFacts
  readonly digits: DigitStatistics
  readonly extent: RawExtent
  readonly tools: readonly DrillTool[]
  readonly wholeUnits: boolean
}

/** @returns both units or the only possible one, likelier first */
const unitsOf = ({ facts, tools, extent, wholeUnits }: FormatEvidence): readonly ('mm' | 'inch')[] => {
  if (facts.unit) return [facts.unit.value]
  const diameters = tools
    .filter(({ unit, diameter }) => unit === null && diameter !== null && diameter > 0)
    .map(({ diameter }) => diameter!)
  const largest = Math.max(0, ...diameters)
  if (largest > 1) return ['mm']
  if (largest > 0 && largest < 0.08) return ['inch']
  if (largest > 0) return largest > 0.5 ? ['mm', 'inch'] : ['inch', 'mm']
  const reach = Math.max(...['x' as const, 'y' as const].map((axis) => Math.abs(extentIn(extent[axis], 'none', 0, 0)?.[1] ?? 0)))
  return wholeUnits && reach > 25 ? ['mm', 'inch'] : ['inch', 'mm']
}

/** Which zero modes the digits themselves allow, likelier first. */
const modesByDigits = ({ longest, shortest, leadingZeros, trailingZeros }: DigitStatistics): readonly Omitted[] => {
  if (longest === shortest || longest === 0) return ['none', 'trailing']
  if (leadingZeros > 0) return trailingZeros > leadingZeros ? ['leading', 'trailing'] : ['trailing', 'leading']
  return ['leading', 'trailing']
}

/** @returns true when the digits speak against the zero mode that the file declares */
export const zeroModeDoubtful = (declared: Omitted | null, d: DigitStatistics): boolean => {
  if (d.plain < 8 || d.longest === d.shortest) return false
  if (declared === 'leading') return d.leadingZeros > d.plain / 2 && d.trailingZeros === 0
  return declared === 'trailing' && d.leadingZeros === 0 && d.trailingZeros > d.plain / 2
}

/** How far off a reading is, in decades; 0 = plausible. */
const implausibility = (format: DrillFormat, { extent, digits, tools }: FormatEvidence): number => {
  const unitMm = format.unit === 'mm' ? 1 : NM_PER_INCH / NM_PER_MM
  const [x, y] = [extent.x, extent.y].map((axis) => extentIn(axis, format.omitted, format.integer, format.decimal))
  if (!x || !y) return 0
  const size = Math.max(x[1] - x[0], y[1] - y[0]) * unitMm
  const reach = Math.max(...x.map(Math.abs), ...y.map(Math.abs)) * unitMm
  const largestTool = Math.max(0, ...tools.map((tool) => (tool.diameter ?? 0) * ((tool.unit ?? format.unit) === 'mm' ? 1 : 25.4)))
  const tooLarge = Math.max(0, Math.log10(size / LARGEST_MM), Math.log10(reach / FARTHEST_MM))
  const tooSmall = size > 0 ? Math.max(0, Math.log10(Math.max(SMALLEST_MM, largestTool) / size)) : 0
  const overlong = format.omitted !== 'leading' && digits.longest > format.integer + format.decimal ? 0.5 : 0
  return tooLarge + tooSmall + overlong
}

/**
 * Readings of a drill file's numbers that fit what it says and how its digits look, best first, never empty, at most 8.
 * One only when unit, digits and zero mode leave no doubt. Formats that scale alike are listed once.
 */
export const formatCandidates = (evidence: FormatEvidence): readonly DrillFormat[] => {
  const { facts, digits, wholeUnits } = evidence
  const units = unitsOf(evidence)
  if (wholeUnits || digits.plain === 0) {
    const [integer, decimal] =
      facts.digits?.value ?? (wholeUnits ? [Math.max(1, digits.mostInteger), digits.mostDecimal] : USUAL[units[0]!][0]!)
    const readings = units.map((unit): DrillFormat => ({ unit, integer, decimal, omitted: facts.omitted?.value ?? 'none' }))
    return wholeUnits ? ranked(readings, evidence) : readings.slice(0, 1)
  }
  const declared = facts.omitted?.value ?? null
  const other: Omitted = declared === 'trailing' ? 'leading' : 'trailing'
  const modes = declared === null ? modesByDigits(digits) : zeroModeDoubtful(declared, digits) ? [declared, other] : [declared]
  const readings: DrillFormat[] = []
  for (const unit of units)
    for (const omitted of modes)
      for (const [integer, decimal] of facts.digits ? [facts.digits.value] : USUAL[unit]) {
        const allWritten = digits.shortest === digits.longest && digits.longest === integer + decimal
        readings.push({ unit, integer, decimal, omitted: allWritten && declared === null ? 'none' : omitted })
      }
  return ranked(readings, evidence)
}

const ranked = (readings: readonly DrillFormat[], evidence: FormatEvidence): readonly DrillFormat[] => {
  const { digits } = evidence
  const allWritten = ({ integer, decimal }: DrillFormat) => digits.shortest === digits.longest && digits.longest === integer + decimal
  const scored = readings.map((format, order) => ({
    format,
    order,
    off: implausibility(format, evidence) + (allWritten(format) ? 0 : 0.05),
  }))
  scored.sort((a, b) => a.off - b.off || a.order - b.order)
  const kept = scored.filter(({ off }, k) => k === 0 || off < IMPLAUSIBLE)
  const seen = new Set<string>()
  const distinct = kept.filter(({ format: { unit, integer, decimal, omitted } }) => {
    // numbers of one length place the point alike whether counted from the front or from the back
    const even = digits.shortest === digits.longest
    const decimals = omitted !== 'trailing' ? decimal : digits.longest - integer
    const key = evidence.wholeUnits ? unit : even || omitted !== 'trailing' ? `${unit} .${decimals}` : `${unit} ${integer}.`
    return !seen.has(key) && seen.add(key)
  })
  return distinct.slice(0, MAX_CANDIDATES).map(({ format }) => format)
}

import type { Claim } from '#core/identify/claim.ts'
import type { DrillFacts } from '#core/identify/drill-facts.ts'
import type { Candidate } from '#core/identify/identify.ts'
import type { DrillReading, Evidence, IdentifiedFile, Role } from '#core/identify/identified-file.ts'
import { SURE_ENOUGH } from '#core/identify/identified-file.ts'
import type { CopperOrder } from '#core/identify/order-copper.ts'

const WEIGHT: readonly Evidence['from'][] = ['user', 'attribute', 'job', 'content', 'name']

const toEvidence = ({ from, says, role, side, rank, rankFrom }: Claim): Evidence => ({
  from,
  says,
  role,
  side,
  order: rankFrom === 'absolute' ? rank : null,
})

const NOT_IMAGED: Partial<Record<Role, string>> = {
  drawing: 'a drawing for people, not a layer of the board',
  mechanical: 'a mechanical layer: shown, not imaged',
  courtyard: 'component courtyards: not imaged',
  unknown: 'nothing in the file or its name says what it is for: choose a role',
}

/** Just below `SURE_ENOUGH`: the role is right as far as known, but the order or the plating needs the user. */
const DOUBTFUL = SURE_ENOUGH - 0.05

/** Puts everything found about a file into the shape that others use. */
export const toIdentified = (
  c: Candidate,
  order: CopperOrder | null,
  drill: DrillFacts | null,
  reading: DrillReading | null,
): IdentifiedFile => {
  const { read, verdict, override } = c
  const doubts = override ? [] : (order?.doubts ?? [])
  const plating = drill === null ? null : (override?.plating ?? drill.plating)
  const empty = read.gerber !== null && read.gerber.plotted.objects.count === 0
  const reason = read.kind ?? NOT_IMAGED[verdict.role] ?? (empty ? 'holds no artwork' : null)
  return {
    path: read.path,
    sha256: read.sha256,
    bytes: read.bytes,
    format: read.format,
    role: verdict.role,
    side:
      order?.side ?? verdict.side ?? (verdict.role === 'drill' || verdict.role === 'route' || verdict.role === 'outline' ? 'both' : null),
    order: override?.order ?? order?.order ?? null,
    plating,
    span: drill?.span ?? null,
    sureness: doubts.length > 0 ? Math.min(verdict.sureness, DOUBTFUL) : verdict.sureness,
    evidence: [...c.claims].sort((a, b) => WEIGHT.indexOf(a.from) - WEIGHT.indexOf(b.from) || b.weight - a.weight).map(toEvidence),
    conflicts: [...verdict.conflicts, ...doubts, ...(drill?.conflicts ?? []), ...formatConflict(reading)],
    reason,
    problems: [...read.notes, ...(read.gerber?.problems ?? read.drill?.problems ?? read.job?.problems ?? read.netlist?.problems ?? [])],
    gerber: read.gerber,
    others: read.others,
    drill: read.drill,
    drillReading: reading,
    job: read.job,
    netlist: read.netlist,
  }
}

const formatConflict = (reading: DrillReading | null): string[] => {
  if (!reading || reading.declared || !reading.runnerUp || reading.hits === 0) return []
  const text = (f: DrillReading['format']): string =>
    `${f.unit} ${f.integer}.${f.decimal}, ${f.omitted === 'none' ? 'all' : f.omitted === 'leading' ? 'trailing' : 'leading'} zeros kept`
  return reading.runnerUp.onCopper >= 0.8 * reading.onCopper && reading.runnerUp.onCopper > 0
    ? [
        `the numbers fit the pads about as well when read as ${text(reading.runnerUp.format)} (${reading.runnerUp.onCopper} of ${reading.hits} holes) as when read as ${text(reading.format)} (${reading.onCopper})`,
      ]
    : []
}

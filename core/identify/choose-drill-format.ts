import type { Box } from '#core/base/box.ts'
import type { DrillReading } from '#core/identify/identified-file.ts'
import type { PointIndex } from '#core/identify/point-index.ts'
import type { DrillFile, DrillFormat, DrillHoles } from '#core/read/excellon/drill-file.ts'
import { plotDrill } from '#core/read/excellon/plot-drill.ts'

/** What the copper tells about where holes may be. */
export interface DrillWitness {
  /** Places of flashes on copper and mask layers. */
  readonly pads: readonly PointIndex[]
  /** Extent of the copper or of the outline, nm; null when there is none. */
  readonly board: Box | null
}

interface Scored {
  readonly format: DrillFormat
  readonly holes: DrillHoles
  readonly onCopper: number
  readonly inside: number
  readonly score: number
}

const MOST_HITS_LOOKED_AT = 5000
/** A tool outside this range under a format speaks against the format, nm. */
const SMALLEST_TOOL = 30_000
const LARGEST_TOOL = 60_000_000

const scoreFormat = (drill: DrillFile, format: DrillFormat, witness: DrillWitness): Scored => {
  const { holes } = plotDrill(drill, format)
  const step = Math.max(1, Math.floor(holes.count / MOST_HITS_LOOKED_AT))
  let asked = 0
  let onCopper = 0
  let inside = 0
  let oddTools = 0
  const box = witness.board
  for (let i = 0; i < holes.count; i += step) {
    asked++
    const x = (holes.x0[i]! + holes.x1[i]!) / 2
    const y = (holes.y0[i]! + holes.y1[i]!) / 2
    if (witness.pads.some((pads) => pads.has(x, y) || pads.has(holes.x0[i]!, holes.y0[i]!))) onCopper++
    if (box && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) inside++
    const d = holes.diameter[i]!
    if (d !== 0 && (d < SMALLEST_TOOL || d > LARGEST_TOOL)) oddTools++
  }
  const scale = asked === 0 ? 0 : holes.count / asked
  const share = asked === 0 ? 0 : (onCopper + 0.3 * inside - 0.5 * oddTools) / asked
  return { format, holes, onCopper: Math.round(onCopper * scale), inside: Math.round(inside * scale), score: share }
}

/** How much better another format must hit than the one that the file declares, to be preferred to it. */
const MARGIN = 0.4
const MOST_FORMATS = 24

/**
 * Chooses how the numbers of a drill file are to be read: as declared, unless that misses the copper and another reading
 * hits it. Files without a statement are judged by their hits alone.
 * @param preferred a format the user chose; taken as it is
 */
export const chooseDrillFormat = (
  drill: DrillFile,
  witness: DrillWitness,
  preferred: DrillFormat | undefined,
): { reading: DrillReading; holes: DrillHoles } => {
  const candidates = preferred ? [preferred] : drill.candidates.slice(0, MOST_FORMATS)
  const scored = candidates.map((format) => scoreFormat(drill, format, witness))
  const declaredFirst = scored[0]!
  const best = scored.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a))
  const declared = drill.declared.unit !== null && candidates.length === 1
  const chosen =
    best.score > declaredFirst.score + (drill.declared.source === 'default' || drill.declared.unit === null ? 0.05 : MARGIN)
      ? best
      : declaredFirst
  const others = scored.filter((s) => s !== chosen && !samePlaces(s.holes, chosen.holes)).sort((a, b) => b.score - a.score)
  return {
    holes: chosen.holes,
    reading: {
      format: chosen.format,
      hits: chosen.holes.count,
      onCopper: chosen.onCopper,
      insideBoard: chosen.inside,
      declared,
      runnerUp: others[0] ? { format: others[0].format, onCopper: others[0].onCopper } : null,
    },
  }
}

const samePlaces = (a: DrillHoles, b: DrillHoles): boolean => {
  if (a.count !== b.count) return false
  for (let i = 0; i < a.count; i++) if (a.x0[i] !== b.x0[i] || a.y0[i] !== b.y0[i] || a.diameter[i] !== b.diameter[i]) return false
  return true
}

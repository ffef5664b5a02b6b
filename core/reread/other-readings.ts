import type { Problem } from '#core/base/problem.ts'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import type { GerberLayer } from '#core/interpret/plotted-layer.ts'
import type { ReadAssumptions } from '#core/read/gerber/gerber-commands.ts'
import type { OtherReading } from '#core/reread/other-reading.ts'
import { isWithinReach, secondReading } from '#core/reread/second-reading.ts'

/** Coordinate formats that exporters without a format statement used. */
const FORMATS: readonly (readonly [integer: number, decimal: number])[] = [
  [2, 3],
  [2, 4],
  [2, 5],
  [2, 6],
  [3, 3],
  [4, 4],
]

/** A second reader is a hundred times slower than ours: beyond this a file is left to the assumptions alone. */
const SECOND_READER_BYTES = 512 * 1024

interface Assumed {
  readonly kind: OtherReading['kind']
  readonly says: string
  readonly assume: ReadAssumptions
}

const assumptionsFor = (layer: GerberLayer): Assumed[] => {
  const codes = new Set(layer.problems.map((p) => p.code))
  const assumed: Assumed[] = []
  if (codes.has('quadrant-not-set')) {
    for (const quadrant of ['single', 'multi'] as const)
      assumed.push({ kind: 'quadrant', says: `its arcs read in ${quadrant} quadrant mode`, assume: { quadrant } })
  }
  if (codes.has('missing-unit')) assumed.push({ kind: 'unit', says: 'read in millimetres', assume: { unit: 'mm' } })
  if (codes.has('unit-changed')) {
    for (const unit of ['mm', 'inch'] as const)
      assumed.push({ kind: 'unit', says: `read in ${unit === 'mm' ? 'millimetres' : 'inches'} from first to last`, assume: { unit } })
  }
  if (codes.has('missing-format')) {
    for (const [integer, decimal] of FORMATS)
      for (const zeros of ['leading', 'trailing'] as const)
        assumed.push({
          kind: 'format',
          says: `read as ${integer}.${decimal} digits with ${zeros} zeros left out`,
          assume: { integer, decimal, zeros },
        })
  }
  return assumed
}

const errorsIn = (problems: readonly Problem[]): number => problems.filter((p) => p.level === 'error').length

/**
 * Reads a Gerber file again in every other way that its text leaves open: quadrant mode, unit, format, and by an independent
 * reader. A file that follows the format leaves nothing open and costs nothing.
 * @returns the other images, possibly the same as the first; empty for a file without doubt
 */
export const otherReadings = (bytes: Uint8Array, layer: GerberLayer): readonly OtherReading[] => {
  if (layer.plotted.prims.count === 0) return []
  const others: OtherReading[] = []
  for (const { kind, says, assume } of assumptionsFor(layer)) {
    const { plotted, problems } = interpretGerber(bytes, { assume })
    // A reading that runs into errors of its own, such as arcs that miss their ends, is not what was meant.
    if (errorsIn(problems) > errorsIn(layer.problems)) continue
    others.push({ kind, says, prims: plotted.prims, rings: plotted.rings, bounds: plotted.bounds })
  }
  const inDoubt = layer.problems.some((p) => p.level !== 'info')
  if (inDoubt && bytes.length <= SECOND_READER_BYTES && isWithinReach(layer)) {
    const second = secondReading(bytes)
    if (second) others.push(second)
  }
  return others
}

import { allChecks } from '#core/checks/index.ts'
import type { CheckCategory, CheckDefinition } from '#core/checks/check.ts'

const placeOf = new Map(allChecks.map((check, place) => [check.id, place]))

/** @returns outcomes, or what else has a check's id, in catalogue order; checks that no longer exist come last */
export const inCatalogueOrder = <T>(items: readonly T[], idOf: (item: T) => string): readonly T[] =>
  items.toSorted((a, b) => (placeOf.get(idOf(a)) ?? placeOf.size) - (placeOf.get(idOf(b)) ?? placeOf.size))

/**
 * Two threads come from both ends, and each measures for itself: checks that need the same measures stand together. Copper
 * comes first, mask and legend last, and in the middle what is quick, so that neither thread waits for the other's last.
 */
const SEQUENCE: readonly CheckCategory[] = [
  'copper_geometry',
  'plane_thermal',
  'connectivity',
  'file_package',
  'panel',
  'drill_via',
  'mechanical_outline',
  'solder_paste',
  'solder_mask',
  'silkscreen',
]

/** @returns numbers of the checks in the order in which one thread takes them; a second one comes from the other end */
export const checkOrder = (checks: readonly CheckDefinition[]): readonly number[] => {
  const place = (index: number): number => SEQUENCE.indexOf(checks[index]!.category)
  return [...checks.keys()].sort((a, b) => place(a) - place(b) || a - b)
}

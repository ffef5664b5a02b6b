import { allChecks } from '#core/checks/index.ts'
import type { CheckDefinition } from '#core/checks/check.ts'

const placeOf = new Map(allChecks.map((check, place) => [check.id, place]))

/** @returns outcomes, or what else has a check's id, in catalogue order; checks that no longer exist come last */
export const inCatalogueOrder = <T>(items: readonly T[], idOf: (item: T) => string): readonly T[] =>
  items.toSorted((a, b) => (placeOf.get(idOf(a)) ?? placeOf.size) - (placeOf.get(idOf(b)) ?? placeOf.size))

/** @returns numbers of the checks in the order in which one thread takes them; a second one comes from the other end */
export const checkOrder = (checks: readonly CheckDefinition[]): readonly number[] => [...checks.keys()]

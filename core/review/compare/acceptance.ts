import type { DiffShape, ExpectedEdit } from '#core/ipc/compare.ipc.ts'

/** What is left to look at once kinds of expected edits are accepted. */
export interface Acceptance {
  readonly differences: number
  readonly accepted: number
  /** Nothing differs, or only in accepted ways. */
  readonly isFine: boolean
  /** "2 of 11 layers differ · 12 differences, 9 accepted". */
  readonly says: string
}

export const EXPECTED_NAMES: Readonly<Record<ExpectedEdit, string>> = {
  'panel-frame': 'Panel frame',
  'mouse-bites': 'Mouse bites',
  'order-number': 'Order number',
  'drill-compensation': 'Drill compensation',
}

type Compared = Pick<DiffShape, 'says' | 'isSameBoard' | 'differences' | 'expected'> & {
  readonly alignment: Pick<DiffShape['alignment'], 'mirrored'>
}

/** @returns how a comparison stands when some kinds of edits are accepted */
export const acceptanceOf = (
  { says, isSameBoard, differences, expected, alignment }: Compared,
  kinds: readonly ExpectedEdit[],
): Acceptance => {
  const accepted = expected.filter((e) => kinds.includes(e.kind)).reduce((sum, e) => sum + e.count, 0)
  const isFine = isSameBoard || (accepted === differences && !alignment.mirrored)
  if (differences === 0) return { differences, accepted, isFine, says }
  const counted = differences === 1 ? '1 difference' : `${differences} differences`
  const tail = accepted === 0 ? '' : accepted < differences ? `, ${accepted} accepted` : differences === 1 ? ', accepted' : ', all accepted'
  return { differences, accepted, isFine, says: `${says} · ${counted}${tail}` }
}

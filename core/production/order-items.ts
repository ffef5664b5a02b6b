import type { ProductionItem } from '#core/provider/provider.ts'

/** Time of the last change as a number that sorts; what has no time comes last. */
const timeOf = (item: ProductionItem): number => {
  const at = Date.parse(item.changedAt ?? '')
  return Number.isNaN(at) ? -Infinity : at
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** @returns the items newest first; equal times by kind and id, so that the list stands still between readings */
export const newestFirst = (items: readonly ProductionItem[]): readonly ProductionItem[] =>
  [...items].sort((a, b) => {
    const [at, bt] = [timeOf(a), timeOf(b)]
    return at === bt ? compare(a.kind, b.kind) || compare(a.id, b.id) : bt > at ? 1 : -1
  })

import type { ComparisonShape } from '#core/ipc/order-shapes.ts'
import type { Analysis } from '#core/provider/ordering.ts'

type Counts = ComparisonShape['ours']

/** @returns findings counted by check and severity, by check id */
export const countFindings = (findings: readonly { readonly checkId: string; readonly severity: string }[]): Counts => {
  const counts = new Map<string, { checkId: string; severity: string; count: number }>()
  for (const { checkId, severity } of findings) {
    const key = `${checkId} ${severity}`
    const before = counts.get(key)
    if (before) before.count++
    else counts.set(key, { checkId, severity, count: 1 })
  }
  return [...counts.values()].sort((a, b) => (a.checkId < b.checkId ? -1 : a.checkId > b.checkId ? 1 : a.severity < b.severity ? -1 : 1))
}

const perCheck = (counts: Counts): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { checkId, count } of counts) sums.set(checkId, (sums.get(checkId) ?? 0) + count)
  return sums
}

/** Lays the server's review beside ours, check by check. */
export const compareReviews = (ours: Counts, analysis: Analysis): ComparisonShape => {
  const theirs = countFindings(analysis.issues)
  const [we, they] = [perCheck(ours), perCheck(theirs)]
  const differences = [...new Set([...we.keys(), ...they.keys()])].sort().flatMap((id) => {
    const [a, b] = [we.get(id) ?? 0, they.get(id) ?? 0]
    return a === b ? [] : [`${id}: ${a} here, ${b} there`]
  })
  return { runId: analysis.runId, theirs, ours: [...ours], differences }
}

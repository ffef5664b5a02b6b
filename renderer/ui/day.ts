/** @returns the day of an ISO 8601 moment as people write it: "20 Feb 2026"; what is no moment stays as it is */
export const dayText = (moment: string): string => {
  const at = new Date(moment)
  return Number.isNaN(at.getTime())
    ? moment
    : at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
}

/** @returns a day for a date field, `2026-02-20`; @param daysAgo 0 = today */
export const dayValue = (now: number, daysAgo = 0): string => new Date(now - daysAgo * 86_400_000).toISOString().slice(0, 10)

/** One budget of the design and how it stands; `measured` and `allowed` in `unit`. */
export interface BudgetLine {
  readonly what: string
  readonly measured: number
  readonly allowed: number
  /** `most`: measured must not be above; `least`: not below. */
  readonly bound: 'most' | 'least'
  readonly unit: string
}

export const isMet = (line: BudgetLine): boolean => (line.bound === 'most' ? line.measured <= line.allowed : line.measured >= line.allowed)

/** @returns how much of the budget is used: at most 1 is within it */
export const usedShare = (line: BudgetLine): number => (line.bound === 'most' ? line.measured / line.allowed : line.allowed / line.measured)

/** What a review of so many bytes of Gerber may take at its peak. */
export const allowedMemory = (gerberBytes: number): number => 12 * gerberBytes + 150e6

/** Time and memory may grow by this factor for ten times the objects. */
export const MOST_GROWTH = 13

/** Whole process and warm, by package, ms. The last one is stated for a warm pool of two threads. */
export const REVIEW_BUDGETS: Readonly<Record<string, { readonly process: number; readonly warm: number }>> = {
  'sample board': { process: 500, warm: 100 },
  'stickhub (2 layers)': { process: 500, warm: 100 },
  'ColdFire (4 layers)': { process: 900, warm: 350 },
  'LimeSDR-QPCIe (14 layers)': { process: 5000, warm: 2600 },
}

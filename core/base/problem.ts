/** How much a problem in a file matters: `error` = something is lost or doubtful, `warning` = tolerated deviation, `info` = worth knowing. */
export type ProblemLevel = 'error' | 'warning' | 'info'

/**
 * Something noticed while reading a file. Problems never stop the rest of the package from being read.
 * `line` is 1-based, 0 when the whole file is meant. `code` is stable kebab-case (`unknown-command`, `missing-end`, …);
 * `message` says in plain words what is wrong and what to do.
 */
export interface Problem {
  readonly level: ProblemLevel
  readonly code: string
  readonly line: number
  readonly message: string
}

/** Most problems kept per file and code; the last one kept says how many more there were. */
export const MAX_PROBLEMS_PER_CODE = 20

/** Collects problems with a cap per code, so that hostile input cannot fill memory. */
export class ProblemLog {
  readonly #problems: Problem[] = []
  readonly #counts = new Map<string, number>()

  add(level: ProblemLevel, code: string, line: number, message: string): void {
    const seen = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, seen)
    if (seen <= MAX_PROBLEMS_PER_CODE) this.#problems.push({ level, code, line, message })
  }

  /** @returns how often `code` was added, also beyond the cap */
  count(code: string): number {
    return this.#counts.get(code) ?? 0
  }

  /** @returns the problems in the order found, each capped code closed by a line with the remaining count */
  list(): readonly Problem[] {
    const more = [...this.#counts]
      .filter(([, n]) => n > MAX_PROBLEMS_PER_CODE)
      .map(([code, n]): Problem => ({
        level: this.#problems.find((p) => p.code === code)?.level ?? 'warning',
        code,
        line: 0,
        message: `${n - MAX_PROBLEMS_PER_CODE} more of the same kind`,
      }))
    return [...this.#problems, ...more]
  }
}

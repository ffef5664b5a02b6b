/** What one child process measured; plain JSON between the processes. Times ms, memory bytes. */
export interface ReadReport {
  readonly bytes: number
  /** Median of warm reads by our reader. */
  readonly ownMs: number
  /** Our reader's first read in the process. */
  readonly coldMs: number
  /** The same file by @tracespace/parser, fed in 64 kB pieces; null when it was not asked for. */
  readonly tracespaceMs: number | null
}

export interface RunTimes {
  readonly readMs: number
  readonly identifyMs: number
  readonly composeMs: number
  readonly checksMs: number
  readonly totalMs: number
  /** Processor time of the whole run, all threads: what stays comparable on a busy machine. */
  readonly cpuMs: number
}

export interface ReviewReport {
  readonly gerberBytes: number
  readonly first: RunTimes
  /** The fastest of the later runs in the same process. */
  readonly warm: RunTimes | null
  readonly checks: Readonly<Record<string, number>>
  readonly findings: number
  readonly peakBytes: number
  /** Checks that crashed; a time with these in it is worth nothing. */
  readonly crashed: readonly string[]
}

import type { Capability } from '#core/capability/capability.ts'
import type { RawOutcome } from '#core/checks/run-checks.ts'
import type { Image } from '#core/geometry/image.ts'
import type { PackageFile, RoleOverride } from '#core/identify/identified-file.ts'
import type { FileRead } from '#core/identify/read-package-file.ts'
import { Round } from '#core/run/round.ts'

/** A review of which a second thread does about half: what it needs to come to the same board. */
export interface TwinJob {
  readonly id: number
  readonly files: readonly PackageFile[]
  readonly overrides: readonly RoleOverride[]
  readonly checks: readonly string[]
  /** Whether `checks` are all there are. */
  readonly all: boolean
  readonly extraCapabilities: readonly Capability[]
  readonly taken: SharedArrayBuffer
}

/** One item of a round that the sender has done. An image is null when the layer cannot be composed. */
export type Done =
  | { readonly kind: 'read'; readonly job: number; readonly index: number; readonly value: FileRead }
  | { readonly kind: 'image'; readonly job: number; readonly index: number; readonly value: Image | null }
  | { readonly kind: 'check'; readonly job: number; readonly index: number; readonly value: RawOutcome }

export type ToTwin = Done | { readonly kind: 'job'; readonly job: TwinJob } | { readonly kind: 'stop'; readonly job: number }

/** The rounds of a job, over flags that both threads see. */
export interface Rounds {
  readonly read: Round<FileRead>
  readonly image: Round<Image | null>
  readonly check: Round<RawOutcome>
}

/** A file gives at most one layer. */
export const takenFlags = (files: number, checks: number): SharedArrayBuffer => new SharedArrayBuffer(4 * (2 * files + checks))

export const roundsOf = (taken: SharedArrayBuffer, files: number, checks: number): Rounds => {
  const flags = (from: number, count: number): Int32Array => new Int32Array(taken, 4 * from, count)
  return { read: new Round(flags(0, files)), image: new Round(flags(files, files)), check: new Round(flags(2 * files, checks)) }
}

export const arrive = (rounds: Rounds, done: Done): void => {
  if (done.kind === 'read') rounds.read.arrive(done.index, done.value)
  else if (done.kind === 'image') rounds.image.arrive(done.index, done.value)
  else rounds.check.arrive(done.index, done.value)
}

export const loseTwin = ({ read, image, check }: Rounds): void => [read, image, check].forEach((round) => round.lose())

/** @returns file numbers, the largest first */
export const largestFirst = (files: readonly PackageFile[]): readonly number[] =>
  [...files.keys()].sort((a, b) => files[b]!.bytes.length - files[a]!.bytes.length || a - b)

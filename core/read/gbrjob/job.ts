import type { Mm } from '#core/base/units.ts'
import type { Problem } from '#core/base/problem.ts'

export interface JobFile {
  /** As written, relative to the job file. */
  readonly path: string
  /** Values of the file function in order, e.g. `['Copper', 'L1', 'Top']`. */
  readonly fileFunction: readonly string[]
  readonly polarity: 'positive' | 'negative' | null
}

export interface JobStackupLayer {
  /** `Copper`, `Dielectric`, `SolderMask`, `Legend`, `SolderPaste`, `SurfaceFinish`, … as written. */
  readonly type: string
  readonly name: string | null
  readonly thickness: Mm | null
  readonly material: string | null
  readonly color: string | null
  readonly notes: string | null
}

/** Smallest distances that the design kept; null where the job does not say. */
export interface JobDesignRule {
  readonly layers: string
  readonly padToPad: Mm | null
  readonly padToTrack: Mm | null
  readonly trackToTrack: Mm | null
  readonly minLineWidth: Mm | null
  readonly trackToRegion: Mm | null
  readonly regionToRegion: Mm | null
}

/** What a Gerber job file says about the board. Null = not said. */
export interface GbrJob {
  readonly generator: string | null
  readonly created: string | null
  readonly project: { readonly name: string | null; readonly guid: string | null; readonly revision: string | null } | null
  readonly size: { readonly x: Mm; readonly y: Mm } | null
  readonly layerCount: number | null
  readonly thickness: Mm | null
  readonly finish: string | null
  /** `EdgeConnector`, `ImpedanceControlled`, `ViaProtection`, `CastellatedPads`, … as written, scalar values only. */
  readonly specs: Readonly<Record<string, string | number | boolean>>
  readonly designRules: readonly JobDesignRule[]
  readonly files: readonly JobFile[]
  /** Top to bottom. */
  readonly stackup: readonly JobStackupLayer[]
  readonly problems: readonly Problem[]
}

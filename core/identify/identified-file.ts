import type { Problem } from '#core/base/problem.ts'
import type { DrillFile, DrillFormat } from '#core/read/excellon/drill-file.ts'
import type { GbrJob } from '#core/read/gbrjob/job.ts'
import type { Netlist } from '#core/read/ipc356/netlist.ts'
import type { GerberLayer } from '#core/interpret/plotted-layer.ts'
import type { OtherReading } from '#core/reread/other-reading.ts'

/** A file of a package as it came: path inside the package with `/`, bytes, hash. */
export interface PackageFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly sha256: string
  /** What was found wrong with it while the package was opened. */
  readonly notes?: readonly Problem[]
}

export type FileFormat = 'gerber' | 'excellon' | 'ipc356' | 'gbrjob' | 'bom' | 'cpl' | 'other'

/**
 * What a file is for. `legend` is shown as "silkscreen". `drawing` = fabrication or assembly drawing, drill map, notes;
 * `document` = anything a fab reads but does not image (report, rule file, readme, job file, netlist, BOM, placement).
 */
export type Role =
  | 'copper'
  | 'plane' // copper drawn negative: dark = no copper
  | 'soldermask'
  | 'paste'
  | 'legend'
  | 'outline'
  | 'drill'
  | 'route'
  | 'vscore'
  | 'adhesive'
  | 'courtyard'
  | 'mechanical'
  | 'drawing'
  | 'stiffener'
  | 'document'
  | 'unknown'

export type Side = 'top' | 'bottom' | 'inner' | 'both' | null
export type Plating = 'plated' | 'non-plated' | 'mixed' | 'unknown' | null

/** One reason for a role. `weight` order: attribute > job > content > name; `says` is the sentence shown. */
export interface Evidence {
  readonly from: 'attribute' | 'job' | 'content' | 'name' | 'user'
  readonly says: string
  readonly role: Role
  readonly side: Side
  readonly order: number | null
}

export interface IdentifiedFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly format: FileFormat
  readonly role: Role
  readonly side: Side
  /** Copper: 1 = top, counted downwards. Null for everything else and where unknown. */
  readonly order: number | null
  readonly plating: Plating
  /** Drill span as copper orders, e.g. [1, 4]; null = through or not a drill. */
  readonly span: readonly [from: number, to: number] | null
  /** 0..1. Below `SURE_ENOUGH` the role waits for the user. */
  readonly sureness: number
  readonly evidence: readonly Evidence[]
  /** Sentences about evidence that disagrees; shown, never averaged away. */
  readonly conflicts: readonly string[]
  /** Why a file has no imaging role, or null ("drill report: text"). */
  readonly reason: string | null
  readonly problems: readonly Problem[]
  readonly gerber: GerberLayer | null
  /** Gerber: the images that other readings of the same bytes give; absent or empty where nothing is open. */
  readonly others?: readonly OtherReading[]
  readonly drill: DrillFile | null
  /** Drill: the format chosen, how many hits land on copper or inside the outline, and the runner-up. */
  readonly drillReading: DrillReading | null
  /** Contents of a Gerber job file. */
  readonly job?: GbrJob | null
  /** Contents of an IPC-D-356 netlist. */
  readonly netlist?: Netlist | null
}

export interface DrillReading {
  readonly format: DrillFormat
  readonly hits: number
  readonly onCopper: number
  readonly insideBoard: number
  readonly declared: boolean
  readonly runnerUp: { readonly format: DrillFormat; readonly onCopper: number } | null
}

/** Roles at or above this sureness need no confirmation. */
export const SURE_ENOUGH = 0.6

/** A correction the user made: by path; remembered by name pattern elsewhere. */
export interface RoleOverride {
  readonly path: string
  readonly role: Role
  readonly side: Side
  readonly order: number | null
  readonly plating: Plating
  readonly drillFormat?: DrillFormat
}

import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import type { Board } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'

export type Severity = 'error' | 'warning' | 'info'
export type CheckNeed = 'copper' | 'mask' | 'paste' | 'legend' | 'outline' | 'drill' | 'files' | 'netlist' | 'x2'
export type CheckCategory =
  | 'file_package'
  | 'copper_geometry'
  | 'connectivity'
  | 'drill_via'
  | 'solder_mask'
  | 'silkscreen'
  | 'solder_paste'
  | 'plane_thermal'
  | 'mechanical_outline'
  | 'panel'
export type MetricUnit = 'mm' | 'mm2' | 'ratio' | 'percent' | 'count' | 'bool'

/** One judged figure of a check. `direction` as in the catalogue: `min` = measured must be at least, `max` = at most. */
export interface LimitSpec {
  readonly unit: MetricUnit
  readonly direction: 'min' | 'max' | 'count' | 'ratio' | 'boolean'
  /** Violating it is a finding of the check's severity. */
  readonly limit: number
  /** Between target and limit the finding drops one step; null = no second tier. */
  readonly target: number | null
  /** Two-sided metrics: the upper pair. */
  readonly limitMax?: number
  readonly targetMax?: number
  /** The target follows the capability's limit: this many times it. */
  readonly targetFactor?: number
  readonly source: string
  /** Capability parameters that replace `limit`, first one that has a figure wins. */
  readonly capability?: readonly string[]
}

/** A limit as it stands after the capability was applied; `source` names the figure's origin and date. */
export interface ResolvedLimit extends LimitSpec {
  readonly from: 'capability' | 'fallback' | 'default'
}

/** A measured fact that a check reports: judged later, so that another capability re-judges without measuring again. */
export interface Measured<M extends string = string, L extends string = string> {
  /** Which message and which limit. */
  readonly message: M
  readonly limit: L
  /** In the limit's unit; lengths mm. */
  readonly value: number
  /** Board coordinates, mm. Null for a finding about a file or the whole package. */
  readonly at: Point | null
  /** The measured line, mm; empty when there is none. */
  readonly witness?: readonly [Point, Point] | readonly []
  /** Layer ids. */
  readonly layers?: readonly string[]
  readonly nets?: readonly string[]
  /** Objects as text for a person: `hole T3 #17`, `pad U1.3`, `draw D12`. */
  readonly objects?: readonly string[]
  readonly files?: readonly { readonly path: string; readonly line: number }[]
  /** Findings with the same cause key are one group; default: the message. */
  readonly cause?: string
  /** Extra placeholders for the message text. */
  readonly values?: Readonly<Record<string, string>>
  /** Lowers the finding's severity below the check's own (never raises it). */
  readonly severity?: Severity
  /** Overrides the check's basis for this one. */
  readonly basis?: 'measured' | 'inferred'
  /** `true`: a problem whatever the limit says (file problems, ambiguous roles). Default false: `value` is compared. */
  readonly always?: boolean
}

export type CheckRun =
  | {
      readonly kind: 'measured'
      /** Everything at or below the reporting bound (loosest target known), not the violations only. */
      readonly measured: readonly Measured[]
      /** The board's extreme value, also when clean; null when the check measures nothing or there was nothing to measure. */
      readonly extreme: Measured | null
    }
  | { readonly kind: 'skipped'; readonly reason: string }

export interface CheckDefinition {
  readonly id: string
  readonly title: string
  readonly category: CheckCategory
  readonly tier: 1 | 2 | 3
  readonly severity: Severity
  readonly basis: 'measured' | 'inferred'
  readonly needs: readonly CheckNeed[]
  readonly limits: Readonly<Record<string, LimitSpec>>
  readonly why: string
  readonly fix: string
  readonly source: string
  /** Texts with `{measured}`, `{limit}`, `{layer}` and own placeholders. */
  readonly messages: Readonly<Record<string, string>>
  run(board: Board, measures: Measures, reach: Reach): CheckRun
}

/** How far a check has to look: for each limit the largest (direction `min`) or smallest (`max`) figure any capability may ask for. */
export type Reach = Readonly<Record<string, Mm>>

import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import type { FileFormat, Plating, Role, Side } from '#core/identify/identified-file.ts'
import type { Problem } from '#core/base/problem.ts'
import type { Summary, Verdict } from '#core/review/verdict.ts'

/** A board opened before. */
export interface RecentBoard {
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly openedAt: number
  readonly verdict: Verdict | null
  /** "2 blockers · 34 of 38 checks"; null before the first review. */
  readonly coverage: string | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly copperLayers: number | null
  readonly thumbnail: string | null
}

/** A fab's capability as offered for choice. */
export interface CapabilityChoice {
  readonly id: string
  readonly name: string
  readonly service: string
}

/** How far a file of the package has come. */
export type FileStage = 'waiting' | 'read' | 'identified' | 'failed'

/** A file of the package as the import page shows it. */
export interface FileRow {
  readonly path: string
  readonly stage: FileStage
  readonly format: FileFormat
  readonly role: Role
  readonly side: Side
  readonly order: number | null
  readonly plating: Plating
  /** 0..1. */
  readonly sureness: number
  readonly evidence: readonly { readonly from: string; readonly says: string }[]
  readonly conflicts: readonly string[]
  readonly reason: string | null
  readonly problems: readonly Problem[]
  readonly generator: string | null
  readonly drillSays: string | null
  /** The user chose the role. */
  readonly chosen: boolean
}

/** A correction of what a file is. */
export interface RoleChoice {
  readonly role: Role
  readonly side: Side
  readonly order: number | null
  readonly plating: Plating
}

export interface LayerRow {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly side: Side
  readonly order: number | null
  readonly path: string
  readonly negative: boolean
}

/** Facts of the board; sizes null without an outline. */
export interface BoardFacts {
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly areaMm2: number | null
  readonly boundsMm: readonly [number, number, number, number] | null
  readonly copperLayers: number
  readonly netCount: number
  readonly holes: readonly {
    readonly diameterMm: number
    readonly lengthMm: number
    readonly plated: boolean | null
    readonly count: number
  }[]
  /** Loose ends of the outline, mm. */
  readonly gaps: readonly { readonly from: readonly [number, number]; readonly to: readonly [number, number]; readonly widthMm: number }[]
}

export interface BoardModel {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly problems: readonly Problem[]
  readonly facts: BoardFacts
  readonly layers: readonly LayerRow[]
}

export interface ReviewModel {
  /** Why each check exists, by check id; may lack some. */
  readonly why: Readonly<Record<string, string>>
  readonly capability: string
  readonly summary: Summary
  readonly outcomes: readonly CheckOutcome[]
  readonly findings: readonly Finding[]
  /** Findings that are counted but not handed over: only the worst of each check are listed. */
  readonly leftOut: number
}

/** How far the work on a package is. */
export interface WorkProgress {
  readonly phase: 'unpacking' | 'reading' | 'assembling' | 'checking' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number
}

/** Failures that the page explains. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

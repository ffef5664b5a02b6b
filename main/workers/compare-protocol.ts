import type { Result } from '#core/base/result.ts'
import type { RoleOverride } from '#core/identify/identified-file.ts'
import type { DiffShape } from '#core/ipc/compare.ipc.ts'
import type { JobSource } from './review-protocol.ts'

export interface ComparedSide {
  readonly source: JobSource
  readonly overrides: readonly RoleOverride[]
}

export interface CompareJob {
  readonly from: ComparedSide
  readonly to: ComparedSide
  /** Folder of the content store. */
  readonly contents: string
  readonly refuseShift: boolean
}

export type CompareReply = Result<DiffShape, { code: 'unreadable'; message: string }>

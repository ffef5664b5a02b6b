import type { ApprovalRecordShape } from '#core/ipc/approval.ipc.ts'
import type { ComparisonShape } from '#core/ipc/order-shapes.ts'

export type ChangedSubject = 'files' | 'roles' | 'capability' | 'waivers' | 'revision' | 'withdrawn'

/** What an order needs to know of an approval: what was approved, byte for byte, and whether it still speaks of what is there. */
export interface ApprovedRevision {
  readonly approvalId: string
  readonly approvedAt: number
  readonly approvedBy: string
  readonly boardId: string
  readonly boardName: string
  readonly revisionId: string
  readonly revision: number
  readonly packageName: string
  readonly packageSha256: string
  /** The package as it can be sent, exactly as approved; null when it is no longer there. The same bytes every time. */
  packageBytes(): Promise<Uint8Array | null>
  readonly capability: { readonly id: string; readonly name: string }
  readonly facts: ApprovalRecordShape['state']['facts']
  readonly files: ApprovalRecordShape['state']['files']
  readonly waived: number
  /** Findings as approved, waived ones too, counted by check. */
  readonly findings: ComparisonShape['ours']
  /** Empty = approved as it is now. */
  readonly changed: readonly ChangedSubject[]
}

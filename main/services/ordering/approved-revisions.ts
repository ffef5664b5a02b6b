import JSZip from 'jszip'
import { approvalRecordShape, type ApprovalRecordShape } from '#core/ipc/approval.ipc.ts'
import type { ApprovedRevision, ChangedSubject } from '#core/order/approved-revision.ts'
import { countFindings } from '#core/sync/compare-reviews.ts'
import type { StoredApproval } from '#main/store/approvals.repo.ts'
import { sha256Of } from '#main/store/sha256.ts'
import type { Store } from '#main/store/store.ts'

export interface ApprovedRevisions {
  /** @returns the board's last approval, null when it was never approved or was rejected last */
  latest(board: string): ApprovedRevision | null
  find(approvalId: string): ApprovedRevision | null
  /** @returns null when there is no such approval */
  changedSince(approvalId: string): readonly ChangedSubject[] | null
}

/** What has changed on a board since one of its approvals, by what there is now. */
export type ChangedSince = (board: string, approvalId: string) => readonly ('files' | 'roles' | 'capability' | 'waivers')[]

/** The same date in every archive, so that the same files are the same bytes. */
const ZIP_DATE = new Date(Date.UTC(2000, 0, 1))

/** Approvals as orders need them, from the records in the store. Without `changedSince` only revisions are compared. */
export const approvedRevisions = (store: Store, changedSince: ChangedSince | null): ApprovedRevisions => {
  const { approvals, revisions, boards, contents } = store

  const changedIn = (approval: StoredApproval): ChangedSubject[] => {
    const changed: ChangedSubject[] = []
    const later = approvals.ofBoard(approval.boardId).filter(({ at, id }) => at > approval.at && id !== approval.id)
    if (later.some(({ decision, revisionId }) => decision === 'rejected' && revisionId === approval.revisionId)) changed.push('withdrawn')
    const newest = revisions.find(approval.boardId)
    // A board that was deleted has nothing newer: what was approved is what is meant.
    if (newest && newest.id !== approval.revisionId) return [...changed, 'files', 'revision']
    if (newest && changedSince) changed.push(...changedSince(approval.boardId, approval.id))
    return changed
  }

  const bytesOf = async (approval: StoredApproval): Promise<Uint8Array | null> => {
    const kept = boards.packageOf(approval.boardId, approval.revision)
    if (!kept) return null
    if (kept.archiveSha256) return kept.archiveSha256 === kept.sha256 ? contents.get(kept.archiveSha256) : null
    // What is packed here is what was approved, file by file.
    const listing = kept.files
      .map(({ path, sha256 }) => ({ path, sha256 }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, sha256 }) => `${path}\0${sha256}\n`)
      .join('')
    if (sha256Of(listing) !== kept.sha256) return null
    const zip = new JSZip()
    for (const { path, sha256 } of kept.files) {
      const bytes = contents.get(sha256)
      if (!bytes) return null
      zip.file(path, bytes, { date: ZIP_DATE, createFolders: false })
    }
    return zip.generateAsync({ type: 'uint8array', compression: 'STORE', platform: 'DOS' })
  }

  const revisionOf = (approval: StoredApproval): ApprovedRevision | null => {
    const read = approvalRecordShape.safeParse(JSON.parse(approval.record))
    if (!read.success) return null
    const { state }: ApprovalRecordShape = read.data
    return {
      approvalId: approval.id,
      approvedAt: approval.at,
      approvedBy: approval.actor,
      boardId: approval.boardId,
      boardName: state.board.name,
      revisionId: approval.revisionId,
      revision: approval.revision,
      packageName: state.package.name,
      packageSha256: state.package.sha256,
      packageBytes: () => bytesOf(approval),
      capability: { id: state.capability.id, name: state.capability.name },
      facts: state.facts,
      files: state.files,
      waived: state.waived.length,
      findings: countFindings([...state.open, ...state.waived]),
      changed: changedIn(approval),
    }
  }

  return {
    latest(board) {
      const [last] = approvals.ofBoard(board)
      return last?.decision === 'approved' ? revisionOf(last) : null
    },
    find(id) {
      const found = approvals.find(id)
      return found?.decision === 'approved' ? revisionOf(found) : null
    },
    changedSince(id) {
      const found = approvals.find(id)
      return found?.decision === 'approved' ? changedIn(found) : null
    },
  }
}

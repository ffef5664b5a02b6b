import type { ConflictShape } from '#core/ipc/order-shapes.ts'
import type { ChangedSubject } from '#core/order/approved-revision.ts'
import type { StepContext } from './step-outcome.ts'

const IN_WORDS: Readonly<Record<ChangedSubject, string>> = {
  files: 'the files of the board',
  roles: 'what the files are taken for',
  capability: 'the capability that it was judged by',
  waivers: 'what is waived',
  revision: 'there is a newer revision of the board',
  withdrawn: 'the revision was rejected since',
}

const isJudgement = (subject: ChangedSubject): boolean => subject === 'capability' || subject === 'waivers'

/** The approval has to speak of what is there, now as when it was ordered. A person may have said that the approved state is meant. */
const standing = ({ message, approvals }: StepContext): ConflictShape | null => {
  const found = approvals.changedSince(message.approvalId)
  // What only goes there to be stored is the approved package, whatever came after it.
  const changed = message.kind === 'push' ? (found?.filter((subject) => subject === 'withdrawn') ?? null) : found
  if (changed === null) {
    return {
      id: 'file:approval-gone',
      kind: 'file',
      says: 'The approval of this package is not there any more.',
      agreed: `approval ${message.approvalId}`,
      now: 'none',
      canAccept: false,
    }
  }
  if (changed.length === 0) return null
  const id = `changed:${[...changed].sort().join(',')}`
  if (message.accepted.includes(id)) return null
  return {
    id,
    kind: changed.every(isJudgement) ? 'capability' : 'file',
    says: 'Something has changed since the package was approved.',
    agreed: `as approved, package ${message.packageSha256.slice(0, 12)}`,
    now: `changed: ${changed.map((subject) => IN_WORDS[subject]).join(', ')}`,
    canAccept: !changed.includes('withdrawn'),
  }
}

const expiry = ({ message, now }: StepContext): ConflictShape | null => {
  const { request } = message
  if (!request || now() <= request.expiresAt) return null
  return {
    id: `expired:${request.expiresAt}`,
    kind: 'expired',
    says: 'The time until which it was to be ordered is over.',
    agreed: `until ${new Date(request.expiresAt).toISOString()}`,
    now: new Date(now()).toISOString(),
    canAccept: false,
  }
}

/** What has to hold whenever something is about to be sent. @returns the first thing that does not */
export const guard = (context: StepContext): ConflictShape | null => expiry(context) ?? standing(context)

export const packageGone: ConflictShape = {
  id: 'file:bytes-gone',
  kind: 'file',
  says: 'The approved package is not on this computer any more, or it is damaged. Nothing else is sent in its place.',
  agreed: 'the package as it was approved',
  now: 'missing or damaged',
  canAccept: false,
}

import type { GateLineShape } from '#core/ipc/order-shapes.ts'
import { moneyText, cents, sameSize } from '#core/sync/judge-offer.ts'
import type { ApprovedRevision, ChangedSubject } from './approved-revision.ts'

export interface GateFacts {
  /** Null = never approved. */
  readonly approved: ApprovedRevision | null
  /** The package's bytes are there and hash to what was approved. */
  readonly isPackageThere: boolean
  /** What the server measured, where it was asked; null = not yet. */
  readonly quotedAreaSqin: number | null
  /** Null = no live price. */
  readonly price: { readonly total: number; readonly currency: string } | null
  readonly ceiling: { readonly total: number; readonly currency: string } | null
  readonly account: { readonly name: string; readonly canSend: boolean; readonly says: string } | null
}

const SUBJECTS: Readonly<Record<ChangedSubject, string>> = {
  files: 'files',
  roles: 'what files are taken for',
  capability: 'the capability',
  waivers: 'the waivers',
  revision: 'a newer revision is there',
  withdrawn: 'it was rejected since',
}

type Line = GateLineShape
const line = (id: Line['id'], problem: string | null, good: string): Line => ({ id, ok: problem === null, says: problem ?? good })

const approvedLine = (approved: ApprovedRevision | null): Line => {
  if (!approved) return line('approved', 'The board is not approved.', '')
  const changed = approved.changed.map((subject) => SUBJECTS[subject]).join(', ')
  return line(
    'approved',
    changed ? `Approved for an earlier state; changed since: ${changed}.` : null,
    `Approved by ${approved.approvedBy}.`,
  )
}

const outlineProblem = ({ facts, files }: ApprovedRevision): string | null => {
  if (facts.gaps.length) return `The outline is open at ${facts.gaps.length} ${facts.gaps.length === 1 ? 'place' : 'places'}.`
  if (facts.areaMm2 === null || facts.areaMm2 <= 0)
    return files.some(({ role }) => role === 'outline') ? 'The outline encloses nothing.' : 'There is no outline.'
  return null
}

const drillProblem = ({ facts, files }: ApprovedRevision): string | null => {
  if (facts.copperLayers === 0) return 'There is no copper layer.'
  if (facts.copperLayers > 1 && !files.some(({ role }) => role === 'drill' || role === 'route')) return 'There is no drill file.'
  const holes = facts.holes.reduce((sum, { count }) => sum + count, 0)
  return files.some(({ role }) => role === 'drill') && holes === 0 ? 'The drill file holds no hole.' : null
}

const rolesProblem = ({ files }: ApprovedRevision): string | null => {
  const unknown = files.filter(({ role }) => role === 'unknown')
  if (unknown.length) return `Not known what it is: ${unknown.map(({ path }) => path).slice(0, 3).join(', ')}${unknown.length > 3 ? ' …' : ''}.` // prettier-ignore
  const seen = new Map<string, string>()
  for (const { path, role, side, order } of files) {
    if (!['copper', 'soldermask', 'paste', 'outline'].includes(role)) continue
    const key = `${role} ${side ?? ''} ${order ?? ''}`
    const before = seen.get(key)
    if (before !== undefined) return `Two files for one layer: ${before} and ${path}.`
    seen.set(key, path)
  }
  return null
}

/**
 * What has to hold before an order may be placed, each line with its reason. Everything is worked out from the approval
 * record and what is at hand: nothing is sent.
 */
export const orderGate = (facts: GateFacts): readonly Line[] => {
  const { approved, account, price, ceiling, quotedAreaSqin } = facts
  const head = approvedLine(approved)
  if (!approved) return [head]
  const sizeDiffers = quotedAreaSqin !== null && !sameSize(quotedAreaSqin, approved.facts.areaMm2)
  const isDear = price && ceiling && (price.currency !== ceiling.currency || cents(price.total) > cents(ceiling.total))
  return [
    head,
    line(
      'package',
      facts.isPackageThere ? null : 'The approved package is no longer on this computer.',
      `Package ${approved.packageSha256.slice(0, 12)}.`,
    ),
    line('outline', outlineProblem(approved), 'The outline is closed.'),
    line('drill', drillProblem(approved), 'Copper and drill are there.'),
    line('roles', rolesProblem(approved), 'Every file has its role.'),
    line('size', sizeDiffers ? 'The server reads another board size out of the package.' : null, quotedAreaSqin === null ? 'The size is compared when there is a price.' : 'The server reads the same size.'), // prettier-ignore
    line('price', isDear ? `${moneyText(price.total, price.currency)} is above the limit of ${moneyText(ceiling.total, ceiling.currency)}.` : null, price ? `${moneyText(price.total, price.currency)}, within the limit.` : 'No live price: only what is within the limit is ordered.'), // prettier-ignore
    line(
      'account',
      account ? (account.canSend ? null : account.says) : 'Choose where to order.',
      account ? `Goes to ${account.name}.` : '',
    ),
  ]
}

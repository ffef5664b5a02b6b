import type { accountCalls } from '#core/ipc/accounts.ipc.ts'
import type { approvalCalls, auditCalls } from '#core/ipc/approval.ipc.ts'
import type { boardOrderCalls } from '#core/ipc/board-order.ipc.ts'
import type { InputOf, OutputOf, ReplyOf } from '#core/ipc/call.ts'
import type { boardCalls } from '#core/ipc/board.ipc.ts'
import type { capabilityCalls } from '#core/ipc/capability.ipc.ts'
import type { compareCalls } from '#core/ipc/compare.ipc.ts'
import type { decisionCalls } from '#core/ipc/decisions.ipc.ts'
import type { keyCalls } from '#core/ipc/keys.ipc.ts'
import type { libraryCalls } from '#core/ipc/library.ipc.ts'
import type { resourceCalls } from '#core/ipc/resources.ipc.ts'
import type { reportCalls } from '#core/ipc/report.ipc.ts'
import type { partsLibraryCalls } from '#core/ipc/parts-libraries.ipc.ts'
import type { partCalls } from '#core/ipc/parts.ipc.ts'
import type { projectCalls } from '#core/ipc/projects.ipc.ts'
import type { providerCalls } from '#core/ipc/providers.ipc.ts'
import type { billingCalls } from '#core/ipc/billing.ipc.ts'
import type { pushCalls } from '#core/ipc/push.ipc.ts'
import type { quoteCalls } from '#core/ipc/quotes.ipc.ts'
import type { productionCalls } from '#core/ipc/production.ipc.ts'
import type { orderCalls } from '#core/ipc/order.ipc.ts'
import type { outboxCalls } from '#core/ipc/outbox.ipc.ts'

/** Groups of calls that views make as they stand in the contract, without a word of their own in between. */
type Asked = typeof decisionCalls &
  typeof approvalCalls &
  typeof auditCalls &
  Pick<typeof boardCalls, 'package.openProjectBoard'> &
  typeof capabilityCalls &
  typeof compareCalls &
  typeof libraryCalls &
  typeof accountCalls &
  typeof orderCalls &
  typeof keyCalls &
  typeof partCalls &
  typeof partsLibraryCalls &
  typeof projectCalls &
  typeof providerCalls &
  typeof productionCalls &
  typeof pushCalls &
  typeof billingCalls &
  typeof quoteCalls &
  typeof resourceCalls &
  typeof boardOrderCalls &
  typeof outboxCalls &
  typeof reportCalls

export type AskName = keyof Asked
export type AskInput<N extends AskName> = InputOf<Asked[N]>
export type AskOutput<N extends AskName> = OutputOf<Asked[N]>

/** Makes one call of the contract: `ask('waivers.add', { … })`. Failures come as values with a sentence for people. */
export type Ask = <N extends AskName>(name: N, input: AskInput<N>) => Promise<ReplyOf<Asked[N]>>

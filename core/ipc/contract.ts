import { accountCalls } from './accounts.ipc.ts'
import { appCalls } from './app.ipc.ts'
import { approvalCalls, auditCalls } from './approval.ipc.ts'
import { billingCalls } from './billing.ipc.ts'
import { boardOrderCalls } from './board-order.ipc.ts'
import { boardCalls } from './board.ipc.ts'
import type { InputOf, ReplyOf } from './call.ts'
import { capabilityCalls } from './capability.ipc.ts'
import { compareCalls } from './compare.ipc.ts'
import { decisionCalls } from './decisions.ipc.ts'
import { keyCalls } from './keys.ipc.ts'
import { libraryCalls } from './library.ipc.ts'
import { orderCalls } from './order.ipc.ts'
import { outboxCalls } from './outbox.ipc.ts'
import { partsLibraryCalls } from './parts-libraries.ipc.ts'
import { partCalls } from './parts.ipc.ts'
import { projectCalls } from './projects.ipc.ts'
import { productionCalls } from './production.ipc.ts'
import { providerCalls } from './providers.ipc.ts'
import { pushCalls } from './push.ipc.ts'
import { quoteCalls } from './quotes.ipc.ts'
import { reportCalls } from './report.ipc.ts'
import { resourceCalls } from './resources.ipc.ts'

/** Every call that the page may make. */
export const contract = {
  ...appCalls,
  ...capabilityCalls,
  ...boardCalls,
  ...decisionCalls,
  ...approvalCalls,
  ...auditCalls,
  ...compareCalls,
  ...libraryCalls,
  ...reportCalls,
  ...accountCalls,
  ...keyCalls,
  ...orderCalls,
  ...outboxCalls,
  ...providerCalls,
  ...pushCalls,
  ...billingCalls,
  ...quoteCalls,
  ...partCalls,
  ...partsLibraryCalls,
  ...projectCalls,
  ...resourceCalls,
  ...boardOrderCalls,
  ...productionCalls,
}

export type Contract = typeof contract
export type CallName = keyof Contract

/** How the page calls: `api('board.get', { board })`. Failures come as values. */
export type Api = <N extends CallName>(name: N, input: InputOf<Contract[N]>) => Promise<ReplyOf<Contract[N]>>

export const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(contract, name)

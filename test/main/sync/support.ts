import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { SyncTiming } from '#core/sync/timing.ts'
import type { OrderRequest } from '#core/sync/message.ts'
import { httpOut, type HttpLimits } from '#main/provider/http-out.ts'
import { fileSealer } from '#main/secrets/sealer.ts'
import { secretStore } from '#main/secrets/secret-store.ts'
import type { Log } from '#main/services/log.ts'
import { accountsRepo } from '#main/store/accounts.repo.ts'
import { contentStore } from '#main/store/content-store.ts'
import { openDatabase } from '#main/store/database.ts'
import { outboxRepo, type NewMessage } from '#main/store/outbox.repo.ts'
import { placedOrdersRepo } from '#main/store/placed-orders.repo.ts'
import { contentFolder, systemIds } from '#main/store/store.ts'
import { connections, secretName } from '#main/sync/connections.ts'
import { takeSenderLock } from '#main/sync/sender-lock.ts'
import { syncEngine, type SyncEngine, type SyncParts } from '#main/sync/sync-engine.ts'
import type { ChangedSubject } from '#core/order/approved-revision.ts'

/** Waits short enough for tests; the rules are the same. */
export const QUICK: SyncTiming = {
  firstRetry: 4,
  longestRetry: 40,
  breakerAfter: 5,
  breakerFirst: 10,
  breakerLongest: 60,
  analysisPoll: 4,
  orderPoll: 50,
  mayStillArrive: 2000,
  diskRetry: 20,
}

/** Everything that sends, on a data folder, over real SQLite and real HTTP. */
export interface Sender {
  readonly database: Database
  readonly accounts: ReturnType<typeof accountsRepo>
  readonly outbox: ReturnType<typeof outboxRepo>
  readonly orders: ReturnType<typeof placedOrdersRepo>
  readonly contents: ReturnType<typeof contentStore>
  readonly secrets: ReturnType<typeof secretStore>
  readonly engine: SyncEngine
  readonly faults: string[]
  /** What changed since the approval, by approval; missing = nothing. */
  readonly changed: Map<string, readonly ChangedSubject[] | null>
  readonly connections: ReturnType<typeof connections>
  close(): Promise<void>
}

export const openSender = async (
  folder: string,
  change: { readonly parts?: Partial<SyncParts>; readonly limits?: Partial<HttpLimits>; readonly now?: () => number } = {},
): Promise<Sender> => {
  const opened = await openDatabase(folder, Date.now())
  if (!opened.ok) throw new Error(opened.error.message)
  const database = opened.value
  const now = change.now ?? (() => Date.now())
  const ids = { ...systemIds, now }
  const accounts = accountsRepo(database, ids)
  const outbox = outboxRepo(database, ids)
  const orders = placedOrdersRepo(database)
  const contents = contentStore(contentFolder(folder))
  const secrets = secretStore(folder, fileSealer(join(folder, 'key')))
  const http = httpOut({ idleMs: 2000, totalMs: 4000, ...change.limits })
  const clock = (): number => performance.now()
  const connected = connections({ accounts, secrets, http, now, clock })
  const faults: string[] = []
  const log: Log = { note: () => undefined, fault: (message, error) => void faults.push(`${message} ${String(error)}`) }
  const changed = new Map<string, readonly ChangedSubject[] | null>()
  const engine = syncEngine({
    outbox,
    accounts,
    orders,
    connections: connected,
    approvals: { changedSince: (id) => changed.get(id) ?? (changed.has(id) ? null : []) },
    bytesOf: (sha256) => contents.get(sha256),
    lock: () => takeSenderLock(folder),
    log,
    now,
    clock,
    chance: Math.random,
    onMessage: () => undefined,
    onStatus: () => undefined,
    onAccount: () => undefined,
    timing: QUICK,
    ...change.parts,
  })
  return {
    database, accounts, outbox, orders, contents, secrets, engine, faults, changed, connections: connected,
    async close() {
      await engine.stop()
      http.close()
      database.close()
    },
  } // prettier-ignore
}

/** Adds an account with the key that the contract server knows. */
export const addAccount = async (sender: Sender, baseUrl: string, key = 'key-of-the-test'): Promise<string> => {
  const { id } = sender.accounts.add({ provider: 'asap', name: 'test', baseUrl })
  await sender.secrets.set(secretName(id), key)
  return id
}

export const packageBytes = (seed: string): Uint8Array => new TextEncoder().encode(`PK${seed.repeat(20)}`)

let boards = 0
/** An approved package that lies in the content store. */
export const approvedPackage = (sender: Sender, accountId: string, change: Partial<NewMessage> = {}): NewMessage => {
  const seed = `board-${++boards}-${change.boardId ?? ''}`
  const contentSha256 = sender.contents.put(packageBytes(seed))
  return {
    boardId: `00000000-0000-4000-8000-${createHash('sha256').update(seed).digest('hex').slice(0, 12)}`,
    boardName: seed,
    accountId,
    approvalId: `approval-${seed}`,
    packageName: `${seed}.zip`,
    packageSha256: contentSha256,
    contentSha256,
    areaMm2: 5000,
    ours: [],
    checkIds: null,
    ...change,
  }
}

export const aRequest = (change: Partial<OrderRequest> = {}): OrderRequest => ({
  form: {
    quantity: 10,
    leadTime: 'standard',
    shipTo: { country: 'US', postalCode: '94107', name: 'Lab' },
    build: { layers: 2, thicknessMm: 1.6, finish: null },
    policyId: null,
    poNumber: 'PO-7',
    contact: { name: 'A. Buyer', email: 'buyer@example.com' },
  },
  agreed: { quoteId: 'quo_1', total: 217, currency: 'USD' },
  ceiling: 217,
  currency: 'USD',
  expiresAt: Date.now() + 7 * 86_400_000,
  ...change,
})

/** Waits until it holds. */
export const until = async (holds: () => boolean, what: string, ms = 10_000): Promise<void> => {
  const end = performance.now() + ms
  while (!holds()) {
    if (performance.now() > end) throw new Error(`did not come: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

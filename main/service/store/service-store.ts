import { join } from 'node:path'
import { err, ok, type Result } from '#core/base/result.ts'
import { contentStore, type ContentStore } from '#main/store/content-store.ts'
import { openDatabase, type DatabaseError } from '#main/store/database.ts'
import { serviceBoardsRepo, type ServiceBoardsRepo } from './boards.repo.ts'
import { idempotencyRepo, type IdempotencyRepo } from './idempotency.repo.ts'
import { serviceIds, type ServiceIds } from './ids.ts'
import { intentsRepo, type IntentsRepo } from './intents.repo.ts'
import { keysRepo, type KeysRepo } from './keys.repo.ts'
import { serviceMigrations } from './migrations.ts'
import { ordersRepo, type OrdersRepo } from './orders.repo.ts'
import { runsRepo, type RunsRepo } from './runs.repo.ts'
import { webhooksRepo, type WebhooksRepo } from './webhooks.repo.ts'

/** Everything that the service keeps, in the folder `service` of a data folder. */
export interface ServiceStore {
  readonly keys: KeysRepo
  readonly boards: ServiceBoardsRepo
  readonly runs: RunsRepo
  readonly idempotency: IdempotencyRepo
  readonly intents: IntentsRepo
  readonly orders: OrdersRepo
  readonly webhooks: WebhooksRepo
  readonly contents: ContentStore
  /** Folder of the content store. */
  readonly contentsFolder: string
  /** The folder itself. */
  readonly folder: string
  readonly ids: ServiceIds
  /** True while the database answers. */
  isSound(): boolean
  /** Removes contents that nothing refers to and that are older than a day. @returns how many */
  collectGarbage(): number
  close(): void
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Opens the service's store; several processes may have it open at once. */
export const openServiceStore = async (dataFolder: string, ids: ServiceIds = serviceIds): Promise<Result<ServiceStore, DatabaseError>> => {
  const folder = join(dataFolder, 'service')
  const opened = await openDatabase(folder, ids.now(), serviceMigrations)
  if (!opened.ok) return err(opened.error)
  const db = opened.value
  const contentsFolder = join(folder, 'blobs')
  const contents = contentStore(contentsFolder)
  const webhooks = webhooksRepo(db, ids.now)
  const boards = serviceBoardsRepo(db, ids)
  const ping = db.prepare('SELECT 1')
  return ok({
    keys: keysRepo(db, ids.now),
    boards,
    runs: runsRepo(db, ids, webhooks.announce),
    idempotency: idempotencyRepo(db, ids),
    intents: intentsRepo(db, ids),
    orders: ordersRepo(db, ids, webhooks.announce),
    webhooks,
    contents,
    contentsFolder,
    folder,
    ids,
    isSound: () => db.open && ping.get() !== undefined,
    collectGarbage: () => contents.collect((sha256) => boards.isUsed(sha256), ids.now() - DAY_MS),
    close: () => void db.close(),
  })
}

import { join } from 'node:path'
import { capabilityService } from '#main/services/capabilities.ts'
import { decisionServices } from '#main/services/decisions/decision-services.ts'
import { eventHub } from '#main/services/events.ts'
import { libraryService } from '#main/services/library-service.ts'
import { approvalChanges, boardPlaces } from '#main/services/ordering/board-places.ts'
import { orderingServices } from '#main/services/ordering/ordering-services.ts'
import { reviewService } from '#main/services/review-service.ts'
import { fileSealer } from '#main/secrets/sealer.ts'
import { secretStore } from '#main/secrets/secret-store.ts'
import { contentFolder, openStore } from '#main/store/store.ts'
import { reviewPool } from '#main/workers/review-pool.ts'

const ACTOR = 'Ada'

/** The application's own services on its own store, without threads that review: nothing is read here. */
export const openServices = async (folder: string) => {
  const opened = await openStore(folder)
  if (!opened.ok) throw new Error(opened.error.message)
  const store = opened.value
  const log = {
    note: () => undefined,
    fault: (message: string, error?: unknown) => void process.stderr.write(`${message} ${String(error)}\n`),
  }
  const [hub, capabilities, author, version] = [eventHub(), capabilityService(store.choices), () => ACTOR, '0.1.0'] as const
  const contents = contentFolder(folder)
  const reviews = reviewService({ store, pool: reviewPool(0), hub, capabilities, log, contents, version, author })
  const decisions = decisionServices({ store, hub, capabilities, reviews, author, version })
  const secrets = secretStore(folder, fileSealer(join(folder, 'key')))
  const changedSince = approvalChanges(decisions.approvals)
  const ordering = orderingServices({ dataFolder: folder, store, secrets, hub, log, boards: boardPlaces(reviews), changedSince })
  return { store, decisions, ordering, library: libraryService(store, reviews, author) }
}
export type Services = Awaited<ReturnType<typeof openServices>>

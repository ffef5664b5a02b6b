import { availableParallelism, homedir } from 'node:os'
import { join } from 'node:path'
import { ok, type Result } from '#core/base/result.ts'
import { appVersion } from '#main/cli/version.ts'
import { dispatcher, type Dispatch } from '#main/ipc/dispatch.ts'
import { appHandlers } from '#main/ipc/handlers/app.ts'
import { billingHandlers } from '#main/ipc/handlers/billing.ts'
import { capabilityHandlers } from '#main/ipc/handlers/capability.ts'
import { boardOrderHandlers } from '#main/ipc/handlers/board-order.ts'
import { boardHandlers, type NativeFiles } from '#main/ipc/handlers/board.ts'
import { approvalHandlers, auditHandlers } from '#main/ipc/handlers/approval.ts'
import { compareHandlers } from '#main/ipc/handlers/compare.ts'
import { decisionHandlers } from '#main/ipc/handlers/decisions.ts'
import { keyHandlers } from '#main/ipc/handlers/keys.ts'
import { libraryHandlers } from '#main/ipc/handlers/library.ts'
import { accountHandlers, orderHandlers, outboxHandlers } from '#main/ipc/handlers/ordering.ts'
import { partsLibraryHandlers } from '#main/ipc/handlers/parts-libraries.ts'
import { partHandlers } from '#main/ipc/handlers/parts.ts'
import { projectHandlers } from '#main/ipc/handlers/projects.ts'
import { pushHandlers } from '#main/ipc/handlers/push.ts'
import { quoteHandlers } from '#main/ipc/handlers/quotes.ts'
import { productionHandlers } from '#main/ipc/handlers/production.ts'
import { providerHandlers } from '#main/ipc/handlers/providers.ts'
import { reportHandlers } from '#main/ipc/handlers/report.ts'
import { resourceHandlers } from '#main/ipc/handlers/resources.ts'
import { fileSealer, keyFileOf, type Sealer } from '#main/secrets/sealer.ts'
import { secretStore } from '#main/secrets/secret-store.ts'
import { boardOrderService } from '#main/providers/board-order/board-order-service.ts'
import { browserSignIns } from '#main/providers/browser-sign-ins.ts'
import { keptLibraries } from '#main/providers/libraries/kept-libraries.ts'
import { libraryDesk } from '#main/providers/libraries/library-desk.ts'
import { openAddress } from '#main/providers/open-address.ts'
import { productionReader } from '#main/providers/production-reader.ts'
import { providerService } from '#main/providers/provider-service.ts'
import { transfers } from '#main/providers/transfers.ts'
import { pushService } from '#main/providers/push/push-service.ts'
import type { DatabaseError } from '#main/store/database.ts'
import { boardOrdersRepo } from '#main/store/board-orders.repo.ts'
import { lastReadRepo } from '#main/store/last-read.repo.ts'
import { chosenOffersRepo } from '#main/store/chosen-offers.repo.ts'
import { pushesRepo } from '#main/store/pushes.repo.ts'
import { contentFolder, openStore, type Store } from '#main/store/store.ts'
import { takeSenderLock } from '#main/sync/sender-lock.ts'
import { reviewPool } from '#main/workers/review-pool.ts'
import { boardArchives, type BoardArchives } from './archive/board-archives.ts'
import { authorOf } from './author.ts'
import { capabilityService } from './capabilities.ts'
import { capabilityEditing } from './capability-editing.ts'
import { compareService, type CompareService } from './compare-service.ts'
import { approvalFiles, type ApprovalFiles } from './decisions/approval-files.ts'
import { decisionServices } from './decisions/decision-services.ts'
import { eventHub, type EventHub } from './events.ts'
import { libraryService } from './library-service.ts'
import { fileLog, type Log } from './log.ts'
import { approvalChanges, boardPlaces } from './ordering/board-places.ts'
import { orderingServices, type OrderingServices } from './ordering/ordering-services.ts'
import { outsideOpening, type OutsideOpening } from './outside.ts'
import { reportService, type ReportService } from './report-service.ts'
import { reportedDecisions } from './reported-decisions.ts'
import { reviewService, type ReviewService } from './review-service.ts'

/** The application behind a window, without the window. */
export interface Application {
  readonly dispatch: Dispatch
  readonly events: EventHub
  readonly reviews: ReviewService
  readonly reports: ReportService
  readonly records: ApprovalFiles
  readonly archives: BoardArchives
  readonly comparisons: CompareService
  readonly outside: OutsideOpening
  readonly ordering: OrderingServices
  readonly store: Store
  readonly log: Log
  close(): Promise<void>
}

const MOST_THREADS = 2

/** Starts the application on a data folder. @fails with what is wrong with the data folder */
export const startApplication = async (
  dataFolder: string,
  shell: 'electron' | 'browser',
  native: NativeFiles | null,
  sealer: Sealer = fileSealer(keyFileOf(process.platform, process.env, homedir())),
): Promise<Result<Application, DatabaseError>> => {
  const opened = await openStore(dataFolder)
  if (!opened.ok) return opened
  const store = opened.value
  const log = fileLog(dataFolder)
  const events = eventHub()
  const capabilities = capabilityService(store.choices)
  const pool = reviewPool(Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)), { twins: availableParallelism() > 1 })
  const author = authorOf(store.choices)
  const running = { store, pool, hub: events, capabilities, log, contents: contentFolder(dataFolder), version: appVersion, author }
  const reviews = reviewService(running)
  const decisions = decisionServices({ store, hub: events, capabilities, reviews, author, version: appVersion })
  const reports = reportService(reviews, running, (board, capability) => {
    const decided = decisions.deeds.view(board, capability)
    return decided.ok ? reportedDecisions(decided.value) : null
  })
  const records = approvalFiles(decisions.approvals, running)
  const comparisons = compareService(store, reviews, decisions.judged, contentFolder(dataFolder))
  const archives = boardArchives(store, reviews, author, appVersion, (board) => decisions.deeds.changed(board))
  const library = libraryService(store, reviews, author, () => capabilities.chosen().id)
  const ordering = orderingServices({
    dataFolder,
    store,
    secrets: secretStore(dataFolder, sealer),
    hub: events,
    log,
    boards: boardPlaces(reviews),
    changedSince: approvalChanges(decisions.approvals),
  })
  const providers = providerService(ordering.reach)
  const production = productionReader(providers, ordering.reach.connections, lastReadRepo(store.database, store.ids), store.ids.now)
  const pushes = pushService({
    pushes: pushesRepo(store.database, store.ids),
    accounts: ordering.reach.accounts,
    service: providers,
    approved: ordering.approved,
    lock: () => takeSenderLock(dataFolder, 'pushes'),
    log,
    now: store.ids.now,
    onPush: (push) => events.emit({ event: 'push', payload: push }),
  })
  events.listen(({ event }) => event === 'accounts' && pushes.accountsChanged())
  const boardOrders = boardOrderService({
    orders: boardOrdersRepo(store.database, store.ids),
    service: providers,
    approved: ordering.approved,
    lock: () => takeSenderLock(dataFolder, 'board-orders'),
    now: store.ids.now,
  })
  const signIns = browserSignIns(providers)
  const kept = keptLibraries(join(dataFolder, 'parts-libraries'), store.ids.now)
  const moving = transfers(events, ordering.reach.clock)
  const outside = outsideOpening(events)
  // After the answer: the page that asked is to hear it first.
  const onPage = (): void => void setImmediate(() => outside.pageListens())
  const handlers = {
    ...appHandlers({ version: appVersion, shell }, capabilities, store.choices, onPage),
    ...capabilityHandlers(capabilityEditing(store, capabilities, author, () => void reviews.runAllAgain())),
    ...boardHandlers(reviews, native),
    ...reportHandlers(reports),
    ...decisionHandlers(decisions),
    ...approvalHandlers(decisions.approvals, records),
    ...auditHandlers(store, reviews),
    ...compareHandlers(comparisons, decisions.acceptedEdits),
    ...libraryHandlers(library, store),
    ...keyHandlers(dataFolder),
    ...accountHandlers(ordering),
    ...orderHandlers(ordering),
    ...outboxHandlers(ordering),
    ...providerHandlers(providers, signIns, ordering, boardPlaces(reviews)),
    ...productionHandlers(providers, production, ordering.reach.accounts.list),
    ...resourceHandlers(providers),
    ...boardOrderHandlers(boardOrders, boardPlaces(reviews)),
    ...billingHandlers(providers),
    ...quoteHandlers(providers, chosenOffersRepo(store.database, store.ids.now)),
    ...pushHandlers(pushes, providers, boardPlaces(reviews)),
    ...partHandlers(providers, store, reviews),
    ...partsLibraryHandlers(libraryDesk(providers, kept, ordering.reach.clock), kept, moving),
    ...projectHandlers({
      service: providers,
      contents: store.contents,
      sent: store.sentProjects,
      transfers: moving,
      open: openAddress,
    }),
  }
  const purged = library.purgeOld()
  if (purged) log.note(`removed ${purged} boards that were deleted long ago`)
  const removed = store.collectGarbage()
  if (removed) log.note(`removed ${removed} contents that nothing used`)
  ordering.start()
  pushes.begin()
  return ok({
    dispatch: dispatcher(handlers, log),
    events,
    reviews,
    reports,
    records,
    archives,
    comparisons,
    outside,
    ordering,
    store,
    log,
    async close() {
      signIns.endAll()
      await boardOrders.close()
      await pushes.close()
      await ordering.close()
      comparisons.cancel()
      await reviews.close()
      store.close()
    },
  })
}

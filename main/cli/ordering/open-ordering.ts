import { homedir } from 'node:os'
import { err, ok } from '#core/base/result.ts'
import { UsageError } from '#main/cli/command.ts'
import { appVersion } from '#main/cli/version.ts'
import { fileSealer, keyFileOf } from '#main/secrets/sealer.ts'
import { secretStore, type SecretStore } from '#main/secrets/secret-store.ts'
import { authorOf } from '#main/services/author.ts'
import { capabilityService } from '#main/services/capabilities.ts'
import { ApprovalDeeds } from '#main/services/decisions/approval-deeds.ts'
import { ChecklistDeeds } from '#main/services/decisions/checklist-deeds.ts'
import { Deeds } from '#main/services/decisions/deeds.ts'
import { judgedRevisions } from '#main/services/decisions/judged-revisions.ts'
import { eventHub } from '#main/services/events.ts'
import { fileLog } from '#main/services/log.ts'
import { approvalChanges } from '#main/services/ordering/board-places.ts'
import { orderingServices, type OrderingServices } from '#main/services/ordering/ordering-services.ts'
import type { BoardPlaces } from '#main/services/ordering/ordering-parts.ts'
import { dataFolder } from '#main/shell/data-folder.ts'
import { openStore, type Store } from '#main/store/store.ts'

export interface OpenOrdering {
  readonly ordering: OrderingServices
  readonly store: Store
  readonly secrets: SecretStore
}

const gone = { code: 'gone', message: 'There is no such board.' } as const

/** Opens queue, accounts and orders of a data folder for one command, beside an application that may be running. */
export const withOrdering = async <T>(data: string | undefined, work: (open: OpenOrdering) => Promise<T>): Promise<T> => {
  const folder = dataFolder(data)
  const opened = await openStore(folder)
  if (!opened.ok) throw new UsageError(opened.error.message)
  const store = opened.value
  const hub = eventHub()
  const capabilities = capabilityService(store.choices)
  const boards: BoardPlaces = {
    locate: (id) => (store.library.exists(id) ? ok({ board: id }) : err(gone)),
    factsOf(id) {
      const model = store.boards.reviewOf(id)?.model
      return model ? ok({ name: model.name, copperLayers: model.facts.copperLayers, facts: model.facts }) : err(gone)
    },
  }
  const deeds = new Deeds({
    store,
    hub,
    revisions: judgedRevisions(store, capabilities),
    locate: (id) => (store.library.exists(id) ? ok({ board: id, revision: null }) : err(gone)),
    author: authorOf(store.choices),
  })
  const approvals = new ApprovalDeeds(deeds, new ChecklistDeeds(deeds), capabilities, appVersion)
  const secrets = secretStore(folder, fileSealer(keyFileOf(process.platform, process.env, homedir())))
  const ordering = orderingServices({ dataFolder: folder, store, secrets, hub, log: fileLog(folder), boards, changedSince: approvalChanges(approvals) }) // prettier-ignore
  try {
    return await work({ ordering, store, secrets })
  } finally {
    await ordering.close()
    store.close()
  }
}

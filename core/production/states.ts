import type { ProductionState, ProviderId } from '#core/provider/provider.ts'

type States = Readonly<Record<string, ProductionState>>

/** @source Authentise reference, order and line item states; `shipping` = made and at the dispatch step */
const AUTHENTISE_ORDER: States = {
  new: 'waiting',
  cloning: 'draft',
  calculating_estimates: 'waiting',
  pending: 'waiting',
  'in-preparation': 'waiting',
  confirmed: 'accepted',
  processing: 'in-production',
  printing: 'in-production',
  'post-processing': 'in-production',
  shipping: 'done',
  complete: 'done',
  cancelled: 'cancelled',
  error: 'failed',
}

const AUTHENTISE_PIECE: States = {
  new: 'waiting',
  confirmed: 'accepted',
  'queued-for-printing': 'accepted',
  printing: 'in-production',
  'queued-for-post-processing': 'in-production',
  'post-processing': 'in-production',
  'queued-for-shipping': 'done',
  queued_for_shipping: 'done',
  shipping: 'done',
  complete: 'done',
  incomplete: 'failed',
  cancelled: 'cancelled',
  error: 'failed',
}

const AUTHENTISE_RUN: States = {
  calculating: 'waiting',
  calculated: 'waiting',
  queued: 'accepted',
  'queued-ready': 'accepted',
  'queued-work-ready': 'accepted',
  'in-progress': 'in-production',
  paused: 'in-production',
  error: 'failed',
  complete: 'done',
  cancelled: 'cancelled',
}

const AUTHENTISE_SHIPMENT: States = {
  new: 'waiting',
  queued: 'waiting',
  in_transit: 'shipped',
  received: 'delivered',
  error: 'failed',
  cancelled: 'cancelled',
}

/** Quotes and other documents that are made in the background. */
const AUTHENTISE_DOCUMENT: States = { pending: 'waiting', processing: 'waiting', complete: 'done', error: 'failed' }

/** @source CircuitHub Platform REST API v1; orders: open list, project: import of a revision */
const CIRCUITHUB_ORDER: States = { in_progress: 'in-production', completed: 'done' }
const CIRCUITHUB_PROJECT: States = { importing: 'waiting', complete: 'accepted', failed: 'failed' }

/** @source ASAP manufacturing API, order states */
const ASAP_ORDER: States = {
  accepted: 'accepted',
  in_production: 'in-production',
  on_hold: 'waiting',
  shipped: 'shipped',
  delivered: 'delivered',
  cancelled: 'cancelled',
}

/** Batchivo does not document the words of its runs: these are read as they are commonly meant. */
const COMMON: States = {
  draft: 'draft',
  new: 'waiting',
  pending: 'waiting',
  planned: 'waiting',
  scheduled: 'waiting',
  queued: 'waiting',
  waiting: 'waiting',
  accepted: 'accepted',
  confirmed: 'accepted',
  ready: 'accepted',
  active: 'in-production',
  started: 'in-production',
  running: 'in-production',
  printing: 'in-production',
  in_progress: 'in-production',
  in_production: 'in-production',
  paused: 'in-production',
  complete: 'done',
  completed: 'done',
  done: 'done',
  finished: 'done',
  shipped: 'shipped',
  delivered: 'delivered',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  aborted: 'cancelled',
  failed: 'failed',
  error: 'failed',
}

/** LibrePCB hands the order to a page; what follows is not told. */
const LIBREPCB: States = { 'opened-in-browser': 'draft' }

export type StateSubject = 'order' | 'line-item' | 'piece' | 'run' | 'shipment' | 'quote' | 'project'

const TABLES: Readonly<Record<ProviderId, Partial<Record<StateSubject, States>>>> = {
  asap: { order: ASAP_ORDER },
  circuithub: { order: CIRCUITHUB_ORDER, project: CIRCUITHUB_PROJECT },
  librepcb: { project: LIBREPCB },
  authentise: {
    order: AUTHENTISE_ORDER,
    'line-item': AUTHENTISE_ORDER,
    piece: AUTHENTISE_PIECE,
    run: AUTHENTISE_RUN,
    shipment: AUTHENTISE_SHIPMENT,
    quote: AUTHENTISE_DOCUMENT,
  },
  batchivo: { run: COMMON, order: COMMON, project: COMMON },
}

/**
 * A provider's word in the vocabulary that all providers share.
 * @returns `unknown` for a word that is not in the provider's list; the word itself is always shown beside it
 */
export const productionState = (provider: ProviderId, subject: StateSubject, original: string): ProductionState => {
  const table = TABLES[provider][subject]
  if (!table) return 'unknown'
  const word =
    provider === 'batchivo'
      ? original
          .trim()
          .toLowerCase()
          .replace(/[\s-]+/g, '_')
      : original
  return Object.hasOwn(table, word) ? table[word]! : 'unknown'
}

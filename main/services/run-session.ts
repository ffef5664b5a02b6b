import { inCatalogueOrder } from '#core/run/check-order.ts'
import type { EventHub } from './events.ts'
import type { CapabilityService } from './capabilities.ts'
import type { Log } from './log.ts'
import type { RefusalShape } from '#core/ipc/board-shapes.ts'
import type { Store } from '#main/store/store.ts'
import type { ReviewPool } from '#main/workers/review-pool.ts'
import type { BoardReport, EndReport, PackageReport, WorkReport } from '#main/workers/review-protocol.ts'
import { coverageOf, Judge } from './judging.ts'
import { overridesFor } from './name-pattern.ts'
import { clearRun, type Session } from './session.ts'
import { throttle } from './throttle.ts'

export interface Running {
  readonly store: Store
  readonly pool: ReviewPool
  readonly hub: EventHub
  readonly capabilities: CapabilityService
  readonly log: Log
  /** Folder of the content store. */
  readonly contents: string
  readonly version: string
  /** Who is named for what is done now. */
  readonly author: () => string
}

/** Progress and findings come in bursts; the page is told at most this often. */
const TELL_MS = 120
/** Asking for findings takes at most this share of the time, however many there are. */
const REVIEW_SHARE = 0.15

const acceptPackage = (session: Session, read: PackageReport): void => {
  session.package = read
  session.name = read.name
  const { name, files, archiveSha256 } = read
  // From now on the stored copy counts: the original may change or vanish.
  session.source = archiveSha256 ? { kind: 'archive', name, sha256: archiveSha256 } : { kind: 'files', name, files }
}

const acceptBoard = (session: Session, { model, basis, layers, holes, landmarks }: BoardReport): void => {
  session.model = { id: session.id, ...model }
  session.basis = basis
  session.layers = new Map(layers.map(({ id, block }) => [id, block]))
  session.holes = holes
  session.landmarks = landmarks
}

/** Saves a finished review. @returns the refusal that the page is shown when it could not be saved */
const keep = (
  session: Session,
  { netCount, netNames }: { readonly netCount: number; readonly netNames: readonly string[] },
  { store, capabilities, log, version, author }: Running,
): RefusalShape | null => {
  const { package: read, model, basis } = session
  if (!read || !model || !basis) throw new Error('a review ended without a board')
  const { id: _, ...facts } = { ...model, facts: { ...model.facts, netCount } }
  session.model = { ...model, facts: facts.facts }
  const capability = capabilities.chosen()
  const review = new Judge(capability).review(session.raw, basis, session.files)
  const shown = new Map(session.files.map((file) => [file.path, file]))
  try {
    session.storedId = store.boards.save({
      package: { ...read, files: read.files.map((file) => ({ ...file, shown: shown.get(file.path)! })) },
      appVersion: version,
      capability: capability.id,
      model: facts,
      basis,
      raw: inCatalogueOrder(session.raw, (raw) => raw.id),
      findings: review.findings,
      verdict: review.summary.verdict,
      coverage: coverageOf(review.summary),
      revisionOf: session.revisionOf,
      actor: author(),
      landmarks: session.landmarks ?? undefined,
      nets: netNames,
    })
    session.revision = store.revisions.ofPackage(read.sha256)?.number ?? null
    if (session.picture) store.boards.savePicture(session.storedId, session.picture)
    session.picture = null
    return null
  } catch (error) {
    log.fault('a review could not be saved', error)
    return {
      code: 'not-saved',
      message: `The review could not be saved (${(error as Error).message}). It is shown, but will not be in the list of recent boards.`,
    }
  }
}

/** Starts the work on a session's package; events tell how it goes. A run that was replaced tells nothing more. */
export const runSession = (session: Session, parts: Running): void => {
  const { store, pool, hub, capabilities, log, contents } = parts
  const run = ++session.run
  const board = session.id
  clearRun(session)
  const tellProgress = throttle(() => TELL_MS)
  const tellFiles = throttle(() => TELL_MS)
  const tellReview = throttle(() => Math.max(TELL_MS, session.reviewMs / REVIEW_SHARE))
  const sendProgress = (): void => hub.emit({ event: 'progress', payload: { board, progress: session.progress } })

  const onReport = (report: WorkReport): void => {
    if (session.run !== run) return
    switch (report.kind) {
      case 'progress': {
        const isNewPhase = report.progress.phase !== session.progress.phase
        session.progress = report.progress
        tellProgress.call(sendProgress)
        if (isNewPhase) tellProgress.flush()
        return
      }
      case 'package':
        return acceptPackage(session, report.package)
      case 'files':
        session.files = report.files
        return tellFiles.call(() => hub.emit({ event: 'files', payload: { board, files: [...session.files] } }))
      case 'board':
        acceptBoard(session, report.board)
        tellFiles.flush()
        return hub.emit({ event: 'board', payload: { board } })
      case 'check':
        session.raw.push(report.raw)
        session.progress = { phase: 'checking', done: report.done, total: report.total }
        tellProgress.call(sendProgress)
        return tellReview.call(() => hub.emit({ event: 'review', payload: { board, final: false } }))
    }
  }

  const onEnd = (end: EndReport): void => {
    if (session.run !== run) return
    session.job = null
    tellFiles.flush()
    for (const pending of [tellProgress, tellReview]) pending.drop()
    const finish = (phase: 'done' | 'failed' | 'cancelled'): void => {
      session.progress = { ...session.progress, phase }
      sendProgress()
    }
    const fail = (refusal: RefusalShape): void => {
      session.refusal = refusal
      hub.emit({ event: 'failed', payload: { board, refusal } })
    }
    switch (end.kind) {
      case 'done': {
        const unsaved = keep(session, end, parts)
        hub.emit({ event: 'review', payload: { board, final: true } })
        if (unsaved) fail(unsaved)
        return finish('done')
      }
      case 'refused':
        fail(end.refusal)
        return finish('failed')
      case 'cancelled':
        return finish('cancelled')
      case 'reported':
        throw new Error('a review ended with a report that nobody asked for')
      case 'crashed':
        log.fault(`the review of a package stopped: ${end.message}`)
        fail({ code: 'internal', message: 'The review stopped because of an error in Boardproof. The log in the data folder says where.' })
        return finish('failed')
    }
  }

  session.job = pool.run(
    { source: session.source, contents, capability: capabilities.chosen(), extraCapabilities: capabilities.own() },
    {
      onReport,
      rolesFor: (read) =>
        overridesFor(
          read.files.map((f) => f.path),
          store.choices.rolesOf(read.sha256),
          store.choices.patternRoles(),
        ),
    },
  )
  // A fault while a review is being taken over must reach the page, not end the process.
  void session.job.end
    .then(onEnd)
    .catch((error: unknown) => onEnd({ kind: 'crashed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
}

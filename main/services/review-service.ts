import { basename } from 'node:path'
import { randomUUID } from 'node:crypto'
import { err, ok, type Result } from '#core/base/result.ts'
import type { BoardShape, FileShape, RoleChoiceShape } from '#core/ipc/board-shapes.ts'
import type { RecentShape, ReviewShape } from '#core/ipc/board.ipc.ts'
import { routes } from '#core/ipc/routes.ts'
import { projectBoards } from '#core/read/librepcb/project-boards.ts'
import type { OpenedReview } from '#main/store/boards.repo.ts'
import type { StoredPackage } from '#main/store/stored-review.ts'
import type { ReportOrder } from '#main/workers/make-report.ts'
import type { JobSource, PackageReport } from '#main/workers/review-protocol.ts'
import { Judge } from './judging.ts'
import { namePattern } from './name-pattern.ts'
import { runSession, type Running } from './run-session.ts'
import { newSession, type Session } from './session.ts'

type Failure<C extends string> = { readonly code: C; readonly message: string }
export interface Opened {
  readonly id: string
  readonly name: string
}

export interface ReportBasis extends Pick<ReportOrder, 'raw' | 'context' | 'netCount'> {
  readonly source: JobSource
}

/** A board that the page named, as the store knows it. */
export interface StoredPlace {
  readonly board: string
  /** Null = the newest revision. */
  readonly revision: number | null
}

/** Boards that are open or were: everything that the page does with them. */
export interface ReviewService {
  recents(): RecentShape[]
  forget(id: string): Promise<boolean>
  openSample(): Opened
  /** @param revisionOf the board that the package is to be the next revision of */
  openPaths(paths: readonly string[], revisionOf?: string): Opened
  /** Opens what an upload left in the content store. */
  openContents(name: string, files: readonly { readonly path: string; readonly sha256: string }[], revisionOf?: string): Opened
  /** Opens another board of the LibrePCB project that a board comes from. */
  openProjectBoard(id: string, projectBoard: string): Result<Opened, Failure<'gone' | 'not-ready' | 'no-such-board'>>
  openRecent(id: string): Promise<Result<Opened, Failure<'gone'>>>
  /** Opens one revision of a board, beside others of it. */
  openRevision(id: string, revision: number): Result<Opened, Failure<'gone' | 'no-such-revision'>>
  /** @returns where the store keeps what the page calls so */
  locate(id: string): Result<StoredPlace, Failure<'gone' | 'not-ready'>>
  /** Takes over that a revision is kept elsewhere now. */
  moved(from: { readonly board: string; readonly revision: number }, to: { readonly board: string; readonly revision: number }): void
  /** Reviews again what is open of a board: its roles were chosen anew. */
  runAgain(board: string): Promise<void>
  /** Reviews again everything that is open: what it was measured for no longer reaches. */
  runAllAgain(): Promise<void>
  /** Settles when the work has stopped. */
  cancel(id: string): Promise<void>
  files(id: string): Result<FileShape[], Failure<'gone'>>
  board(id: string): Result<BoardShape, Failure<'gone' | 'not-ready'>>
  review(id: string, capability: string): Result<ReviewShape, Failure<'gone' | 'not-ready' | 'no-such-capability'>>
  setRole(id: string, path: string, choice: RoleChoiceShape): Promise<Result<null, Failure<'gone' | 'no-such-file'>>>
  /** What a report of a finished review is made from. */
  reportBasis(id: string): Result<ReportBasis, Failure<'gone' | 'not-ready'>>
  layer(id: string, layer: string): Uint8Array<ArrayBuffer> | null
  holes(id: string): Uint8Array<ArrayBuffer> | null
  picture(id: string): Uint8Array | null
  savePicture(id: string, png: Uint8Array): boolean
  close(): Promise<void>
}

/** Boards whose tables stay in memory; the one used longest ago goes first. */
const KEPT_SESSIONS = 3
const SHOWN_RECENTS = 50
/** What checking, writing and reading one finding costs on its way to the page, roughly. */
const MS_PER_FINDING_SENT = 0.02

const gone = { code: 'gone', message: 'This board is no longer open. Open it again from the start page.' } as const
const notReady = { code: 'not-ready', message: 'The board is still being read.' } as const

/** Where the bytes of a stored package lie. */
export const sourceOf = ({
  name,
  archiveSha256,
  files,
}: Pick<StoredPackage, 'name' | 'archiveSha256'> & Pick<PackageReport, 'files'>): JobSource =>
  archiveSha256
    ? { kind: 'archive', name, sha256: archiveSha256 }
    : { kind: 'files', name, files: files.map(({ path, sha256 }) => ({ path, sha256 })) }

export const reviewService = (parts: Running): ReviewService => {
  const { store, capabilities } = parts
  const sessions = new Map<string, Session>()

  const stop = async (session: Session): Promise<void> => {
    await session.job?.cancel()
  }
  /** Finds a session and marks it as used last. */
  const find = (id: string): Session | null => {
    const session = sessions.get(id)
    if (!session) return null
    sessions.delete(id)
    sessions.set(id, session)
    return session
  }
  const start = (session: Session): Opened => {
    sessions.set(session.id, session)
    for (const old of [...sessions.values()].slice(0, -KEPT_SESSIONS)) {
      sessions.delete(old.id)
      void stop(old)
    }
    runSession(session, parts)
    return { id: session.id, name: session.name }
  }
  const rerun = async (which: (session: Session) => boolean): Promise<void> => {
    for (const session of [...sessions.values()].filter((s) => s.package && which(s))) {
      session.run++
      await stop(session)
      runSession(session, parts)
    }
  }
  const locate = (id: string): Result<StoredPlace, Failure<'gone' | 'not-ready'>> => {
    const session = find(id)
    if (session) return session.storedId ? ok({ board: session.storedId, revision: session.revision }) : err(notReady)
    return store.library.exists(id) ? ok({ board: id, revision: null }) : err(gone)
  }
  const open = (name: string, source: JobSource, revisionOf?: string): Opened => {
    const of = revisionOf === undefined ? null : locate(revisionOf)
    return start(newSession(randomUUID(), name, source, of?.ok ? of.value.board : null))
  }
  const stored = (id: string): OpenedReview | null => store.boards.reviewOf(id)
  const storedIdOf = (id: string): string | null => sessions.get(id)?.storedId ?? (sessions.has(id) ? null : id)

  return {
    recents: () =>
      store.boards
        .recent(SHOWN_RECENTS)
        .map(({ hasPicture, ...row }) => ({ ...row, thumbnail: hasPicture ? `${routes.picture(row.id)}?at=${row.openedAt}` : null })),
    async forget(id) {
      for (const session of [...sessions.values()].filter((s) => s.id === id || s.storedId === id)) {
        sessions.delete(session.id)
        await stop(session)
      }
      return store.library.delete(id, parts.author())
    },
    openSample: () => open('Sample board', { kind: 'sample' }),
    openPaths: (paths, revisionOf) =>
      open(
        paths.length === 1 ? basename(paths[0]!) : `${basename(paths[0]!)} and ${paths.length - 1} more`,
        { kind: 'paths', paths },
        revisionOf,
      ),
    openContents(name, files, revisionOf) {
      const [only] = files
      // A single file goes by its own name, which tells its kind.
      return open(
        name,
        only && files.length === 1 ? { kind: 'archive', name: basename(only.path), sha256: only.sha256 } : { kind: 'files', name, files },
        revisionOf,
      )
    },
    openProjectBoard(id, projectBoard) {
      const session = find(id)
      const kept = session ? session.package : store.boards.packageOf(id)
      if (!kept) return err(session ? notReady : gone)
      const found = projectBoards(kept.files.map(({ path }) => path))
      if (!found?.boards.some(({ name }) => name === projectBoard))
        return err({ code: 'no-such-board', message: `The project has no board "${projectBoard}".` })
      const source = sourceOf(kept)
      if (source.kind !== 'archive' && source.kind !== 'files') return err(notReady)
      return ok(open(kept.name, { ...source, projectBoard }))
    },
    openRevision(id, revision) {
      const place = locate(id)
      if (!place.ok) return err(gone)
      const kept = store.boards.packageOf(place.value.board, revision)
      if (!kept) return err({ code: 'no-such-revision', message: `There is no revision ${revision} of this board.` })
      return ok(start({ ...newSession(randomUUID(), kept.name, sourceOf(kept)), storedId: place.value.board, revision }))
    },
    locate,
    moved(from, to) {
      for (const session of sessions.values()) {
        if (session.storedId !== from.board || session.revision !== from.revision) continue
        session.storedId = to.board
        session.revision = to.revision
      }
    },
    runAgain: (board) => rerun((session) => session.storedId === board),
    runAllAgain: () => rerun(() => true),
    async openRecent(id) {
      const kept = store.boards.packageOf(id)
      if (!kept) return err({ code: 'gone', message: 'This board is no longer in the list.' })
      const before = sessions.get(id)
      if (before) {
        // The run that is replaced must not say of the same board that it was cancelled.
        before.run++
        await stop(before)
      }
      const source = sourceOf(kept)
      return ok(start({ ...newSession(id, kept.name, source), storedId: id, revision: store.revisions.find(id)?.number ?? null }))
    },
    async cancel(id) {
      const session = sessions.get(id)
      if (session) await stop(session)
    },
    files(id) {
      const session = find(id)
      const files = session ? session.files : stored(id)?.files
      return files ? ok([...files]) : err(gone)
    },
    board(id) {
      const session = find(id)
      const model = session ? session.model : stored(id)?.model
      return model ? ok(model) : err(session ? (session.refusal ? { ...notReady, message: session.refusal.message } : notReady) : gone)
    },
    review(id, wanted) {
      const capability = capabilities.find(wanted)
      if (!capability) return err({ code: 'no-such-capability', message: `There is no capability "${wanted}".` })
      const session = find(id)
      if (!session) {
        const kept = stored(id)
        return kept ? ok(new Judge(capability).review(kept.raw, kept.basis, kept.files)) : err(gone)
      }
      if (!session.basis) return err(notReady)
      const known = session.judges.get(wanted)
      const judge = known?.isOf(capability) ? known : new Judge(capability)
      session.judges.set(wanted, judge)
      const start = performance.now()
      const review = judge.review(session.raw, session.basis, session.files)
      session.reviewMs = performance.now() - start + review.findings.length * MS_PER_FINDING_SENT
      return ok(review)
    },
    async setRole(id, path, choice) {
      const session = find(id)
      if (!session) return err(gone)
      const paths = session.package?.files.map((f) => f.path) ?? []
      if (!session.package || !paths.includes(path)) return err({ code: 'no-such-file', message: `The package holds no file "${path}".` })
      const chosen = { choice: JSON.stringify(choice), chosen_at: store.ids.now() }
      const { sha256 } = session.package
      const deed = {
        board: session.storedId,
        actor: parts.author(),
        action: 'role.chosen',
        says: `${path} is ${[choice.side, choice.role].filter(Boolean).join(' ')}`,
      }
      store.commands.record(deed, (rows) => {
        rows.put('package_role', { package_sha256: sha256, path, ...chosen })
        rows.put('pattern_role', { pattern: namePattern(path, paths), ...chosen })
      })
      // The run that is replaced must not say that it was cancelled.
      session.run++
      await stop(session)
      runSession(session, parts)
      return ok(null)
    },
    reportBasis(id) {
      const session = find(id)
      if (session) {
        const { source, raw, basis, model, progress } = session
        if (!basis || !model || progress.phase !== 'done') return err(notReady)
        return ok({ source, raw, context: basis.context, netCount: model.facts.netCount })
      }
      const [kept, review] = [store.boards.packageOf(id), stored(id)]
      if (!kept || !review) return err(gone)
      return ok({ source: sourceOf(kept), raw: review.raw, context: review.basis.context, netCount: review.model.facts.netCount })
    },
    layer: (id, layer) => find(id)?.layers.get(layer) ?? null,
    holes: (id) => find(id)?.holes ?? null,
    picture(id) {
      const storedId = storedIdOf(id)
      return storedId ? store.boards.picture(storedId) : (sessions.get(id)?.picture ?? null)
    },
    savePicture(id, png) {
      const storedId = storedIdOf(id)
      if (storedId) return store.boards.savePicture(storedId, png)
      sessions.get(id)!.picture = png
      return true
    },
    async close() {
      const all = [...sessions.values()]
      sessions.clear()
      for (const session of all) session.run++
      await Promise.all(all.map(stop))
      await parts.pool.close()
    },
  }
}

import { noAnnouncer, type Announcer } from '#renderer/bridge/announcer.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import { announceAway } from './announce-away.ts'
import type { AppState } from './app-state.ts'
import type { AppStore } from './store.ts'

/** @returns a function that runs the work, and once more when it was called meanwhile: findings may come faster than they can be fetched */
const oneAtATime = (work: () => Promise<void>): (() => void) => {
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    running = true
    do {
      again = false
      await work()
    } while (again)
    running = false
  }
  return () => {
    if (running) again = true
    else void run()
  }
}

const NOTHING_HEARD: AppState['heard'][string] = { progress: null, final: false, refusal: null }

/**
 * Keeps the store up to date with what happens in the application, and announces what matters to someone who looks
 * elsewhere.
 * @returns a function that stops it
 */
export const followBackend = (backend: Backend, store: AppStore, announcer: Announcer = noAnnouncer): (() => void) => {
  const away = announceAway(announcer, store, () => performance.now())
  const hear = (board: string, part: Partial<AppState['heard'][string]>): void =>
    store.setState((s) => ({ heard: { ...s.heard, [board]: { ...(s.heard[board] ?? NOTHING_HEARD), ...part } } }))
  const reload = oneAtATime(() => store.getState().loadReview())
  const isShown = (board: string): boolean => store.getState().boardId === board
  return backend.subscribe({
    onProgress(board, progress) {
      away.onProgress(board, progress)
      // Reading again, after a role was changed, makes what was final open again.
      const restarted = progress.phase === 'reading' || progress.phase === 'assembling'
      hear(board, restarted ? { progress, final: false, refusal: null } : { progress })
      if (isShown(board)) store.setState(restarted ? { progress, reviewFinal: false } : { progress })
    },
    onFiles(board, files) {
      if (isShown(board)) store.setState({ files })
    },
    onBoard(board) {
      if (isShown(board)) void store.getState().loadBoard()
    },
    onReview(board, final) {
      away.onReview(board, final)
      hear(board, { final })
      if (!isShown(board)) return
      store.setState({ reviewFinal: final })
      reload()
      if (!final) return
      void store.getState().refreshFacts()
      void store.getState().loadDecisions()
    },
    onFailed(board, refusal) {
      hear(board, { refusal })
      if (isShown(board)) store.setState({ refusal, progress: { phase: 'failed', done: 0, total: 0 } })
    },
    onConnection(state) {
      const connected = state === 'connected'
      if (store.getState().connected === connected) return
      store.setState({ connected })
      if (connected) {
        void store.getState().refreshFiles()
        void store.getState().loadBoard()
      }
    },
    onDecisions(board) {
      if (isShown(board)) void store.getState().loadDecisions()
    },
    onOutbox: oneAtATime(() => store.getState().loadQueue()),
    onSync(sync) {
      store.setState({ sync })
      away.onSync(sync)
    },
    onOrder(says) {
      away.onOrder(says)
      store.getState().notify('success', says)
      void store.getState().loadOrders()
    },
    onPush(push) {
      store.getState().heardPush(push)
      away.onPush(push)
    },
    onAccounts: oneAtATime(() => store.getState().loadAccounts()),
    onTransfer: (job, progress) => store.getState().hearTransfer(job, progress),
    onOpened(board) {
      store.getState().adopt(board, '')
    },
  })
}

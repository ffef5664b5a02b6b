import type { Backend } from '#renderer/bridge/backend.ts'
import type { AppStore } from './store.ts'

/** Keeps the store up to date with what happens in the application. @returns a function that stops it */
export const followBackend = (backend: Backend, store: AppStore): (() => void) => {
  const isShown = (board: string): boolean => store.getState().boardId === board
  return backend.subscribe({
    onProgress(board, progress) {
      if (!isShown(board)) return
      store.setState({ progress })
    },
    onFiles(board, files) {
      if (isShown(board)) store.setState({ files })
    },
    onBoard(board) {
      if (isShown(board)) void store.getState().loadBoard()
    },
    onReview(board, final) {
      if (!isShown(board)) return
      store.setState({ reviewFinal: final })
      void store.getState().loadReview()
    },
    onFailed(board, refusal) {
      if (isShown(board)) store.setState({ refusal })
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
    onOpened(board) {
      store.getState().adopt(board, '')
    },
  })
}

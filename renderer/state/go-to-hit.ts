import type { SearchHitShape } from '#core/ipc/library.ipc.ts'
import type { AppState } from './app-state.ts'
import { showFinding } from './show-finding.ts'
import { showNote } from './show-note.ts'
import { selectFindingOf } from './slices/review.slice.ts'
import type { AppStore } from './store.ts'

const GONE: Readonly<Record<SearchHitShape['kind'], string>> = {
  board: '',
  finding: 'This finding is no longer there: the board was read or judged anew.',
  net: '',
  note: 'This note is no longer there.',
  file: '',
}

/** @returns false when it is no longer there */
const show = (store: AppStore, { kind, ref }: SearchHitShape): boolean => {
  const state = store.getState()
  switch (kind) {
    case 'board':
      return true
    case 'file':
      state.goTo('import')
      state.selectFile(ref)
      return true
    case 'net':
      state.goTo('review')
      state.highlightNets([ref])
      state.notify('note', `Net ${ref} is highlighted.`, undefined, { label: 'Clear', run: () => store.getState().highlightNets([]) })
      return true
    case 'note': {
      const note = state.decisions?.notes.find((one) => one.id === ref)
      state.goTo('review')
      state.showPanel('notes')
      if (note) showNote(store, note)
      return note !== undefined
    }
    case 'finding': {
      state.goTo('review')
      state.showPanel('findings')
      state.selectFinding(ref)
      const finding = selectFindingOf(store.getState())
      if (finding) showFinding(store, finding)
      return finding !== null
    }
  }
}

/** Everything that a hit may lead to is there: findings with what was decided, and a drawn board. */
const isReady = ({ reviewFinal, review, decisions, viewer, loadedLayers }: AppState): boolean =>
  reviewFinal && review !== null && decisions !== null && viewer !== null && loadedLayers.length > 0

/** Goes to what was found on the start page once its board is open. @returns a function that stops it */
export const goToHits = (store: AppStore): (() => void) =>
  store.subscribe((state) => {
    const { pendingHit } = state
    if (!pendingHit || !isReady(state)) return
    store.setState({ pendingHit: null })
    // After the board was framed for the first time.
    requestAnimationFrame(() => {
      if (!show(store, pendingHit)) store.getState().notify('note', GONE[pendingHit.kind])
    })
  })

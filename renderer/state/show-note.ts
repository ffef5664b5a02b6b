import type { NoteShape } from '#core/ipc/decision-shapes.ts'
import { placeOfNote } from './note-pins.ts'
import { boxMmToNm } from './show-finding.ts'
import type { AppStore } from './store.ts'

/** A pin is shown with this much board around it, mm. */
const SPAN_MM = 6

/** Goes to where a note is pinned: the place on the board, its finding, or its file in the list. */
export const showNote = (store: AppStore, note: NoteShape): void => {
  const { now } = note
  const state = store.getState()
  state.selectNote(note.id)
  if (now?.kind === 'file') {
    state.selectFile(now.path)
    state.goTo('import')
    return
  }
  if (now?.kind === 'finding') state.selectFinding(now.fingerprint)
  const at = placeOfNote(note)
  if (at) state.viewer?.fit(boxMmToNm([at.x - SPAN_MM / 2, at.y - SPAN_MM / 2, at.x + SPAN_MM / 2, at.y + SPAN_MM / 2]))
}

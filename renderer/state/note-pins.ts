import type { NoteShape } from '#core/ipc/decision-shapes.ts'
import type { AppState } from './app-state.ts'

/** A note with the number that its pin bears, on the board and in the list. */
export interface NumberedNote {
  readonly note: NoteShape
  readonly number: number
  /** Where its pin stands, mm; null: it belongs to no place, or what it was pinned to is gone. */
  readonly at: { readonly x: number; readonly y: number } | null
}

/** @returns where on the board a note stands now, mm */
export const placeOfNote = ({ now }: NoteShape): NumberedNote['at'] => (now?.kind === 'place' || now?.kind === 'finding' ? now.at : null)

let known: { readonly notes: readonly NoteShape[]; readonly numbered: readonly NumberedNote[] } | null = null

/** @returns the notes in the order that they were written, numbered from 1; the same list for the same notes */
export const numberedNotes = ({ decisions }: Pick<AppState, 'decisions'>): readonly NumberedNote[] => {
  if (!decisions) return []
  if (known?.notes === decisions.notes) return known.numbered
  const numbered = decisions.notes.map((note, i): NumberedNote => ({ note, number: i + 1, at: placeOfNote(note) }))
  known = { notes: decisions.notes, numbered }
  return numbered
}

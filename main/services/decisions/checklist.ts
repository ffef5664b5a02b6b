import type { ChecklistShape, RevisionShape } from '#core/ipc/decision-shapes.ts'
import { standardChecklist } from '#core/review/checklist.ts'
import type { StoredItem } from '#main/store/decisions.repo.ts'
import { sha256Of } from '#main/store/sha256.ts'

/** A removed standard item stays as a row with this position: it must not come back. */
export const REMOVED = -1

/** One id for one standard item of a board, before anything is stored of it. */
const standardId = (board: string, key: string): string => {
  const hex = sha256Of(`${board} ${key}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** @returns what is to be looked at on a board: the standard items, as far as they were not removed, then the user's own */
export const checklistItems = (board: string, copperLayers: number, stored: readonly StoredItem[]): readonly StoredItem[] => {
  const rows = new Map(stored.map((row) => [row.id, row]))
  const standard = standardChecklist({ copperLayers }).map(({ key, text, isRequired }, position): StoredItem => {
    const id = standardId(board, key)
    const untouched = { id, boardId: board, position, text, isRequired, doneBy: null, doneAt: null, doneRevisionId: null }
    return rows.get(id) ?? untouched
  })
  const standardIds = new Set(standard.map((item) => item.id))
  return [...standard, ...stored.filter((row) => !standardIds.has(row.id))].filter((item) => item.position !== REMOVED)
}

/** @param revisions of the board, to name the one that an item was ticked on */
export const checklistShapeOf = (item: StoredItem, current: RevisionShape, revisions: readonly RevisionShape[]): ChecklistShape => {
  const on = revisions.find((r) => r.id === item.doneRevisionId)
  return {
    id: item.id,
    text: item.text,
    isRequired: item.isRequired,
    doneBy: item.doneBy,
    doneAt: item.doneAt,
    doneOn: on?.number ?? null,
    isDone: item.doneBy !== null && on?.id === current.id,
  }
}

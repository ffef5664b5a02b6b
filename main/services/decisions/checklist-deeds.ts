import { ok, type Result } from '#core/base/result.ts'
import { itemRow, type StoredItem } from '#main/store/decisions.repo.ts'
import { checklistItems, REMOVED } from './checklist.ts'
import { gone, shortened, type Deeds, type Failure } from './deeds.ts'

/** The list of what a reviewer has to look at. */
export class ChecklistDeeds {
  readonly #deeds: Deeds

  constructor(deeds: Deeds) {
    this.#deeds = deeds
  }

  /** @returns the items of the board that is looked at, and the revision */
  checklist(id: string): Result<{ board: string; revisionId: string; items: readonly StoredItem[] }, Failure<'gone' | 'not-ready'>> {
    const { store, locate } = this.#deeds.parts
    const place = locate(id)
    if (!place.ok) return place
    const { board, revision } = place.value
    const found = store.revisions.find(board, revision)
    const model = found && store.boards.reviewOf(board, found.number)?.model
    if (!found || !model) return gone('gone', 'board')
    return ok({ board, revisionId: found.id, items: checklistItems(board, model.facts.copperLayers, store.decisions.checklist(board)) })
  }

  addItem(id: string, text: string, isRequired: boolean) {
    const list = this.checklist(id)
    if (!list.ok) return list
    const { board, items } = list.value
    const item = {
      id: this.#deeds.parts.store.ids.uuid(),
      boardId: board,
      position: Math.max(99, ...items.map((i) => i.position)) + 1,
      text,
      isRequired,
      doneBy: null,
      doneAt: null,
      doneRevisionId: null,
    }
    const shape = { id: item.id, text, isRequired, doneBy: null, doneAt: null, doneOn: null, isDone: false }
    return this.#deeds.record(
      board,
      'checklist.added',
      `Added to the checklist: ${shortened(text)}`,
      (rows) => rows.put('checklist_item', itemRow(item)),
      shape,
    )
  }

  #changeItem(
    id: string,
    itemId: string,
    action: string,
    verb: string,
    change: (item: StoredItem, revisionId: string) => StoredItem,
  ): Result<null, Failure<'gone' | 'not-ready' | 'no-such-item'>> {
    const list = this.checklist(id)
    if (!list.ok) return list
    const { board, items, revisionId } = list.value
    const item = items.find((i) => i.id === itemId)
    if (!item) return gone('no-such-item', 'item')
    return this.#deeds.record(
      board,
      action,
      `${verb}: ${shortened(item.text)}`,
      (rows) => rows.put('checklist_item', itemRow(change(item, revisionId))),
      null,
    )
  }

  tickItem(id: string, itemId: string, done: boolean) {
    const { store, author } = this.#deeds.parts
    const ticked = { doneBy: author(), doneAt: store.ids.now() }
    return this.#changeItem(id, itemId, 'checklist.ticked', done ? 'Ticked' : 'Unticked', (item, doneRevisionId) =>
      done ? { ...item, ...ticked, doneRevisionId } : { ...item, doneBy: null, doneAt: null, doneRevisionId: null },
    )
  }

  removeItem(id: string, itemId: string) {
    return this.#changeItem(id, itemId, 'checklist.removed', 'Removed from the checklist', (item) => ({ ...item, position: REMOVED }))
  }
}

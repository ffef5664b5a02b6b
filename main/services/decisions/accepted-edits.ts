import { ok, type Result } from '#core/base/result.ts'
import type { ExpectedEdit } from '#core/ipc/compare.ipc.ts'
import { EXPECTED_NAMES } from '#core/review/compare/acceptance.ts'
import { acceptanceRow } from '#main/store/decisions.repo.ts'
import type { Deeds, Failure } from './deeds.ts'

/** Which of a fab's usual edits are accepted for a board. */
export class AcceptedEdits {
  readonly #deeds: Deeds

  constructor(deeds: Deeds) {
    this.#deeds = deeds
  }

  /** @returns the kinds, each once, in the order they were accepted */
  kinds(id: string): Result<ExpectedEdit[], Failure<'gone' | 'not-ready'>> {
    const { store, locate } = this.#deeds.parts
    const place = locate(id)
    if (!place.ok) return place
    return ok([...new Set(store.decisions.acceptedEdits(place.value.board).map((a) => a.kind))])
  }

  accept(id: string, kind: ExpectedEdit, accepted: boolean): Result<ExpectedEdit[], Failure<'gone' | 'not-ready'>> {
    const { store, locate, author } = this.#deeds.parts
    const place = locate(id)
    if (!place.ok) return place
    const { board } = place.value
    const present = store.decisions.acceptedEdits(board).filter((a) => a.kind === kind)
    if (accepted !== present.length > 0) {
      const says = `${accepted ? 'Accepted' : 'No longer accepted'} as an edit of the fab: ${EXPECTED_NAMES[kind].toLowerCase()}`
      const one = { id: store.ids.uuid(), boardId: board, kind, author: author(), acceptedAt: store.ids.now() }
      this.#deeds.record(
        board,
        'edit.accepted',
        says,
        (rows) => {
          if (accepted) rows.put('accepted_edit', acceptanceRow(one))
          for (const row of accepted ? [] : present) rows.remove('accepted_edit', acceptanceRow(row))
        },
        null,
      )
    }
    return this.kinds(id)
  }
}

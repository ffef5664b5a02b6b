import { ok, type Result } from '#core/base/result.ts'
import type { BoardShape } from '#core/ipc/board-shapes.ts'
import type { RevisionPlaceShape } from '#core/ipc/decision-shapes.ts'
import { ALIKE_ENOUGH, likenessOf, type BoardTraits } from '#core/review/likeness.ts'
import type { NewestRevision } from '#main/store/revisions.repo.ts'
import { gone, type Deeds, type Failure } from './deeds.ts'

export interface RevisionPlaces {
  /** Where a revision belongs, and which boards look like the same one. */
  of(id: string): Result<RevisionPlaceShape, Failure<'gone' | 'not-ready'>>
}

/** Longer lists are looked through on the start page. */
const MOST_OTHERS = 100
/** Boards that are compared hole by hole. */
const MOST_ALIGNED = 5
/** From this share of common holes on two boards are one, below the other they are two. */
const SAME_HOLES = 0.6
const OTHER_HOLES = 0.2
const ENOUGH_HOLES = 8

const traitsOf = ({ name, model, paths }: NewestRevision): BoardTraits => {
  const facts = model === null ? null : (JSON.parse(model) as BoardShape).facts
  return {
    name,
    widthMm: facts?.widthMm ?? null,
    heightMm: facts?.heightMm ?? null,
    copperLayers: facts?.copperLayers ?? 0,
    paths,
  }
}

export const revisionPlaces = (deeds: Deeds): RevisionPlaces => {
  const { store, revisions, locate } = deeds.parts

  /** @returns the others with how alike they are, the most alike first */
  const judged = (own: NewestRevision, others: readonly NewestRevision[]) => {
    const traits = traitsOf(own)
    const byTraits = others.map((other) => ({ other, ...likenessOf(traits, traitsOf(other)) })).sort((a, b) => b.score - a.score)
    return byTraits
      .map((one, i) => {
        if (i >= MOST_ALIGNED || one.score < ALIKE_ENOUGH - 2) return one
        const { matched, of, from } = revisions.alignment(one.other.revision, own.revision)
        if (from !== 'holes' || of < ENOUGH_HOLES) return one
        if (matched < of * OTHER_HOLES) return { ...one, score: one.score - 2 }
        return matched < of * SAME_HOLES ? one : { ...one, score: one.score + 2, says: [...one.says, `${matched} of ${of} holes`] }
      })
      .sort((a, b) => b.score - a.score)
  }

  return {
    of(id) {
      const place = locate(id)
      if (!place.ok) return place
      const { board } = place.value
      const all = store.revisions.newest()
      const own = all.find((one) => one.board === board)
      if (!own) return gone('gone', 'board')
      const newest = own.revision.number
      const revision = place.value.revision ?? newest
      const decided = store.approvals.ofBoard(board)
      const canMove = store.revisions.list(board).length === 1 && decided.length === 0
      const others = canMove
        ? judged(
            own,
            all.filter((one) => one !== own),
          )
        : []
      const shapeOf = ({ other, says }: (typeof others)[number]) => ({
        board: other.board,
        name: other.name,
        next: other.revision.number + 1,
        says: says.join(', '),
      })
      return ok({
        board,
        name: own.name,
        revision,
        newest,
        canMove,
        canLeave: newest > 1 && revision === newest && !decided.some((approval) => approval.revisionId === own.revision.id),
        alike: others.filter((one) => one.score >= ALIKE_ENOUGH).map(shapeOf),
        others: others
          .filter((one) => one.score < ALIKE_ENOUGH)
          .slice(0, MOST_OTHERS)
          .map(shapeOf),
      })
    },
  }
}

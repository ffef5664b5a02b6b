import { ok, type Result } from '#core/base/result.ts'
import type { CircuithubClient } from '#core/provider/circuithub/client.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { AssignedPart, PartDeed, PartDeedsRepo, PartsPlace } from '#main/store/part-deeds.repo.ts'

/** What came of an undo: `says` what was taken back, or why it could not be. */
export type Undone = { readonly kind: 'taken-back' | 'cannot'; readonly says: string } | { readonly kind: 'nothing' }
const cannotUndo = (says: string) => ok({ kind: 'cannot', says } as const)

/** Changes of a list of parts at CircuitHub, each kept so that it can be seen and taken back. */
export interface RemoteParts {
  assign(place: PartsPlace, line: number, part: number, before: Omit<AssignedPart, 'id'> | null, cancel: Cancel): Promise<Result<Omit<AssignedPart, 'id'>, ProviderFailure>> // prettier-ignore
  mark(place: PartsPlace, line: number, ref: string, dnp: boolean, cancel: Cancel): Promise<Result<{ ref: string; dnp: boolean }, ProviderFailure>> // prettier-ignore
  undo(place: PartsPlace, cancel: Cancel): Promise<Result<Undone, ProviderFailure>>
}

/** @returns a change in words: "R2 not placed" */
export const deedText = (deed: PartDeed): string =>
  deed.kind === 'dnp' ? `${deed.ref} ${deed.after ? 'not placed' : 'placed'}` : `${deed.after.mpn} assigned`

/** A line that had no part cannot go back to having none. */
export const canUndo = (deed: PartDeed): boolean => deed.kind === 'dnp' || deed.before !== null

export const remoteParts = (client: CircuithubClient, deeds: PartDeedsRepo): RemoteParts => {
  /** A part's id by its exact name, where it was not assigned from here. */
  const idOf = async ({ id, mpn, manufacturer }: AssignedPart, cancel: Cancel): Promise<Result<number | null, ProviderFailure>> => {
    if (id !== null) return ok(id)
    const found = await client.searchParts(mpn, cancel)
    if (!found.ok) return found
    return ok(found.value.exactMatches.find((part) => part.mpn === mpn && part.manufacturer === manufacturer)?.id ?? null)
  }
  return {
    async assign(place, line, part, before, cancel) {
      const known = deeds.assigned(place, line)
      const reply = await client.assignPart(line, part, cancel)
      if (!reply.ok) return reply
      const { mpn, manufacturer } = reply.value
      const id = before && known?.mpn === before.mpn && known.manufacturer === before.manufacturer ? known.id : null
      deeds.add(place, line, { kind: 'part', before: before && { ...before, id }, after: { mpn, manufacturer, id: part } })
      return ok({ mpn, manufacturer })
    },
    async mark(place, line, ref, dnp, cancel) {
      const reply = await client.setDoNotPlace(line, ref, dnp, cancel)
      if (reply.ok) deeds.add(place, line, { kind: 'dnp', ref, before: !dnp, after: reply.value.dnp })
      return reply
    },
    async undo(place, cancel) {
      const deed = deeds.last(place)
      if (!deed) return ok({ kind: 'nothing' })
      if (deed.kind === 'dnp') {
        const reply = await client.setDoNotPlace(deed.line, deed.ref, deed.before, cancel)
        if (!reply.ok) return reply
      } else {
        if (!deed.before)
          return cannotUndo('The line had no part before, and CircuitHub cannot take one away. Choose another part instead.')
        const id = await idOf(deed.before, cancel)
        if (!id.ok) return id
        if (id.value === null) return cannotUndo(`CircuitHub does not find ${deed.before.mpn} any more. Choose another part instead.`)
        const reply = await client.assignPart(deed.line, id.value, cancel)
        if (!reply.ok) return reply
      }
      deeds.undone(deed.seq)
      return ok({ kind: 'taken-back', says: deedText(deed) })
    },
  }
}

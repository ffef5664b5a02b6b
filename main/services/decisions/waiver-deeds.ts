import { err, ok, type Result } from '#core/base/result.ts'
import type { Finding } from '#core/checks/finding.ts'
import { counted } from '#core/review/effective.ts'
import { scopeOf, type WaiverExpiry, type WaiverScope } from '#core/review/waivers.ts'
import { waiverRow, type StoredWaiver } from '#main/store/decisions.repo.ts'
import { gone, shortened, titleOf, type BoardFailure, type Deeds, type Failure } from './deeds.ts'

/** Waivers: given, changed, confirmed on a newer revision, taken away. */
export class WaiverDeeds {
  readonly #deeds: Deeds

  constructor(deeds: Deeds) {
    this.#deeds = deeds
  }

  addWaiver(
    id: string,
    capability: string,
    {
      fingerprint,
      scope,
      reason,
      expiry,
    }: { readonly fingerprint: string; readonly scope: WaiverScope; readonly reason: string; readonly expiry: WaiverExpiry },
  ): Result<{ id: string }, BoardFailure | Failure<'finding-gone'>> {
    const decided = this.#deeds.decided(id, capability)
    if (!decided.ok) return decided
    const { board, revision, findings } = decided.value.judged
    const finding = findings.find((f) => f.fingerprint === fingerprint)
    if (!finding) return gone('finding-gone', 'finding')
    const covered = scopeOf(finding, scope, findings) as readonly Finding[]
    const { store, author } = this.#deeds.parts
    const waiver = {
      id: store.ids.uuid(),
      boardId: board,
      revisionId: revision.id,
      scope,
      checkId: finding.checkId,
      cause: finding.cause,
      reason,
      author: author(),
      createdAt: store.ids.now(),
      expiry,
      covered,
    }
    const what =
      scope === 'check' ? `all of ${titleOf(finding.checkId)}` : `${counted(covered.length, 'place')} of ${titleOf(finding.checkId)}`
    return this.#deeds.record(
      board,
      'waiver.added',
      `Waived ${what}: ${shortened(reason)}`,
      (rows) => rows.put('waiver', waiverRow(waiver, covered[0]!)),
      { id: waiver.id },
    )
  }

  #waiver(id: string, waiverId: string): Result<{ board: string; waiver: StoredWaiver }, Failure<'gone' | 'not-ready' | 'no-such-waiver'>> {
    const place = this.#deeds.parts.locate(id)
    if (!place.ok) return place
    const waiver = this.#deeds.parts.store.decisions.waivers(place.value.board).find((w) => w.id === waiverId)
    return waiver ? ok({ board: place.value.board, waiver }) : gone('no-such-waiver', 'waiver')
  }

  changeWaiver(id: string, waiverId: string, reason: string, expiry: WaiverExpiry) {
    const found = this.#waiver(id, waiverId)
    if (!found.ok) return found
    const { board, waiver } = found.value
    const says = `Changed the waiver of ${titleOf(waiver.checkId)}: ${shortened(reason)}`
    return this.#deeds.record(
      board,
      'waiver.changed',
      says,
      (rows) => rows.put('waiver', waiverRow({ ...waiver, reason, expiry }, waiver.worst)),
      null,
    )
  }

  removeWaiver(id: string, waiverId: string) {
    const found = this.#waiver(id, waiverId)
    if (!found.ok) return found
    const { board, waiver } = found.value
    return this.#deeds.record(
      board,
      'waiver.removed',
      `Removed the waiver of ${titleOf(waiver.checkId)}`,
      (rows) => rows.remove('waiver', { id: waiver.id }),
      null,
    )
  }

  /** Takes what the waiver meets now as what it covers. */
  confirmWaiver(
    id: string,
    capability: string,
    waiverId: string,
    reason: string,
    expiry: WaiverExpiry,
  ): Result<null, BoardFailure | Failure<'no-such-waiver' | 'nothing-to-cover'>> {
    const decided = this.#deeds.decided(id, capability)
    if (!decided.ok) return decided
    const { applied, waivers, judged } = decided.value
    const i = waivers.findIndex((w) => w.id === waiverId)
    if (i < 0) return gone('no-such-waiver', 'waiver')
    const { covers, reopened } = applied.states[i]!
    const met = new Set([...covers, ...reopened])
    const worst = scopeOf(
      waivers[i]!.covered[0]!,
      'check',
      judged.findings.filter((f) => met.has(f)),
    )
    if (worst.length === 0) return err({ code: 'nothing-to-cover', message: 'Nothing is left that this waiver could cover.' })
    const { store, author } = this.#deeds.parts
    const waiver = {
      ...waivers[i]!,
      revisionId: judged.revision.id,
      reason,
      expiry,
      author: author(),
      createdAt: store.ids.now(),
      covered: worst,
    }
    const says = `Confirmed the waiver of ${titleOf(waiver.checkId)}: ${shortened(reason)}`
    return this.#deeds.record(judged.board, 'waiver.confirmed', says, (rows) => rows.put('waiver', waiverRow(waiver, worst[0]!)), null)
  }
}

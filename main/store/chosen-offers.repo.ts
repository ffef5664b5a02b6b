import type { Database } from 'better-sqlite3'
import type { QuoteOfferShape } from '#core/ipc/quotes.ipc.ts'

export type ChosenOffer = QuoteOfferShape & { readonly quote: number; readonly expiresAt: string }

export interface ChosenOffersRepo {
  /** @param revision the provider's id. @returns null when none was chosen */
  find(account: string, revision: number): ChosenOffer | null
  /** @param offer null takes the choice back */
  choose(account: string, project: number, revision: number, offer: ChosenOffer | null): void
}

export const chosenOffersRepo = (db: Database, now: () => number): ChosenOffersRepo => {
  const find = db.prepare<[string, number], { offer: string }>('SELECT offer FROM chosen_offer WHERE account_id = ? AND revision_id = ?')
  const save = db.prepare(`
    INSERT INTO chosen_offer (account_id, revision_id, project_id, offer, chosen_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET offer = excluded.offer, chosen_at = excluded.chosen_at`)
  const remove = db.prepare('DELETE FROM chosen_offer WHERE account_id = ? AND revision_id = ?')
  return {
    find(account, revision) {
      const row = find.get(account, revision)
      return row ? (JSON.parse(row.offer) as ChosenOffer) : null
    },
    choose(account, project, revision, offer) {
      if (offer) save.run(account, revision, project, JSON.stringify(offer), now())
      else remove.run(account, revision)
    },
  }
}

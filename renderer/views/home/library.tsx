import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SearchHitShape } from '#core/ipc/library.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { LibraryQuery } from '#renderer/state/slices/library.slice.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { BoardCard } from './board-card.tsx'

const SORTS: readonly { id: LibraryQuery['sort']; name: string }[] = [
  { id: 'active', name: 'Last activity' },
  { id: 'opened', name: 'Last opened' },
  { id: 'created', name: 'First opened' },
  { id: 'name', name: 'Name' },
  { id: 'verdict', name: 'Verdict' },
  { id: 'size', name: 'Size' },
]
const SHOWN: readonly { id: 'all' | 'blocked' | 'approved' | 'open' | 'deleted'; name: string; query: Partial<LibraryQuery> }[] = [
  { id: 'all', name: 'All boards', query: { verdicts: [], approvals: [], deleted: false } },
  { id: 'blocked', name: 'Blocked', query: { verdicts: ['blocked'], approvals: [], deleted: false } },
  { id: 'approved', name: 'Approved', query: { verdicts: [], approvals: ['approved', 'stale'], deleted: false } },
  { id: 'open', name: 'Not approved', query: { verdicts: [], approvals: ['none', 'rejected'], deleted: false } },
  { id: 'deleted', name: 'Deleted', query: { verdicts: [], approvals: [], deleted: true } },
]
const KINDS: Record<SearchHitShape['kind'], string> = { board: 'board', finding: 'finding', net: 'net', note: 'note', file: 'file' }

const same = (a: readonly string[], b: readonly string[] | undefined): boolean => a.join() === (b ?? []).join()

/** @returns which of the offered views a query is */
export const shownOf = ({ verdicts, approvals, deleted }: LibraryQuery): (typeof SHOWN)[number]['id'] =>
  SHOWN.find((s) => s.query.deleted === deleted && same(verdicts, s.query.verdicts) && same(approvals, s.query.approvals))?.id ?? 'all'

const Hits = (): ReactNode => {
  const hits = useApp((s) => s.searchHits)
  const total = useApp((s) => s.searchTotal)
  const open = useApp((s) => s.openHit)
  if (hits.length === 0) return null
  return (
    <section className="found-inside" aria-label="Found inside boards">
      <h3>Found inside boards</h3>
      <ul className="approve-list">
        {hits.map((hit) => (
          <li key={`${hit.kind}:${hit.board}:${hit.revision}:${hit.ref}`}>
            <span className="chip">{KINDS[hit.kind]}</span>
            <button type="button" className="link" onClick={() => void open(hit)}>
              {hit.pieces.map((piece, i) => (i % 2 === 1 ? <mark key={i}>{piece}</mark> : piece))}
            </button>
            <span className="muted">
              {hit.boardName}
              {hit.revision !== null && `, revision ${hit.revision}`}
            </span>
          </li>
        ))}
        {total > hits.length && <li className="muted">{total} hits in all; more words narrow them down.</li>}
      </ul>
    </section>
  )
}

/** Boards opened before: searched, filtered, sorted; deleted ones can come back. */
export const Library = (): ReactNode => {
  const cards = useApp((s) => s.cards)
  const total = useApp((s) => s.cardsTotal)
  const error = useApp((s) => s.cardsError)
  const query = useApp((s) => s.query)
  const setQuery = useApp((s) => s.setQuery)
  const retry = useApp((s) => s.loadLibrary)
  const shown = shownOf(query)
  const isNarrowed = query.text !== '' || shown !== 'all'
  return (
    <section aria-labelledby="recent-title">
      <div className="library-head">
        <h2 id="recent-title">Boards</h2>
        <span className="muted num">{total > 0 ? total : ''}</span>
        <span className="spacer" />
        <div className="field library-search">
          <Search size={14} aria-hidden />
          <input
            type="search"
            placeholder="Find boards, findings, nets, notes"
            aria-label="Find boards"
            value={query.text}
            onChange={(event) => setQuery({ text: event.target.value })}
          />
        </div>
        <Choice
          hideLabel
          label="Which boards"
          value={shown}
          options={SHOWN}
          onChange={(id) => setQuery(SHOWN.find((s) => s.id === id)!.query)}
        />
        <Choice
          hideLabel
          label="Sorted by"
          value={query.sort}
          options={SORTS}
          onChange={(sort) => setQuery({ sort, descending: sort !== 'name' })}
        />
      </div>
      {error && (
        <div className="banner" data-tone="error" role="alert">
          <p>The list of boards could not be read: {error}</p>
          <button type="button" className="button" data-size="small" onClick={() => void retry()}>
            Try again
          </button>
        </div>
      )}
      {cards?.length === 0 && !error && (
        <p className="muted recent-none">{isNarrowed ? 'No board matches.' : 'Boards that you open are listed here.'}</p>
      )}
      {cards && cards.length > 0 && (
        <ul className="recents">
          {cards.map((card) => (
            <BoardCard key={card.id} card={card} />
          ))}
        </ul>
      )}
      <Hits />
    </section>
  )
}

import type { ReactNode } from 'react'
import { EXPECTED_NAMES } from '#core/review/compare/acceptance.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'

/** Edits that a fab makes as a matter of course, by kind; a tick accepts all of a kind. */
export const ExpectedEdits = (): ReactNode => {
  const { store } = useParts()
  const expected = useApp((s) => s.comparison?.diff.expected ?? null)
  const accepted = useApp((s) => s.acceptedEdits)
  const showsAccepted = useApp((s) => s.showsAccepted)
  if (!expected?.length) return null
  const isAny = expected.some((e) => accepted.includes(e.kind))
  return (
    <section className="compare-part" aria-label="Edits that a fab makes">
      <h2>Edits that a fab makes</h2>
      <ul>
        {expected.map(({ kind, count }) => (
          <li key={kind}>
            <label className="tick">
              <input
                type="checkbox"
                checked={accepted.includes(kind)}
                onChange={(event) => void store.getState().acceptEdits(kind, event.target.checked)}
              />
              <span>Accept {EXPECTED_NAMES[kind].toLowerCase()}</span>
              <span className="chip num">{count}</span>
            </label>
          </li>
        ))}
      </ul>
      {isAny && (
        <label className="tick muted">
          <input type="checkbox" checked={showsAccepted} onChange={() => store.getState().toggleAcceptedShown()} />
          <span>List accepted differences too</span>
        </label>
      )}
    </section>
  )
}

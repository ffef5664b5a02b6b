import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { PartShape } from '#core/ipc/parts.ipc.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PlaceFailure } from '../../account/place-failure.tsx'
import { useAnswer } from '../../account/use-answer.ts'

type Found = PartShape & { readonly isExact: boolean }

const Results = ({ parts, onAssign }: { parts: readonly Found[]; onAssign: (part: PartShape) => Promise<void> }): ReactNode => {
  const [busy, setBusy] = useState<number | null>(null)
  const assign = async (part: PartShape): Promise<void> => {
    if (busy !== null) return
    setBusy(part.id)
    await onAssign(part)
    setBusy(null)
  }
  return (
    <table className="approve-files part-results">
      <thead>
        <tr>
          <th scope="col">Part number</th>
          <th scope="col">Manufacturer</th>
          <th scope="col">Description</th>
          <th scope="col" className="amount">
            In stock
          </th>
          <th scope="col" className="amount">
            At least
          </th>
          <th scope="col">
            <span className="sr-only">Assign</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id}>
            <td>
              <span className="mono">{part.mpn}</span>{' '}
              {part.isExact && (
                <span className="chip" data-tone="clean">
                  exact
                </span>
              )}
            </td>
            <td>{part.manufacturer}</td>
            <td className="muted">{part.description ?? ''}</td>
            <td className="amount num">{part.available.toLocaleString('en')}</td>
            <td className="amount num">{part.moq?.toLocaleString('en') ?? ''}</td>
            <td className="line-action">
              <Button size="small" onPress={() => void assign(part)}>
                {busy === part.id ? 'Assigning…' : 'Assign'}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Looks for parts at the provider. */
export const PartSearch = ({
  account,
  label,
  first,
  onAssign,
}: {
  account: AccountShape
  label: string
  first: string
  onAssign: (part: PartShape) => Promise<void>
}): ReactNode => {
  const [typed, setTyped] = useState(first)
  const [words, setWords] = useState(first.trim())
  const found = useAnswer('bom.searchParts', words === '' ? null : { account: account.id, words }, account.checkedAt)
  const parts = found.value && [
    ...found.value.exact.map((part) => ({ ...part, isExact: true })),
    ...found.value.similar.map((part) => ({ ...part, isExact: false })),
  ]
  return (
    <div className="part-search">
      <form
        className="queue-line"
        role="search"
        aria-label={`Parts for ${label}`}
        onSubmit={(event) => {
          event.preventDefault()
          setWords(typed.trim())
        }}
      >
        <span className="field">
          <input
            aria-label={`Part number or words for ${label}`}
            value={typed}
            autoFocus
            onChange={(event) => setTyped(event.target.value)}
            placeholder="part number or words"
          />
        </span>
        <Button size="small" onPress={() => setWords(typed.trim())}>
          Search
        </Button>
      </form>
      {found.failure && <PlaceFailure account={account} failure={found.failure} onAgain={found.again} />}
      {words !== '' && found.isAsking && <p className="muted">Searching…</p>}
      {!found.isAsking && parts?.length === 0 && <p className="muted">Nothing is found for “{words}”. Fewer characters find more.</p>}
      {parts && parts.length > 0 && <Results parts={parts} onAssign={onAssign} />}
    </div>
  )
}

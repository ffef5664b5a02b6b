import type { ReactNode } from 'react'
import { remoteDifferences, type RemoteDifference } from '#core/bom/remote-differences.ts'
import type { BomRowShape, RemoteLineShape } from '#core/ipc/parts.ipc.ts'
import { counted } from '#renderer/ui/format-value.ts'

/** More are folded away. */
const SHOWN = 4

const saysOf = (difference: RemoteDifference): string => {
  switch (difference.kind) {
    case 'only-here':
      return `${difference.ref} is in the package and not at CircuitHub.`
    case 'only-there':
      return `${difference.ref} is at CircuitHub and not in the package.`
    case 'other-part':
      return `${difference.refs.join(', ')}: ${difference.here} in the package, ${difference.there} at CircuitHub.`
    case 'not-fitted-here':
      return `${difference.ref} is not fitted by the package, and placed at CircuitHub.`
    case 'not-placed-there':
      return `${difference.ref} is fitted by the package, and marked as not placed.`
  }
}

const List = ({ differences }: { differences: readonly RemoteDifference[] }): ReactNode => (
  <ul className="approve-list">
    {differences.map((difference) => (
      <li key={JSON.stringify(difference)} className="tone-warning">
        <span className="plain-text">{saysOf(difference)}</span>
      </li>
    ))}
  </ul>
)

/** What the package and CircuitHub say differently about the parts of the board. */
export const Differences = ({
  own,
  lines,
  notPlaced,
}: {
  own: readonly BomRowShape[]
  lines: readonly RemoteLineShape[]
  notPlaced: readonly string[]
}): ReactNode => {
  const listed = own.filter(({ from }) => from === 'bom').map(({ parts, ...row }) => ({ ...row, refs: parts.map(({ ref }) => ref) }))
  if (listed.length === 0) return null
  const differences = remoteDifferences(listed, lines, new Set(notPlaced))
  if (differences.length === 0) return <p className="tone-clean">The package and CircuitHub list the same parts.</p>
  return (
    <section className="approve-part" aria-label="Differences">
      <h3>{counted(differences.length, 'difference')} between the package and CircuitHub</h3>
      <List differences={differences.slice(0, SHOWN)} />
      {differences.length > SHOWN && (
        <details>
          <summary>{counted(differences.length - SHOWN, 'more', 'more')}</summary>
          <List differences={differences.slice(SHOWN)} />
        </details>
      )}
    </section>
  )
}

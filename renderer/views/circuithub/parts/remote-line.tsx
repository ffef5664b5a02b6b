import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import type { BomRowShape, PartShape, RemoteLineShape } from '#core/ipc/parts.ipc.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PartSearch } from './part-search.tsx'

const COLUMNS = 5
const TONES: Readonly<Record<string, string>> = { resolved: 'clean', unresolved: 'warning', error: 'error' }

const Assigned = ({ line }: { line: RemoteLineShape }): ReactNode =>
  line.mpn === null ? (
    <span className="chip" data-tone={TONES[line.status] ?? 'plain'}>
      {line.status === 'unresolved' ? 'no part yet' : line.status}
    </span>
  ) : (
    <>
      <span className="mono">{line.mpn}</span> <span>{line.manufacturer}</span>
      {line.status !== 'resolved' && (
        <span className="chip" data-tone={TONES[line.status] ?? 'plain'}>
          {line.status}
        </span>
      )}
      {line.partDescription && <div className="muted">{line.partDescription}</div>}
    </>
  )

/** What to look for first: the number in the package's own list, else what is there, else the value. */
const firstWords = (line: RemoteLineShape, wanted: BomRowShape | null): string => {
  const numbers = Object.entries(wanted?.partNumbers ?? {})
  const number = numbers.find(([heading]) => /part|mpn|number|no\.?$/i.test(heading))?.[1]
  return number ?? line.mpn ?? line.value ?? ''
}

/** A line: its placements as switches, its part, and the search for another. */
export const RemoteLine = ({
  account,
  line,
  isMarked,
  wanted,
  isOpen,
  onToggle,
  onAssign,
  onMark,
}: {
  account: AccountShape
  line: RemoteLineShape
  isMarked: (ref: string) => boolean
  wanted: BomRowShape | null
  isOpen: boolean
  onToggle: () => void
  onAssign: (part: PartShape) => Promise<void>
  onMark: (ref: string, dnp: boolean) => void
}): ReactNode => (
  <>
    <tr>
      <td>
        <span className="ref-chips">
          {line.refs.map((ref) => (
            <button
              key={ref}
              type="button"
              className="toggle-chip ref-chip"
              aria-pressed={isMarked(ref)}
              aria-label={`${ref}, do not place`}
              title={isMarked(ref) ? `${ref} is not placed: press to place it` : `${ref} is placed: press to leave it out`}
              onClick={() => onMark(ref, !isMarked(ref))}
            >
              {ref}
            </button>
          ))}
        </span>
      </td>
      <td>{line.value ?? ''}</td>
      <td className="muted">{line.footprint ?? ''}</td>
      <td>
        <Assigned line={line} />
      </td>
      <td className="line-action">
        <Button size="small" onPress={onToggle}>
          {isOpen ? 'Close' : line.mpn === null ? 'Choose part…' : 'Other part…'}
        </Button>
      </td>
    </tr>
    {isOpen && (
      <tr>
        <td colSpan={COLUMNS}>
          <PartSearch account={account} label={line.refs.join(', ')} first={firstWords(line, wanted)} onAssign={onAssign} />
        </td>
      </tr>
    )}
  </>
)
